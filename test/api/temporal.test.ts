// The API with a real Temporal server and a real worker: what the stand-in of the other tests cannot show. Refusals that
// come back encrypted, the same command twice, a worker or a server that goes away in between.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sameCases } from '../../api/health/sameCases';
import { temporalGateway } from '../../api/writing/temporalGateway';
import { withTemporal } from '../../cli/cases/openTemporal';
import { freePort, LOOPBACK } from '../../cli/start/freePort';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import { instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { keyRingOf } from '../../platform/encryption/keyRing';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import { createLogger } from '../../platform/logging/createLogger';
import { countRunning, temporalAnswers, workerPolls } from '../../platform/temporal/readiness';
import { slowLine } from '../system/slowLine';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { problemIn, referral } from './stories';
import { TemporalUnderTest } from './temporalUnderTest';

/** Long enough for a busy machine; short where a test waits in vain. */
const ANSWER_MS = 20_000;
const IN_VAIN_MS = 2_000;

let temporal: TemporalUnderTest;
let link: TemporalLink;
let under: ApiUnderTest;
const wait = { ms: ANSWER_MS };
/** The case of the last opening, also of one that was refused. */
let lastOpening: CaseReference;
const lost = { cases: 0 };
/** As the API's own, at the end of its minute. */
const apart = async (): Promise<string | undefined> => {
  const seconds = { now: 0 };
  const asked = sameCases({
    inRecords: async () => (await under.records.cases.count()) - lost.cases,
    running: () => countRunning(link, RAPID_REVIEW_WORKFLOW),
    now: () => seconds.now * 1_000,
    logger: createLogger({ level: 'silent', name: 'api' }),
  });
  await asked();
  seconds.now = 60;
  return asked();
};

beforeAll(async () => {
  temporal = await TemporalUnderTest.start();
  link = temporal.link();
  const { taskQueue } = temporal;
  const gateway = () => temporalGateway(link, { taskQueue, waitMs: wait.ms });
  under = await apiUnderTest({
    cases: {
      open: (command, calendar) => {
        lastOpening = command.reference;
        return gateway().open(command, calendar);
      },
      act: (...asked) => gateway().act(...asked),
      timetable: (reference) => gateway().timetable(reference),
      knows: (reference) => gateway().knows(reference),
    },
    now: () => instant(Date.now()),
    recordedWithinMs: ANSWER_MS,
    readiness: {
      temporal: () => temporalAnswers(link),
      worker: () => workerPolls(link, taskQueue),
      cases: () => apart(),
      missingKeys: () => under.records.missingKeys(),
    },
  });
  await temporal.startWorker(under.records);
}, 120_000);
afterAll(async () => {
  await under.close();
  await link.close();
  await temporal.stop();
}, 60_000);

interface Answer {
  readonly reference: string;
  readonly version: number;
  readonly recorded: boolean;
}
const open = (changes: Record<string, unknown> = {}, key = newKey()) =>
  under.ask('POST', '/cases', { body: referral({ receivedAt: undefined, ...changes }), key });
const opened = async (changes: Record<string, unknown> = {}): Promise<string> => {
  const answer = await open(changes);
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([201, expect.anything()]);
  return answer.json<Answer>().reference;
};
const addAgency = (reference: string, key = newKey()) =>
  under.ask('POST', `/cases/${reference}/agencies`, { body: { agency: 'AG-0003' }, key });

/** Longer than `/readyz` waits, and far shorter than a command does. */
const SLOW_MS = 3_000;

describe('a server that answers slowly', () => {
  test('is there for a command, which is given once', async () => {
    const port = await freePort();
    const line = await slowLine(port, Number(temporal.address.split(':')[1]), SLOW_MS);
    try {
      const engine = {
        temporal: {
          address: `${LOOPBACK}:${port}`,
          namespace: link.namespace,
          taskQueue: temporal.taskQueue,
        },
        codec: keyRingOf([{ id: 'slow', bytes: Buffer.alloc(32) }]),
      };
      const within = await withTemporal(engine, async (slow) => {
        await expect(temporalAnswers(slow)).rejects.toThrow();
        return 'reached';
      });
      expect(within).toBe('reached');
    } finally {
      await line.stop();
    }
  }, 60_000);
});

describe('with everything there', () => {
  test('a referral is opened, recorded and readable; a repeat is the same', async () => {
    const key = newKey();
    const first = await open({}, key);
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ version: 3, recorded: true });
    expect((await open({}, key)).json()).toEqual(first.json());
    const { reference } = first.json<Answer>();
    expect((await under.ask('GET', `/cases/${reference}`)).json()).toMatchObject({
      version: 3,
      status: 'open',
    });
  });

  test('it is ready', async () => {
    const answer = await under.ask('GET', '/readyz', { as: null });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"ok":true')]);
  });

  test('it is not, where the records lack a case that runs', async () => {
    lost.cases = 1;
    try {
      const answer = await under.ask('GET', '/readyz', { as: null });
      expect(answer.statusCode).toBe(503);
      expect(answer.json<{ checks: object[] }>().checks).toContainEqual({
        name: 'cases',
        ok: false,
        why: expect.stringContaining('Temporal runs 1 case that the records do not have'),
      });
    } finally {
      lost.cases = 0;
    }
  });

  test('an act is taken, and a refusal comes back with its facts', async () => {
    const reference = await opened();
    expect((await addAgency(reference)).json()).toMatchObject({
      recorded: true,
      events: ['AgencyIdentified'],
    });
    const again = await addAgency(reference);
    expect(again.statusCode).toBe(409);
    expect(problemIn(again)).toMatchObject({
      type: '/problems/agency-already-on-case',
      errors: [{ in: 'body', pointer: '/agency' }],
    });
  });

  test('what the records do not show yet, the case shows itself, as long as a worker answers', async () => {
    const { reference, version } = (await open()).json<Answer & { reference: CaseReference }>();
    const { taskQueue } = temporal;
    const shown = await temporalGateway(link, { taskQueue }).timetable(reference);
    const read = await under.ask('GET', `/cases/${reference}/timetable`);
    const { timetable } = read.json<{ timetable: { headline: { date: string }; obligations: object[] } }>();
    expect(shown?.version).toBe(version);
    expect(shown?.timetable.headline).toBe(timetable.headline.date);
    expect(shown?.timetable.lines).toHaveLength(timetable.obligations.length);
    const unknown = await temporalGateway(link, { taskQueue }).timetable('RR-2026-9999' as CaseReference);
    expect(unknown).toBeUndefined();
  });

  test('the same command reaching the workflow twice has the effect of once', async () => {
    const reference = (await opened()) as CaseReference;
    const gateway = temporalGateway(link, {
      taskQueue: temporal.taskQueue,
      waitMs: ANSWER_MS,
    });
    const command = {
      kind: 'addAgency',
      agency: 'AG-0003',
      asked: {
        actor: under.actors.coordinator,
        authority: 'coordinator',
        commandId: `twice-${reference}`,
        askedAt: instant(Date.now()),
      },
    } as Parameters<typeof gateway.act>[1];
    const first = await gateway.act(reference, command);
    expect(first.kind).toBe('accepted');
    expect(await gateway.act(reference, command)).toEqual(first);
  });

  test('an unknown case is not found', async () => {
    const answer = await addAgency('RR-2026-9999');
    expect(answer.statusCode).toBe(404);
    expect(problemIn(answer).type).toBe('/problems/unknown-case');
  });

  test('a death without suspected abuse is recorded: its timestamps can be, and no review is carried', async () => {
    const reference = await opened({ nature: 'lookedAfterChildDeath', agencies: [] });
    const body = { timestamp: 'notificationSent', at: new Date(Date.now() - 1_000).toISOString() };
    const recorded = await under.ask('POST', `/cases/${reference}/timestamps`, { body });
    expect(recorded.statusCode).toBe(200);
    expect(recorded.json()).toMatchObject({ events: ['TimestampRecorded'], timetable: { obligations: [] } });
    expect(problemIn(await addAgency(reference)).type).toBe('/problems/case-carries-no-review');
  });
});

describe('an opening that was refused', () => {
  test('may be repeated with the same key once it is right', async () => {
    const key = newKey();
    const receivedAt = new Date(Date.now() + 4_000).toISOString();
    const first = await open({ receivedAt }, key);
    expect(problemIn(first).type).toBe('/problems/received-in-future');
    let answer = first;
    while (answer.statusCode === 422) answer = await open({ receivedAt }, key);
    expect(answer.statusCode).toBe(201);
  });

  test('also after its workflow has given up', async () => {
    const key = newKey();
    const receivedAt = new Date(Date.now() + 4_000).toISOString();
    const ahead = await open({ receivedAt }, key);
    expect(problemIn(ahead).type).toBe('/problems/received-in-future');
    // The end that it comes to by itself after a while: closed, and not completed.
    await link.client.workflow.getHandle(workflowIdOf(lastOpening)).terminate('no opening came');
    let answer = ahead;
    while (answer.statusCode === 422) answer = await open({ receivedAt }, key);
    expect(answer.statusCode).toBe(201);
  });
});

describe('a worker that is away', () => {
  test('is told apart from a server that is away; the repeat opens the one case', async () => {
    const key = newKey();
    await temporal.stopWorker();
    wait.ms = IN_VAIN_MS;
    const answer = await open({}, key);
    wait.ms = ANSWER_MS;
    await temporal.startWorker(under.records);
    expect(answer.statusCode).toBe(503);
    expect(problemIn(answer).type).toBe('/problems/worker-not-answering');
    expect(answer.headers['retry-after']).toBe('10');

    const repeated = await open({}, key);
    expect(repeated.statusCode).toBe(201);
    const { reference } = repeated.json<Answer>();
    const events = await under.records.events.ofCase(reference as CaseReference);
    expect(events.filter(({ kind }) => kind === 'CaseOpened')).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'CaseOpened' });
  });

  test('nobody polls a queue that nobody works on', async () => {
    expect(await workerPolls(link, 'nobody-works-here')).toBe(false);
    expect(await workerPolls(link, temporal.taskQueue)).toBe(true);
  });
});

describe('a server that is away', () => {
  test('refuses writes quickly, leaves reading alone, and takes the repeat with the first receipt time', async () => {
    const before = await opened();
    const key = newKey();
    await temporal.killServer();

    const start = Date.now();
    const away = await open({}, key);
    expect(away.statusCode).toBe(503);
    expect(problemIn(away).type).toBe('/problems/temporal-unavailable');
    expect(away.headers['retry-after']).toBe('5');
    expect(Date.now() - start).toBeLessThan(6_000);
    expect(problemIn(await addAgency(before)).type).toBe('/problems/temporal-unavailable');
    expect((await under.ask('GET', `/cases/${before}`)).statusCode).toBe(200);
    const ready = await under.ask('GET', '/readyz', { as: null });
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({ ok: false });

    await temporal.startServer();
    let repeated = await open({}, key);
    while (repeated.statusCode === 503) repeated = await open({}, key);
    expect(repeated.statusCode).toBe(201);
    const { reference } = repeated.json<Answer>();
    const read = (await under.ask('GET', `/cases/${reference}`)).json<{
      timestamps: { referralReceived: string };
    }>();
    expect(Date.parse(read.timestamps.referralReceived)).toBeLessThan(start + 2_000);
  }, 120_000);
});
