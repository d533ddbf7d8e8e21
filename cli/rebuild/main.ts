// `npm run rebuild`: over the records of a running `npm start`, or of DATABASE_URL, while writes go on. Ends with 0 only if every list was
// made anew.

import { progressLine } from '../progress/progressLine';
import { withOwnEngine } from '../token/ownRecords';
import { endWithVerdict } from '../verify/endWithVerdict';
import { readRebuildCommand, runRebuildCommand } from './command';

endWithVerdict(async () => {
  const asked = readRebuildCommand(process.argv.slice(2));
  return await withOwnEngine((engine) => runRebuildCommand(engine, asked, progressLine));
});
