// Legal cases at random, from a seed: asked, answered, bounced, extended, met and decided as a team might, with acts of any
// kind in between, up to a moment. The same seed makes the same cases.

import { DAY, MINUTE, type Instant } from '../../domain/calendar/instant';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { Records } from '../../records/records';
import { ACTS_OF_AGENCIES } from '../unit/rapidReview/anyRace/actsOfAgencies';
import { ACTS_OF_GROUP } from '../unit/rapidReview/anyRace/actsOfGroup';
import { AGENCIES, COORDINATOR, PEOPLE, dayFrom } from '../unit/rapidReview/anyRace/agenciesOfTown';
import { Dice } from '../unit/rapidReview/anyRace/dice';
import { nextStep } from '../unit/rapidReview/anyRace/nextStep';
import { Play } from '../unit/rapidReview/anyRace/play';
import { Story } from '../unit/rapidReview/story';
import { newReference } from './recordsUnderTest';

/** Numbers from 0 to 999, by the congruential generator of Numerical Recipes. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % 1000;
  };
};

const ENDS = ['withdrawCase', 'findCriteriaNotMet', 'endAsMerged', 'settleReply', 'openCase'];
const DRAWS = Object.entries({ ...ACTS_OF_AGENCIES, ...ACTS_OF_GROUP })
  .filter(([kind]) => !ENDS.includes(kind))
  .map(([, draw]) => draw);

const PROFILES = ['cscp-wt2018', 'cscp-wt2018', 'cscp-wt2018-full-ladder'] as const;

export interface RandomCase {
  readonly reference: CaseReference;
  readonly play: Play;
}

/** A few acts at once, of which some are refused. */
const acts = (play: Play, next: () => number): void => {
  const dice = new Dice(Array.from({ length: 40 }, next));
  for (let count = dice.roll(5); count > 0; count -= 1) {
    const who = dice.roll(3) === 0 ? dice.pick(PEOPLE) : COORDINATOR;
    play.tried(dice.pick(DRAWS)(play, dice), who);
  }
};

const mail = (play: Play, next: () => number): void => {
  const notice = play.unanswered[next() % Math.max(play.unanswered.length, 1)];
  const outcome = (['accepted', 'accepted', 'refused', 'lapsed'] as const)[next() % 4] ?? 'accepted';
  if (notice !== undefined) play.answered(notice, outcome);
};

/** Of an agency that was asked on paper nobody is known who could be mailed. */
const onPaper = (play: Play, next: () => number): void => {
  const dice = new Dice([next(), next()]);
  play.tried({
    kind: 'recordRequestSent',
    channel: 'paper',
    contacts: [],
    agency: dice.pick(AGENCIES),
    on: dayFrom(play, 0),
  });
};

/** A change that was accepted before. */
const adopt = (play: Play, calendars: readonly WorkingCalendar[], next: () => number): void => {
  if (play.state.status !== 'open') return;
  const change = (play.state.calendarChange ?? 0) + 1;
  const calendar = play.offered(new Dice([next()]).pick(calendars));
  play.tried({ kind: 'adoptCalendar', change, calendar });
};

const DAYS_BEFORE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 18, 22] as const;

/** Opened some days before `until` with one of the calendars; nothing where a step has gone beyond it. */
export const randomCase = (
  calendars: readonly WorkingCalendar[],
  until: Instant,
  next: () => number,
): RandomCase | undefined => {
  const dice = new Dice(Array.from({ length: 12 }, next));
  const play = new Play(dice.pick(calendars));
  const reference = newReference();
  const opened = (until - dice.pick(DAYS_BEFORE) * DAY + dice.roll(500) * MINUTE) as Instant;
  play.opened(Story.say(opened), {
    reference,
    agencies: AGENCIES.slice(0, 1 + dice.roll(5)),
    profile: { id: dice.pick(PROFILES), version: 1 },
  });
  for (let step = 2 + dice.roll(16); step > 0; step -= 1) {
    const kind = next() % 16;
    if (kind < 8) nextStep(play);
    else if (kind < 10) acts(play, next);
    else if (kind < 12) mail(play, next);
    else if (kind < 13) onPaper(play, next);
    else if (kind < 14) adopt(play, calendars, next);
    else if (play.state.status === 'open' && play.state.concerns.length === 0)
      play.until(Math.min(until, play.now + (next() % 30) * 60 * MINUTE));
    if (play.now > until) return undefined;
  }
  return { reference, play: play.until(until) };
};

/** Some acts more, and the clock runs up to then. */
export const goOn = (
  { play }: RandomCase,
  calendars: readonly WorkingCalendar[],
  until: Instant,
  next: () => number,
): void => {
  acts(play, next);
  mail(play, next);
  play.until(until);
  if (next() % 4 === 0) adopt(play, calendars, next);
};

export const recordPlay = async (records: Records, { reference, play }: RandomCase): Promise<void> => {
  const known = await records.events.version(reference);
  const events = play.events.slice(known);
  const notices = play.notices.filter(({ event }) => event > known);
  await records.events.record({ reference, events, notices });
};
