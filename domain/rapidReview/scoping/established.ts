// What several pieces of word establish of one request, one after the other: each is judged by the case as it is after those before it.
// What each of them establishes is not decided here.

import type { OpenCase } from '../state';
import type { ScopingEvent } from './events';
import { evolveScoping } from './evolve';

/** With the case as it is after them. */
export interface Established {
  readonly state: OpenCase;
  readonly events: readonly ScopingEvent[];
}

export const following = ({ state, events }: Established, more: readonly ScopingEvent[]): Established => ({
  state: more.reduce(
    (known, event) => evolveScoping(known, { ...event, number: state.version, at: state.lastEventAt }),
    state,
  ),
  events: [...events, ...more],
});
