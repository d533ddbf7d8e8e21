// How the opening and the timestamps enter the state.

import type { CaseEvent } from '../events';
import { NOTHING_YET, type AnyCase, type OpenCase, type RecordedCase } from '../state';
import type { ReferralEvent } from './events';

export const openedBy = (event: Extract<CaseEvent, { kind: 'CaseOpened' }>): OpenCase | RecordedCase => {
  const { reference, nature, profile, rulesVersion, calendar, receivedAt } = event.body;
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

export const evolveReferral = <C extends AnyCase>(
  state: C,
  event: Extract<ReferralEvent, { kind: 'TimestampRecorded' | 'TimestampCorrected' }>,
): C => {
  const { timestamp, at } = event.body;
  const { [timestamp]: _was, ...others } = state.timestamps;
  return { ...state, timestamps: at === undefined ? others : { ...state.timestamps, [timestamp]: at } };
};
