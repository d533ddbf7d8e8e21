// A return that was sent back (C3): what is missing, or why we cannot rely on it, may be about the child, so the mail says only that it is
// so, and where to hear it; and by when the whole return is due. It may have been told by telephone: no template came then.

import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owedLists, owesOf } from './owedLists';
import { thanksForSaying } from './saidInstead';

type ReturnSentBack = NoticeBodyOf<'returnSentBack'>;

export const RETURN_SENT_BACK = `
{% from "blocks" import heading, paragraph, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% if thanks %}
{% call paragraph() %}{{ thanks }} That was about Rapid Review {{ reference }}{{ " (your answer " ~ number ~ ")" if number > 1 }}.{% endcall %}
{% else %}
{% call paragraph() %}Thank you for what you told us about Rapid Review {{ reference }}{{ " (your answer " ~ number ~ ")" if number > 1 }}.{% endcall %}
{% endif %}
{% if owesReturn %}
{% if thanks %}
{% call paragraph() %}{{ strong("We cannot rely on that answer.") }} Until you answer again, our request stands.{% endcall %}
{% else %}
{% call paragraph() %}{{ strong("Something is missing from it.") }} We need your scoping template, with what is missing. Until then
we have not had your answer in full.{% endcall %}
{% endif %}
{{ heading("What you need to do") }}
{% call paragraph() %}Contact the team today and quote {{ reference }}. This email does not say {{ "why" if thanks else "what is missing" }}, because that may
be about the child or the family. The team will tell you once you have shown who you are.{% endcall %}
{% else %}
{% call paragraph() %}Our records show that you have answered in full since.{{ "" if upcoming.length or late.length else " You do not need to do anything." }}{% endcall %}
{% endif %}
{% include "owedLists" %}
`;

export const returnSentBack = ({ reference }: Notice, body: ReturnSentBack, facts: MailFacts): LetterView => {
  const lists = owedLists(owesOf(body.agency, facts), facts);
  const isReturn = ({ obligation }: { readonly obligation: string }): boolean =>
    obligation === 'agencyReturn';
  const due = lists.upcoming.find(isReturn);
  const owesReturn = due !== undefined || lists.late.some(isReturn);
  const thanks = thanksForSaying(facts.saidInstead);
  const wish = `please ${thanks === '' ? 'complete your scoping template' : 'answer again'} ${due === undefined ? 'now' : `by ${due.by}`}`;
  return {
    subject: `${reference}: ${owesReturn ? wish : 'your scoping template is complete'}`,
    body: 'returnSentBack',
    agency: agencyName(body.agency, facts) ?? '',
    number: body.number,
    thanks,
    owesReturn,
    ...lists,
  };
};
