// `npm run token`: finds the records, beside a running `npm start` or as the settings say, and does what was asked.

import type { Instant } from '../../domain/calendar/instant';
import { sentenceOfFailure, withOwnRecords } from './ownRecords';
import { readTokenCommand, runTokenCommand, TokenRefused } from './tokenCommand';

const run = async (): Promise<void> => {
  const asked = readTokenCommand(process.argv.slice(2));
  const lines = await withOwnRecords((records) => runTokenCommand(records, asked, Date.now() as Instant));
  for (const line of lines) console.log(line);
};

run().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, (one) => (one instanceof TokenRefused ? one.message : undefined)));
  process.exitCode = 1;
});
