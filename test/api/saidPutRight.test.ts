// What the partners confirmed and what the Panel was told, recorded wrong, over HTTP: seen first, put right or taken back, and shown as it
// stands then (R5, R8, R19).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, Cast } from './cast';
import { REASON } from './changesOfCalendar';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const NEVER = { recordedByMistake: true, reason: REASON };
interface Decisions {
  readonly decisions: readonly { readonly confirmations: readonly unknown[] }[];
}
interface Panel {
  readonly contacts: readonly unknown[];
  readonly awaitedSince?: string;
}
const saying = (text: string): unknown => expect.stringContaining(text);

/** Decision and report went on Friday 17 April. */
const informed = async () => {
  const race = await (await cast.open()).readyForPanel();
  await race.at('04-17 12:00').act('/panel/dispatch/sent-another-way', {
    channel: 'portal',
    on: '2026-04-17',
    evidence: 'Canaryevidence of the portal',
  });
  return race;
};

test('R8, R19: the day of a confirmation, or that there was none', async () => {
  const path = '/decision/confirmation/corrections';
  const race = await informed();
  await race.refused(path, NEVER, { status: 409, type: 'not-confirmed', says: 'none to correct' });
  await race.at('05-06 09:00').act('/panel/replies', { reply: 'disagrees', on: '2026-04-20' });
  const confirm = { agreedBy: AGREED_BY, reason: 'Canaryreason of a confirmation' };
  await race.act('/decision/confirmation', { ...confirm, on: '2026-05-06' });

  const preview = await race.ask(`${path}/preview`, { body: { on: '2026-05-05' } });
  expect(preview.json()).toMatchObject({
    inTimeAgain: [{ key: 'reconsideration', due: '2026-05-05', doneOn: '2026-05-05' }],
    told: [],
    chronology: [
      saying('Corrected: the partners confirmed decision 1 on Tuesday 5 May 2026'),
      saying('Tuesday 5 May 2026'),
    ],
  });
  const { events } = await race.act(path, { on: '2026-05-05', reason: REASON });
  expect(events).toEqual(['ConfirmationCorrected', 'OutcomeRestated']);
  const confirmations = async () => (await race.read<Decisions>('/decision')).decisions[0]?.confirmations;
  const given = { on: '2026-05-05', reason: { text: 'Canaryreason of a confirmation' } };
  expect(await confirmations()).toMatchObject([given]);

  await race.act(path, NEVER);
  await race.act('/decision/confirmation', { ...confirm, on: '2026-05-05' });
  expect(await confirmations()).toEqual([
    expect.objectContaining({ on: '2026-05-05', recordedByMistake: true }),
    expect.not.objectContaining({ recordedByMistake: true }),
  ]);
  await race.act(path, { on: '2026-05-04', reason: REASON });
  expect(await confirmations()).toMatchObject([
    { on: '2026-05-05', recordedByMistake: true },
    { on: '2026-05-04' },
  ]);
});

test('R5, R8: the day of a word to the Panel, or that there was none', async () => {
  const race = await informed();
  const path = (number: number) => `/panel/contacts/${number}/corrections`;
  await race
    .at('04-21 12:00')
    .act('/panel/contacts', { contact: 'chase', channel: 'telephone', note: 'Canarynote of a call' });
  await race.act('/panel/contacts', { contact: 'other', channel: 'mail', note: 'Canarynote of a mail' });
  const panel = () => race.read<Panel>('/panel');
  await race.act(path(1), { on: '2026-04-20', reason: REASON });
  expect(await panel()).toMatchObject({
    contacts: [{ number: 1, on: '2026-04-20', inWords: saying('Monday 20 April 2026') }, { number: 2 }],
    awaitedSince: '2026-04-20',
  });
  await race.act(path(1), NEVER);
  expect(await panel()).toMatchObject({
    contacts: [
      {
        number: 1,
        recordedByMistake: true,
        note: { text: 'Canarynote of a call' },
        inWords: saying('Recorded by mistake: On Monday 20 April 2026'),
      },
      expect.not.objectContaining({ recordedByMistake: true }),
    ],
    awaitedSince: '2026-04-17',
  });
  await race.refused(path(1), NEVER, { status: 404, type: 'no-such-panel-contact', says: 'word 1' });
  await race.refused(path(2), NEVER, {
    status: 409,
    type: 'panel-contact-not-recorded-by-hand',
    says: 'is a mail',
  });
});
