// `npm run keys -- new | show | rewrap | renew-histories`: beside a running `npm start`, or where the settings say.

import { instant } from '../../domain/calendar/instant';
import { TemporalAway } from '../cases/openTemporal';
import { progressLine } from '../progress/progressLine';
import { sentenceOfFailure, withOwnEngine } from '../token/ownRecords';
import { newKey, readKeysCommand, runKeysCommand } from './command';

const run = async (): Promise<void> => {
  const asked = readKeysCommand(process.argv.slice(2));
  if (asked.act === 'new') {
    console.log(newKey(asked.id, instant(Date.now())));
    return;
  }
  const { act } = asked;
  const { lines, sound } = await withOwnEngine((engine) => runKeysCommand(engine, act, progressLine));
  for (const line of lines) console.log(line);
  if (!sound) process.exitCode = 1;
};

run().catch((error: unknown) => {
  console.error(sentenceOfFailure(error, (one) => (one instanceof TemporalAway ? one.message : undefined)));
  process.exitCode = 1;
});
