// A sign-off that was recorded wrong, over HTTP: seen first, then put right or taken back; who may, and what the Panel was sent (R8, R17).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, decisionBody } from './cast';
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
        about: 'signedByDelegate',
        seat: 'police',
        inWords: expect.stringMatching(/^The delegate of the police signed off from their own account\./u),
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
      about: 'panelHasSignOffs',
      seats: ['police'],
      inWords:
        'The national Panel was sent the decision as signed off for the police, and by what is recorded now it had not been by then. If it had, record that; else tell the Panel, and record that (POST /cases/{reference}/panel/contacts, "other").',
    },
  ]);
  await race.act('/panel/contacts', { contact: 'other', channel: 'telephone', note: 'Canarynote' });
  expect(await warnings()).toEqual([]);
});

test('R16: of a decision that is recorded anew, what was signed and said of the one before is not shown', async () => {
  const race = await (await cast.open()).decided();
  await race.act('/sign-offs', { seat: 'police', evidence: 'Canaryevidence of the first' });
  const insteadOf = { decision: 1, reason: 'Canarywrong box ticked' };
  await race.act('/decision', decisionBody({ outcome: 'noFurtherReview', insteadOf }));
  await race.act('/sign-offs', { seat: 'police', evidence: 'Canaryevidence of the second' });
  const { decisions } = await race.read<Shown>('/decision');
  expect(decisions.map(({ signOffs }) => signOffs)).toMatchObject([
    [{ seat: 'police', evidence: { text: 'Canaryevidence of the first' } }],
    [{ seat: 'police', evidence: { text: 'Canaryevidence of the second' } }],
  ]);
});

test('R5: word to the Panel by telephone is of the day on which it was said, and a mail of today', async () => {
  const race = await (await cast.open()).readyForPanel();
  const said = { contact: 'other', note: 'Canarynote', on: '2026-04-13' };
  await race.act('/panel/contacts', { ...said, channel: 'telephone' });
  const { contacts } = await race.read<{ contacts: readonly { on: string }[] }>('/panel');
  expect(contacts.map(({ on }) => on)).toEqual(['2026-04-13']);
  await race.refused(
    '/panel/contacts',
    { ...said, channel: 'mail' },
    { status: 422, type: 'mail-is-of-its-day', pointer: 'body /on', says: 'Leave' },
  );
  await race.refused(
    '/panel/contacts',
    { ...said, contact: 'willBeLate', channel: 'telephone', expected: '2026-04-10' },
    { status: 422, type: 'expected-date-in-past', says: 'had passed by Monday 13 April 2026' },
  );
});

test('R17: what is recorded as gone on a day before a sign-off says what was missing by then', async () => {
  const race = await (await cast.open()).decided();
  await race.signedOff(['localAuthority', 'integratedCareBoard']);
  await race.act('/notification-reference', { reference: 'Canaryreference 417' });
  await race.act('/report', { title: 'Canarytitle of the report', location: 'Canarylocation' });
  await race.at('04-16 10:00').signedOff(['police']);
  const went = { channel: 'portal', on: '2026-04-15', evidence: 'Canaryproof' };
  const path = '/panel/dispatch/sent-another-way';
  await race.refused(path, went, {
    status: 409,
    type: 'panel-gate-shut',
    pointer: 'body /proceedReason',
    says: 'cannot be recorded as gone to the national Panel on Wednesday 15 April 2026. Missing by then: the sign-off for the police',
  });
  await race.refused(
    path,
    { ...went, proceedReason: 'Canaryreason' },
    {
      status: 403,
      type: 'only-chair-may-proceed',
      says: 'Missing by Wednesday 15 April 2026: the sign-off for the police',
    },
  );
  await race.act(path, { ...went, on: '2026-04-16' });
});

test('R17: a delegate does not take it back, nor is it taken back unseen', async () => {
  const race = await (await cast.open()).readyForPanel();
  const asDelegate = await race.ask(PATH, { body: NEVER, ...cast.asDelegate('police') });
  expect(asDelegate.statusCode).toBe(403);
  const unseen = await race.ask(PATH, { body: NEVER, ifMatch: null });
  expect(unseen.statusCode).toBe(428);
});
