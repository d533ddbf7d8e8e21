// Every other word to the national Panel: that it will be late, that we wait for its reply, that there is something to
// talk about (R5), and that the criteria were found not to be met (R20). What it is about, the team says itself.

import { sayDate, type CivilDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView } from './mailFacts';

type WordToPanel = NoticeBodyOf<'panelWillBeLate' | 'panelChase' | 'panelContact' | 'panelCriteriaNotMet'>;

export const WORD_TO_PANEL = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}To: the Child Safeguarding Practice Review Panel{% endcall %}
{% if about == "panelWillBeLate" %}
{% if answered %}
{% call paragraph() %}Our answer to what you wrote on {{ answered }} about Rapid Review {{ reference }} of the {{ partnershipName }}
will be late. Expect it by the end of {{ strong(date) }}.{% endcall %}
{% else %}
{% call paragraph() %}Rapid Review {{ reference }} of the {{ partnershipName }} will be late. Expect the decision and the report by
the end of {{ strong(date) }}.{% endcall %}
{% endif %}
{{ heading("What we ask of you") }}
{% call paragraph() %}You do not need to do anything. If that date is a difficulty, tell us.{% endcall %}
{% elif about == "panelChase" and answered %}
{% call paragraph() %}You last wrote to us about Rapid Review {{ reference }} on {{ strong(answered) }}. We are waiting for your next
word on it, and have recorded none since.{% endcall %}
{{ heading("What we ask of you") }}
{% call items() %}
{% call item() %}Tell us by the end of the next working day when to expect it.{% endcall %}
{% call item() %}If you have written already, send it to us again.{% endcall %}
{% endcall %}
{% elif about == "panelChase" %}
{% call paragraph() %}We sent you the decision and the report of Rapid Review {{ reference }} on {{ strong(date) }}. We have not
recorded a reply from you.{% endcall %}
{{ heading("What we ask of you") }}
{% call items() %}
{% call item() %}Tell us by the end of the next working day whether the decision and the report have reached you.{% endcall %}
{% call item() %}Tell us when to expect your reply. If you have replied already, send it to us again.{% endcall %}
{% endcall %}
{% elif about == "panelContact" %}
{% call paragraph() %}The {{ partnershipName }} has something to tell you about Rapid Review {{ reference }}. It is not in this email:
it is coming to you by the secure way agreed with you.{% endcall %}
{{ heading("What we ask of you") }}
{% call paragraph() %}If it has not reached you by the end of the next working day, tell us.{% endcall %}
{% else %}
{% call paragraph() %}The local authority, the police and the integrated care board have found that Rapid Review {{ reference }} of the
{{ partnershipName }} {{ strong("does not meet the criteria") }}. It has ended, and no decision and no report will follow.{% endcall %}
{{ heading("What we ask of you") }}
{% call paragraph() %}The reasons are coming to you by the secure way agreed with you. If they have not reached you by the end of the next
working day, or if you see it otherwise, tell us.{% endcall %}
{% endif %}
`;

const DATED: Readonly<Record<WordToPanel['kind'], (date: string) => string>> = {
  panelWillBeLate: (date) => `the Rapid Review will be late, expect it by ${date}`,
  panelChase: (date) => `we are waiting for your reply to the decision and the report of ${date}`,
  panelContact: () => 'something to tell you about a Rapid Review',
  panelCriteriaNotMet: () => 'the criteria are not met, the Rapid Review has ended',
};

/** The day on which it wrote what we answer late, or wait to hear more of. */
const wroteOn = (body: WordToPanel): CivilDate | undefined => {
  if (body.kind === 'panelChase') return body.repliedOn;
  return body.kind === 'panelWillBeLate' ? (body.disagreedOn ?? body.askedOn) : undefined;
};

const subjectOf = (body: WordToPanel, date: string): string => {
  const wrote = wroteOn(body);
  if (wrote === undefined) return DATED[body.kind](date);
  return body.kind === 'panelChase'
    ? `we are waiting for your next word, after yours of ${sayDate(wrote)}`
    : `our answer to you will be late, expect it by ${date}`;
};

const dateOf = (body: WordToPanel): string => {
  if (body.kind === 'panelWillBeLate') return sayDate(body.expected);
  return body.kind === 'panelChase' ? sayDate(body.sentOn) : '';
};

export const wordToPanel = ({ reference }: Notice, body: WordToPanel): LetterView => {
  const date = dateOf(body);
  const wrote = wroteOn(body);
  return {
    subject: `${reference}: ${subjectOf(body, date)}`,
    body: 'wordToPanel',
    about: body.kind,
    date,
    ...(wrote === undefined ? {} : { answered: sayDate(wrote) }),
  };
};
