// `npm run demo`: sets up what is missing, then runs cli/demo/main.ts on the pinned Node, and ends as it ends.
import { prepare, runMain } from './prepare.mjs';
import { loadOwnSettings, runProgram } from './runProgram.mjs';

await runMain(async () => {
  loadOwnSettings();
  return runProgram('cli/demo/main.ts', await prepare({ testServer: true }));
});
