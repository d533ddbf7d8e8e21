// Codec and master keys changed while many cases are open, in the order that docs/operations.md gives, API and worker started
// again one after the other: every case carries on, its text can be read, an old history too, and a case key that the command
// destroys takes the particulars of its case and nothing else. KEY_ROTATION_CASES says how many cases: a thousand on demand.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { severalAtOnce } from '../../activities/severalAtOnce';
import { temporalGateway } from '../../api/writing/temporalGateway';
import { withTemporal, type OpenedTemporal } from '../../cli/cases/openTemporal';
import { workflowIdOf } from '../../contracts/workflowIds';
import { instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { addWorkingDays, workingCalendar } from '../../domain/calendar/workingCalendar';
import { SEATS } from '../../domain/policy/policyProfile';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';
import { parseKeys } from '../../platform/settings/encryptionKeys';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { createRecords } from '../../records/createRecords';
import type { Records } from '../../records/records';
import { entry } from '../records/dossierEntry';
import { Story } from '../unit/rapidReview/story';
import { commandLine, type Said } from './commandLine';
import type { Part } from './parts';
import { openEngine, type RealEngine } from './realEngine';
import { until, untilTrue } from './until';

const CASES = Number(process.env['KEY_ROTATION_CASES'] ?? 30);
/** Some seconds for each of them on a busy machine, and all the restarts. */
const LIMIT_MS = 240_000 + CASES * 1_200;
const SETTLES_MS = 60_000 + CASES * 200;
const NAME = 'Wilhelmina Invented';
/** Of the child of a case that is recorded rather than told. */
const ringOf = (list: string): KeyRing => keyRingOf(parseKeys(list));
const nameIn = (reference: CaseReference): string => `${NAME} of ${reference}`;

const whole = (count: number): string => count.toLocaleString('en-GB');
const say = (line: string): void => void process.stdout.write(`keys: ${line}\n`);

let engine: RealEngine;
const many: CaseReference[] = [];
const told: CaseReference[] = [];
beforeAll(async () => {
  engine = await openEngine();
  const calendar = workingCalendar(shippedSnapshot());
  await engine.records.snapshots.put(calendar.snapshot);
  const day = addWorkingDays(calendar, londonDateOf(calendar, instant(Date.now())), -1);
  for (let number = 1; number <= CASES; number += 1) {
    const reference = `RR-2020-${String(number).padStart(4, '0')}` as CaseReference;
    const { events } = new Story(calendar).opened(`${day} 10:00`, { reference, agencies: [] });
    await engine.records.dossier.putPending(entry(reference, { content: { name: nameIn(reference) } }));
    await engine.records.events.record({ reference, events, notices: [] });
    many.push(reference);
  }
  expect((await command('restore', '--cases')).out).toContain(`Started again: ${whole(CASES)} cases.`);
  for (const name of [NAME, `${NAME} II`]) told.push(await open(name));
  say(`${CASES + told.length} cases are open`);
}, LIMIT_MS);
afterAll(() => engine.close(), 60_000);

const command = (name: 'restore' | 'keys' | 'verify', ...args: readonly string[]): Promise<Said> =>
  commandLine(engine.parts.env, name, ...args);

const open = async (name: string): Promise<CaseReference> => {
  const body = {
    referrer: { name: 'Rowan Ashdown', organisation: 'Westmere City Council' },
    nature: 'suspectedAbuseOrNeglect',
    incidentSummary: `What is known of ${name}.`,
    children: [{ name }],
  };
  const { answer } = await engine.caller.insist({ path: '/cases', body });
  return (JSON.parse(answer.text) as { reference: CaseReference }).reference;
};

let named = 0;
const nextAgency = (): AgencyId => `AG-${2_000 + (named += 1)}` as AgencyId;

let turns = 0;
/** Through the API, with worker and API as they are at this moment. */
const goOn = async (): Promise<void> => {
  const agency = engine.agencies[turns];
  if (agency === undefined) throw new Error('there are more restarts than agencies');
  turns += 1;
  await engine.caller.insist({ path: `/cases/${told[0] ?? ''}/agencies`, body: { agency } });
};

const settingsNow = () => engine.parts.env as { readonly CODEC_KEYS: string; readonly MASTER_KEYS: string };

const setKeys = (codec: readonly string[], master: readonly string[]): void => {
  engine.parts.env = {
    ...engine.parts.env,
    CODEC_KEYS: codec.join(','),
    MASTER_KEYS: master.join(','),
  };
};

/** One after the other, and the case goes on in between and afterwards. */
const startAgain = async (...parts: readonly Part[]): Promise<void> => {
  for (const part of parts) {
    await engine.parts.stop(part);
    await engine.parts.launch(part);
    await untilTrue('ready', 60_000, async () => (await fetch(`${engine.caller.url}/readyz`)).status === 200);
    await goOn();
  }
};

const recordsNow = (): Records =>
  createRecords(engine.database, { master: ringOf(settingsNow().MASTER_KEYS) });

const namesNow = (of = told): Promise<readonly unknown[]> =>
  Promise.all(
    of.map(async (reference) => {
      const { dossier } = recordsNow();
      const rows = await dossier.rowsOf(reference);
      const row = rows.find(({ kind }) => kind === 'childParticulars')?.row;
      if (row === undefined) throw new Error('the case has no child');
      const text = await dossier.read(reference, row, {
        actor: 'P-0001' as ActorId,
        at: instant(1),
        why: 'audit',
      });
      return typeof text === 'object' ? JSON.stringify(text.content) : text;
    }),
  );

const inTemporal = <T>(codec: string, use: (temporal: OpenedTemporal) => Promise<T>): Promise<T> => {
  const {
    temporalAddress: address,
    temporalNamespace: namespace,
    temporalTaskQueue: taskQueue,
  } = engine.settings;
  return withTemporal({ temporal: { address, namespace, taskQueue }, codec: ringOf(codec) }, use);
};

const inputOf = async (
  temporal: OpenedTemporal,
  reference: CaseReference,
  runId: string,
): Promise<unknown> => {
  const { events } = await temporal.client.workflow.getHandle(workflowIdOf(reference), runId).fetchHistory();
  return temporal.firstValueIn(events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? []);
};

it(
  'every case carries on under new keys, and the old ones can be put away',
  async () => {
    const old = settingsNow();
    const [reference = '' as CaseReference] = told;
    const oldRun = await inTemporal(
      old.CODEC_KEYS,
      async ({ client }) => (await client.workflow.getHandle(workflowIdOf(reference)).describe()).runId,
    );
    const made = [await command('keys', 'new'), await command('keys', 'new', '--id', 'spring')];
    const [codec = '', master = ''] = made.map(({ out }) => out.trim());
    expect(ringOf(`${codec},${master}`).ids).toContain('spring');
    const [codecId = ''] = codec.split(':');
    const [oldCodecId = '', oldMasterId = ''] = [old.CODEC_KEYS, old.MASTER_KEYS].map(
      (list) => list.split(':')[0],
    );

    // Everybody knows the new keys before anybody encrypts with them.
    setKeys([old.CODEC_KEYS, codec], [old.MASTER_KEYS, master]);
    await startAgain('API', 'worker');
    setKeys([codec, old.CODEC_KEYS], [master, old.MASTER_KEYS]);
    await startAgain('worker', 'API');
    const before = await command('keys', 'show');
    expect(before).toMatchObject({ status: 0 });
    const allCaseKeys = `keys of cases \\(${whole(CASES + 2)}\\)`;
    expect(before.out).toMatch(new RegExp(`${oldMasterId}: needed for .*${allCaseKeys}`));
    expect(before.out).toMatch(new RegExp(`${oldCodecId}: needed for ${whole(CASES + 2)} running`));

    const rewrapped = await command('keys', 'rewrap');
    expect(rewrapped).toMatchObject({ status: 0 });
    expect(rewrapped.out).toContain('Sealed again under "spring"');
    expect(rewrapped.out).toMatch(new RegExp(`spring \\(the first\\): needed for .*${allCaseKeys}`));
    expect((await command('keys', 'renew-histories')).out).toContain(
      `Told to go on in a new run: ${whole(CASES + 2)} cases.`,
    );
    const after = await until(
      'no running history is under the old key',
      SETTLES_MS,
      async () => {
        const shown = await command('keys', 'show');
        return shown.out.includes(`${oldCodecId}: no running workflow needs it`) ? shown : undefined;
      },
      2_000,
    );
    expect(after.out).toMatch(
      new RegExp(`${oldMasterId}: nothing is sealed with it; needed until .* repeats`),
    );
    expect(after.out).toMatch(
      new RegExp(`${codecId} \\(the first\\): needed for ${whole(CASES + 2)} running`),
    );
    say('no running history is under the old codec key');

    // What ran before can be read as long as its key is in the list, and no longer.
    const { reference: read } = (await inTemporal(`${codec},${old.CODEC_KEYS}`, (temporal) =>
      inputOf(temporal, reference, oldRun),
    )) as { reference: string };
    expect(read).toBe(reference);
    await expect(inTemporal(codec, (temporal) => inputOf(temporal, reference, oldRun))).rejects.toThrow(
      `the key "${oldCodecId}" cannot be read`,
    );

    // The old ones away; the worker knows no case any more, and must replay every one.
    setKeys([codec], [master]);
    await startAgain('worker', 'API');
    expect(await namesNow()).toEqual([expect.stringContaining(NAME), expect.stringContaining(`${NAME} II`)]);
    expect(await namesNow(many)).toEqual(many.map((one) => expect.stringContaining(nameIn(one)) as unknown));
    const began = Date.now();
    await inTemporal(codec, async (temporal) => {
      const gateway = temporalGateway(temporal, {
        taskQueue: temporal.taskQueue,
        waitMs: 60_000,
      });
      await severalAtOnce(many, 10, async (one) => {
        const asked = {
          actor: 'P-0001' as ActorId,
          authority: 'coordinator',
          commandId: randomUUID(),
          askedAt: instant(Date.now()),
        } as const;
        const answer = await gateway.act(one, { kind: 'addAgency', agency: nextAgency(), asked });
        expect([one, answer.kind]).toEqual([one, 'accepted']);
      });
    });
    say(`${CASES} cases were acted on in ${Math.round((Date.now() - began) / 1_000)} s`);
    await untilTrue('every act is recorded', SETTLES_MS, async () => {
      const rows = await engine.database
        .selectFrom('case_event')
        .select('reference')
        .where('kind', '=', 'AgencyIdentified')
        .where('reference', 'in', many)
        .execute();
      return rows.length === CASES;
    });
    expect(await command('verify', '--against-temporal')).toMatchObject({ status: 0 });

    // Without the key of now: each case is named, and none keeps the others from being looked at.
    setKeys([old.CODEC_KEYS], [master]);
    const blind = await command('verify', '--against-temporal');
    setKeys([codec], [master]);
    expect(blind.status).toBe(1);
    expect(blind.out).toContain(`The histories of ${whole(CASES + 2)} cases cannot be read`);
    // Of very many the first are named.
    expect(blind.out).toContain(`${many[0] ?? reference}: what was encrypted with the key "${codecId}"`);
  },
  LIMIT_MS,
);

it('a case key is destroyed by the command, once its case is over; that takes its particulars, and nothing else', async () => {
  const [kept = '' as CaseReference, destroyed = '' as CaseReference] = told;
  const { actor: by } = await recordsNow().people.issue({
    role: 'coordinator',
    person: 'Ada Invented',
    at: instant(Date.now()),
  });
  const grounds = (why: string) => ['--by', by, '--why', why] as const;
  const ask = (act: string, ...rest: readonly string[]): Promise<Said> =>
    command('keys', act, destroyed, ...grounds(`An invented ground to ${act}`), ...rest);
  const refuses = async (act: string, ...rest: readonly string[]): Promise<void> => {
    const { status, err } = await ask(act, ...rest);
    expect(status).toBe(1);
    expect(err).toMatch(/Nothing was changed\.\n$/);
  };

  await refuses('destroy', '--confirm', destroyed);
  const agreedBy = SEATS.map((seat) => ({ seat, evidence: 'An invented word.' }));
  await engine.caller.insist({
    path: `/cases/${destroyed}/withdrawal`,
    body: { agreedBy, reason: 'An invented reason.' },
  });
  await untilTrue(
    'no mail waits',
    SETTLES_MS,
    async () => (await recordsNow().notices.waiting(destroyed)).length === 0,
  );
  const events = await recordsNow().events.ofCase(destroyed);
  expect(await ask('hold')).toMatchObject({ status: 0 });
  await refuses('destroy', '--confirm', destroyed);
  expect(await ask('release')).toMatchObject({ status: 0 });
  expect((await ask('destroy')).out).toContain('Nothing was changed.');
  expect(await namesNow()).toEqual([expect.stringContaining(NAME), expect.stringContaining(`${NAME} II`)]);
  expect(await ask('destroy', '--confirm', destroyed)).toMatchObject({ status: 0 });
  expect(await namesNow()).toEqual([expect.stringContaining(NAME), 'destroyed']);

  const { out } = await command('keys', 'acts', destroyed);
  for (const act of ['hold', 'release', 'destroy']) expect(out).toContain(`An invented ground to ${act}`);
  expect((await command('keys', 'show')).out).toContain('0 of them under legal hold; 1 destroyed.');
  // What became of its mails may be noted behind them.
  const now = await recordsNow().events.ofCase(destroyed);
  expect(now.slice(0, events.length)).toEqual(events);
  for (const reference of [kept, destroyed])
    expect(await engine.caller.read(`/cases/${reference}/timetable`)).toHaveProperty('timetable.obligations');
  const body = { timestamp: 'acceptedAsRapidReview', at: new Date().toISOString() };
  await engine.caller.insist({ path: `/cases/${kept}/timestamps`, body });
  expect(await command('verify')).toMatchObject({ status: 0 });
}, 120_000);
