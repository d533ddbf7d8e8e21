// A program that starts a server, says where it is, and never ends by itself.

import { join } from 'node:path';
import { inThrowawayFolder } from '../../../cli/start/throwawayFolder';
import { startChild } from '../../../cli/start/childProcess';

void inThrowawayFolder(async (folder) => {
  const { pid, exited } = await startChild({
    command: process.execPath,
    args: ['-e', 'setInterval(() => undefined, 1000)'],
    logFile: join(folder, 'server.log'),
  });
  process.stdout.write(`${JSON.stringify({ folder, pid })}\n`);
  await exited;
});
