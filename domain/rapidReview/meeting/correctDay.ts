// Whether the day on which a meeting was held may be put right (R8), and what comes of it: hours and people stay as they were, and what it
// decided was decided on that day. Something else that was recorded wrong before a decision is taken back (`undoOpening.ts`).

import type { CivilDate } from '../../calendar/civilDate';
import { instant, type Instant } from '../../calendar/instant';
import { londonDateOf, londonInstant } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId } from '../../timetable/facts';
import { stoppingReturn } from '../agenciesOfCase';
import { dayOf, outsideItsTime, receiptOf, type DayOf } from '../datedInTime';
import type { Decision as Taken } from '../decision/state';
import type { CaseEvent, EventBody } from '../events';
import { noMoreBy } from '../panel/sentBefore';
import { accept, refuse, type Decision } from '../rejections';
import type { OpenCase, Running } from '../state';
import type { CorrectMeetingDay } from './commands';
import type { MeetingDayCorrected } from './events';
import type { Meeting, OpenedMeeting, Presence } from './state';

const isOpened = (meeting: Meeting): meeting is OpenedMeeting => meeting.openedAt !== undefined;

/** Of those that were held: a meeting is not before the one before it. */
const heldDays = (
  { meetings }: OpenCase,
  calendar: WorkingCalendar,
): readonly (DayOf & { readonly number: number })[] =>
  meetings
    .filter(isOpened)
    .map(({ number, openedAt }) => ({ of: 'otherMeeting', on: londonDateOf(calendar, openedAt), number }));

const isKnown = (day: DayOf | undefined): day is DayOf => day !== undefined;

/** It answers the Panel's disagreement, and no earlier one does. */
const answersPanel = ({ decisions, panel }: OpenCase, decided: Taken | undefined): boolean =>
  decided !== undefined && decided === decisions.at(-1) && decided.on === panel.reconsideredOn;

/** The last of what it comes after. */
const earliest = (
  state: OpenCase,
  { number }: Meeting,
  decided: Taken | undefined,
  calendar: WorkingCalendar,
): DayOf | undefined =>
  [
    receiptOf(state, calendar),
    ...heldDays(state, calendar).filter((other) => other.number < number),
    answersPanel(state, decided) ? dayOf('disagreement', state.panelDisagreedOn) : undefined,
  ]
    .filter(isKnown)
    .reduce<DayOf | undefined>((a, b) => (a === undefined || b.on > a.on ? b : a), undefined);

/** What came after it. */
const answeredBy = (
  state: OpenCase,
  { number }: Meeting,
  decided: Taken | undefined,
  calendar: WorkingCalendar,
): readonly DayOf[] => [
  ...heldDays(state, calendar).filter((other) => other.number > number),
  ...(decided?.signOffs ?? []).map(({ on }): DayOf => ({ of: 'signOff', on })),
  ...state.panel.dispatches
    .filter(({ decision }) => decision === decided?.number)
    .map(({ sent }) => dayOf('dispatch', sent?.on))
    .filter(isKnown),
];

/** What the group had not got by the right day, of what it had not got or had by the one that was recorded (R16). */
const missingBy = (
  { agencies }: OpenCase,
  { missingReturns, on: was }: Taken,
  on: CivilDate,
  calendar: WorkingCalendar,
): readonly AgencyId[] =>
  agencies
    .filter(({ agency, identified, ...known }) => {
      const answered = stoppingReturn({ agency, identified, ...known })?.on;
      if (identified !== 'withReferral' && londonDateOf(calendar, identified) > on) return false;
      if (answered !== undefined && answered <= on) return false;
      const foundSince = identified !== 'withReferral' && londonDateOf(calendar, identified) > was;
      return missingReturns.includes(agency) || answered !== undefined || foundSince;
    })
    .map(({ agency }) => agency);

export const correctMeetingDay = (
  state: OpenCase,
  { meeting: number, on, reason }: CorrectMeetingDay,
  calendar: WorkingCalendar,
  now: Instant,
): Decision<EventBody> => {
  const found = state.meetings.find((meeting) => meeting.number === number);
  if (found?.openedAt === undefined || found.closedAt === undefined)
    return refuse({ code: 'NoSuchMeetingHeld', meeting: number });
  const was = londonDateOf(calendar, found.openedAt);
  if (on === was) return refuse({ code: 'MeetingDayCorrectionChangesNothing', on });
  const decided = state.decisions.findLast(({ meeting }) => meeting === number);
  const wrong = outsideItsTime(
    on,
    earliest(state, found, decided, calendar),
    calendar,
    now,
    ...answeredBy(state, found, decided, calendar),
  );
  if (wrong !== undefined) return refuse(wrong);
  // Clocks change at night: between two days every hour of a meeting is as far apart.
  const apart = londonInstant(calendar, on, 12, 0) - londonInstant(calendar, was, 12, 0);
  const closedAt = instant(found.closedAt + apart);
  if (closedAt > now) return refuse({ code: 'MomentInFuture', at: closedAt, now });
  return accept({
    kind: 'MeetingDayCorrected',
    body: {
      ...{ meeting: number, was, on, openedAt: instant(found.openedAt + apart) },
      ...(decided === undefined ? {} : { missingReturns: missingBy(state, decided, on, calendar) }),
      reason,
    },
  });
};

type Moved = (at: Instant) => Instant;

const presenceOn = ({ arrivedAt, leftAt, conflictAt, seat, ...known }: Presence, moved: Moved): Presence => ({
  ...known,
  arrivedAt: moved(arrivedAt),
  ...(leftAt === undefined ? {} : { leftAt: moved(leftAt) }),
  ...(conflictAt === undefined ? {} : { conflictAt: moved(conflictAt) }),
  ...(seat === undefined
    ? {}
    : {
        seat: {
          ...{ name: seat.name, from: moved(seat.from) },
          ...(seat.until === undefined ? {} : { until: moved(seat.until) }),
        },
      }),
});

/** How it enters the state: the meeting as it was, on that day, and what it decided. */
export const heldOn = <C extends Running>(
  state: C,
  {
    body: { meeting: number, was, on, openedAt, missingReturns },
    ...event
  }: MeetingDayCorrected & Pick<CaseEvent, 'number' | 'at'>,
): C => {
  const found = state.meetings.find((meeting) => meeting.number === number);
  if (found?.openedAt === undefined) return state;
  const apart = openedAt - found.openedAt;
  const moved: Moved = (at) => instant(at + apart);
  const { closedAt } = found;
  const corrected: Meeting = {
    ...{ ...found, startsAt: moved(found.startsAt), openedAt },
    ...(closedAt === undefined ? {} : { closedAt: moved(closedAt) }),
    presences: found.presences.map((presence) => presenceOn(presence, moved)),
  };
  const decisions = state.decisions.map((decision) =>
    decision.meeting === number
      ? {
          ...{ ...decision, on, decidedAt: moved(decision.decidedAt) },
          dayPutRight: noMoreBy(state.panel, event),
          ...(missingReturns === undefined ? {} : { missingReturns }),
        }
      : decision,
  );
  const { panel } = state;
  const answered = panel.reconsideredOn === was && state.decisions.at(-1)?.meeting === number;
  return {
    ...{ ...state, decisions },
    meetings: state.meetings.map((meeting) => (meeting === found ? corrected : meeting)),
    ...(answered ? { panel: { ...panel, reconsideredOn: on } } : {}),
  };
};
