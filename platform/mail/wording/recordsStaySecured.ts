// That records stay secured whatever becomes of the case, told to an agency that has some: not to one that has told us that it holds none.

import type { MailFacts } from './mailFacts';

/** An item of what the agency needs to do. */
export const RECORDS_STAY_SECURED = `{% if recordsStaySecured %}
{% call item() %}Keep all records about the case secured, on paper and electronic, until the team tells you otherwise.{% endcall %}
{% endif %}`;

export const recordsStaySecured = ({
  nothingToSecure,
}: MailFacts): { readonly recordsStaySecured: boolean } => ({
  recordsStaySecured: nothingToSecure !== true,
});
