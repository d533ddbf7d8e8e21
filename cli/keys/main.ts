// `npm run keys -- new | show | rewrap | renew-histories | hold | release | destroy | acts`: beside a running `npm start`, or
// where the settings say.

import { instant } from '../../domain/calendar/instant';
import { progressLine } from '../progress/progressLine';
import { withOwnEngine } from '../token/ownRecords';
import { requireKeys } from '../token/requireKeys';
import { endWithVerdict } from '../verify/endWithVerdict';
import type { Verdict } from '../verify/verdict';
import { keysWrittenUnder, newKey, readKeysCommand, runKeysCommand } from './command';

const run = async (): Promise<Verdict> => {
  const asked = readKeysCommand(process.argv.slice(2));
  if (asked.act === 'new') return { lines: [newKey(asked.id, instant(Date.now()))], sound: true };
  return withOwnEngine(async (engine) => {
    const needed = keysWrittenUnder(asked);
    if (needed !== undefined) await requireKeys(engine, needed);
    return runKeysCommand(engine, asked, progressLine);
  });
};

endWithVerdict(run);
