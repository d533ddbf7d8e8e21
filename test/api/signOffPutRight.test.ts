// A sign-off that was recorded wrong, over HTTP: seen first, then put right or taken back; who may, and what the Panel was sent (R8, R17).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast } from './cast';
import { REASON } from './changesOfCalendar';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const PATH = '/sign-offs/police/corrections';
const NEVER = { recordedByMistake: true, reason: REASON };
interface Shown {
  readonly decisions: readonly {
    readonly signOffs: readonly { readonly seat: string; readonly on: string; readonly onBehalf: boolean }[];
    readonly signOffsMissing: readonly string[];
  }[];
}

test('R8, R17: is of the right day, or none; what stood before stays in the chronology', async () => {
  const race = await (await cast.open()).readyForPanel();
  const police = async () => {
    const [decision] = (await race.read<Shown>('/decision')).decisions;
    return {
      signed: decision?.signOffs.filter(({ seat }) => seat === 'police'),
      missing: decision?.signOffsMissing,
    };
  };
  const { signed: [given] = [] } = await police();
  expect(given).toMatchObject({ onBehalf: false, on: '2026-04-14' });
  await race.at('04-16 10:00').act(PATH, { on: '2026-04-16', reason: REASON });
  expect(await police()).toEqual({ signed: [{ ...given, on: '2026-04-16' }], missing: [] });

  const preview = await race.ask(`${PATH}/preview`, { body: { recordedByMistake: true } });
  expect(preview.json()).toMatchObject({
    moves: [],
    told: [],
    warnings: [
      {
        ...{ about: 'signedByDelegate', seat: 'police' },
        inWords: expect.stringMatching(/^The delegate of the police signed off by their own account\./u),
      },
    ],
    chronology: [
      'Recorded by mistake: decision 1 was not signed off for the police on Thursday 16 April 2026.',
    ],
  });
  await race.act(PATH, NEVER);
  expect(await police()).toEqual({ signed: [], missing: ['police'] });
  await race.refused(PATH, NEVER, { status: 409, type: 'not-signed-off', says: 'for the police' });

  await race.act('/sign-offs', { seat: 'police', on: '2026-04-16', evidence: 'Canaryevidence by letter' });
  expect((await police()).signed).toEqual([
    expect.objectContaining({
      onBehalf: true,
      evidence: expect.objectContaining({ text: 'Canaryevidence by letter' }),
    }),
  ]);
});

test('R17: of a decision that the Panel was sent as signed off, the case warns', async () => {
  const race = await (await cast.open()).readyForPanel();
  await race.act('/panel/dispatch/sent-another-way', { channel: 'portal', evidence: 'Canaryproof' });
  await race.act(PATH, NEVER);
  const warnings = async () =>
    (await race.read<{ warnings: readonly { about: string; inWords: string }[] }>('')).warnings.filter(
      ({ about }) => about === 'panelHasSignOffs',
    );
  expect(await warnings()).toEqual([
    {
      ...{ about: 'panelHasSignOffs', seats: ['police'] },
      inWords:
        'The national Panel was sent the decision as signed off for the police, and by what is recorded now it was not signed by then. If it was, record that; else tell the Panel, and record that (POST /cases/{reference}/panel/contacts, "other").',
    },
  ]);
  await race.act('/panel/contacts', { contact: 'other', channel: 'telephone', note: 'Canarynote' });
  expect(await warnings()).toEqual([]);
});

test('R17: a delegate does not take it back, nor is it taken back unseen', async () => {
  const race = await (await cast.open()).readyForPanel();
  const asDelegate = await race.ask(PATH, { body: NEVER, ...cast.asDelegate('police') });
  expect(asDelegate.statusCode).toBe(403);
  const unseen = await race.ask(PATH, { body: NEVER, ifMatch: null });
  expect(unseen.statusCode).toBe(428);
});
