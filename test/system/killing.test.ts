// Worker, API, Temporal and PostgreSQL are killed at points that a seed chooses, while three cases are told over HTTP:
// no event lost or doubled, no date changed, no mail twice unless it says so. KILL_SEED=… tells the same story again.

import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Life } from './killing/act';
import { interleaved, lives } from './killing/acts';
import { dice } from './killing/dice';
import { expectMails } from './killing/mails';
import { expectChronology, expectDates, expectSoundRecords } from './killing/promises';
import { chooseStrikes, Striker } from './killing/strikes';
import { Told } from './killing/told';
import { openEngine, type RealEngine } from './realEngine';
import { untilTrue } from './until';

const KILLS_OF_EACH_PART = 3;
/** A mail that was under way when its worker died is tried again after a minute without a sign of life. */
const MAIL_SETTLES_MS = 240_000;

const seed = Number(process.env['KILL_SEED'] ?? randomInt(1_000_000));
const say = (line: string): void => void process.stdout.write(`killing: ${line}\n`);

let engine: RealEngine;
const lived = new Told();

/** Tells the lives, each next act once the one before was granted, while the strikes fall. */
const tellWhileStruck = async (told: readonly Life[], striker: Striker): Promise<void> => {
  const chance = dice(seed);
  const turns = interleaved(told, chance);
  const strikes = chooseStrikes(chance, turns.length, KILLS_OF_EACH_PART);
  for (const [index, life] of turns.entries()) {
    for (const strike of strikes.filter((one) => one.act === index)) striker.begin(strike);
    await lived.next(life, engine.caller);
  }
};

describe(`killed at points chosen by the seed ${seed}`, () => {
  let told: readonly Life[] = [];

  beforeAll(async () => {
    say(`KILL_SEED=${seed}`);
    const began = Date.now();
    const seconds = (): string => `${Math.round((Date.now() - began) / 1_000)} s`;
    engine = await openEngine({ mailLineMs: 50 });
    say(`everything runs after ${seconds()}`);
    told = lives(engine.agencies, dice(seed + 1));
    const striker = new Striker(engine);
    try {
      await tellWhileStruck(told, striker);
    } catch (error) {
      throw new Error(`what the processes said last:\n${engine.parts.complaints()}`, { cause: error });
    } finally {
      // Also after a failure: what is being started must be known, to be ended.
      await striker.settled();
    }
    const tries = lived.done.reduce((sum, one) => sum + one.tries, 0);
    say(
      `${striker.struck.length} kills; ${lived.done.length} acts granted in ${tries} tries, after ${seconds()}`,
    );
    for (const { part, act, afterMs } of striker.struck) say(`${part} at act ${act} after ${afterMs} ms`);
    await untilTrue('everything is recorded, and every mail has gone and is known of', MAIL_SETTLES_MS, () =>
      lived.settled(engine),
    );
    say(`settled after ${seconds()}`);
  }, 540_000);
  afterAll(() => engine.close(), 60_000);

  it('has every granted act in the chronology once, in order, without a gap', async () => {
    expect((await engine.records.cases.list({ limit: 50 })).items).toHaveLength(told.length);
    await lived.expectChronologies(engine);
  });

  it('has every date as the domain counts it from the events', () => lived.expectAllDates(engine));

  it('has an unbroken chain, and the projections that a rebuild gives', () => expectSoundRecords(engine));

  it('has every text where it was written, readable', () => lived.expectAllTexts(engine));

  it('has mailed every notice once, or says that it may be the second', async () => {
    const { notices, mails, unknownAttempts } = await expectMails(engine, [...lived.references.values()]);
    expect(notices).toBeGreaterThan(15);
    say(`${notices} notices, ${mails} mails, ${unknownAttempts} attempts without a known end`);
  });

  it('answers every repeat as it answered the first time', async () => {
    for (const { act, answer, key, ...seen } of lived.done) {
      const again = await engine.caller.ask({ ...seen, method: 'POST', path: act.path, body: act.body, key });
      const first = JSON.parse(answer.text) as { recorded: boolean };
      if (first.recorded) expect(again).toMatchObject({ status: answer.status, text: answer.text });
      else expect(again.status).toBe(answer.status);
    }
  }, 60_000);

  it('has workflows that still agree with the records, and go on', async () => {
    for (const [life, reference] of lived.references) {
      const { length: version } = await engine.records.events.ofCase(reference);
      const act = {
        path: `/cases/${reference}/timestamps`,
        body: { timestamp: 'acceptedAsRapidReview', at: new Date().toISOString() },
        texts: [],
      };
      // Refused were the workflow at another version.
      const insisted = await engine.caller.insist({ ...act, ifMatch: `"${version}"` });
      lived.done.push({ life: life.name, act, ...insisted });
      await expectChronology(engine, reference, lived.doneIn(life));
      await expectDates(engine, reference, lived.doneIn(life));
    }
    // A case that nobody asked since its worker was killed is offered to that one first, for some seconds.
  }, 60_000);
});
