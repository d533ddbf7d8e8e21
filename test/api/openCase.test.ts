// Logging a referral: what comes of it, and what comes of doing it again.

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, at, newKey, type ApiUnderTest } from './apiUnderTest';
import { openCase, problemIn, referral } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());
afterEach(() => {
  under.gateway.mood = undefined;
  under.gateway.keepsFromRecords = false;
  under.gateway.mute = false;
  under.clock.now = at('2026-03-30T16:25:00+01:00');
});

interface Answer {
  readonly reference: string;
  readonly version: number;
  readonly recorded: boolean;
  readonly events: readonly string[];
  readonly timetable: {
    readonly headline?: { readonly date: string };
    readonly obligations: readonly Line[];
  };
}
interface Line {
  readonly key: string;
  readonly due?: string;
  readonly dueAt?: string;
  readonly dueInWords?: string;
  readonly counting?: { readonly inWords: string; readonly passedOver: readonly unknown[] };
}

test('a referral is answered with its place, its version and its timetable', async () => {
  const answer = await under.ask('POST', '/cases', { body: referral() });
  expect(answer.statusCode).toBe(201);
  const body = answer.json<Answer>();
  expect(answer.headers.location).toBe(`/cases/${body.reference}`);
  expect(answer.headers.etag).toBe(`"${body.version}"`);
  expect(body.reference).toMatch(/^RR-2026-\d{4}$/);
  expect(body.recorded).toBe(true);
  expect(body.events).toEqual(['CaseOpened', 'AgencyIdentified', 'AgencyIdentified']);
  expect(body.timetable.headline?.date).toBe('2026-04-22');
  expect(body.timetable.obligations.find(({ key }) => key === 'meeting')).toMatchObject({
    due: '2026-04-20',
    dueAt: '2026-04-20T22:59:59.000Z',
    dueInWords: 'by the end of Monday 20 April 2026',
    counting: {
      inWords:
        '13 working days after Monday 30 March 2026 (the day the referral was received), not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    },
  });
});

test('its timetable is a page of text too, with the names of agencies and no word of the child', async () => {
  const reference = await openCase(under);
  const answer = await under.ask('GET', `/cases/${reference}/timetable.txt`, { as: 'auditor' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.headers['etag']).toBe((await under.ask('GET', `/cases/${reference}`)).headers['etag']);
  const { name } = (await under.ask('GET', '/agencies/AG-0001')).json<{ name: string }>();
  for (const said of [reference, name, 'To be complete by the end of', 'Week of'])
    expect(answer.body).toContain(said);
  expect(answer.body).not.toContain('Canary');
});

test('the command carries codes and rows, the dossier has the rest', async () => {
  const reference = await openCase(under, { lateLoggingReason: 'Held up by the post' });
  const command = under.gateway.seen.at(-1);
  expect(command).toMatchObject({
    kind: 'openCase',
    reference,
    asked: { actor: under.actors.coordinator, authority: 'coordinator' },
  });
  expect(command?.kind === 'openCase' && command.lateLoggingReason).toBe(
    `${command?.asked.commandId}.late-logging`,
  );
  const rows = await under.records.dossier.rowsOf(reference as never);
  expect(rows.map(({ kind, attached }) => `${kind} ${attached}`).sort()).toEqual([
    'childParticulars true',
    'incident true',
    'reason true',
    'referrer true',
  ]);
});

test('R22: an incident of long ago turns nothing away, and every page of its case can be read', async () => {
  const reference = await openCase(under, { timestamps: { incident: '2009-05-05T10:00:00+01:00' } });
  for (const page of ['', '/timetable', '/timetable.txt', '/chronology', '/timetable/completeLocal'])
    expect([page, (await under.ask('GET', `/cases/${reference}${page}`)).statusCode]).toEqual([page, 200]);
});

describe('the same request again', () => {
  test('is answered as the first time, and opens nothing', async () => {
    const asking = { body: referral({ receivedAt: '2026-03-30T10:00:00+01:00' }), key: newKey() };
    const first = await under.ask('POST', '/cases', asking);
    const seen = under.gateway.seen.length;
    under.clock.now = at('2026-03-31T09:00:00+01:00');
    const second = await under.ask('POST', '/cases', asking);
    expect(second.statusCode).toBe(201);
    expect(second.json()).toEqual(first.json());
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(under.gateway.seen).toHaveLength(seen);
  });

  test('whatever the order of its fields', async () => {
    const key = newKey();
    const body = referral();
    const first = await under.ask('POST', '/cases', { body, key });
    const second = await under.ask('POST', '/cases', {
      body: Object.fromEntries(Object.entries(body).reverse()),
      key,
    });
    expect(second.json()).toEqual(first.json());
  });

  test('twenty times at once, it is one case', async () => {
    const asking = { body: referral(), key: newKey() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => under.ask('POST', '/cases', asking)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.json<Answer>().reference)).size).toBe(1);
  });

  test('after Temporal was away: the first time of receipt stands', async () => {
    const asking = { body: referral({ receivedAt: undefined }), key: newKey() };
    under.gateway.mood = { kind: 'temporalAway' };
    const first = await under.ask('POST', '/cases', asking);
    expect(first.statusCode).toBe(503);
    expect(first.headers['retry-after']).toBe('5');
    expect(problemIn(first)).toMatchObject({ type: '/problems/temporal-unavailable' });
    expect(problemIn(first).detail).toContain('Repeat it with the same Idempotency-Key');
    expect(problemIn(first).detail).toContain('may have been taken');

    under.gateway.mood = undefined;
    under.clock.now = at('2026-03-31T11:00:00+01:00');
    const second = await under.ask('POST', '/cases', asking);
    expect(second.statusCode).toBe(201);
    const { reference } = second.json<Answer>();
    const read = await under.ask('GET', `/cases/${reference}`);
    expect(read.json()).toMatchObject({ timestamps: { referralReceived: '2026-03-30T15:25:00.000Z' } });
  });

  test('with another body it is refused', async () => {
    const key = newKey();
    await under.ask('POST', '/cases', { body: referral(), key });
    const answer = await under.ask('POST', '/cases', { body: referral({ agencies: ['AG-0001'] }), key });
    expect(answer.statusCode).toBe(409);
    expect(problemIn(answer)).toMatchObject({
      type: '/problems/idempotency-key-reused',
      errors: [{ in: 'header', pointer: '/idempotency-key' }],
    });
  });

  test('by somebody else it is a request of their own', async () => {
    const key = newKey();
    const first = await under.ask('POST', '/cases', { body: referral(), key });
    const second = await under.ask('POST', '/cases', { body: referral(), key, as: 'service' });
    expect(second.statusCode).toBe(201);
    expect(second.json<Answer>().reference).not.toBe(first.json<Answer>().reference);
  });
});

test('that the rules refuse takes no number and leaves nothing, and a repeat of what was taken is answered as it was', async () => {
  const numberOf = (reference: string): number => Number(reference.slice(-4));
  const rowsIn = async (): Promise<readonly number[]> =>
    Promise.all(
      (['reservation', 'case_key', 'dossier_entry'] as const).map(
        async (table) => (await under.database.selectFrom(table).select('reference').execute()).length,
      ),
    );
  const key = newKey();
  const long = { receivedAt: '2026-03-20T09:00:00Z' };
  const first = (await under.ask('POST', '/cases', { key, body: referral(long) })).json<Answer>();
  const before = await rowsIn();
  const future = await under.ask('POST', '/cases', {
    body: referral({ receivedAt: '2026-04-30T09:00:00Z' }),
  });
  expect([future.statusCode, problemIn(future).type]).toEqual([422, '/problems/received-in-future']);
  expect(await rowsIn()).toEqual(before);
  const found = { receivedAt: '1999-03-30T16:20:00+01:00', lateLoggingReason: 'Found in an archive' };
  const beyond = await under.ask('POST', '/cases', { body: referral(found) });
  expect(problemIn(beyond).type).toBe('/problems/calendar-does-not-cover');
  expect(await rowsIn()).toEqual(before);
  under.clock.now = at('2026-05-30T16:25:00+01:00');
  const late = await under.ask('POST', '/cases', { body: referral(long) });
  expect(problemIn(late).type).toBe('/problems/receipt-long-past');
  const again = await under.ask('POST', '/cases', { key, body: referral(long) });
  expect([again.statusCode, again.json<Answer>().reference]).toEqual([201, first.reference]);
  expect(await rowsIn()).toEqual(before);
  expect(numberOf(await openCase(under, { receivedAt: undefined }))).toBe(numberOf(first.reference) + 1);
});

describe('an opening whose workflow was terminated', () => {
  /** The case is opened and recorded, and whoever asked hears something else. */
  const openedBut = async (heard: 'workerAway' | 'notRunning', asking: { body: object; key: string }) => {
    const open = under.gateway.open.bind(under.gateway);
    under.gateway.open = async (command, calendar) => {
      await open(command, calendar);
      return { kind: heard };
    };
    const answer = await under.ask('POST', '/cases', asking);
    under.gateway.open = open;
    return answer;
  };
  const expectTaken = async (answer: Awaited<ReturnType<typeof openedBut>>): Promise<void> => {
    expect(answer.statusCode).toBe(201);
    const { reference, ...body } = answer.json<Answer>();
    expect(body).toMatchObject({
      version: 3,
      recorded: true,
      timetable: { headline: { date: '2026-04-22' } },
    });
    expect((await under.ask('GET', `/cases/${reference}`)).statusCode).toBe(200);
  };

  test('is answered from the records, where they have it before the repeat comes', async () => {
    const asking = { body: referral(), key: newKey() };
    expect((await openedBut('workerAway', asking)).statusCode).toBe(503);
    under.gateway.mood = { kind: 'notRunning' };
    await expectTaken(await under.ask('POST', '/cases', asking));
  });

  test('or while it is under way', async () => {
    await expectTaken(await openedBut('notRunning', { body: referral(), key: newKey() }));
  });

  test('and is asked to be repeated where they have nothing', async () => {
    under.gateway.mood = { kind: 'notRunning' };
    const answer = await under.ask('POST', '/cases', { body: referral() });
    expect(answer.statusCode).toBe(503);
    expect(problemIn(answer).type).toBe('/problems/records-unavailable');
  });
});

test('a receipt that nobody dated is never refused as future: the clocks disagree', async () => {
  under.gateway.mood = {
    kind: 'refused',
    rejection: {
      code: 'ReceivedInFuture',
      receivedAt: at('2026-03-30T16:25:00+01:00'),
      now: at('2026-03-30T16:24:58+01:00'),
    },
  };
  const answer = await under.ask('POST', '/cases', { body: referral({ receivedAt: undefined }) });
  expect(answer.statusCode).toBe(503);
  expect(problemIn(answer).type).toBe('/problems/clocks-disagree');
});

test('while the records lag, the answer comes from the case itself and says so', async () => {
  under.gateway.keepsFromRecords = true;
  const answer = await under.ask('POST', '/cases', { body: referral() });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    recorded: false,
    version: 3,
    timetable: { headline: { date: '2026-04-22' } },
  });
});

test('where neither the records nor the case show it, it is taken all the same, without dates', async () => {
  under.gateway.keepsFromRecords = true;
  under.gateway.mute = true;
  const answer = await under.ask('POST', '/cases', { body: referral() });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({ recorded: false, version: 3 });
  expect(answer.json()).not.toHaveProperty('timetable');
});

test('a death without suspected abuse or neglect is recorded, and no clock runs', async () => {
  const answer = await under.ask('POST', '/cases', {
    body: referral({ nature: 'lookedAfterChildDeath', agencies: [] }),
  });
  expect(answer.statusCode).toBe(201);
  const { reference, timetable } = answer.json<Answer>();
  expect(timetable).toMatchObject({ obligations: [] });
  const read = await under.ask('GET', `/cases/${reference}`);
  expect(read.json()).toMatchObject({ status: 'recordedOnly' });
  const added = await under.ask('POST', `/cases/${reference}/agencies`, { body: { agency: 'AG-0001' } });
  expect(added.statusCode).toBe(409);
  expect(problemIn(added).type).toBe('/problems/case-carries-no-review');
});
