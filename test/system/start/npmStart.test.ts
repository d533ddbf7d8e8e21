// `npm start` as a person meets it: everything comes up, the referral it shows is taken, a second copy is
// refused, stopping is clean, and starting again still has the case, also where its database was lost and restored.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RUN_SOURCES } from '../../../cli/start/ownSources';
import { freePort } from '../../../cli/start/freePort';
import { developmentKeys } from '../../../platform/settings/developmentKeys';
import { commandLine } from '../commandLine';

const CLONE = resolve(__dirname, '../../..');
const PORTS = [
  ...['API_PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'],
  ...['MAILBOX_PORT', 'MAILBOX_SMTP_PORT'],
];

const folder = mkdtempSync(join(tmpdir(), 'npm-start-'));
chmodSync(folder, 0o755); // PostgreSQL's account must be able to enter.
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: 'development',
  NODE_OPTIONS: '',
  DATA_DIR: folder,
};

class Start {
  output = '';
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;

  constructor(own: NodeJS.ProcessEnv = env, ...args: readonly string[]) {
    const main = join(CLONE, 'cli', 'start', 'main.ts');
    this.process = spawn(process.execPath, [...RUN_SOURCES, main, ...args], { cwd: CLONE, env: own });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (data) => (this.output += String(data)));
    this.ended = once(this.process, 'close');
  }

  async untilRunning(said = 'Log a referral:'): Promise<void> {
    while (!this.output.includes(said)) {
      if (this.process.exitCode !== null) throw new Error(this.output);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<number | null> {
    this.process.kill('SIGTERM');
    await this.ended;
    return this.process.exitCode;
  }

  #shown(pattern: RegExp): string {
    return pattern.exec(this.output)?.[1] ?? '';
  }

  /** Of the curl line that is shown: it names the moment of its start. */
  get body(): string {
    return this.#shown(/-d '(.+)'/);
  }

  /** The request of that line. */
  referral(body = this.body): Promise<Response> {
    const part = (pattern: RegExp): string => this.#shown(pattern);
    return fetch(part(/curl -sS (\S+)/), {
      method: 'POST',
      headers: {
        authorization: part(/'Authorization: (.+)'/),
        'idempotency-key': 'first-referral-of-this-test',
        'content-type': 'application/json',
      },
      body,
    });
  }
}

// The first answers of a real engine, on a machine on which another file kills and starts one meanwhile.
jest.setTimeout(30_000);

describe('npm start', () => {
  let start: Start;

  beforeAll(async () => {
    for (const name of PORTS) env[name] = String(await freePort());
    start = new Start();
    await start.untilRunning();
  }, 120_000);
  afterAll(async () => {
    await start.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('answers where it says, and takes the referral that it shows', async () => {
    for (const part of ['PostgreSQL', 'Temporal', 'Worker and API'])
      expect(start.output).toMatch(new RegExp(`^  ${part}: up in \\d+\\.\\d s$`, 'm'));
    expect((await fetch(`http://127.0.0.1:${env['API_PORT'] ?? ''}/readyz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${env['MAILBOX_PORT'] ?? ''}/`)).status).toBe(200);
    const answer = await start.referral();
    expect([answer.status, await answer.text()]).toEqual([201, expect.stringContaining('RR-')]);
  });

  it('says where the password of its PostgreSQL is', () => {
    const [, file = ''] = /\(its password is in (\S+)\)/.exec(start.output) ?? [];
    expect(file).toBe(join(folder, 'postgres', 'password'));
    expect(existsSync(file)).toBe(true);
  });

  it('shows its metrics where it says, of the API, the worker and the SDK', async () => {
    const places = [...start.output.matchAll(/(http:\/\/\S+\/metrics) \((\w+)\)/g)];
    expect(places.map(([, , part]) => part)).toEqual(['API', 'worker', 'SDK']);
    const texts = await Promise.all(places.map(async ([, url = '']) => (await fetch(url)).text()));
    for (const [at, metric] of [
      'rapid_review_open_cases',
      'rapid_review_mails_total',
      'temporal_num_pollers',
    ].entries())
      expect(texts[at]).toContain(`${metric}{`);
  });

  it('refuses a second copy on the same data', async () => {
    const second = new Start();
    await second.ended;
    expect(second.process.exitCode).toBe(1);
    expect(second.output).toContain(`is running on the data in ${folder}. Stop it first`);
  }, 30_000);

  it('refuses a port that is taken', async () => {
    const other = mkdtempSync(join(tmpdir(), 'npm-start-other-'));
    chmodSync(other, 0o755);
    const second = new Start({ ...env, DATA_DIR: other, API_PORT: String(await freePort()) });
    await second.ended;
    rmSync(other, { recursive: true, force: true });
    expect(second.process.exitCode).toBe(1);
    expect(second.output).toMatch(/Port \d+ on 127\.0\.0\.1, wanted for .*, is taken by another program/);
  }, 30_000);

  it('stops cleanly, and has the case when it is started again', async () => {
    const { body } = start;
    const first = await (await start.referral(body)).json();
    expect(await start.stop()).toBe(0);
    expect(start.output).toMatch(/Stopping API\.\nStopping worker\.[^]*Stopping PostgreSQL\.\nStopped\./);
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => /\.(pid|lock)$/.test(String(name))),
    ).toEqual([]);
    // With a new key before the one that was made, as the settings would have it.
    const kept = developmentKeys(folder).MASTER_KEYS;
    env['MASTER_KEYS'] = `rotated:${randomBytes(32).toString('base64')},${kept}`;
    start = new Start();
    await start.untilRunning();
    // The same request again: the receipt of the first time, so nothing was forgotten.
    expect(await (await start.referral(body)).json()).toEqual(first);
  }, 120_000);

  it('refuses what it does not know, and starts nothing', async () => {
    const asked = new Start(env, '--server-only');
    await asked.ended;
    expect(asked.process.exitCode).toBe(1);
    expect(asked.output).toMatch(/unknown option '--server-only'[^]*Nothing was changed/);
    expect(asked.output).not.toContain('Starting');
  }, 30_000);

  it('runs the servers alone, for a backup to be restored before any case goes on', async () => {
    expect(await commandLine(env, 'keys', 'rewrap')).toMatchObject({ status: 0 });
    const backup = join(folder, 'backup');
    expect(await commandLine(env, 'backup', '--to', backup)).toMatchObject({ status: 0 });
    const refused = await commandLine(env, 'restore', '--from', backup);
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('is running on the data') });
    expect(await start.stop()).toBe(0);
    const without = new Start({ ...env, MASTER_KEYS: undefined });
    await Promise.race([without.ended, without.untilRunning().catch(() => without.ended)]);
    expect(without.process.exitCode).toBe(1);
    expect(without.output).toMatch(
      /MASTER_KEYS is not set, and what is sealed under rotated \(.*\) cannot be read with the keys in [^]*Nothing was changed/,
    );
    expect(without.output).not.toContain('Worker');
    renameSync(join(folder, 'postgres'), join(folder, 'lost'));

    start = new Start(env, '--servers-only');
    await start.untilRunning('no case goes on');
    await expect(fetch(`http://127.0.0.1:${env['API_PORT'] ?? ''}/readyz`)).rejects.toThrow();
    const early = await commandLine(env, 'verify', '--against-temporal');
    expect(early).toMatchObject({ status: 1, err: expect.stringContaining('Restore a backup') });
    const restored = await commandLine(env, 'restore', '--from', backup);
    expect(restored).toMatchObject({ status: 0, out: expect.stringContaining('Every chain holds.') });
    expect(await commandLine(env, 'verify', '--against-temporal')).toMatchObject({ status: 0 });
    expect(await start.stop()).toBe(0);
    expect(start.output).toMatch(/Stopping Temporal\.\nStopping PostgreSQL\.\nStopped\./);

    // Given, the older key may be all that is left: it goes on, and says what is lost with it.
    start = new Start({ ...env, MASTER_KEYS: developmentKeys(folder).MASTER_KEYS });
    await start.untilRunning();
    expect(start.output).toMatch(/WARNING: MASTER_KEYS does not open what is sealed under rotated \(/);
    expect((await start.referral()).status).toBe(201);
  }, 240_000);
});
