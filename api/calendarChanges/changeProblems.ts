// Refusals of a change of the calendar as problems: a preview that is stale, accepted already, of other days, of nothing at all;
// a day that is named twice. What is wrong with a day by itself is said in `problems/holidayProblems.ts`.

import { capital } from '../chronology/sayings';
import { civilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { DayNamedTwice } from '../../domain/calendarChange/proposal';
import { sayList } from '../../domain/timetable/explanation';
import { kind, type ProblemKind } from '../problems/problem';
import { sayInstant } from '../problems/saying';

export interface StaleFacts {
  /** Days about which the ledger has learnt something since, and changes that were accepted since. */
  readonly days: readonly CivilDate[];
  readonly changes: readonly { readonly number: number; readonly at: Instant }[];
}

const sayWhatCame = ({ days, changes }: StaleFacts): string =>
  sayList([
    ...(days.length === 0 ? [] : [`the ledger has new facts about ${sayList(days.map(sayDate))}`]),
    ...changes.map(({ number, at }) => `change ${number} was accepted on ${sayInstant(at)}`),
  ]);

const stale: ProblemKind<StaleFacts> = {
  slug: 'preview-stale',
  status: 409,
  title: 'The preview is stale',
  says: (facts) =>
    `${capital(sayWhatCame(facts))}, after you had your preview. Preview the change again and decide on what it says then.`,
  example: {
    days: [civilDate('2022-09-19')],
    changes: [{ number: 3, at: 1_662_825_600_000 as Instant }],
  },
};

interface AlreadyAccepted {
  readonly number: number;
  readonly at: Instant;
  readonly since: StaleFacts;
}

/** What came after it may have undone it. */
const sayNothingToDo = ({ number, since }: AlreadyAccepted): string =>
  since.days.length === 0 && since.changes.length === 0
    ? `There is nothing left to do; how far it has got is at GET /calendar-changes/${number}.`
    : `Since then ${sayWhatCame(since)}. Where something is still to be changed, preview it anew; what became of this change is at GET /calendar-changes/${number}.`;

const alreadyAccepted: ProblemKind<AlreadyAccepted> = {
  slug: 'change-already-accepted',
  status: 409,
  title: 'This change has been accepted already',
  says: (facts) =>
    `This very change, with the same preview, was accepted on ${sayInstant(facts.at)}: it is change ${facts.number}. ${sayNothingToDo(facts)}`,
  example: { number: 3, at: 1_662_825_600_000 as Instant, since: { days: [], changes: [] } },
};

const AMONG = {
  list: 'in "list" twice',
  withdraw: 'in "withdraw" twice',
  both: 'in both "list" and "withdraw"',
} as const;

export const sayTwice = ({ among }: Pick<DayNamedTwice, 'among'>): string => `is ${AMONG[among]}`;

const dayNamedTwice: ProblemKind<DayNamedTwice> = {
  slug: 'day-named-twice',
  status: 422,
  title: 'A day is named twice',
  says: ({ date, among }) =>
    among === 'both'
      ? `${sayDate(date)} is ${AMONG.both}: one change cannot make a day a holiday and take it back. Leave it in the one that you mean. In both it is right only where it is a holiday under another title, to put the title right.`
      : `${sayDate(date)} is ${AMONG[among]}. Name each day once.`,
  example: { code: 'DayNamedTwice', date: civilDate('2022-09-19'), among: 'both' },
};

export const changeProblems = {
  stale,
  alreadyAccepted,
  dayNamedTwice,
  unreadable: kind({
    slug: 'preview-unreadable',
    status: 422,
    title: 'That is the version of no preview',
    says: () =>
      'A change of the calendar is accepted with the version of its preview, such as 152.3.9f86d081884c. Preview the change, and send back the version that the preview has.',
  }),
  ofOtherDays: kind({
    slug: 'preview-of-other-days',
    status: 422,
    title: 'The preview was of other days',
    says: () =>
      'The days to list and to withdraw, each with its title as it is written, are not those that were previewed. Send the same ones, or preview these.',
  }),
  nothing: kind({
    slug: 'nothing-to-accept',
    status: 409,
    title: 'There is nothing to accept',
    says: () =>
      'Every open case counts with the calendar as it stands, and no day was given to list or to withdraw.',
  }),
  authorityMissing: kind({
    slug: 'authority-missing',
    status: 422,
    title: 'The authority for the change is missing',
    says: () =>
      "A day is listed or withdrawn on somebody's authority. Name it, such as the Royal Proclamation of 10 September 2022.",
  }),
  unknown: kind({
    slug: 'unknown-calendar-change',
    status: 404,
    title: 'There is no such change of the calendar',
    says: () => 'No change of the calendar with that number was accepted. GET /calendar-changes lists them.',
  }),
} as const;
