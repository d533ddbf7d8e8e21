// A return that was sent back (C3): what is missing may be about the child, so the mail says only that something is, and
// where to hear it; and by when the whole return is due.

import type { Notice, NoticeBody } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owedLists, owesOf } from './owedLists';

type ReturnSentBack = Extract<NoticeBody, { kind: 'returnSentBack' }>;

export const RETURN_SENT_BACK = `
{% from "blocks" import heading, paragraph, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}Thank you for the scoping template that you sent us about Rapid Review
{{ reference }}{{ " (your answer " ~ number ~ ")" if number > 1 }}.{% endcall %}
{% if owesReturn %}
{% call paragraph() %}{{ strong("Something is missing from it.") }} We need your scoping template again, with what is missing. Until
then we have not had your answer in full.{% endcall %}
{{ heading("What you need to do") }}
{% call paragraph() %}Contact the team today and quote {{ reference }}. This email does not say what is missing, because that may
be about the child or the family. The team tells you once you have shown who you are.{% endcall %}
{% include "owedLists" %}
{% else %}
{% call paragraph() %}We asked you for more. Our records now show that you have answered in full. You do not need to do
anything.{% endcall %}
{% endif %}
`;

export const returnSentBack = ({ reference }: Notice, body: ReturnSentBack, facts: MailFacts): LetterView => {
  const lists = owedLists(owesOf(body.agency, facts), facts);
  const isReturn = ({ obligation }: { readonly obligation: string }): boolean =>
    obligation === 'agencyReturn';
  const due = lists.upcoming.find(isReturn);
  const owesReturn = due !== undefined || lists.late.some(isReturn);
  const wish =
    due === undefined
      ? 'please complete your scoping template now'
      : `please complete your scoping template by ${due.by}`;
  return {
    subject: `${reference}: ${owesReturn ? wish : 'your scoping template is complete'}`,
    body: 'returnSentBack',
    agency: agencyName(body.agency, facts) ?? '',
    number: body.number,
    owesReturn,
    ...lists,
  };
};
