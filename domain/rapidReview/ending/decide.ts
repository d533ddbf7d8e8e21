// Whether a case may end, and be taken up again, and what that establishes (R20, R21). Open obligations lapse; misses,
// safety concerns and secured records stand. A meeting that is arranged is cancelled with it.

import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import { keyOf } from '../../timetable/obligationKey';
import type { ChangeToFollow } from '../calendarChange/commands';
import { adoptCalendar } from '../calendarChange/decide';
import { doneOn } from '../clock/outcomes';
import { byAllPartners } from '../decision/confirm';
import { hasAbsorbed } from '../duplicates/state';
import type { EventBody } from '../events';
import { standingMeeting } from '../meeting/state';
import { isOnItsWay, panelHasSince, settles } from '../panel/state';
import { isEarlierReference, type DossierRow } from '../references';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import { holds } from '../rulesVersion';
import { voidWithoutItsAnswer } from '../scoping/bounces';
import type { AnyCase, EndedCase, OpenCase } from '../state';
import type {
  EndAsMerged,
  FindCriteriaNotMet,
  UndoSettlement,
  UndoWithdrawal,
  WithdrawCase,
} from './commands';
import type { CaseEnded } from './events';
import type { Ending, EndingCause } from './state';

/** Whoever is invited to a meeting that is arranged must not come to it. */
const meetingOff = (state: OpenCase): readonly EventBody[] => {
  const standing = standingMeeting(state);
  if (standing?.stage !== 'arranged') return [];
  const { number: meeting, startsAt } = standing;
  return [{ kind: 'MeetingCancelled', body: { meeting, startsAt, cause: 'caseEnded' } }];
};

export const endedBy = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
  how: Omit<CaseEnded['body'], 'on' | 'lapsed'>,
): readonly EventBody[] => [
  ...meetingOff(state),
  {
    kind: 'CaseEnded',
    body: {
      ...how,
      on: londonDateOf(calendar, now),
      // What was done lapses by no end, though nobody may know by when it was due.
      lapsed: dueDates(state, calendar)
        .filter(
          (due) => state.outcomes[keyOf(due)] === undefined && doneOn(state, calendar, due) === undefined,
        )
        .map(keyOf),
    },
  },
];

const notifiedOn = ({ timestamps }: OpenCase, calendar: WorkingCalendar) =>
  timestamps.notificationSent === undefined ? undefined : londonDateOf(calendar, timestamps.notificationSent);

/** Once the Panel has the decision only its settled reply ends the case: what would end it otherwise comes too late. */
const whatPanelHas = (state: OpenCase): Rejection | undefined => {
  const on = panelHasSince(state.panel.dispatches);
  if (on !== undefined) return { code: 'PanelHasDecision', on };
  const { dispatches } = state.panel;
  if (dispatches.some(isOnItsWay)) return { code: 'PanelAlreadyInformed' };
  return dispatches.some((one) => one.mayHaveArrived === true)
    ? { code: 'PanelAlreadyInformed', mayHaveArrived: true }
    : undefined;
};

/** The day on which the notification went need not be known: its copy shows that it did (R3). */
const notifiedAlready = (state: OpenCase, calendar: WorkingCalendar): Rejection | undefined => {
  const on = notifiedOn(state, calendar);
  if (on !== undefined) return { code: 'NotifiedAlready', on };
  const copy = state.timestamps.notificationCopyReceived;
  return copy === undefined
    ? undefined
    : { code: 'NotifiedAlready', on: londonDateOf(calendar, copy), byItsCopy: true };
};

const notNotifiedYet = (state: OpenCase, calendar: WorkingCalendar): Rejection | undefined =>
  notifiedOn(state, calendar) === undefined && state.timestamps.notificationCopyReceived === undefined
    ? { code: 'NotNotifiedYet' }
    : undefined;

/** Each sends on to the other end. */
const BY_NOTIFICATION = { withdrawn: notifiedAlready, criteriaNotMet: notNotifiedYet } as const;

const end = (
  state: OpenCase,
  { agreedBy, reason }: WithdrawCase | FindCriteriaNotMet,
  cause: keyof typeof BY_NOTIFICATION,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  // What the Panel has forbids both ends: it is said before anybody is sent on.
  const wrong =
    whatPanelHas(state) ?? BY_NOTIFICATION[cause](state, calendar) ?? byAllPartners(state, agreedBy);
  if (wrong !== undefined) return refuse(wrong);
  return accept(...endedBy(state, calendar, now, { cause, agreedBy, reason }));
};

export const withdrawCase = (
  state: OpenCase,
  command: WithdrawCase,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => end(state, command, 'withdrawn', calendar, now);

export const findCriteriaNotMet = (
  state: OpenCase,
  command: FindCriteriaNotMet,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => end(state, command, 'criteriaNotMet', calendar, now);

const hasEndedAs = (state: AnyCase, cause: EndingCause): state is EndedCase =>
  state.status === 'ended' && state.ending.cause === cause;

/** How it has ended, where it has, and which case goes on for it. */
const howEnded = (state: AnyCase): Partial<Pick<Ending, 'cause' | 'into'>> => {
  if (state.status !== 'ended') return {};
  const { cause, into } = state.ending;
  return into === undefined ? { cause } : { cause, into };
};

/** R3, R8: answers by which alone requests stood turned out to be none while it had ended, and after the end nothing is void. */
const voidAfterAll = (state: EndedCase): readonly EventBody[] =>
  holds(state, 'requestIsVoidAsCaseGoesOn')
    ? state.agencies
        .filter(({ returns }) => returns.some(({ mistakenAfterEnd }) => mistakenAfterEnd === true))
        .flatMap(voidWithoutItsAnswer)
    : [];

/**
 * While it had ended it followed no change of the calendar: it goes over as it is taken up again, so that no earlier date is
 * missed, or told to anybody, meanwhile (R9).
 */
const takenUpBy = (
  undone: readonly EventBody[],
  state: EndedCase,
  follow: ChangeToFollow | undefined,
  calendar: WorkingCalendar,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  const adopted = follow === undefined ? accept<EventBody>() : adoptCalendar(state, follow, calendar, given);
  return adopted.ok ? accept(...undone, ...voidAfterAll(state), ...adopted.events) : adopted;
};

export const undoWithdrawal = (
  state: AnyCase,
  { reason, follow }: UndoWithdrawal,
  calendar: WorkingCalendar,
  given: WorkingCalendar | undefined,
): Decided<EventBody> =>
  hasEndedAs(state, 'withdrawn')
    ? takenUpBy([{ kind: 'WithdrawalUndone', body: { reason } }], state, follow, calendar, given)
    : refuse({ code: 'NotWithdrawn', ...howEnded(state) });

/** Nothing more is to come of a reply that settles by itself: were it left, the case would have to end again. */
const settlingReply = ({ panel }: EndedCase, reason: DossierRow): readonly EventBody[] => {
  const last = panel.replies.at(-1);
  return last !== undefined && settles(last.reply)
    ? [{ kind: 'PanelReplyCorrected', body: { number: last.number, was: last.on, reason } }]
    : [];
};

/** R8, R20: the wrong case, or too soon. */
export const undoSettlement = (
  state: AnyCase,
  { reason, follow }: UndoSettlement,
  calendar: WorkingCalendar,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  if (!hasEndedAs(state, 'settled')) return refuse({ code: 'NotSettled', ...howEnded(state) });
  const undone: EventBody = { kind: 'SettlementUndone', body: { reason } };
  return takenUpBy([undone, ...settlingReply(state, reason)], state, follow, calendar, given);
};

/** Of two that absorbed each other the earlier goes on: either knows that by itself, and both come to the same. */
const goesOnItself = (state: OpenCase, into: EndAsMerged['into']): boolean =>
  hasAbsorbed(state, into) && isEarlierReference(state.reference, into);

export const endAsMerged = (
  state: OpenCase,
  { into, reason }: EndAsMerged,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { reference } = state;
  if (into === reference) return refuse({ code: 'DuplicateOfItself' });
  if (goesOnItself(state, into)) return refuse({ code: 'MergedTheOtherWay', into, goesOn: reference });
  const atPanel = whatPanelHas(state);
  if (atPanel !== undefined) return refuse(atPanel);
  return accept(...endedBy(state, calendar, now, { cause: 'merged', into, reason }));
};
