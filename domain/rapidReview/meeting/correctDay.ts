// Whether the day on which a meeting was held may be put right (R8), and what comes of it: hours and people stay as they were, and what it
// decided was decided on that day. Something else that was recorded wrong before a decision is taken back (`undoOpening.ts`).

import type { CivilDate } from '../../calendar/civilDate';
import { instant, type Instant } from '../../calendar/instant';
import { londonDateOf, londonInstant } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { lackingThen } from '../decision/lacking';
import { dayOf, daysOfDispatches, outsideItsTime, receiptOf, type DayOf } from '../datedInTime';
import { decisionInForce, decisionOfMeeting, type Decision } from '../decision/state';
import type { CaseEvent, EventBody } from '../events';
import { withDayPutRight } from '../panel/decisionAsSent';
import { answersPanel } from '../panel/reconsidered';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import type { OpenCase, CaseWithReview } from '../state';
import type { CorrectMeetingDay } from './commands';
import type { MeetingDayCorrected } from './events';
import type { Departure } from './dayToWindow';
import { outOfOrder } from './outOfOrder';
import type { Meeting, OpenedMeeting, Presence } from './state';
import { departureOf, meetingWindow, windowNow } from './window';

const isOpened = (meeting: Meeting): meeting is OpenedMeeting => meeting.openedAt !== undefined;

/** A meeting is not before the one before it. */
const heldDays = (meetings: readonly Meeting[], calendar: WorkingCalendar): readonly DayOf[] =>
  meetings
    .filter(isOpened)
    .map(({ openedAt }) => ({ of: 'otherMeeting', on: londonDateOf(calendar, openedAt) }));

/** The last of what it comes after. */
const earliest = (
  state: OpenCase,
  before: readonly Meeting[],
  decided: Decision | undefined,
  calendar: WorkingCalendar,
): DayOf | undefined =>
  [
    receiptOf(state, calendar),
    ...heldDays(before, calendar),
    answersPanel(state, decided) ? dayOf('disagreement', state.panelDisagreedOn) : undefined,
  ]
    .filter((one) => one !== undefined)
    .reduce<DayOf | undefined>((a, b) => (a === undefined || b.on > a.on ? b : a), undefined);

/** What came after it. */
const answeredBy = (
  { panel }: OpenCase,
  after: readonly Meeting[],
  decided: Decision | undefined,
  calendar: WorkingCalendar,
): readonly DayOf[] => [
  ...heldDays(after, calendar),
  ...(decided?.signOffs ?? []).map(({ on }): DayOf => ({ of: 'signOff', on })),
  ...daysOfDispatches(
    panel.dispatches.filter(({ decision }) => decision === decided?.number),
    calendar,
  ),
];

/** On a day on which something else was, it comes after it, or before it. */
const overlaps = (
  { timestamps: { referralReceived } }: OpenCase,
  { openedAt, closedAt }: { readonly openedAt: Instant; readonly closedAt: Instant },
  before: readonly Meeting[],
  after: readonly Meeting[],
): Rejection | undefined => {
  const ended = [
    ...(referralReceived === undefined ? [] : [{ what: 'receipt', recorded: referralReceived } as const]),
    ...before.flatMap(({ closedAt: recorded }) =>
      recorded === undefined ? [] : [{ what: 'meetingBefore', recorded } as const],
    ),
  ];
  const early = outOfOrder(openedAt, ended);
  if (early !== undefined) return { ...early, asRecorded: true };
  const begun = after.map((other) => other.openedAt).filter((one) => one !== undefined);
  const next = Math.min(...begun, Infinity);
  return closedAt > next ? { code: 'MeetingNotBeforeNext', closedAt, next: instant(next) } : undefined;
};

/**
 * How a day on which it was held lies to the window, as that stands now: what was recorded of another day says nothing of it. Throws
 * `BeyondCalendar`.
 */
export const departsOn = (
  state: CaseWithReview,
  calendar: WorkingCalendar,
  meeting: number,
  on: CivilDate,
): Departure | undefined => {
  const decided = decisionOfMeeting(state, meeting);
  if (decided === undefined) return departureOf(windowNow(state, calendar), on);
  if (state.decisions[0]?.meeting === meeting) return departureOf(meetingWindow(state, calendar), on);
  return answersPanel(state, decided)
    ? departureOf(meetingWindow(state, calendar, 'reconsideration'), on)
    : undefined;
};

/** The answer to a disagreement that the Panel has disagreed with again is kept with that reply as it was (R19). */
const answeredOneBefore = (state: OpenCase, { meeting }: Decision): boolean => {
  const said = state.decisions.filter((one) => one.meeting === meeting).map(({ event }) => event);
  return state.panel.replies.some(
    ({ before }) => before !== undefined && said.includes(before.reconsideredBy),
  );
};

export const correctMeetingDay = (
  state: OpenCase,
  { meeting: number, on, reason }: CorrectMeetingDay,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const found = state.meetings.find((meeting) => meeting.number === number);
  if (found?.openedAt === undefined || found.closedAt === undefined)
    return refuse({ code: 'NoSuchMeetingHeld', meeting: number });
  const was = londonDateOf(calendar, found.openedAt);
  if (on === was) return refuse({ code: 'MeetingDayCorrectionChangesNothing', on });
  const decided = decisionOfMeeting(state, number);
  if (decided !== undefined && answeredOneBefore(state, decided))
    return refuse({ code: 'MeetingBuiltUpon', meeting: number });
  const before = state.meetings.filter((other) => other.number < number);
  const after = state.meetings.filter((other) => other.number > number);
  const wrong = outsideItsTime(
    on,
    earliest(state, before, decided, calendar),
    calendar,
    now,
    ...answeredBy(state, after, decided, calendar),
  );
  if (wrong !== undefined) return refuse(wrong);
  // Clocks change at night: between two days every hour of a meeting is as far apart.
  const apart = londonInstant(calendar, on, 12, 0) - londonInstant(calendar, was, 12, 0);
  const openedAt = instant(found.openedAt + apart);
  const closedAt = instant(found.closedAt + apart);
  if (closedAt > now) return refuse({ code: 'MomentInFuture', at: closedAt, now, asRecorded: true });
  const overlapping = overlaps(state, { openedAt, closedAt }, before, after);
  if (overlapping !== undefined) return refuse(overlapping);
  return accept({
    kind: 'MeetingDayCorrected',
    body: {
      meeting: number,
      was,
      on,
      openedAt,
      ...(decided === undefined
        ? {}
        : { missingReturns: lackingThen(state, { on, at: instant(decided.decidedAt + apart) }, calendar) }),
      reason,
    },
  });
};

type Moved = (at: Instant) => Instant;

/** `began`: before it is a conflict that was declared in a meeting before this one, which keeps its moment. */
const presenceOn = (
  { arrivedAt, leftAt, conflictAt, seat, ...known }: Presence,
  began: Instant,
  moved: Moved,
): Presence => ({
  ...known,
  arrivedAt: moved(arrivedAt),
  ...(leftAt === undefined ? {} : { leftAt: moved(leftAt) }),
  ...(conflictAt === undefined ? {} : { conflictAt: conflictAt < began ? conflictAt : moved(conflictAt) }),
  ...(seat === undefined
    ? {}
    : {
        seat: {
          name: seat.name,
          from: moved(seat.from),
          ...(seat.until === undefined ? {} : { until: moved(seat.until) }),
        },
      }),
});

/** A conflict that was declared in the meeting whose day is put right is of its moment in a meeting after it too. */
const withConflictsMoved = (meeting: Meeting, from: Instant, to: Instant, moved: Moved): Meeting => ({
  ...meeting,
  presences: meeting.presences.map((one) =>
    one.conflictAt === undefined || one.conflictAt < from || one.conflictAt > to
      ? one
      : { ...one, conflictAt: moved(one.conflictAt) },
  ),
});

/** How it enters the state: the meeting as it was, on that day, and what it decided. */
export const heldOn = <C extends CaseWithReview>(
  state: C,
  {
    body: { meeting: number, on, openedAt, missingReturns },
    ...event
  }: MeetingDayCorrected & Pick<CaseEvent, 'number'>,
): C => {
  const found = state.meetings.find((meeting) => meeting.number === number);
  const before = found?.openedAt;
  if (found === undefined || before === undefined) return state;
  const apart = openedAt - before;
  const moved: Moved = (at) => instant(at + apart);
  const { closedAt } = found;
  const corrected: Meeting = {
    ...found,
    startsAt: moved(found.startsAt),
    openedAt,
    ...(closedAt === undefined ? {} : { closedAt: moved(closedAt) }),
    presences: found.presences.map((presence) => presenceOn(presence, before, moved)),
  };
  const decisions = state.decisions.map((decision) =>
    decision.meeting === number
      ? {
          ...withDayPutRight(decision, state.panel, event),
          on,
          decidedAt: moved(decision.decidedAt),
          ...(missingReturns === undefined ? {} : { missingReturns }),
        }
      : decision,
  );
  const { panel } = state;
  const last = decisionInForce(state);
  const answered = last?.meeting === number && answersPanel(state, last);
  return {
    ...state,
    decisions,
    meetings: state.meetings.map((meeting) =>
      meeting === found ? corrected : withConflictsMoved(meeting, before, found.closedAt ?? before, moved),
    ),
    ...(answered ? { panel: { ...panel, reconsideredOn: on } } : {}),
  };
};
