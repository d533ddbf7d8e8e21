// `npm run --silent coming-notices -- [--case RR-2026-0007] [--working-days 10] [--json]`: a dry run of the clock over the
// records of a running `npm start`, or of DATABASE_URL. It sends and changes nothing.

import { Problem } from '../../api/problems/problem';
import type { Instant } from '../../domain/calendar/instant';
import { endWhenHeardEnough } from '../commandLine/heardEnough';
import { sentenceOfFailure, withOwnRecords } from '../token/ownRecords';
import { NoSuchCase, readComingCommand, runComingCommand } from './command';

const run = async (): Promise<void> => {
  const asked = readComingCommand(process.argv.slice(2));
  const lines = await withOwnRecords((records) => runComingCommand(records, asked, Date.now() as Instant));
  for (const line of lines) console.log(line);
};

const forPeople = (error: Error): string | undefined => {
  if (error instanceof NoSuchCase) return error.message;
  return error instanceof Problem ? error.detail : undefined;
};

endWhenHeardEnough();
run().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, forPeople));
  process.exitCode = 1;
});
