// The reminder to an agency (R11): numbered, one mail for everything it owes, and what is late said kindly.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBody } from '../../../domain/rapidReview/notices';
import { type Ask, asksOf } from './agencyAsks';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName, partsOf } from './obligationNames';

type AgencyReminder = Extract<NoticeBody, { kind: 'agencyReminder' }>;

export const AGENCY_REMINDER = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}{{ strong("Reminder " ~ number) }} about Rapid Review {{ reference }}. We asked you on {{ sentOn }}.{% endcall %}
{% if upcoming.length %}
{{ heading("What is due") }}
{% call items() %}
{% for ask in upcoming %}
{% call item() %}{{ ask.title }}: by the end of {{ strong(ask.by) }}.
{% if ask.count %}That is {{ ask.count }}.{% endif %}{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
{% if late.length %}
{{ heading("What we have not had yet") }}
{% call items() %}
{% for ask in late %}
{% call item() %}{{ ask.title }}: this was due by the end of {{ strong(ask.by) }}.
{% if ask.count %}That was {{ ask.count }}.{% endif %}{% endcall %}
{% endfor %}
{% endcall %}
{% call paragraph() %}We know that this comes on top of your other work. It is not too late: what you know still helps. Please
send what you have today, and tell us when the rest will follow.{% endcall %}
{% endif %}
{% if not upcoming.length and not late.length %}
{% call paragraph() %}Our records now show that you have answered in full. You do not need to do anything.{% endcall %}
{% else %}
{% call paragraph() %}If you hold nothing about the case, if the child and the family are not known to you, or if we have asked
the wrong organisation, tell us that. It is a full answer.{% endcall %}
{% call paragraph() %}If you have already answered, thank you. Tell us, so that we can put our records right.{% endcall %}
{% endif %}
`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const matter = (upcoming: readonly Ask[], late: readonly Ask[]): string => {
  const [first, second] = [...late, ...upcoming];
  if (first === undefined) return 'scoping request';
  if (second !== undefined) {
    const more = late.length > 0 ? `${late.length} of them late` : `the first by ${first.by}`;
    return `${late.length + upcoming.length} things to do, ${more}`;
  }
  return first.missed ? `${first.thing} was due by ${first.by}` : `please ${first.doing} by ${first.by}`;
};

export const agencyReminder = ({ reference }: Notice, body: AgencyReminder, facts: MailFacts): LetterView => {
  const owes = facts.dates.filter(({ key }) => partsOf(key).agency === body.agency);
  const asks = asksOf(owes, facts).map((ask) => ({ ...ask, title: capital(ask.thing) }));
  const late = asks.filter(({ missed }) => missed);
  const upcoming = asks.filter(({ missed }) => !missed);
  return {
    subject: `${reference}: reminder ${body.number}: ${matter(upcoming, late)}`,
    body: 'agencyReminder',
    toAgency: true,
    agency: agencyName(body.agency, facts) ?? '',
    number: body.number,
    sentOn: sayDate(body.sentOn),
    upcoming,
    late,
  };
};
