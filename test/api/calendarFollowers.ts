// An API under test that opens its cases with the calendar of the ledger, and the worker's part in a change of it: the real
// activity over a gateway instead of Temporal.

import { createBringCalendar } from '../../activities/bringCalendar';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { casesOverGateway, silent } from './casesOverGateway';
import { Cast } from './cast';
import { Changes } from './changesOfCalendar';

export interface CalendarFollowers {
  /** Has the last change brought to every case that is behind. */
  readonly bring: () => Promise<void>;
  /** Of every update that was sent. */
  readonly updateIds: readonly string[];
  /** What an acceptance starts; `bring` unless a test says otherwise. */
  starts: (change: number) => Promise<void>;
  /** What cases are opened with instead of the calendar of the ledger: by somebody who has read it a moment too early. */
  opensWith: CalendarSnapshot | undefined;
}

export interface FollowedApi {
  readonly under: ApiUnderTest;
  readonly cast: Cast;
  readonly changes: Changes;
  readonly followers: CalendarFollowers;
}

export const followedApi = async (): Promise<FollowedApi> => {
  // The API asks for either only once it has been built.
  const under: ApiUnderTest = await apiUnderTest({
    calendar: async () => followers.opensWith ?? under.records.holidays.snapshot(under.clock.now),
    bringCalendar: (change) => followers.starts(change),
  });
  const { records, clock } = under;
  const updateIds: string[] = [];
  const cases = casesOverGateway(under, updateIds);
  const bring = createBringCalendar({ records, cases, clock: () => clock.now, logger: silent });
  const followers: CalendarFollowers = { bring, updateIds, starts: () => bring(), opensWith: undefined };
  return { under, followers, cast: await Cast.of(under), changes: new Changes(under) };
};
