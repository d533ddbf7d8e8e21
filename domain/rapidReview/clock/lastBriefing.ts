// What the team has yet to hear of a case that has ended, and when (R6, R12, R20): in one more mail of 09:00, what stood untold as it
// ended and still matters. What is at risk, and what waits for a meeting, the Panel or an agency, has lapsed with it.

import type { Instant } from '../../calendar/instant';
import { ifCovered, type WorkingCalendar } from '../../calendar/workingCalendar';
import type { EndedCase } from '../state';
import { itemOfFailure, itemOfMiss } from './briefing';
import { briefingsSince, nextNine, stillGoes } from './briefingTimes';
import type { BriefingSkipped, TeamBriefed } from './events';
import { untoldAtEnd } from './topics';
import { untoldMisses } from './untoldMisses';

type Told = Omit<TeamBriefed['body'], 'on'>;

/** Nothing where all is told. Of what came after the end the team hears at once, or not at all. */
const leftToTell = (state: EndedCase): Told | undefined => {
  const { endedAt } = state;
  const topics = untoldAtEnd(state, endedAt);
  const items = [
    ...untoldMisses(state)
      .filter(({ noticed }) => noticed <= endedAt)
      .map(itemOfMiss),
    ...state.untoldFailures.filter(({ at }) => at <= endedAt).map(itemOfFailure),
    ...topics.map(({ item }) => item),
  ];
  if (items.length === 0) return undefined;
  return { items, ...(topics.length === 0 ? {} : { topics: topics.map(({ key }) => key) }) };
};

/** Until it has gone. Where the calendar does not reach, nothing: an ended case waits for no other. */
export const lastBriefingAt = (state: EndedCase, calendar: WorkingCalendar): Instant | undefined =>
  leftToTell(state) === undefined ? undefined : ifCovered(() => nextNine(state, calendar, state.lastEventAt));

/** Where its 09:00 has come. One that could not go until 16:30 is recorded, and goes on the next working day. */
export const lastBriefing = (
  state: EndedCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly (TeamBriefed | BriefingSkipped)[] => {
  const told = leftToTell(state);
  if (told === undefined) return [];
  const skipped: BriefingSkipped[] = [];
  for (const { on, at } of briefingsSince(state, calendar, state.lastEventAt, now)) {
    if (stillGoes(state, calendar, at, now))
      return [...skipped, { kind: 'TeamBriefed', body: { on, ...told } }];
    skipped.push({ kind: 'BriefingSkipped', body: { on, lapsedWarnings: [] } });
  }
  return skipped;
};
