// An upgrade while cases are open: an older version opens them, the database is brought forward while it still runs, workers
// and APIs of both stand side by side, the older ones end in order, and the newer carry every case on.

import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersOk } from '../../cli/start/answersOk';
import { freePort, LOOPBACK } from '../../cli/start/freePort';
import { startOurProcess, type RunningProcess } from '../../cli/start/ourProcess';
import { migrateToLatest } from '../../records/migrate';
import type { Answer, Caller } from './caller';
import type { Done } from './killing/act';
import { interleaved, lives } from './killing/acts';
import { dice } from './killing/dice';
import { expectSoundRecords, writtenOf } from './killing/promises';
import { olderVersion, UPGRADE_FROM } from './olderVersion';
import { Told } from './killing/told';
import { openEngine, type RealEngine } from './realEngine';
import { untilTrue } from './until';

const AT_ONCE = 40;

const seed = Number(process.env['UPGRADE_SEED'] ?? randomInt(1_000_000));
const say = (line: string): void => void process.stdout.write(`upgrade: ${line}\n`);

let older: string;
let engine: RealEngine;
const newer: RunningProcess[] = [];
const lived = new Told();

const startNewer = async (): Promise<Caller> => {
  const port = await freePort();
  const url = `http://${LOOPBACK}:${port}`;
  const env = { ...engine.parts.env, API_PORT: String(port) };
  const shared = { env, dataFolder: engine.folder, copy: 2 };
  newer.push(await startOurProcess({ ...shared, name: 'worker', ready: () => Promise.resolve(true) }));
  newer.push(await startOurProcess({ ...shared, name: 'API', ready: () => answersOk(`${url}/healthz`) }));
  return engine.caller.at(url);
};

/** What came of so many reads: the API is told to end once the first of them is answered, and the others are under way. */
const whileEnding = async (): Promise<readonly (Answer | 'not taken')[]> => {
  const [reference = ''] = lived.references.values();
  const asked = Array.from({ length: AT_ONCE }, () =>
    engine.caller.ask({ path: `/cases/${reference}/chronology` }).catch(() => 'not taken' as const),
  );
  await Promise.race(asked);
  const ended = engine.parts.stop('API');
  const answers = await Promise.all(asked);
  await ended;
  return answers;
};

describe(`upgraded from ${UPGRADE_FROM}, told by the seed ${seed}`, () => {
  let ending: readonly (Answer | 'not taken')[] = [];

  beforeAll(async () => {
    say(`UPGRADE_FROM=${UPGRADE_FROM} UPGRADE_SEED=${seed}`);
    older = olderVersion();
    engine = await openEngine({ older });
    const turns = interleaved(lives(engine.agencies, dice(seed + 1)), dice(seed));
    const part = Math.floor(turns.length / 4);
    for (const life of turns.slice(0, part)) await lived.next(life, engine.caller);
    await migrateToLatest(engine.settings.databaseUrl);
    say(`migrated after ${lived.done.length} acts; the older version goes on`);
    for (const life of turns.slice(part, 2 * part)) await lived.next(life, engine.caller);
    const second = await startNewer();
    say(`both versions side by side after ${lived.done.length} acts`);
    for (const [index, life] of turns.slice(2 * part, 3 * part).entries())
      await lived.next(life, index % 2 === 0 ? engine.caller : second);
    ending = await whileEnding();
    await engine.parts.stop('worker');
    say(`the older version has ended after ${lived.done.length} acts`);
    for (const life of turns.slice(3 * part)) await lived.next(life, second);
    engine = { ...engine, caller: second };
    await untilTrue('everything is recorded and mailed', 60_000, async () => {
      const versions = [...lived.references.values()].map((one) => engine.records.events.version(one));
      const last = [...lived.references.keys()].map(
        (life) => writtenOf(lived.doneIn(life).at(-1) as Done).version,
      );
      const recorded = (await Promise.all(versions)).every((version, at) => version >= (last[at] ?? 0));
      // What is read of a case while mail of it goes is of two moments.
      return recorded && (await lived.settled(engine));
    });
  }, 540_000);
  afterAll(async () => {
    for (const process of newer.toReversed()) await process.stop();
    await engine.close();
    rmSync(older, { recursive: true, force: true });
  }, 90_000);

  it('has every granted act in the chronology once, in order, without a gap', async () => {
    expect(lived.references.size).toBe(3);
    await lived.expectChronologies(engine);
  });

  it('has every date as the domain counts it from the events', () => lived.expectAllDates(engine));

  it('has an unbroken chain, and the projections that a rebuild gives', () => expectSoundRecords(engine));

  it('has every text where it was written, readable', () => lived.expectAllTexts(engine));

  it('answered whole, or not at all, what was asked while the older API ended', () => {
    const answered = ending.filter((one) => one !== 'not taken');
    expect(answered.length).toBeGreaterThan(1);
    for (const { status, text } of answered) {
      expect(status).toBe(200);
      expect(JSON.parse(text)).toHaveProperty('events');
    }
  });
});
