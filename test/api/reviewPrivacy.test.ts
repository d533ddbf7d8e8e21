// Canaries in the meeting, the decision, the Panel, the ending, duplicates and safety (R24): every free text and every name
// holds one, and they are looked for where they must not be.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { everyTableAsText } from '../records/everyTable';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, BOARD, Cast, decisionBody, POLICE, type Race } from './cast';
import { openCase } from './stories';

let under: ApiUnderTest;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  const cast = await Cast.of(under);
  race = await cast.open();
  const concern = { concern: 'Canaryconcern', noticeRead: true };
  await race.act('/safety-concerns', concern, { as: 'agencyContact' });
  await race.act('/safety-concerns/1/acknowledgement', { note: 'Canarynote of a visit' });
  await race.act('/safety-concerns/1/actions', { action: 'Canaryaction: all safe' });
  await race.meets('04-14 10:00');
  await race.act('/meeting/arrivals', { name: 'Canaryguest', agency: BOARD });
  await race.act('/meeting/conflicts', { attendee: 'A-1', note: 'Canarynote of a conflict' });
  const dissent = [{ seat: 'police', reasons: 'Canarydissent' }];
  await race.at('04-14 11:00').act('/decision', decisionBody({ dissent }));
  await race.dutiesEvidenced();
  await race.act('/meeting/closing', { minutes: 'Canaryminutes' });
  await race.act('/sign-offs', { seat: 'police', evidence: 'Canaryevidence of a word' });
  await race.act('/notification-reference', { reference: 'Canaryreference' });
  await race.act('/report', { title: 'Canarytitle', location: 'Canarylocation' });
  const contact = { contact: 'other', channel: 'telephone', note: 'Canarynote to the Panel' };
  await race.act('/panel/contacts', contact);
  await race.act('/panel/dispatch', { proceedReason: 'Canaryreason to go on' }, { as: 'meetingChair' });
  await race.mailGoes();
  await race.act('/panel/replies', { reply: 'disagrees', letter: 'Canaryletter' });
  await race.act('/decision/confirmation', { agreedBy: AGREED_BY, reason: 'Canaryreason to confirm' });

  const other = await cast.open();
  const twin = await openCase(under, { agencies: [POLICE] });
  await other.act('/duplicates', { of: twin, note: 'Canarynote of a likeness' });
  await other.act(`/duplicates/${twin}/settlement`, { as: 'merged', reason: 'Canaryreason to merge' });
  await other.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason to withdraw' });
  await other.act('/withdrawal/undoing', { reason: 'Canaryreason to undo it' });
  // And what is refused, in every way.
  for (const body of [
    { minutes: 'Canaryminutes', Canaryfield: 1 },
    { minutes: 'Canaryminutes', at: 'Canarytime' },
  ])
    await other.ask('/meeting/closing', { body });
  await other.ask('/meeting/closing', { body: { minutes: 'Canaryminutes' } });
  await other.ask('/meeting/arrivals', { body: { attendee: 'Canaryattendee', agency: BOARD } });
  await under.ask('GET', `/cases/${race.reference}/meeting/quorum?at=Canarymoment`);
  under.gateway.mood = { kind: 'workerAway' };
  expect(
    (await other.ask('/duties', { body: { duty: 'facts', evidence: 'Canaryevidence' } })).statusCode,
  ).toBe(503);
  under.gateway.mood = undefined;
});
afterAll(() => under.close());

test('not in the log', () => {
  expect(under.log().split('\n').length).toBeGreaterThan(35);
  expect(under.log()).not.toMatch(/canary/i);
});

test('not in what goes to the workflows', () => {
  expect(under.gateway.seen.length).toBeGreaterThan(30);
  expect(JSON.stringify(under.gateway.seen)).not.toMatch(/canary/i);
});

test('not in any table as it lies in the database', async () => {
  expect(await everyTableAsText(under.database)).not.toMatch(/canary/i);
});

test('not in an answer to an act, nor where no text is asked for', async () => {
  for (const path of ['', '/timetable', '/notices', '/meeting/proposals']) {
    const answer = await under.ask('GET', `/cases/${race.reference}${path}`);
    expect([path, answer.statusCode, /canary/i.test(answer.body)]).toEqual([path, 200, false]);
  }
  expect((await under.ask('GET', '/sub-group-dates')).body).not.toMatch(/canary/i);
});

test.each(['/meetings', '/meeting/quorum', '/decision', '/panel', '/safety-concerns'])(
  '%s is not for an agency, nor for another system',
  async (path) => {
    for (const as of ['agencyContact', 'service'] as const) {
      const answer = await under.ask('GET', `/cases/${race.reference}${path}`, { as });
      expect([as, answer.statusCode, /canary/i.test(answer.body)]).toEqual([as, 403, false]);
    }
  },
);

test('every text that is shown is a view that is logged, with who and why', async () => {
  const before = (await under.records.dossier.viewsOf(race.reference as never)).toReversed().length;
  const shown = await race.read<object>('/decision', { as: 'partnerDelegate' });
  const texts = JSON.stringify(shown).match(/"text":/g) ?? [];
  const views = (await under.records.dossier.viewsOf(race.reference as never)).toReversed().slice(before);
  // The name of the guest in the meeting is one more.
  expect(views).toHaveLength(texts.length + 1);
  expect(new Set(views.map(({ actor, why }) => `${actor} ${why}`))).toEqual(
    new Set([`${under.actors.partnerDelegate} casework`]),
  );
});
