// A missed completion, told to the team at once (R6). Late is possible: what is to be done now, and by whom the
// Panel hears of it, is said; nobody is blamed (R5).

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import { refOf } from '../../../domain/timetable/obligationKey';
import type { LetterView, MailFacts } from './mailFacts';
import { teamDate } from './teamDates';

type CompletionMissed = NoticeBodyOf<'completionMissed'>;

export const COMPLETION_MISSED = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}Rapid Review {{ reference }} was due to be complete by the end of {{ strong(date.by) }}.
{% if date.count %}That was {{ date.count }}.{% endif %} The decision and the report {% if completeOn %}were sent to the national Panel on {{ strong(completeOn) }}:
what was put right since shows that this was late.{% else %}are not recorded as sent to the national Panel.{% endif %}{% endcall %}
{{ heading("What to do now") }}
{% call items() %}
{% if completeOn %}
{% call item() %}If the day is wrong, or what it is counted from, put it right: the miss is then put right too.{% endcall %}
{% call item() %}If not, record why the Rapid Review was late.{% endcall %}
{% else %}
{% call item() %}If they were sent in time, record that: the miss is then put right.{% endcall %}
{% call item() %}If not, tell the Panel when to expect them, and record why the Rapid Review is late.{% endcall %}
{% call item() %}Carry on with the Rapid Review. It can still be completed.{% endcall %}
{% endif %}
{% endcall %}
`;

/** Both completions may be due on one day, and missed together. */
const countedFrom = ({ key }: CompletionMissed): string =>
  refOf(key).obligation === 'completePanel' ? ', counted from the notification' : '';

export const completionMissed = (
  { reference }: Notice,
  body: CompletionMissed,
  facts: MailFacts,
): LetterView => {
  const date = teamDate(body.key, body.due, facts);
  return {
    subject: `${reference}: the Rapid Review was not complete by ${date.by}${countedFrom(body)}`,
    body: 'completionMissed',
    date,
    completeOn: body.completeOn === undefined ? '' : sayDate(body.completeOn),
  };
};
