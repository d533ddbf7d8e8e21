// `npm run stack`: sets up what is missing, then runs cli/stack/main.ts on the pinned Node, which builds the programs.
import { prepare, runMain } from './prepare.mjs';
import { runProgram } from './runProgram.mjs';

await runMain(async () =>
  runProgram('cli/stack/main.ts', await prepare({ productionServer: !process.argv.includes('--help') })),
);
