// `npm run --silent timetable -- --received 2026-03-30T16:20:00+01:00`: the whole timetable from a few dates, as a
// table that says how each was counted, or as JSON. Needs no running server.

import { Command, InvalidArgumentError } from 'commander';
import { parseCivilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { BeyondCalendar, workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/snapshot';
import { whatIf, type Dates, type WhatIfLine } from './whatIf';

const instantIn = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined) {
    throw new InvalidArgumentError(
      'An instant with its zone is expected, such as 2026-03-30T16:20:00+01:00.',
    );
  }
  return at;
};

const dateIn = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (date === undefined)
    throw new InvalidArgumentError('A day that exists is expected, written YYYY-MM-DD.');
  return date;
};

const sayLine = ({ obligation, opens, due, explanation, paragraph }: WhatIfLine): string =>
  [
    `${obligation.padEnd(24)}${opens === undefined ? '' : `from ${sayDate(opens)} `}by the end of ${sayDate(due)}`,
    `${' '.repeat(24)}${explanation} [${paragraph}]`,
  ].join('\n');

const program = new Command('timetable')
  .description('The timetable that follows from the day a referral was received')
  .requiredOption('--received <instant>', 'when the referral was received', instantIn)
  .option('--notified <instant>', 'when the notification to the Panel was sent', instantIn)
  .option('--aware <instant>', 'when the local authority became aware', instantIn)
  .option('--sent <date>', 'the day the scoping request went to an agency', dateIn)
  .option('--publish <date>', 'the planned day of publication', dateIn)
  .option('--json', 'as one JSON document')
  .action(({ json, ...dates }: Dates & { readonly json?: true }) => {
    try {
      const lines = whatIf(dates, workingCalendar(shippedSnapshot()));
      console.log(json === true ? JSON.stringify({ timetable: lines }) : lines.map(sayLine).join('\n'));
    } catch (error) {
      if (!(error instanceof BeyondCalendar)) throw error;
      program.error(`${error.message}. Nothing is counted beyond it.`);
    }
  });

program.parse();
