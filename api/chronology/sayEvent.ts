// What happened, in words, for each event that there is: put together from one table a slice. TypeScript demands an entry
// for every kind.

import type { CaseEvent, EventBody } from '../../domain/rapidReview/events';
import { sayCalendarChange } from './sayCalendarChange';
import { sayClock } from './sayClock';
import { sayDecision, sayPanel } from './sayDecision';
import { sayDuplicates, sayEnding, saySafety } from './sayEnding';
import type { Name, Sayings } from './sayings';
import { sayMeeting } from './sayMeeting';
import { sayReferral, sayScoping } from './sayReferral';
import { sayReminders, sayReturns } from './sayReturns';

const SAYINGS: Sayings<EventBody> = {
  ...sayReferral,
  ...sayScoping,
  ...sayReturns,
  ...sayReminders,
  ...sayMeeting,
  ...sayDecision,
  ...sayPanel,
  ...sayEnding,
  ...saySafety,
  ...sayDuplicates,
  ...sayCalendarChange,
  ...sayClock,
};

/** `name` gives the name of an agency or a person by code. */
export const sayEvent = (event: CaseEvent, name: Name): string => {
  // The table holds for each kind what says the body of that kind.
  const say = SAYINGS[event.kind] as (body: CaseEvent['body'], name: Name) => string;
  return say(event.body, name);
};
