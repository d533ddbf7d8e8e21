// `npm run verify`: over the records of a running `npm start`, or of DATABASE_URL. Ends with 0 only if all is sound.

import { TemporalAway } from '../cases/openTemporal';
import { progressLine } from '../progress/progressLine';
import { sentenceOfFailure, withOwnEngine } from '../token/ownRecords';
import { readVerifyCommand, runVerifyCommand } from './command';

const run = async (): Promise<void> => {
  const asked = readVerifyCommand(process.argv.slice(2));
  const { lines, sound } = await withOwnEngine((engine) => runVerifyCommand(engine, asked, progressLine));
  for (const line of lines) console.log(line);
  if (!sound) process.exitCode = 1;
};

run().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, (one) => (one instanceof TemporalAway ? one.message : undefined)));
  process.exitCode = 1;
});
