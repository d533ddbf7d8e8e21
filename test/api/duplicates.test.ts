// Possible duplicates over HTTP (R22): noted, linked, kept apart; merged in two halves that a repeat completes, wherever the
// first try stopped.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY } from './cast';
import { expectRefused, type Bad } from './refusals';
import { openCase, problemIn } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const NOTE = 'Canarynote of a likeness';
const REASON = 'Canaryreason to settle it';
const ALREADY_SETTLED = { status: 409, type: 'duplicate-already-settled' };

const merging = () => ({ body: { as: 'merged', reason: REASON }, key: newKey() });
const settling = (into: string, of: string) => `/cases/${into}/duplicates/${of}/settlement`;

interface Answer {
  readonly version: number;
  readonly events: readonly string[];
}

const act = async (reference: string, path: string, body: object, key = newKey()): Promise<Answer> => {
  const answer = await under.ask('POST', `/cases/${reference}${path}`, { body, key });
  expect([path, answer.statusCode, answer.body.slice(0, 300)]).toEqual([path, 200, expect.anything()]);
  return answer.json<Answer>();
};

/** The other was received three days earlier. */
const twoCases = async (): Promise<readonly [one: string, other: string]> => {
  const one = await openCase(under);
  const other = await openCase(under, { receivedAt: '2026-03-27T09:00:00Z' });
  await act(one, '/duplicates', { of: other, note: NOTE });
  return [one, other];
};

const kindsOf = async (reference: string): Promise<readonly string[]> =>
  (await under.records.events.ofCase(reference as never)).map(({ kind }) => kind);

const nothing = () => Promise.resolve(undefined);

const stateOf = async (reference: string) => (await under.records.cases.stateOf(reference as never))?.state;

describe('settled', () => {
  test('what was settled in the one is not settled otherwise in the other', async () => {
    const [one, other] = await twoCases();
    await act(one, `/duplicates/${other}/settlement`, { as: 'keptApart', reason: REASON });
    await act(other, '/duplicates', { of: one, note: NOTE });
    for (const as of ['merged', 'linked'])
      await expectRefused(under, settling(other, one), {
        name: as,
        asking: { body: { as, reason: REASON } },
        ...ALREADY_SETTLED,
        says: 'kept apart from this case already',
      });
    await act(other, `/duplicates/${one}/settlement`, { as: 'keptApart', reason: REASON });
  });

  test.each(['linked', 'keptApart'] as const)(
    'as %s, with a reason, and nothing else follows',
    async (as) => {
      const [one, other] = await twoCases();
      const { events } = await act(one, `/duplicates/${other}/settlement`, { as, reason: REASON });
      expect(events).toEqual(['DuplicateSettled']);
      expect(await stateOf(one)).toMatchObject({ duplicates: [{ of: other, settled: as }] });
      expect(await stateOf(other)).toMatchObject({ status: 'open' });
    },
  );

  test('R22: merged, this case keeps the earliest receipt, and the other ends with a reason of its own', async () => {
    const [one, other] = await twoCases();
    await act(other, '/timestamps', { timestamp: 'notificationSent', at: '2026-03-28T09:00:00Z' });
    const { events } = await act(one, `/duplicates/${other}/settlement`, { as: 'merged', reason: REASON });
    expect(events).toEqual(expect.arrayContaining(['CaseAbsorbed', 'DatesMoved']));
    expect(await stateOf(one)).toMatchObject({
      status: 'open',
      duplicates: [{ of: other, settled: 'absorbed' }],
      timestamps: {
        referralReceived: Date.parse('2026-03-27T09:00:00Z'),
        notificationSent: Date.parse('2026-03-28T09:00:00Z'),
      },
    });
    expect(await stateOf(other)).toMatchObject({ status: 'ended', ending: { cause: 'merged', into: one } });
    const ended = (await under.records.events.ofCase(other as never)).find(
      ({ kind }) => kind === 'CaseEnded',
    );
    const row = ended?.kind === 'CaseEnded' ? ended.body.reason : undefined;
    expect(row).toMatch(/-merged\.reason$/);
    const reader = { actor: under.actors.coordinator, at: under.clock.now, why: 'casework' } as const;
    expect(await under.records.dossier.read(other as never, row as never, reader)).toMatchObject({
      content: REASON,
    });
    const listed = await under.records.dossier.rowsOf(other as never);
    expect(listed.find((one) => one.row === row)?.attached).toBe(true);
  });
});

/** Merges `of` into `into` by half: the other does not end. */
const halfMerged = async (into: string, of: string) => {
  const asking = merging();
  under.gateway.meanwhile = ({ kind }) =>
    Promise.resolve(kind === 'endAsMerged' ? { kind: 'temporalAway' } : undefined);
  expect((await under.ask('POST', settling(into, of), asking)).statusCode).toBe(503);
  under.gateway.meanwhile = nothing;
  return asking;
};

test('R22: merged on, a case hands over what it had absorbed itself, and every referrer is told', async () => {
  const [middle, first] = await twoCases();
  await act(middle, `/duplicates/${first}/settlement`, merging().body);
  const last = await openCase(under);
  await act(last, '/duplicates', { of: middle });
  const path = `/duplicates/${middle}/settlement`;
  const { version } = await act(last, path, { as: 'merged', reason: REASON });
  const read = await under.ask('GET', `/cases/${last}`);
  expect(read.json()).toMatchObject({
    version,
    status: 'open',
    duplicates: [
      { of: middle, settled: 'absorbed' },
      { of: first, settled: 'absorbed' },
    ],
  });
  await act(last, '/withdrawal', { agreedBy: AGREED_BY, reason: REASON });
  const told = (await under.records.notices.waiting(last as never)).flatMap(({ to }) =>
    to.role === 'referrer' ? [to.of] : [],
  );
  expect(told).toEqual(expect.arrayContaining([last, middle, first]));
});

test('R13: whoever is kept off the case that is merged is kept off the one that goes on', async () => {
  const [one, other] = await twoCases();
  const contact = 'AG-0001-C1';
  await act(other, '/excluded-contacts', { agency: 'AG-0001', contact, reason: REASON });
  const { events } = await act(one, `/duplicates/${other}/settlement`, { as: 'merged', reason: REASON });
  expect(events).toEqual(expect.arrayContaining(['CaseAbsorbed', 'ContactExcluded']));
  expect(await stateOf(one)).toMatchObject({ excludedContacts: [contact] });
});

describe('a merge that stops half-way', () => {
  test.each([
    ['Temporal is gone before the other case ends', 'temporalAway', 'temporal-unavailable'],
    ['no worker ends the other case in time', 'workerAway', 'worker-not-answering'],
  ] as const)('because %s, is completed by its repeat, once', async (_, mood, type) => {
    const [one, other] = await twoCases();
    under.gateway.meanwhile = ({ kind }) =>
      Promise.resolve(kind === 'endAsMerged' ? { kind: mood } : undefined);
    const asking = merging();
    const path = settling(one, other);
    const first = await under.ask('POST', path, asking);
    expect([first.statusCode, problemIn(first).type]).toEqual([503, `/problems/${type}`]);
    expect(problemIn(first).detail).toContain('Repeat it with the same Idempotency-Key');
    expect(await kindsOf(one)).toContain('CaseAbsorbed');
    expect(await stateOf(other)).toMatchObject({ status: 'open' });
    under.gateway.meanwhile = nothing;
    const second = await under.ask('POST', path, asking);
    const third = await under.ask('POST', path, asking);
    expect([second.statusCode, third.json()]).toEqual([200, second.json()]);
    expect((await kindsOf(one)).filter((kind) => kind === 'CaseAbsorbed')).toHaveLength(1);
    expect((await kindsOf(other)).filter((kind) => kind === 'CaseEnded')).toHaveLength(1);
  });

  test('because the other case was withdrawn in between, has nothing left to end', async () => {
    const [one, other] = await twoCases();
    under.gateway.meanwhile = async ({ kind }) => {
      if (kind !== 'endAsMerged') return undefined;
      under.gateway.meanwhile = nothing;
      await act(other, '/withdrawal', { agreedBy: AGREED_BY, reason: REASON });
      return undefined;
    };
    await act(one, `/duplicates/${other}/settlement`, { as: 'merged', reason: REASON });
    expect(await stateOf(other)).toMatchObject({ ending: { cause: 'withdrawn' } });
  });

  test('and whose other case was withdrawn before the repeat, is answered as the first half was', async () => {
    const [one, other] = await twoCases();
    const asking = await halfMerged(one, other);
    const { version } = (await stateOf(one)) ?? {};
    await act(other, '/withdrawal', { agreedBy: AGREED_BY, reason: REASON });
    const repeated = await under.ask('POST', settling(one, other), asking);
    expect([repeated.statusCode, repeated.json()]).toEqual([
      200,
      expect.objectContaining({ version, events: expect.arrayContaining(['CaseAbsorbed']) }),
    ]);
    expect(await stateOf(other)).toMatchObject({ ending: { cause: 'withdrawn' } });
    const another = { name: 'with another key', asking: merging(), ...ALREADY_SETTLED };
    await expectRefused(under, settling(one, other), another);
  });
});

describe('R22: two cases that are merged into each other', () => {
  const notedInBoth = async () => {
    const [one, other] = await twoCases();
    await act(other, '/duplicates', { of: one });
    return [one, other] as const;
  };

  test.each([
    ['the earlier', (pair: readonly [string, string]) => pair],
    ['the later', ([one, other]: readonly [string, string]) => [other, one] as const],
  ] as const)('one after the other: what %s has absorbed does not absorb it', async (_, ordered) => {
    const [into, of] = ordered(await notedInBoth());
    const asking = await halfMerged(into, of);
    await expectRefused(under, settling(of, into), {
      name: 'the other way',
      asking: merging(),
      status: 409,
      type: 'merged-the-other-way',
      says: `${of} was merged into ${into} before`,
    });
    expect(await kindsOf(of)).not.toContain('CaseAbsorbed');
    expect((await under.ask('POST', settling(into, of), asking)).statusCode).toBe(200);
    expect(await stateOf(of)).toMatchObject({ ending: { cause: 'merged', into } });
    expect(await stateOf(into)).toMatchObject({ status: 'open' });
  });

  test.each([
    ['the earlier', (pair: readonly [string, string]) => pair],
    ['the later', ([one, other]: readonly [string, string]) => [other, one] as const],
  ] as const)('at the same moment, %s first: the earlier goes on', async (_, ordered) => {
    const [one, other] = await notedInBoth();
    const [first, second] = ordered([one, other]);
    let asking = merging();
    under.gateway.meanwhile = async ({ kind }) => {
      // It has been admitted, and finds itself absorbed.
      if (kind === 'absorbCase') asking = await halfMerged(first, second);
      return undefined;
    };
    const late = merging();
    const answers = [await under.ask('POST', settling(second, first), late)];
    answers.push(await under.ask('POST', settling(first, second), asking));
    expect(await kindsOf(one)).toContain('CaseAbsorbed');
    expect(await kindsOf(other)).toContain('CaseAbsorbed');
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = answers.flatMap((answer) =>
      answer.statusCode === 409 ? [problemIn(answer).detail] : [],
    );
    expect(refused.join()).toContain(
      `${other} has recorded the merging all the same; nothing was changed in ${one}.`,
    );
    expect(refused.join()).not.toContain('Nothing was changed.');
    expect((await under.ask('GET', `/cases/${one}`)).json()).toMatchObject({ status: 'open', namedBy: [] });
    expect(await stateOf(other)).toMatchObject({ status: 'ended', ending: { cause: 'merged', into: one } });
  });
});

describe('what is refused', () => {
  test('of itself, of a case that there is not, twice, unnoted, settled, or ended', async () => {
    const [one, other] = await twoCases();
    const third = await openCase(under);
    const linked = { as: 'linked', reason: 'No reason' };
    const merged = { ...linked, as: 'merged' };
    const notNoted = { status: 409, type: 'duplicate-not-noted' };
    const pointer = 'body /of';
    const refusals: readonly (readonly [string, object, Omit<Bad, 'name' | 'asking'>])[] = [
      ['/duplicates', { of: one }, { status: 422, type: 'duplicate-of-itself', pointer }],
      ['/duplicates', { of: 'RR-2026-9999' }, { status: 422, type: 'unknown-other-case', pointer }],
      ['/duplicates', { of: other }, { status: 409, type: 'duplicate-already-noted', pointer }],
      [`/duplicates/${third}/settlement`, linked, notNoted],
      [`/duplicates/${third}/settlement`, merged, notNoted],
      ['/duplicates/RR-2026-9999/settlement', merged, notNoted],
      [
        `/duplicates/${other}/settlement`,
        { ...linked, as: 'same' },
        { status: 400, type: 'malformed-request', pointer: 'body /as' },
      ],
    ];
    for (const [path, body, bad] of refusals)
      await expectRefused(under, `/cases/${one}${path}`, { name: path, asking: { body }, ...bad });
    await act(one, `/duplicates/${other}/settlement`, linked);
    const again = { name: 'once more', ...ALREADY_SETTLED };
    await expectRefused(under, settling(one, other), { ...again, asking: { body: linked } });
    const noted = { asking: { body: { of: other } }, pointer };
    await expectRefused(under, `/cases/${one}/duplicates`, { ...again, ...noted });
  });

  test('R22: merging one that has ended otherwise, or that carries no review: before anything is absorbed', async () => {
    const one = await openCase(under);
    const recorded = await openCase(under, { nature: 'careLeaverDeath', agencies: [] });
    const [into, ended] = await twoCases();
    await act(into, `/duplicates/${ended}/settlement`, { as: 'merged', reason: REASON });
    for (const other of [recorded, ended]) {
      await act(one, '/duplicates', { of: other });
      await expectRefused(under, settling(one, other), {
        name: other,
        status: 409,
        type: 'other-case-not-open',
        says: 'Link the two instead',
        asking: { body: { as: 'merged', reason: 'No reason' } },
      });
    }
  });
});
