// What is said where something was taken and the records do not show it yet: the agency's page would ask for it again.

import { createPage, type PageView, type Partnership } from './pageFrame';

const render = createPage<PageView & { readonly proof: string }>(`
<h1>Thank you. We have what you sent</h1>
<p>It is being recorded, and will show on <a href="../{{ proof }}">your page</a> in a minute. You need not send it again.</p>
`);

export const beingRecordedPage = (partnership: Partnership, proof: string): string =>
  render({ title: 'Thank you. We have what you sent', partnership, proof });
