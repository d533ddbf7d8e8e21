// `npm start`: sets up what is missing, then runs cli/start/main.ts on the pinned Node, and ends as it ends.
import { prepare, runMain } from './prepare.mjs';
import { loadOwnSettings, runProgram } from './runProgram.mjs';

await runMain(async () => {
  loadOwnSettings();
  // A server given by its address needs no program of ours, and neither does whoever only asks.
  const temporalServer = !process.env.TEMPORAL_ADDRESS && !process.argv.includes('--help');
  return runProgram('cli/start/main.ts', await prepare({ temporalServer }));
});
