// `npm run --silent working-days`: JSON lines in, an answer for each on its own line out. Needs no running server.

import { createInterface } from 'node:readline';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../platform/holidays/snapshot';
import { answerer } from './answer';

const FLUSH_AT = 65_536;

const main = async (): Promise<void> => {
  const answer = answerer(workingCalendar(shippedSnapshot()));
  let out = '';
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    out += `${answer(line)}\n`;
    if (out.length < FLUSH_AT && process.stdin.readableLength > 0) continue;
    if (!process.stdout.write(out)) await new Promise((drained) => process.stdout.once('drain', drained));
    out = '';
  }
  process.stdout.write(out);
};

// A reader that has heard enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
void main();
