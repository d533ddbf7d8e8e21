// An answer that was recorded for an agency which never gave it: it may have seen it on its page, or had a receipt by the link. It
// owes its own, and hears by when; whose the answer was, nobody tells it.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owedLists, owesOf } from './owedLists';

type AnswerByMistake = NoticeBodyOf<'answerByMistake'>;

export const ANSWER_BY_MISTAKE = `
{% from "blocks" import heading, paragraph, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}We had recorded an answer of yours about Rapid Review {{ reference }}, of {{ on }}{{ " (answer " ~ number ~ ")" if number > 1 }}.
{{ strong("That was a mistake, and it does not count.") }} Our request stands.{% endcall %}
{% call paragraph() %}If you have answered us, contact the team and quote {{ reference }}, so that we can put our records right.{% endcall %}
{% include "owedLists" %}
`;

export const answerByMistake = (
  { reference }: Notice,
  { agency, number, on }: AnswerByMistake,
  facts: MailFacts,
): LetterView => {
  const lists = owedLists(owesOf(agency, facts), facts);
  const due = lists.upcoming.find(({ obligation }) => obligation === 'agencyReturn');
  return {
    subject: `${reference}: please return your scoping template ${due === undefined ? 'now' : `by ${due.by}`}`,
    body: 'answerByMistake',
    agency: agencyName(agency, facts) ?? '',
    number,
    on: sayDate(on),
    ...lists,
  };
};
