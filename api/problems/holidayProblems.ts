// Every refusal of an act on the ledger of bank holidays as a problem: its status and its sentence. TypeScript demands
// an entry for each code. The rules themselves are in `domain/holidayLedger`.

import { civilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { dayOffByRule, type DayOffByRule } from '../../domain/calendar/dayOffByRule';
import type { Instant } from '../../domain/calendar/instant';
import type { ActRejection, ActRejectionCode } from '../../domain/holidayLedger/acts';
import { inBody, problem, type Problem, type ProblemKind } from './problem';
import { rejectionProblems } from './rejectionProblems';
import { SOURCE_WORDS } from './saying';

type OfCode<C extends ActRejectionCode> = Extract<ActRejection, { readonly code: C }>;
/** Beyond the span is the same problem wherever it is met. */
type Told = Exclude<ActRejectionCode, 'HolidayOutsideLedger'>;

type AlreadyStands = OfCode<'HolidayAlreadyStands'> & {
  /** The name of whoever recorded it. */
  readonly who: string;
};

const byWhom = ({ listing, who }: AlreadyStands): string =>
  listing.source.kind === 'person' ? `listed by ${who}` : `on ${SOURCE_WORDS[listing.source.kind]}`;

const DAY_WORDS: Readonly<Record<DayOffByRule, string>> = {
  christmasDay: 'Christmas Day',
  goodFriday: 'Good Friday',
};

/** One that nobody can take back by itself keeps its place in the ledger while its title is put right. */
const setTitle = (date: CivilDate): string =>
  `withdraw the day and list it again${dayOffByRule(date) === undefined ? '' : ' in one change of the calendar'}`;

const GOOD_FRIDAY = civilDate('2026-04-03');

export const holidayProblems = {
  HolidayAlreadyStands: {
    slug: 'holiday-already-stands',
    status: 409,
    title: 'The day is a holiday already',
    says: (facts) => {
      const { date, title, given, listing } = facts;
      const stands = `${sayDate(date)} stands already as "${title}", ${byWhom(facts)}, known since ${sayDate(listing.knownSince)}.`;
      return title === given
        ? `${stands} There is nothing to list. Where open cases do not count with it yet, a change of the calendar without days brings it to them.`
        : `${stands} It was given as "${given}" now. If that is the right title, ${setTitle(date)}.`;
    },
    example: {
      code: 'HolidayAlreadyStands',
      date: GOOD_FRIDAY,
      title: 'Good Friday',
      given: 'Good Friday',
      who: 'GOV.UK',
      listing: {
        kind: 'listed',
        number: 14,
        date: GOOD_FRIDAY,
        title: 'Good Friday',
        recordedAt: 1_767_603_600_000 as Instant,
        recordedBy: 'engine',
        source: { kind: 'govUk' },
        knownSince: civilDate('2025-01-10'),
      },
    },
  },
  HolidayDoesNotStand: {
    slug: 'holiday-does-not-stand',
    status: 409,
    title: 'The day is not a holiday',
    says: ({ date, day }) =>
      ({
        withdrawn: `${sayDate(date)} was withdrawn before, so there is nothing to withdraw.`,
        unconfirmed: `${sayDate(date)} is in ${SOURCE_WORDS.library} alone and does not count, so there is nothing to withdraw. To stop being asked about it, keep the difference.`,
        unlisted: `${sayDate(date)} is on no list, so there is nothing to withdraw. Check the date.`,
      })[day.is],
    example: { code: 'HolidayDoesNotStand', date: civilDate('2026-04-07'), day: { is: 'unlisted' } },
  },
  HolidayStandsByRule: {
    slug: 'holiday-stands-by-rule',
    status: 422,
    title: 'The day is never a working day',
    says: ({ date, day }) =>
      `${sayDate(date)} is ${DAY_WORDS[day]}, which is never a working day, whatever a list says: it cannot be taken back. Any other bank holiday can, also a substitute day. To put its title right, take the day back and list it again in one change of the calendar.`,
    example: { code: 'HolidayStandsByRule', date: GOOD_FRIDAY, day: 'goodFriday' },
  },
  NoSuchDifference: {
    slug: 'no-such-difference',
    status: 409,
    title: 'There is no such difference',
    says: ({ date, against }) =>
      `There is no open difference with ${SOURCE_WORDS[against]} about ${sayDate(date)}. Those that are open are listed beside the holidays.`,
    example: { code: 'NoSuchDifference', date: GOOD_FRIDAY, against: 'library' },
  },
  HolidayOnWeekend: {
    slug: 'holiday-on-weekend',
    status: 422,
    title: 'The day is not a working day anyway',
    says: ({ date, act }) =>
      act === 'list'
        ? `${sayDate(date)} is not a working day anyway: as a holiday it changes nothing for any case. To have it in the ledger all the same, list it with POST /holidays.`
        : `${sayDate(date)} is not a working day anyway: taking it back changes nothing for any case. To take it out of the ledger all the same, withdraw it with POST /holidays/${date}/withdrawals.`,
    example: { code: 'HolidayOnWeekend', date: civilDate('2026-12-05'), act: 'list' },
  },
} as const satisfies {
  readonly [C in Told]: ProblemKind<C extends 'HolidayAlreadyStands' ? AlreadyStands : OfCode<C>>;
};

/** What is wrong with the day, and which would be right, beside the field that has it. */
export const detailOfDay = (rejection: ActRejection): string => {
  switch (rejection.code) {
    case 'HolidayOutsideLedger':
      return `must be a day from ${sayDate(rejection.from)} to ${sayDate(rejection.to)}`;
    case 'HolidayAlreadyStands':
      return rejection.title === rejection.given ? 'is a holiday already' : 'is not the title that stands';
    case 'HolidayDoesNotStand':
      return 'is not a holiday: only a day that is one can be taken back';
    case 'HolidayStandsByRule':
      return `is ${DAY_WORDS[rejection.day]}: only a day off that no rule names by itself can be taken back`;
    case 'NoSuchDifference':
      return 'does not differ about this day';
    case 'HolidayOnWeekend':
      return 'must be a day from Monday to Friday';
  }
};

/** `who` is the name of the person whose listing stands, where one does. */
export const problemOfAct = (rejection: ActRejection, who: string): Problem => {
  switch (rejection.code) {
    case 'HolidayOutsideLedger': {
      const { date, from, to } = rejection;
      return problem(rejectionProblems.CalendarDoesNotCover, {
        code: 'CalendarDoesNotCover',
        asked: `A holiday on ${sayDate(date)}`,
        from,
        to,
      });
    }
    case 'HolidayAlreadyStands': {
      const field = rejection.title === rejection.given ? '/date' : '/title';
      return problem(
        holidayProblems.HolidayAlreadyStands,
        { ...rejection, who },
        inBody(field, detailOfDay(rejection)),
      );
    }
    case 'HolidayDoesNotStand':
      return problem(holidayProblems.HolidayDoesNotStand, rejection);
    case 'HolidayStandsByRule':
      return problem(holidayProblems.HolidayStandsByRule, rejection);
    case 'NoSuchDifference':
      return problem(holidayProblems.NoSuchDifference, rejection, inBody('/against', detailOfDay(rejection)));
    case 'HolidayOnWeekend':
      return problem(holidayProblems.HolidayOnWeekend, rejection);
  }
};
