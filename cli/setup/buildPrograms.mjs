// Builds the programs as they are deployed (`npm run build`), for those that run them here. It does not judge what is built.
import { join } from 'node:path';
import { say, seconds } from './report.mjs';
import { CLONE, NODE_24, runTool } from './runTool.mjs';

export async function buildPrograms() {
  const start = Date.now();
  say('- the programs as they are deployed (about 30 s)');
  await runTool(NODE_24, ['--import', 'tsx', join(CLONE, 'cli/build/main.ts')], {
    env: process.env,
    cwd: CLONE,
  });
  say(`  done in ${seconds(start)}: ${join(CLONE, 'dist')}`);
}
