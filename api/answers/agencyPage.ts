// The page behind an agency's link, in words: its dates, what it has told us, and what is left to do. The forms are `formPages.ts`.

import type { AnswerView } from './answerView';
import { createPage, type PageView } from './pageFrame';

interface AgencyPage extends PageView, AnswerView {
  /** Of the link: the forms lie below it. Relative, so that it holds behind whatever address people reach us at. */
  readonly proof: string;
  readonly thanks: string;
}

const render = createPage<AgencyPage>(`
{% if thanks %}
<p class="thanks" role="status">{{ thanks }}{% if not mayAnswer and not maySecure %} You can close this page.{% endif %}</p>
{% endif %}
<h1>Rapid Review {{ reference }}</h1>
<p class="whose">{{ agencyName }}, asked by the {{ partnership.name }}</p>
<div class="danger">
<p>This is not an emergency service, and answering here does not make a referral. If a child is in immediate danger, ring 999. If you
are worried about a child's safety, contact children's services where the child lives.</p>
</div>
{% if ended %}<p><strong>{{ ended }}</strong></p>
{% endif %}
{% if asks.length %}
<h2>What we ask of you</h2>
<ul>
{% for ask in asks %}<li>{{ ask.what }} by the end of <strong>{{ ask.by }}</strong>{% if ask.count %}: {{ ask.count }}{% endif %}.{% if ask.late %} <span class="late">This date has passed.</span> {{ ask.late }}{% endif %}</li>
{% endfor %}
</ul>
{% elif not ended and (mayAnswer or maySecure) %}
<p>Our email to you says by when we need this. The dates cannot be shown here at this moment.</p>
{% endif %}
{% if mayAnswer or maySecure %}
<p>This page does not say who the case is about. Contact the team and quote {{ reference }}: it gives you the details of the case and the
scoping template once you have shown who you are.</p>
{% if maySecure %}<p><a class="button" href="{{ proof }}/records-secured">Tell us that your records are secured</a></p>
{% endif %}
{% if mayAnswer %}<p><a class="button" href="{{ proof }}/answer">Send your answer</a></p>
{% endif %}
{% endif %}
{% if told.length %}
<h2>What you have told us</h2>
<ul>
{% for one in told %}<li>{{ one }}</li>
{% endfor %}
</ul>
{% endif %}
{% if not mayAnswer and not maySecure %}<p>You do not need to do anything more here. To put something right, contact the team.</p>
{% endif %}
`);

export const agencyPage = (page: Omit<AgencyPage, 'title'>): string =>
  render({
    ...page,
    title: `${page.thanks === '' ? '' : `${page.thanks} `}Rapid Review ${page.reference}, ${page.agencyName}`,
  });
