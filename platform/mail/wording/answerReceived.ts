// The receipt for an answer that came by the link: so that who may answer for the agency knows of it, and says so if it was somebody
// else (docs/adr/0025). What was written stands in no mail (R24); after the end of the case nothing more is asked for (R20).

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { Answer } from '../../../domain/rapidReview/state';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';

type AnswerReceived = NoticeBodyOf<'answerReceived'>;

export const ANSWER_RECEIVED = `
{% from "blocks" import heading, paragraph, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}Thank you. On {{ on }} we had your answer about Rapid Review {{ reference }}: {{ strong(answer) }}. It came by
the link in our emails to you.{% endcall %}
{% if partial %}
{% call paragraph() %}We still need the rest: the date for it stays as it is.{% endcall %}
{% endif %}
{% if recordsOwed %}
{% call paragraph() %}We still need word that your records are secured: the date for that stays as it is.{% endcall %}
{% endif %}
{{ heading("If this was not you") }}
{% call paragraph() %}If nobody at your agency sent it, or it is not right, contact the team today.
{{ "The team can put our record of it right." if hasEnded else "Your answer can be sent back to you." }}{% endcall %}
`;

const WORDS: Readonly<Record<Answer, string>> = {
  full: 'your full return',
  partial: 'a part of your return',
  nil: 'that you hold nothing about the case (a nil return)',
  notKnown: 'that the child and the family are not known to you',
  wrongOrganisation: 'that we have asked the wrong organisation',
};

export const answerReceived = ({ reference }: Notice, body: AnswerReceived, facts: MailFacts): LetterView => {
  const hasEnded = facts.hasEnded === true;
  return {
    subject: `${reference}: we have your answer`,
    body: 'answerReceived',
    agency: agencyName(body.agency, facts) ?? '',
    on: sayDate(body.on),
    answer: WORDS[body.answer],
    hasEnded,
    partial: body.answer === 'partial' && !hasEnded,
    recordsOwed: facts.recordsOwed === true,
  };
};
