// A port that another program holds refuses the start before anything is built or written.

import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OF_STACK, takeDataFolder } from '../../../cli/start/dataFolder';
import { freePort } from '../../../cli/start/freePort';
import { metricsPort, requireStackPorts } from '../../../cli/stack/stackPorts';
import { freshFolder } from '../../freshFolder';

const held: Server[] = [];
/** One that somebody on this machine holds already does as well. */
const hold = async (port: number): Promise<void> => {
  const server = createServer();
  held.push(server);
  const taken = once(server, 'error');
  server.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), taken]);
};
afterEach(() => {
  for (const server of held.splice(0)) server.close();
});

describe('the ports of the stack', () => {
  const ports = async (): Promise<Record<'apiPort' | 'postgresPort' | 'temporalPort', number>> => ({
    ...{ apiPort: await freePort(), postgresPort: await freePort(), temporalPort: await freePort() },
  });
  const stack = { workers: 4, apis: 1, serversOnly: false, temporalServer: '/a/temporal-server' };

  it("are those of the worker's metrics too", async () => {
    await hold(metricsPort('worker', 4));
    const asked = requireStackPorts({ ...stack, dataFolder: freshFolder('ports'), settings: await ports() });
    await expect(asked).rejects.toThrow(
      /^Port \d+ on 127\.0\.0\.1, wanted for the metrics of the \w+, is taken by another program\. Stop that program and start again\.$/,
    );
  });

  it('are those of the servers, and of them alone when nothing else is asked for', async () => {
    const settings = await ports();
    await hold(settings.temporalPort);
    const dataFolder = join(freshFolder('ports'), 'new');
    await expect(requireStackPorts({ ...stack, dataFolder, settings, serversOnly: true })).rejects.toThrow(
      /wanted for Temporal, .* set TEMPORAL_PORT/,
    );
    expect(existsSync(dataFolder)).toBe(false);
  });
});

describe('a data folder', () => {
  it('that was made for a start and holds nothing is gone when it is given back', () => {
    const above = freshFolder('left');
    const folder = join(above, 'data', 'stack');
    takeDataFolder(folder, OF_STACK)();
    expect([existsSync(join(above, 'data')), existsSync(above)]).toEqual([false, true]);
  });

  it('that holds something stays, and so does one that was there', () => {
    const above = freshFolder('left');
    const giveBack = takeDataFolder(join(above, 'used'), OF_STACK);
    writeFileSync(join(above, 'used', 'something'), '');
    giveBack();
    mkdirSync(join(above, 'empty'));
    takeDataFolder(join(above, 'empty'), OF_STACK)();
    expect([existsSync(join(above, 'used')), existsSync(join(above, 'empty'))]).toEqual([true, true]);
  });
});
