// An agency that owes nothing, over HTTP: what a reminder to it, and another date for its answer, are told (R10, R11).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, SCHOOL } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

test('both say why: it was not asked, its request is on its way, void, or did not go, or it has answered', async () => {
  const race = (await cast.open({ agencies: [SCHOOL] })).at('03-31 10:00');
  const agreed = { due: '2026-04-14', reason: 'Canaryreason of the date' };
  const bothSay = async (says: string) => {
    await race.refused(`/reminders/${SCHOOL}`, {}, { status: 409, type: 'nothing-owed', says });
    const path = `/returns/${SCHOOL}/agreed-date`;
    await race.refused(path, agreed, { status: 409, type: 'no-return-date-to-change', says });
  };
  await bothSay(': it was not asked yet. To ask it,');
  await race.act('/scoping-requests');
  await bothSay(': its request is in the outgoing mail, and counts from the day');
  await race.mailGoes();
  await race.act(`/scoping-requests/${SCHOOL}/void`, { reason: 'Canaryreason of the void' });
  await bothSay(': its request is void. Send it again');

  await race.act('/scoping-requests');
  const { notices } = under.records;
  const reference = race.reference as CaseReference;
  const [lapsing] = await notices.waiting(reference);
  const lapsed = { accepted: [], refused: [], outcome: 'lapsed', error: 'EREPEATED' } as const;
  await notices.end(lapsing?.key ?? '', { at: under.clock.now, ...lapsed });
  await under.gateway.hear(reference);
  await bothSay(': the mail with its request did not go. Send it again');

  await race.act(`/scoping-requests/${SCHOOL}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  const { events } = await race.act(`/returns/${SCHOOL}`, { answer: 'nil' });
  expect(events).toContain('ReturnReceived');
  await bothSay(': it answered on Tuesday 31 March 2026.');
});

test('one that has answered since its request is void is not to be asked anew', async () => {
  const race = (await cast.open({ agencies: [SCHOOL] })).at('03-31 10:00');
  await race.act(`/scoping-requests/${SCHOOL}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  await race.act(`/returns/${SCHOOL}`, { answer: 'partial', how: 'paper' });
  await race.act(`/scoping-requests/${SCHOOL}/void`, { reason: 'Canaryreason of the void' });
  await race.act(`/returns/${SCHOOL}`, { answer: 'full', how: 'paper' });
  const says = ': it answered on Tuesday 31 March 2026.';
  await race.refused(`/reminders/${SCHOOL}`, {}, { status: 409, type: 'nothing-owed', says });
});
