// Particulars are put right, completed and written again (R24): who referred is mailed at the new address, whatever was there before
// stays encrypted, and nothing of it is anywhere else.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, type Race } from './cast';
import { openCase } from './stories';

interface View {
  readonly writtenAt: string;
  readonly earlier?: readonly Partial<View>[];
  readonly writtenBy: string;
  readonly event: number;
  readonly children: readonly object[];
  readonly referrer?: { readonly name: string };
  readonly incidentSummary?: string;
}

let under: ApiUnderTest;
let cast: Cast;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  race = await cast.open();
});
afterAll(() => under.close());

const read = (): Promise<View> => race.read<View>('/particulars');
const reason = 'Canaryreason of the certificate';
const children = [
  { name: 'Canarychild Farrow', dateOfBirth: '2023-05-12' },
  { notes: 'Canarynotes of a sibling' },
];

describe('the children', () => {
  test('take the place of those written before; what is left out stays', async () => {
    const before = await read();
    const { events } = await race.act('/particulars', { children, reason });
    expect(events).toEqual(['ParticularsCorrected']);
    const { writtenAt: _at, event: _event, ...rest } = before;
    expect(await read()).toMatchObject({ ...rest, children });
  });

  test('are in no event, and the chronology says who put them right and why', async () => {
    const { events } = await race.read<{ events: readonly Record<string, unknown>[] }>('/chronology');
    expect(events.at(-1)).toMatchObject({
      kind: 'ParticularsCorrected',
      what: 'Corrected or completed: who the children are.',
      text: reason,
    });
    const recorded = (await under.records.cases.stateOf(race.reference as never))?.events;
    expect(JSON.stringify(recorded)).not.toContain('Canary');
    expect(under.log()).not.toContain('Canary');
  });

  test('say by which event they were written', async () => {
    const { events } = await race.read<{ events: readonly { number: number; kind: string }[] }>(
      '/chronology',
    );
    const numbers = (kind: string) =>
      events.flatMap((event) => (event.kind === kind ? [event.number] : [])).at(-1);
    const { event, earlier } = await race.read<View>('/particulars?versions=all');
    expect([event, earlier?.[0]?.event]).toEqual([numbers('ParticularsCorrected'), numbers('CaseOpened')]);
  });

  test('are not replaced by somebody who has not seen what another put right meanwhile', async () => {
    const other = await cast.open();
    const path = `/cases/${other.reference}/particulars`;
    const { etag } = (await under.ask('GET', path)).headers;
    await other.act('/particulars', { children: [{ name: 'Canarysibling Farrow' }, ...children], reason });
    const late = { children, reason };
    await other.refused(
      '/particulars',
      late,
      { status: 412, type: 'version-moved-on' },
      { ifMatch: String(etag) },
    );
    const { children: now } = await other.read<View>('/particulars');
    expect(now).toHaveLength(3);
  });

  test('are put right after the end too, and where no review runs', async () => {
    cast.at('03-30 16:25');
    const recorded = await openCase(under, { nature: 'careLeaverDeath', agencies: [] });
    const answer = await under.ask('POST', `/cases/${recorded}/particulars`, { body: { children, reason } });
    expect(answer.json<{ events: unknown }>().events).toEqual(['ParticularsCorrected']);
  });
});

test('referrer and incident are corrected by themselves', async () => {
  cast.at('03-30 16:40');
  const referrer = { name: 'Canaryreferrer', organisation: 'Example Academy', email: 'new@academy.example' };
  await race.act('/particulars', { referrer, incidentSummary: 'Canarysummary, as it is known now', reason });
  expect(await read()).toMatchObject({
    referrer,
    incidentSummary: 'Canarysummary, as it is known now',
    children,
  });
});

test('what was replaced can be read beside what holds, act by act, the newest first; not where it is not asked for', async () => {
  const { earlier, ...view } = await race.read<View>('/particulars?versions=all');
  expect(await read()).toEqual(view);
  expect(earlier).toHaveLength(1);
  const [first] = earlier ?? [];
  expect(first?.incidentSummary).toBe('Canaryincident as it was told');
  expect(first?.children).not.toEqual(children);
  expect(first?.children).toHaveLength(1);
  expect(Date.parse(first?.writtenAt ?? '')).toBeLessThan(Date.parse(view.writtenAt));
  const twins = [{ name: 'Canarytwin' }, { name: 'Canarytwin II' }];
  await race.act('/particulars', { children: twins, reason });
  const after = await race.read<View>('/particulars?versions=all');
  expect(after.children).toEqual(twins);
  expect(after.earlier?.map((one) => one.children)).toEqual([children, first?.children]);
  expect(after.earlier?.[0]).not.toHaveProperty('referrer');
  // Of an act whose children still hold it is not said that there were none.
  await race.act('/particulars', { children, incidentSummary: 'Canarysummary', reason });
  await race.act('/particulars', { incidentSummary: 'Canarysummary II', reason });
  const { earlier: [summary] = [] } = await race.read<View>('/particulars?versions=all');
  expect(summary).toEqual({
    writtenAt: expect.anything() as unknown,
    writtenBy: after.writtenBy,
    event: expect.any(Number) as unknown,
    incidentSummary: 'Canarysummary',
  });
});

test.each([
  [{ reason }, { status: 400, type: 'malformed-request', pointer: 'body /children' }],
  [
    { children: [], reason },
    { status: 400, type: 'malformed-request', pointer: 'body /children' },
  ],
  [{ children }, { status: 400, type: 'malformed-request', pointer: 'body /reason' }],
  [
    { children: [{ dateOfBirth: '2033-05-02' }], reason },
    { status: 400, type: 'malformed-request', pointer: 'body /children/0/dateOfBirth' },
  ],
])('refused, with nothing changed: %j', async (body, refusal) => {
  await race.refused('/particulars', body, refusal);
});
