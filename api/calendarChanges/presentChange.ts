// A change of the calendar as the API shows it: what it would do or has done, as data. How it is said in a table or in lines
// is `previewTable.ts`.

import type { FastifyRequest } from 'fastify';
import type { DayChanged } from '../../domain/calendar/daysChanged';
import { formatInstant } from '../../domain/calendar/instant';
import type { Foreseen } from '../../domain/calendarChange/foreseen';
import type { CalendarChange, EffectOnOne, Records } from '../../records/records';
import { sayDayChanged, sayDayThatWouldChange } from '../chronology/sayCalendarChange';
import type { Name } from '../chronology/sayings';
import { momentUnder } from '../fields/momentUnder';
import { nameOfRecorder } from '../holidays/presentHoliday';
import { mayAlso } from '../permissions/guard';
import { rejectionProblems, isRejectionCode } from '../problems/rejectionProblems';
import { typeOfProblem } from '../problems/problem';
import type { CaseEffectView } from './caseEffectSchema';
import { FAILURES_SHOWN, type ChangeView, type ForeseenView } from './changeSchemas';
import { ofAgency } from './ofAgency';
import { toldNoMore, toldOfChange } from './toldOfChange';

const numbersView = (
  { told: { at, ...told }, ...numbers }: Foreseen,
  say: (day: DayChanged) => string,
): ForeseenView => ({
  ...numbers,
  days: numbers.days.map((day) => ({ ...day, inWords: say(day) })),
  obligations: [...numbers.obligations],
  told: { ...told, ...momentUnder('at', at) },
});

/** Of a change that nobody has accepted. */
export const previewView = (numbers: Foreseen): ForeseenView => numbersView(numbers, sayDayThatWouldChange);

export const caseEffectView = (effect: EffectOnOne, name: Name): CaseEffectView => {
  const { reference, moves, windowOpens, teamWarnings, agencies, cannotFollow } = effect;
  const { meetingLeaves, meetingDayRestored } = effect;
  return {
    reference,
    moves: [
      ...moves,
      ...agencies.flatMap(({ agency, moves: own }) =>
        own.map((move) => ({ ...move, agency, key: ofAgency(move.key, agency) })),
      ),
    ],
    ...(windowOpens === undefined ? {} : { windowOpens }),
    ...(meetingLeaves === undefined ? {} : { meetingLeaves }),
    ...(meetingDayRestored === undefined ? {} : { meetingDayRestored }),
    ...(cannotFollow === undefined ? {} : { cannotFollow }),
    reminders: agencies.flatMap(({ agency, reminders }) =>
      reminders.map((reminder) => ({ ...reminder, key: ofAgency(reminder.key, agency) })),
    ),
    teamWarnings: [
      ...teamWarnings,
      ...agencies.flatMap(({ agency, teamWarnings: own }) =>
        own.map((warning) => ({ ...warning, key: ofAgency(warning.key, agency) })),
      ),
    ],
    teamLines: [
      ...effect.teamLines,
      ...agencies.flatMap(({ agency, teamLines }) => teamLines.map((line) => ({ ...line, agency }))),
    ],
    told: toldOfChange(effect, name),
    toldNoMore: toldNoMore(effect, name),
  };
};

const WHY: Readonly<Record<string, string>> = {
  CalendarDoesNotCover: 'A date of the case lies beyond the days that the new calendar knows.',
  CaseHasEnded: 'The case has ended meanwhile.',
  CaseNotAnswering: 'It has not answered yet, and goes on being asked.',
  CaseNotRunning:
    'Its workflow is not running: see "A case does not follow a change of the calendar" in docs/operations.md.',
};

const sayFailure = (code: string): string =>
  WHY[code] ?? (isRejectionCode(code) ? `${rejectionProblems[code].title}.` : `It could not: ${code}.`);

/** Why it was accepted, for whoever may read that. */
export const reasonView = async (
  { calendarChanges }: Records,
  request: FastifyRequest,
  change: number,
): Promise<Pick<ChangeView, 'reason' | 'reasonWithheld'>> =>
  mayAlso(request, 'readHolidayReasons')
    ? { reason: (await calendarChanges.reasonOf(change)) ?? '' }
    : { reasonWithheld: 'notPermitted' };

/** On whose word its days stand, as it was written with each of them; nothing where it brings none of its own. */
const authorityView = async (
  { holidays }: Records,
  request: FastifyRequest,
  { by, at }: CalendarChange,
): Promise<Pick<ChangeView, 'authority'>> => {
  if (!mayAlso(request, 'readHolidayReasons')) return {};
  const own = (await holidays.facts()).filter((fact) => fact.recordedBy === by && fact.recordedAt === at);
  const texts = await holidays.textsOf(own.slice(0, 1).map(({ number }) => number));
  const authority = [...texts.values()][0]?.authority;
  return authority === undefined ? {} : { authority };
};

/** `lastNumber` is that of the last change: whoever is behind is behind that one. */
export const changeView = async (
  records: Records,
  request: FastifyRequest,
  change: CalendarChange,
  lastNumber: number | undefined,
): Promise<ChangeView> => {
  const { calendarChanges } = records;
  const last = lastNumber === change.number;
  const progress = await calendarChanges.progressOf(change.number);
  const { behind, refused } = last ? progress : { behind: 0, refused: 0 };
  const refusals = last ? await calendarChanges.refusals(FAILURES_SHOWN) : [];
  return {
    number: change.number,
    at: formatInstant(change.at),
    by: change.by,
    who: await nameOfRecorder(records, change.by),
    ...(await authorityView(records, request, change)),
    ...(await reasonView(records, request, change.number)),
    calendar: change.calendar,
    foreseen: numbersView(change.foreseen, sayDayChanged),
    progress: {
      ...progress,
      behind,
      refused,
      done: behind <= refused,
    },
    failures: refusals.flatMap(({ reference, refused: how }) =>
      how === undefined
        ? []
        : [
            {
              reference,
              code: how.code,
              ...(isRejectionCode(how.code) ? { type: typeOfProblem(rejectionProblems[how.code].slug) } : {}),
              inWords: sayFailure(how.code),
              at: formatInstant(how.at),
              times: how.times,
            },
          ],
    ),
  };
};
