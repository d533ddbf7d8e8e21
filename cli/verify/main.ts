// `npm run verify`: over the records of a running `npm start`, or of DATABASE_URL. Ends with 0 only if all is sound.

import { progressLine } from '../progress/progressLine';
import { withOwnEngine } from '../token/ownRecords';
import { readVerifyCommand, runVerifyCommand } from './command';
import { endWithVerdict } from './endWithVerdict';

endWithVerdict(async () => {
  const asked = readVerifyCommand(process.argv.slice(2));
  return await withOwnEngine((engine) => runVerifyCommand(engine, asked, progressLine));
});
