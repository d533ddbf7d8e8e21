// The launchers of the databases, for real: what was written is still there after a stop, a hard kill, and a
// start that finds the old server still alive.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as Postgres } from 'pg';
import { startPostgres, type RunningPostgres } from '../../../cli/start/embeddedPostgres';
import { freePort } from '../../../cli/start/freePort';
import { startTemporalServer, type RunningTemporal } from '../../../cli/start/temporalServer';

const folder = mkdtempSync(join(tmpdir(), 'launchers-'));
// PostgreSQL's account must be able to enter, or its data would go elsewhere and stay there.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('PostgreSQL', () => {
  let port: number;
  let running: RunningPostgres;
  const said: string[] = [];
  const start = async (onPort = port): Promise<RunningPostgres> =>
    startPostgres({ dataFolder: join(folder, 'postgres'), port: onPort, say: (line) => said.push(line) });

  async function query(text: string): Promise<Record<string, unknown>[]> {
    const client = new Postgres({ connectionString: running.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    port = await freePort();
    running = await start();
    await query('create table fact (name text primary key)');
  }, 60_000);
  afterAll(() => running.stop());

  it('writes to the disk before it says so, and asks for a password', async () => {
    expect(await query('show fsync')).toEqual([{ fsync: 'on' }]);
    const stranger = new Postgres({ connectionString: running.url.replace(/:[^:@]+@/, ':guessed@') });
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
  });

  it('keeps its data over a stop and over a hard kill', async () => {
    await query(`insert into fact values ('before the stop')`);
    await running.stop();
    running = await start();
    await query(`insert into fact values ('before the kill')`);
    running.kill();
    await running.exited;
    running = await start();
    expect(await query('select name from fact order by name')).toEqual([
      { name: 'before the kill' },
      { name: 'before the stop' },
    ]);
  }, 60_000);

  it('ends the server that a killed start has left on its data, and says so', async () => {
    const orphan = running;
    running = await start(await freePort());
    await orphan.exited;
    expect(said).toContain('A PostgreSQL left behind by an earlier start was stopped.');
  }, 60_000);

  it('leaves a server on other data alone, and says that the port is taken', async () => {
    const other = startPostgres({ dataFolder: join(folder, 'other'), port: running.port });
    await expect(other).rejects.toThrow(`Port ${running.port} on 127.0.0.1, wanted for PostgreSQL, is taken`);
    expect(await query('select 1 as alive')).toEqual([{ alive: 1 }]);
  }, 60_000);
});

describe('the Temporal server', () => {
  let running: RunningTemporal;
  const start = async (): Promise<RunningTemporal> =>
    startTemporalServer({
      executable: process.env['TEMPORAL_CLI'] ?? 'temporal',
      port: await freePort(),
      databaseFile: join(folder, 'temporal.db'),
    });

  async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const connection = await Connection.connect({ address: running.address });
    try {
      return await work(new Client({ connection }));
    } finally {
      await connection.close();
    }
  }

  beforeAll(async () => {
    running = await start();
  }, 60_000);
  afterAll(() => running.stop());

  it('carries on with its workflows after a hard kill', async () => {
    await withClient(({ workflow }) =>
      workflow.start('nobodyRunsIt', { taskQueue: 'none', workflowId: 'RR-2026-0007' }),
    );
    running.kill();
    await running.exited;
    running = await start();
    const { status } = await withClient(({ workflow }) => workflow.getHandle('RR-2026-0007').describe());
    expect(status.name).toBe('RUNNING');
  }, 60_000);
});
