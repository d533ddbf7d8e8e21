// The first date of each obligation: the one before its dates began to move. A corrected fact begins anew (R8), so that
// nobody is counted late against a date that was never right.

import type { CivilDate } from '../calendar/civilDate';
import type { ObligationKey } from '../timetable/facts';
import type { CaseEvent } from './events';

const CORRECTIONS: readonly CaseEvent['kind'][] = [
  'TimestampCorrected',
  'RequestSentCorrected',
  'CaseAbsorbed',
];

/** Only of the obligations that have moved: the first date of any other is its present one. */
export const firstDates = (events: readonly CaseEvent[]): ReadonlyMap<ObligationKey, CivilDate> => {
  const first = new Map<ObligationKey, CivilDate>();
  let correctedBy = '';
  for (const event of events) {
    if (CORRECTIONS.includes(event.kind)) correctedBy = event.commandId;
    // Void: it is asked anew, and counted anew.
    if (event.kind === 'RequestVoided')
      for (const key of first.keys()) if (key.endsWith(`:${event.body.agency}`)) first.delete(key);
    const corrects = event.commandId !== '' && event.commandId === correctedBy;
    // What was done is judged by the right date now, and was never due on the wrong one.
    if (event.kind === 'OutcomeRestated' && corrects) {
      const { key, now } = event.body;
      if (now === undefined) first.delete(key);
      else first.set(key, now.due);
    }
    if (event.kind !== 'DatesMoved') continue;
    for (const { key, was, due } of event.body.moves)
      if (corrects) first.set(key, due);
      else if (!first.has(key)) first.set(key, was);
  }
  return first;
};
