// How each event changes the state: exhaustive, without a default branch, and it cannot fail. It decides nothing;
// what may happen is `decide.ts`, what time brings is `clock/`.

import { evolveClock } from './clock/evolve';
import type { CaseEvent } from './events';
import { evolveReferral, openedBy } from './referral/evolve';
import { evolveScoping } from './scoping/evolve';
import { noCase, type OpenCase, type RapidReview, type RecordedCase } from './state';

const evolveOpen = (state: OpenCase, event: CaseEvent): OpenCase => {
  switch (event.kind) {
    case 'CaseOpened':
      return state;
    case 'TimestampRecorded':
    case 'TimestampCorrected':
      return evolveReferral(state, event);
    case 'AgencyIdentified':
    case 'ScopingRequested':
    case 'ScopingRequestSent':
    case 'RequestBounced':
    case 'RequestVoided':
      return evolveScoping(state, event);
    case 'ObligationMissed':
    case 'ObligationMet':
    case 'ObligationReinstated':
    case 'OutcomeRestated':
    case 'DatesMoved':
    case 'MeetingWindowLeavesNothing':
    case 'AgencyReminded':
    case 'RungsSkipped':
    case 'TeamBriefed':
    case 'BriefingSkipped':
    case 'NoticeFailed':
      return evolveClock(state, event);
  }
};

/** Where no clock runs only what was said is kept. */
const evolveRecorded = (state: RecordedCase, event: CaseEvent): RecordedCase =>
  event.kind === 'TimestampRecorded' || event.kind === 'TimestampCorrected'
    ? evolveReferral(state, event)
    : state;

export const evolve = (state: RapidReview, event: CaseEvent): RapidReview => {
  if (state.status === 'none') return event.kind === 'CaseOpened' ? openedBy(event) : state;
  const after = state.status === 'open' ? evolveOpen(state, event) : evolveRecorded(state, event);
  return { ...after, version: event.number, lastEventAt: event.at };
};

/** The state that a case's events lead to, from the first. */
export const fold = (events: readonly CaseEvent[], from: RapidReview = noCase): RapidReview =>
  events.reduce(evolve, from);
