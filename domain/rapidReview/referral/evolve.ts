// How the opening and the timestamps enter the state.

import type { CaseEvent } from '../events';
import type { OpenCase, RecordedCase } from '../state';
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
    version: event.number,
    lastEventAt: event.at,
  };
  return nature === 'suspectedAbuseOrNeglect'
    ? { ...opened, status: 'open', rungs: {}, untoldFailures: [], failedNotices: [] }
    : { ...opened, status: 'recordedOnly' };
};

export const evolveReferral = <C extends OpenCase | RecordedCase>(
  state: C,
  event: Exclude<ReferralEvent, { kind: 'CaseOpened' }>,
): C => ({
  ...state,
  timestamps: { ...state.timestamps, [event.body.timestamp]: event.body.at },
});
