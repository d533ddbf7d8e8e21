// Mails that come back, over HTTP: of whom that is recorded, and to whom nothing is mailed any more (R3, R11).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, SCHOOL, type Race } from './cast';
import { problemIn } from './stories';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const CONTACT = `${SCHOOL}-C1`;
const bounces = `/scoping-requests/${SCHOOL}/bounces`;
const bounce = (race: Race) => race.ask(bounces, { body: { contact: CONTACT } });
const rung = { channel: 'telephone', on: '2026-03-31' };
const contacts = async (race: Race): Promise<unknown> =>
  (await race.read<{ agencies: readonly { contacts?: unknown }[] }>('')).agencies[0]?.contacts;
const onPhone = async (): Promise<Race> => {
  const race = await cast.open({ agencies: [SCHOOL] });
  await race.at('03-31 10:00').act(`/scoping-requests/${SCHOOL}/sent-another-way`, rung);
  return race;
};

test('of whoever was asked by telephone alone nothing can have come back, until some mail has gone to them', async () => {
  const race = await onPhone();
  const refused = await bounce(race);
  expect([refused.statusCode, problemIn(refused)]).toMatchObject([
    409,
    { type: '/problems/contact-not-asked', errors: [{ pointer: '/contact' }] },
  ]);
  await race.at('04-01 09:00').wake();
  // The reminder of nine is on its way.
  expect((await bounce(race)).statusCode).toBe(409);
  await race.mailGoes();
  expect((await bounce(race)).statusCode).toBe(200);
  expect(await contacts(race)).toEqual([{ contact: CONTACT, bounced: true }]);
  const reminded = await race.at('04-02 10:00').ask(`/reminders/${SCHOOL}`, { body: {} });
  expect(problemIn(reminded)).toMatchObject({
    type: '/problems/agency-without-contact',
    detail: expect.stringContaining(`: mail to each contact of ${SCHOOL} came back or could not go.`),
  });
});

test('a mail that came back stays so where the agency is rung after that, and is not recorded twice', async () => {
  const race = await cast.open({ agencies: [SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  await race.act(bounces, { contact: CONTACT });
  const again = await bounce(race);
  expect([again.statusCode, problemIn(again)]).toMatchObject([
    409,
    { type: '/problems/contact-already-bounced' },
  ]);
  await race.act(`/scoping-requests/${SCHOOL}/sent-another-way`, rung);
  expect(await contacts(race)).toEqual([{ contact: CONTACT, bounced: true }]);
  // The way back.
  await race.act('/scoping-requests', { agencies: [SCHOOL] });
  expect(await contacts(race)).toEqual([{ contact: CONTACT, bounced: false }]);
});

test('where the request was mailed again, to somebody else, it counts from that once the first mail has come back', async () => {
  const race = await cast.open({ agencies: [SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  const contacts = [{ email: 'deputy@agency-2.example' }];
  expect((await under.ask('PATCH', `/agencies/${SCHOOL}`, { body: { contacts } })).statusCode).toBe(200);
  await race.at('04-02 10:00').act('/scoping-requests', { agencies: [SCHOOL] });
  await race.mailGoes();
  const { events } = await race.act(bounces, { contact: CONTACT });
  expect(events).toEqual(
    expect.arrayContaining(['RequestBounced', 'RequestSentCorrected', 'OutcomeRestated']),
  );
});
