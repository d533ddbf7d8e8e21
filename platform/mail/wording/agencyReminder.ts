// The reminder to an agency (R11): numbered, one mail for everything it owes, and what is late said kindly. A person may
// have sent it, beside the ladder; it may reach people above those who are asked first, who are told why.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { Ask } from './agencyAsks';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owedLists, owesOf } from './owedLists';
import { thanksForSaying } from './saidInstead';

type AgencyReminder = NoticeBodyOf<'agencyReminder'>;

export const AGENCY_REMINDER = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}{{ strong("Reminder " ~ number) }} about Rapid Review {{ reference }}. We asked you on {{ sentOn }}.{% endcall %}
{% if reaches == "peopleAboveToo" %}
{% call paragraph() %}This reminder goes to more people in your agency than our request did, because we need your agency's
answer and have not had it.{% endcall %}
{% elif reaches == "peopleAboveOnly" %}
{% call paragraph() %}We are writing to you in place of those in your agency whom we asked first.{% endcall %}
{% endif %}
{% if answered == "sentBack" and thanks %}
{% call paragraph() %}{{ thanks }} We cannot rely on that answer, so our request stands. Contact the team and quote {{ reference }}: the
team will tell you why once you have shown who you are.{% endcall %}
{% elif answered == "sentBack" %}
{% call paragraph() %}Thank you for what you told us. Something is missing from it, so we still need your scoping template in full.
Contact the team and quote {{ reference }}: the team will tell you what is missing once you have shown who you are.{% endcall %}
{% elif answered == "inPart" %}
{% call paragraph() %}Thank you for the part that you have sent us. We still need the rest.{% endcall %}
{% endif %}
{% include "owedLists" %}
{% if not upcoming.length and not late.length %}
{% call paragraph() %}Our records now show that you have answered in full. You do not need to do anything.{% endcall %}
{% else %}
{% if owesReturn and not thanks %}
{% call paragraph() %}If you hold nothing about the case, if the child and the family are not known to you, or if we have asked
the wrong organisation, tell us that. It is a full answer.{% endcall %}
{% endif %}
{% call paragraph() %}If you have already done this, thank you. Tell us, so that we can put our records right.{% endcall %}
{% endif %}
`;

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
  const lists = owedLists(owesOf(body.agency, facts), facts);
  const { upcoming, late } = lists;
  const asks = [...upcoming, ...late];
  const owesReturn = asks.some(({ obligation }) => obligation === 'agencyReturn');
  return {
    subject: `${reference}: reminder ${body.number}: ${matter(upcoming, late)}`,
    body: 'agencyReminder',
    agency: agencyName(body.agency, facts) ?? '',
    number: body.number,
    sentOn: sayDate(body.sentOn),
    // It reaches whoever is in their place, and not those of whom that would tell.
    reaches: asks.length > 0 && facts.toSuccessors !== true ? (facts.reaches ?? '') : '',
    owesReturn,
    answered: owesReturn ? (facts.answered ?? '') : '',
    thanks: owesReturn ? thanksForSaying(facts.saidInstead) : '',
    ...lists,
  };
};
