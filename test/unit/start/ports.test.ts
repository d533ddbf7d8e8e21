// A port that another program holds refuses the start before anything is built or written.

import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OF_STACK, takeDataFolder } from '../../../cli/start/dataFolder';
import { freePort, requireFreePorts } from '../../../cli/start/freePort';
import { portsOfServers, portsOfStart } from '../../../cli/start/portsOfStart';
import { metricsPort, placesOfMetrics, requireStackPorts } from '../../../cli/stack/stackPorts';
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
  const ports = async () => ({
    apiPort: await freePort(),
    postgresPort: await freePort(),
    temporalPort: await freePort(),
    mailboxPort: await freePort(),
    mailboxSmtpPort: await freePort(),
  });
  const stack = { workers: 4, apis: 1, serversOnly: false, temporalServer: '/a/temporal-server' };

  it("are those of the worker's metrics too", async () => {
    await hold(metricsPort('worker', 4));
    const asked = requireStackPorts({ ...stack, dataFolder: freshFolder('ports'), settings: await ports() });
    await expect(asked).rejects.toThrow(
      /^Port \d+ on 127\.0\.0\.1, wanted for the metrics of the \w+, is taken by another program\. Stop that program and start again\.$/m,
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

describe('the metrics of the stack', () => {
  it('are said of every copy', () => {
    expect(placesOfMetrics('127.0.0.1', { workers: 2, apis: 1 })).toEqual([
      'http://127.0.0.1:9464/metrics (API)',
      'http://127.0.0.1:9465/metrics (worker 1)',
      'http://127.0.0.1:9475/metrics (worker 2)',
      'http://127.0.0.1:9466/metrics (SDK 1)',
      'http://127.0.0.1:9476/metrics (SDK 2)',
    ]);
  });
});

describe('the ports of a start', () => {
  const asked = async () => ({
    apiPort: await freePort(),
    postgresPort: await freePort(),
    temporalPort: await freePort(),
    mailboxPort: await freePort(),
    mailboxSmtpPort: await freePort(),
    temporalUiPort: await freePort(),
    apiMetricsPort: await freePort(),
    workerMetricsPort: 0,
    sdkMetricsPort: 0,
  });

  it('that are taken are all said at once, a line each, and nothing is written', async () => {
    const settings = await asked();
    const taken = ['apiPort', 'apiMetricsPort', 'mailboxPort', 'postgresPort', 'temporalUiPort'] as const;
    for (const name of taken) await hold(settings[name]);
    const dataFolder = freshFolder('ports');
    // PostgreSQL's own account could enter it.
    chmodSync(dataFolder, 0o755);
    const error: unknown = await requireFreePorts(portsOfStart(settings, dataFolder)).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Error).message.split('\n')).toEqual(
      ['API_PORT', 'API_METRICS_PORT', 'MAILBOX_PORT', 'POSTGRES_PORT', 'TEMPORAL_UI_PORT'].map(
        (setting, at) =>
          expect.stringMatching(
            `^Port ${settings[taken[at] ?? 'apiPort']} on .* is taken by another program\\. Stop that program, or set ${setting} to a free port, and start again\\.$`,
          ),
      ),
    );
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('are none of a server that the settings name elsewhere', async () => {
    const settings = { ...(await asked()), databaseUrl: 'postgres://a@b/c', temporalAddress: 'd:7233' };
    expect(portsOfServers(settings, freshFolder('ports'))).toEqual([]);
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
