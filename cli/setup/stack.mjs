// `npm run stack`: sets up what is missing, builds the programs, then runs cli/stack/main.ts on the pinned Node.
import { prepare, runMain } from './prepare.mjs';
import { runProgram } from './runProgram.mjs';
import { buildPrograms } from './buildPrograms.mjs';

await runMain(async () => {
  const onlyAsks = process.argv.includes('--help');
  const added = await prepare({ productionServer: !onlyAsks });
  if (!onlyAsks) await buildPrograms();
  return runProgram('cli/stack/main.ts', added);
});
