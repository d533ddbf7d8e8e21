// A meeting that lies outside its window, because either has moved: told to the team at once (C5, R7). Before the window
// is a departure with a reason and no miss; after it is a miss that is coming.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBody } from '../../../domain/rapidReview/notices';
import type { LetterView } from './mailFacts';

type MeetingOutsideWindow = Extract<NoticeBody, { kind: 'meetingOutsideWindow' }>;

export const MEETING_OUTSIDE_WINDOW = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}The meeting of Rapid Review {{ reference }} is arranged for {{ strong(on) }}.
{% if early %}That is before its window, which opens on {{ opens }} and closes on {{ closes }}.{% else %}That is after its window,
which closes on {{ closes }}.{% endif %}{% endcall %}
{{ heading("What to do now") }}
{% call items() %}
{% if early %}
{% call item() %}If you can, move the meeting to a working day from {{ opens }} to {{ closes }}. Before that, agencies still
have time for their returns.{% endcall %}
{% call item() %}If it must be early, keep the date, and record why.{% endcall %}
{% else %}
{% call item() %}If you can, move the meeting to a working day by the end of {{ closes }}.{% endcall %}
{% call item() %}If you cannot, hold it as soon after that as possible, and record why.{% endcall %}
{% call item() %}If the Rapid Review will be late, tell the national Panel when to expect the decision and the report.{% endcall %}
{% endif %}
{% endcall %}
`;

export const meetingOutsideWindow = ({ reference }: Notice, body: MeetingOutsideWindow): LetterView => {
  const early = body.way === 'early';
  const on = sayDate(body.on);
  return {
    subject: `${reference}: the meeting on ${on} is ${early ? 'before' : 'after'} its window`,
    body: 'meetingOutsideWindow',
    on,
    early,
    opens: body.opens === undefined ? '' : sayDate(body.opens),
    closes: sayDate(body.closes),
  };
};
