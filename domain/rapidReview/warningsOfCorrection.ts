// What people should know of a correction before it is made: that it goes far, what an agency or a delegate has said itself, what would fall away
// or stay behind, and what the case would be warned of that it is not warned of now. Of a case as it stands, `warnings.ts`.

import { DAY } from '../calendar/instant';
import { londonDateToSay } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { agencyOn, isStanding, returnOf, saidToHoldNothing } from './agenciesOfCase';
import type { CaseWarning } from './caseWarning';
import { decisionInForce } from './decision/state';
import type { CaseEvent } from './events';
import { whoseReceipt } from './duplicates/receipts';
import { departsOn } from './meeting/correctDay';
import type { MeetingDayCorrected } from './meeting/events';
import { carriesReview, type AnyCase, type RapidReview } from './state';
import { isFar, onDayOff, warningsOf } from './warnings';

const farMoves = (
  events: readonly CaseEvent[],
  state: AnyCase,
  calendar: WorkingCalendar,
): readonly CaseWarning[] =>
  events.flatMap((event): CaseWarning[] => {
    if (event.kind !== 'TimestampCorrected') return [];
    const { timestamp, was, at } = event.body;
    if (at === undefined) return [];
    const days = Math.round(Math.abs(at - was) / DAY);
    return isFar(state, days)
      ? [{ about: 'movesFar', what: timestamp, on: londonDateToSay(calendar, at), days }]
      : [];
  });

/** R22: that it is put right need not move a date. */
const otherReceipts = (
  events: readonly CaseEvent[],
  after: AnyCase,
  calendar: WorkingCalendar,
): readonly CaseWarning[] =>
  events.flatMap((event): CaseWarning[] => {
    if (event.kind !== 'TimestampCorrected' || event.body.counts === undefined) return [];
    const of = whoseReceipt(after, event.body.counts);
    const on = londonDateToSay(calendar, event.body.counts);
    return [{ about: 'otherReceiptCounts', ...(of === undefined ? {} : { of }), on }];
  });

/** What is to be a mistake the agency has told us itself, or the delegate. */
const ownWords = (events: readonly CaseEvent[], state: AnyCase): readonly CaseWarning[] =>
  events.flatMap((event): CaseWarning[] => {
    if (event.kind === 'ReturnCorrected' && event.body.on === undefined) {
      const { agency, number } = event.body;
      const answer = returnOf(state, agency, number);
      if (answer?.byAgency !== true) return [];
      const back = state.status === 'open' && isStanding(answer);
      return [{ about: 'sentByAgency', agency, number, ...(back ? { canBeSentBack: back } : {}) }];
    }
    if (event.kind === 'RecordsSecuredCorrected' && event.body.on === undefined) {
      const { agency } = event.body;
      const known = agencyOn(state, agency);
      if (known?.securedByAgency !== true) return [];
      const asked = state.status === 'open' && known.request !== undefined;
      const onItsPage = asked && saidToHoldNothing(known) === undefined;
      return [{ about: 'securedByAgency', agency, ...(onItsPage ? { onItsPage } : {}) }];
    }
    if (event.kind === 'SignOffCorrected' && event.body.on === undefined) {
      const { seat } = event.body;
      const signed = carriesReview(state) ? decisionInForce(state)?.signOffs : undefined;
      return signed?.some((one) => one.seat === seat && !one.onBehalf) === true
        ? [{ about: 'signedByDelegate', seat }]
        : [];
    }
    return [];
  });

type Moment = 'notificationSent' | 'notificationCopyReceived';
const isRecorded = (state: RapidReview, moment: Moment): boolean =>
  state.status !== 'none' && state.timestamps[moment] !== undefined;

/** A notification that never was had no copy. */
const copyStays = (before: RapidReview, after: RapidReview): readonly CaseWarning[] =>
  isRecorded(before, 'notificationSent') &&
  !isRecorded(after, 'notificationSent') &&
  isRecorded(after, 'notificationCopyReceived')
    ? [{ about: 'copyStays' }]
    : [];

const hasReference = (state: RapidReview): boolean => carriesReview(state) && state.panel.referenceRecorded;

/** They move as what they are counted from does, which is told for itself. */
const COUNTED: readonly string[] = [
  'due',
  'papersOn',
  'opens',
  'closes',
  'completeBy',
  'received',
  'receivedAt',
  'days',
];

/** What is warned of, whatever those dates are now. */
const gistOf = (warning: CaseWarning): string => {
  // Of a meeting whose day is put right: who had not answered is no other.
  const counted = warning.about === 'decidedWithout' ? [...COUNTED, 'on'] : COUNTED;
  return JSON.stringify(warning, (field, value: unknown) => (counted.includes(field) ? '' : value));
};

/** How it lies to the window nobody was asked for a reason then. */
const ofRightDay = (
  { meeting, on }: MeetingDayCorrected['body'],
  after: RapidReview,
  calendar: WorkingCalendar,
): readonly CaseWarning[] => {
  const departure = after.status === 'open' ? departsOn(after, calendar, meeting, on) : undefined;
  return [
    ...onDayOff(on, calendar),
    ...(departure === undefined ? [] : [{ about: 'meetingOutsideWindow', on, ...departure } as const]),
  ];
};

/** What people should know of the events of a correction: that they go far, and what is not so without them. */
export const warningsOfCorrection = (
  before: RapidReview,
  after: RapidReview,
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
): readonly CaseWarning[] => {
  if (before.status === 'none') return [];
  const known = new Set(warningsOf(before, calendar).map(gistOf));
  return [
    ...farMoves(events, before, calendar),
    ...(after.status === 'none' ? [] : otherReceipts(events, after, calendar)),
    ...ownWords(events, before),
    ...(hasReference(before) && !hasReference(after) ? [{ about: 'referenceFallsAway' } as const] : []),
    ...events.flatMap((event) =>
      event.kind === 'MeetingDayCorrected' ? ofRightDay(event.body, after, calendar) : [],
    ),
    ...copyStays(before, after),
    ...warningsOf(after, calendar).filter((warning) => !known.has(gistOf(warning))),
  ];
};
