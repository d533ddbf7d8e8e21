// `npm run --silent timetable -- --received 2026-03-30T16:20:00+01:00`: the whole timetable that follows from a few
// dates, as a table and a picture for people, or as JSON. Needs no running server and changes nothing.

import { InvalidArgumentError, Option } from 'commander';
import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { instant, parseInstant, type Instant } from '../../domain/calendar/instant';
import { supposing } from '../../domain/calendar/otherHolidays';
import { BeyondCalendar, workingCalendar } from '../../domain/calendar/workingCalendar';
import { currentProfile, newestProfile, profileIds, type ProfileId } from '../../domain/policy/profiles';
import { sayList } from '../../domain/timetable/explanation';
import type { AgencyId } from '../../domain/timetable/facts';
import { whatIf, type Supposed } from '../../domain/timetable/whatIf';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { endWhenHeardEnough } from '../commandLine/heardEnough';
import { ownCommand } from '../commandLine/ownCommand';
import { linesOf, waitingIn } from './lines';
import { readable, warningOf, type Shown } from './readable';

const instantIn = (text: string, before?: Instant): Instant => {
  if (before !== undefined) throw new InvalidArgumentError('It is given twice: give it once.');
  const at = parseInstant(text);
  if (at === undefined) {
    throw new InvalidArgumentError(
      'A moment that exists, with its zone, is expected, such as 2026-03-30T16:20:00+01:00.',
    );
  }
  return at;
};

const dateIn = (text: string, before?: CivilDate): CivilDate => {
  if (before !== undefined) throw new InvalidArgumentError('It is given twice: give it once.');
  const date = parseCivilDate(text);
  if (date === undefined)
    throw new InvalidArgumentError('A day that exists is expected, written YYYY-MM-DD.');
  return date;
};

const datesIn = (text: string, before: readonly CivilDate[] = []): readonly CivilDate[] => [
  ...before,
  dateIn(text),
];

const profileIn = (id: string): ProfileId => {
  const profile = newestProfile(id);
  if (profile === undefined) throw new InvalidArgumentError(`The profiles are ${sayList(profileIds)}.`);
  return profile;
};

interface Options {
  readonly received: Instant;
  readonly notified?: Instant;
  readonly aware?: Instant;
  readonly incident?: Instant;
  readonly accepted?: Instant;
  readonly copied?: Instant;
  readonly sent?: readonly CivilDate[];
  readonly publish?: CivilDate;
  readonly decided?: CivilDate;
  readonly profile: ProfileId;
  readonly holiday?: readonly CivilDate[];
  readonly noHoliday?: readonly CivilDate[];
  readonly dayByDay?: true;
  readonly json?: true;
}

type Asked = Omit<Options, 'received'> & Partial<Pick<Options, 'received'>>;

const timestampsIn = (options: Options): Supposed['timestamps'] => {
  const { received, notified, aware, incident, accepted, copied } = options;
  return {
    referralReceived: received,
    ...(notified === undefined ? {} : { notificationSent: notified }),
    ...(aware === undefined ? {} : { localAuthorityAware: aware }),
    ...(incident === undefined ? {} : { incident }),
    ...(accepted === undefined ? {} : { acceptedAsRapidReview: accepted }),
    ...(copied === undefined ? {} : { notificationCopyReceived: copied }),
  };
};

const agencyCode = (index: number): AgencyId => `AG-${String(index + 1).padStart(4, '0')}` as AgencyId;

const supposedIn = (options: Options): Supposed => {
  const { profile, sent = [], publish, decided } = options;
  const [first, ...more] = sent;
  return {
    profile,
    timestamps: timestampsIn(options),
    // One day for any agency; several, each for an agency of its own.
    agencies: more.length === 0 ? [] : sent.map((sentOn, index) => ({ agency: agencyCode(index), sentOn })),
    ...(first === undefined || more.length > 0 ? {} : { sentOn: first }),
    ...(publish === undefined ? {} : { publishOn: publish }),
    ...(decided === undefined ? {} : { decidedOn: decided }),
  };
};

const asJson = (shown: Shown): string => {
  const { lines, found, notes, calendar, profile } = shown;
  const { version, covers, confirmedTo } = calendar.snapshot;
  const warning = warningOf(shown);
  return JSON.stringify({
    timetable: lines,
    waiting: waitingIn(found),
    profile,
    notes,
    calendar: {
      version,
      coversTo: covers.to,
      confirmedTo,
      ...(warning === undefined ? {} : { warning }),
    },
  });
};

const answer = (options: Options): string => {
  const { holiday: extra = [], noHoliday: fewer = [], profile, json, dayByDay = false } = options;
  const today = londonDayAt(instant(Date.now()));
  const supposed = supposing(shippedSnapshot(today), { extra: extra.map((date) => ({ date })), fewer });
  const calendar = workingCalendar(supposed.snapshot);
  const found = whatIf(supposedIn(options), calendar);
  const notes = [...supposed.notes, ...found.notes];
  const shown: Shown = { found, lines: linesOf(found, profile, calendar), notes, calendar, profile };
  return json === true ? asJson(shown) : readable(shown, dayByDay);
};

const noHoliday = new Option('--no-holiday <date>', 'suppose this day were none; can be repeated').argParser(
  datesIn,
);
// It takes days of its own, and does not switch `--holiday` off.
noHoliday.negate = false;

const program = ownCommand('timetable', 'The timetable that follows from the day a referral was received')
  .option('--received <instant>', 'when the referral was received; it must be given', instantIn)
  .option('--notified <instant>', 'when the notification to the national Panel was sent', instantIn)
  .option('--aware <instant>', 'when the local authority became aware', instantIn)
  .option('--incident <instant>', 'when the incident was', instantIn)
  .option('--accepted <instant>', 'when it was accepted as a Rapid Review', instantIn)
  .option('--copied <instant>', 'when the copy of the notification was received', instantIn)
  .option('--sent <date>', 'the day the request went to an agency; again for each further agency', datesIn)
  .option('--publish <date>', 'the planned day of publication', dateIn)
  .option('--decided <date>', 'the day a practice review was decided on', dateIn)
  .addOption(
    new Option('--profile <id>', `the rules to count by: ${sayList(profileIds, 'or')}`)
      .argParser(profileIn)
      .default(currentProfile, currentProfile.id),
  )
  .option('--holiday <date>', 'suppose this day were a bank holiday; can be repeated', datesIn)
  .addOption(noHoliday)
  .option('--day-by-day', 'show each count day by day')
  .option('--json', 'as one JSON document')
  .action(({ received, ...options }: Asked) => {
    // Not a required option: then its absence would be said in place of whatever else is wrong.
    if (received === undefined)
      return program.error(
        'error: --received is missing, from which the timetable follows: say when the referral was received, such as --received 2026-03-30T16:20:00+01:00.',
      );
    try {
      console.log(answer({ received, ...options }));
    } catch (error) {
      if (!(error instanceof BeyondCalendar)) throw error;
      program.error(`${error.message}. Nothing is counted beyond it; check the year.`);
    }
  });

endWhenHeardEnough();
program.parse();
