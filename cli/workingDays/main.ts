// `npm run --silent working-days`: JSON lines in, an answer for each on its own line out, in their order. Needs no
// running server.

import { instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { endWhenHeardEnough } from '../commandLine/heardEnough';
import { answerer } from './answer';
import { AT_A_TERMINAL, workingDaysCommand } from './command';
import { linesIn } from './lines';

const main = async (): Promise<void> => {
  workingDaysCommand().parse();
  if (process.stdin.isTTY) console.error(AT_A_TERMINAL);
  const calendar = workingCalendar(shippedSnapshot(londonDayAt(instant(Date.now()))));
  const answer = answerer(calendar, (warning) => console.error(`Warning: ${warning}`));
  for await (const lines of linesIn(process.stdin.setEncoding('utf8'))) {
    const out = lines.map((line) => `${answer(line)}\n`).join('');
    if (!process.stdout.write(out)) await new Promise((drained) => process.stdout.once('drain', drained));
  }
};

endWhenHeardEnough();
void main();
