// What a log line says of events that are recorded, whoever records them: so that what was recorded of a request is found by the id
// of its command.

export interface WhatIsRecorded {
  /** Number of the first. */
  readonly first: number | undefined;
  readonly events: number;
  readonly commandIds: readonly string[];
}

export const whatIsRecorded = (
  events: readonly { readonly number: number; readonly commandId: string }[],
): WhatIsRecorded => ({
  first: events[0]?.number,
  events: events.length,
  // Those of the clock have none.
  commandIds: [...new Set(events.map(({ commandId }) => commandId))].filter((id) => id !== ''),
});
