// A meeting that lies outside its window, because either has moved, or whose day has become a holiday: told to the team at once,
// with the bank holidays that have moved it (C5, R7). Before the window is a departure with a reason and no miss; after it is a
// miss that is coming.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { sayDaysThatMoved } from './sayDay';

type MeetingOutsideWindow = NoticeBodyOf<'meetingOutsideWindow'>;

export const MEETING_OUTSIDE_WINDOW = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}The meeting of Rapid Review {{ reference }} is arranged for {{ strong(on) }}.
{% if dayOff %}That day has become a bank holiday since.{% elif early %}That is before its window, which opens on {{ opens }} and closes on {{ closes }}.{% else %}That is after its window,
which {{ "closed" if past else "closes" }} on {{ closes }}{% if completeBy %}, and after the review must be complete, on {{ completeBy }}{% endif %}.{% endif %}{% endcall %}
{% for cause in causes %}
{% call paragraph() %}{{ cause }}{% endcall %}
{% endfor %}
{{ heading("What to do now") }}
{% call items() %}
{% if past %}
{% call item() %}No day is left in its window, which closed on {{ closes }}. {{ "Move the meeting to" if dayOff else "Hold it on" }} the next working
day that all who are needed can make, and record why.{{ " Those invited are then mailed the new day." if dayOff }}{% endcall %}
{% elif dayOff %}
{% call item() %}Move the meeting to a working day{% if opens %} from {{ opens }} to {{ closes }}{% else %} by {{ closes }}{% endif %}.
Those invited are then mailed the new day.{% endcall %}
{% elif early %}
{% call item() %}If you can, move the meeting to a working day from {{ opens }} to {{ closes }}. Before that, agencies still
have time for their returns.{% endcall %}
{% call item() %}If it must be early, keep the date, and say why in the minutes.{% endcall %}
{% else %}
{% call item() %}If you can, move the meeting to a working day by the end of {{ closes }}.{% endcall %}
{% call item() %}If you cannot, hold it as soon after that as possible, and record why.{% endcall %}
{% endif %}
{% if tooLate and reconsiders %}
{% call item() %}By that day the partners confirm their decision, with which the national Panel has disagreed, or decide again. If
that will be late, tell the Panel when to expect it.{% endcall %}
{% elif tooLate %}
{% call item() %}If the Rapid Review will be late, tell the national Panel when to expect the decision and the report.{% endcall %}
{% endif %}
{% endcall %}
`;

const LIES = {
  early: 'before its window',
  late: 'after its window',
  dayOff: 'on a bank holiday',
} as const satisfies Record<MeetingOutsideWindow['way'], string>;

export const meetingOutsideWindow = (
  { reference }: Notice,
  body: MeetingOutsideWindow,
  facts: MailFacts,
): LetterView => {
  const { opens, closes, way } = body;
  const on = sayDate(body.on);
  const past = way !== 'early' && closes < facts.today;
  // A first day that is past is none to move it to.
  const from = opens !== undefined && opens > facts.today ? sayDate(opens) : '';
  return {
    subject: `${reference}: the meeting on ${on} is ${LIES[way]}`,
    body: 'meetingOutsideWindow',
    on,
    early: way === 'early',
    dayOff: way === 'dayOff',
    past,
    tooLate: past || way === 'late',
    opens: way === 'early' && opens !== undefined ? sayDate(opens) : from,
    closes: sayDate(closes),
    completeBy: facts.completeBy === undefined ? '' : sayDate(facts.completeBy),
    // Only the first meeting has a day before which it is early.
    reconsiders: opens === undefined,
    causes: sayDaysThatMoved(facts),
  };
};
