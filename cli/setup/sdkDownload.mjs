// The way that works on an open network: Temporal's SDK downloads the server that fits it. On a closed
// network it gives up soon, and the second server does not try again.
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './report.mjs';
import { CLONE, NODE_24, runTool } from './runTool.mjs';

const SILENCE_MS = 15_000;
let unreachable;

const script = `
  const { TestWorkflowEnvironment } = require('@temporalio/testing');
  const [start, downloadDir] = process.argv.slice(1);
  const server = { executable: { type: 'cached-download', downloadDir } };
  TestWorkflowEnvironment[start]({ server })
    .then((environment) => environment.teardown())
    .then(() => process.exit(0), (error) => { console.error(error.message); process.exit(1); });
`;

function bytesIn(folder) {
  const size = (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  return readdirSync(folder).reduce((sum, name) => sum + size(name), 0);
}

/** Gives up when nothing arrives for a while, however long the whole download takes. */
function whenSilent(folder) {
  let last = { bytes: 0, at: Date.now() };
  return () => {
    const bytes = bytesIn(folder);
    if (bytes !== last.bytes) last = { bytes, at: Date.now() };
    return Date.now() - last.at > SILENCE_MS ? `nothing arrived for ${SILENCE_MS / 1000} s` : undefined;
  };
}

/** `start` is the SDK's own name for the kind of server: createLocal or createTimeSkipping. */
export async function downloadWithSdk(start, folder, program) {
  if (unreachable) throw new SetupFailure(`not tried again, because a moment ago: ${unreachable}`);
  try {
    await runTool(NODE_24, ['-e', script, start, folder], { cwd: CLONE, giveUp: whenSilent(folder) });
  } catch (error) {
    unreachable = error.message.split('\n').at(-1);
    throw error;
  }
  const [downloaded, ...others] = readdirSync(folder).sort(
    (a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size,
  );
  if (downloaded === undefined) throw new SetupFailure('the SDK said it downloaded, but no file is there');
  for (const other of others) rmSync(join(folder, other), { recursive: true });
  renameSync(join(folder, downloaded), join(folder, program));
}
