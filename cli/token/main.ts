// `npm run token`: finds the records, beside a running `npm start` or as the settings say, and does what was asked.

import type { Instant } from '../../domain/calendar/instant';
import { endWhenHeardEnough } from '../commandLine/heardEnough';
import { sentenceOfFailure, withOwnEngine } from './ownRecords';
import { requireKeys } from './requireKeys';
import { readTokenCommand, runTokenCommand, TokenRefused } from './tokenCommand';

const run = async (): Promise<void> => {
  const asked = readTokenCommand(process.argv.slice(2));
  const lines = await withOwnEngine(async (engine) => {
    // A token is taken back without any key: that must not wait.
    if (asked.revoke === undefined) await requireKeys(engine, 'MASTER_KEYS');
    return runTokenCommand(engine.records, asked, Date.now() as Instant);
  }, 1);
  for (const line of lines) console.log(line);
};

// What was asked for is done before the first line is written.
endWhenHeardEnough();
run().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, (one) => (one instanceof TokenRefused ? one.message : undefined)));
  process.exitCode = 1;
});
