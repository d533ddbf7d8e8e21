// The date by which the review must be complete leaves the meeting no day in its window: told to the team at once.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView } from './mailFacts';

type WindowLeavesNothing = NoticeBodyOf<'meetingWindowLeavesNothing'>;

export const MEETING_WINDOW_LEAVES_NOTHING = `
{% from "blocks" import heading, paragraph, strong %}
{% call paragraph() %}Rapid Review {{ reference }} must be complete by the end of {{ strong(headline) }}. The meeting is held
some days before that, so that the decision and the report can be sent in time. This time that leaves no day in the usual
window for the meeting.{% endcall %}
{{ heading("What to do now") }}
{% call paragraph() %}Hold the meeting on {{ strong(earliest) }}, the earliest day that works. If you cannot, hold it as soon
after that as possible. If the Rapid Review will be late, record why, and tell the national Panel when to expect the
decision and the report.{% endcall %}
`;

export const meetingWindowLeavesNothing = ({ reference }: Notice, body: WindowLeavesNothing): LetterView => ({
  subject: `${reference}: hold the Rapid Review meeting on ${sayDate(body.earliestWorkable)}`,
  body: 'meetingWindowLeavesNothing',
  headline: sayDate(body.headline),
  earliest: sayDate(body.earliestWorkable),
});
