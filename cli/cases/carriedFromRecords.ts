// What a case's workflow would carry over to a new run, worked out from the records alone: everything it knew that was
// recorded. What it had decided and not recorded is not in it.

import { REMEMBERED_COMMANDS, type Carried } from '../../contracts/rapidReviewInput';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import type { Records } from '../../records/records';
import { withoutHash } from './missingTail';

const handledIn = (events: readonly CaseEvent[]): Carried['handled'] => {
  // The clock and the messenger act without a command.
  const ofCommands = events.filter(({ commandId }) => commandId !== '');
  return [...Map.groupBy(ofCommands, ({ commandId }) => commandId)]
    .slice(-REMEMBERED_COMMANDS)
    .map(([commandId, established]) => [
      commandId,
      { version: established.at(-1)?.number ?? 0, events: established.map(({ kind }) => kind) },
    ]);
};

/** Nothing where the records have no such case. Throws where they lack the calendar that it counts with. */
export const carriedFromRecords = async (
  { events: log, snapshots }: Pick<Records, 'events' | 'snapshots'>,
  reference: CaseReference,
): Promise<Carried | undefined> => {
  const events = (await log.ofCase(reference)).map(withoutHash);
  const state = fold(events);
  if (state.status === 'none') return undefined;
  const calendar = await snapshots.byVersion(state.calendar);
  if (calendar === undefined)
    throw new Error(`${reference}: the calendar that it counts with is not in the records`);
  return {
    state,
    calendar,
    unrecorded: { events: [], notices: [] },
    // What was waiting is tried at once, and what became of the rest is told to the case.
    mailWaiting: true,
    handled: handledIn(events),
  };
};
