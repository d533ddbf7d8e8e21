// A refusal as a page, for whoever is there with a browser: what was wrong, what would be right, and whether anything was changed.

import type { Problem } from '../problems/problem';
import { createPage } from './pageFrame';

const render = createPage(`
<h1>{{ title }}</h1>
<p>{{ detail }}</p>
{% if sent %}<p>{% if maybeDone %}What you sent may have been taken all the same. Go back and send it again: that is safe.{% else %}Nothing was changed.{% endif %}</p>
{% endif %}
<p>If a child is in immediate danger, ring 999.</p>
<p class="whose">To ask for help, quote {{ requestId }}.</p>
`);

export const problemPage = (
  { title, detail, maybeDone }: Pick<Problem, 'title' | 'detail' | 'maybeDone'>,
  { method, id }: { readonly method: string; readonly id: string },
): string => render({ title, detail, maybeDone, sent: method !== 'GET', requestId: id } as { title: string });
