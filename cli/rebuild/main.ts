// `npm run rebuild`: every list made anew from the events, case by case, while writes go on. It takes no choice but --help.

import { ownCommand } from '../commandLine/ownCommand';
import { progressLine } from '../progress/progressLine';
import { counted } from '../progress/whole';
import { sentenceOfFailure, withOwnRecords } from '../token/ownRecords';

const run = async (): Promise<void> => {
  ownCommand(
    'rebuild',
    'Makes every list of cases, dates and requests anew from the events; nothing else is changed',
  ).parse();
  const cases = await withOwnRecords((records) => records.cases.rebuildAll(progressLine('cases made anew')));
  console.log(`The lists of ${counted(cases, 'case')} were made anew from the events.`);
};

run().catch((error: unknown) => {
  console.error(sentenceOfFailure(error));
  process.exitCode = 1;
});
