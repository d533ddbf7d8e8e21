// How the opening and the timestamps enter the state.

import { receiptsWith } from '../duplicates/receipts';
import type { TimestampName } from '../../policy/policyProfile';
import type { CaseEvent } from '../events';
import { newsAgain } from '../clock/newsAgain';
import { topicOfNotRecorded } from '../notificationUndated';
import { withReference } from '../panel/reference';
import { carryOn } from '../rulesVersion';
import { carriesReview, NOTHING_YET, type AnyCase, type OpenCase, type RecordedCase } from '../state';
import type { ReferralEvent } from './events';

/** Throws `Error` where the case is of a version of the rules that this program does not carry on. */
export const openedBy = (event: Extract<CaseEvent, { kind: 'CaseOpened' }>): OpenCase | RecordedCase => {
  const { reference, nature, profile, rulesVersion, calendar, receivedAt } = event.body;
  carryOn(rulesVersion);
  const opened = {
    reference,
    nature,
    profile,
    rulesVersion,
    calendar,
    timestamps: { referralReceived: receivedAt },
    agencies: [],
    outcomes: {},
    concerns: [],
    version: event.number,
    lastEventAt: event.at,
  };
  return nature === 'suspectedAbuseOrNeglect'
    ? { ...opened, ...NOTHING_YET, status: 'open' }
    : { ...opened, status: 'recordedOnly' };
};

/** It was given to the notification, and there was none. */
const withoutReference = <C extends AnyCase>(state: C, event: Pick<CaseEvent, 'number'>): C =>
  carriesReview(state) ? { ...state, panel: withReference(state, false, event) } : state;

/** R22: whoever records a moment of that name has seen what merged cases had. */
const withoutMomentsOfMerged = <C extends AnyCase>(state: C, timestamp: TimestampName): C =>
  timestamp === 'referralReceived' || !carriesReview(state)
    ? state
    : {
        ...state,
        duplicates: state.duplicates.map((known) => {
          if (known.notTaken?.[timestamp] === undefined) return known;
          const { [timestamp]: _seen, ...notTaken } = known.notTaken;
          return { ...known, notTaken };
        }),
      };

export const evolveReferral = <C extends AnyCase>(
  state: C,
  event: Extract<ReferralEvent, { kind: 'TimestampRecorded' | 'TimestampCorrected' }> &
    Pick<CaseEvent, 'number'>,
): C => {
  const { timestamp, at } = event.body;
  const { [timestamp]: _was, ...others } = state.timestamps;
  if (at !== undefined) {
    const ofReceipt = event.kind === 'TimestampCorrected' && timestamp === 'referralReceived';
    if (ofReceipt && carriesReview(state)) return { ...state, ...receiptsWith(state, event.body.of, at) };
    const recorded = { ...state, timestamps: { ...state.timestamps, [timestamp]: at } };
    return event.kind === 'TimestampRecorded' ? withoutMomentsOfMerged(recorded, timestamp) : recorded;
  }
  const recordedNoMore = { ...state, timestamps: others };
  const without = carriesReview(recordedNoMore)
    ? newsAgain(recordedNoMore, topicOfNotRecorded(timestamp))
    : recordedNoMore;
  return timestamp === 'notificationSent' ? withoutReference(without, event) : without;
};
