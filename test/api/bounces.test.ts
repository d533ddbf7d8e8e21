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

const never = (contact: string) => `${bounces}/${contact}/corrections`;
/** The register has put somebody in the place of the first since. */
const lead = async (race: Race): Promise<string> => {
  const [asked] = (await contacts(race)) as readonly { contact: string }[];
  return asked?.contact ?? '';
};
const byMistake = { recordedByMistake: true, reason: 'It was the mail of another case that came back.' };
const school = async (race: Race): Promise<unknown> =>
  (await race.read<{ agencies: readonly unknown[] }>('')).agencies[0];

test('R8: one that was recorded by mistake is taken back: the request that was void for it stands as it did', async () => {
  const race = await cast.open({ agencies: [SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  const contact = await lead(race);
  const before = await school(race);
  expect((await race.act(bounces, { contact })).events).toContain('RequestVoided');
  await race.at('04-07 10:00').wake();
  const preview = await race.ask(`${never(contact)}/preview`, { body: { recordedByMistake: true } });
  // What is counted from the request is owed from then; by nine the team has not heard yet that it, due again, was not sent.
  expect([preview.statusCode, preview.json()]).toMatchObject([
    200,
    {
      newlyOwed: [
        { key: `agencyReturn:${SCHOOL}`, due: '2026-04-09' },
        { key: `recordsSecured:${SCHOOL}`, due: '2026-04-02' },
      ],
      becomeLate: [{ key: `recordsSecured:${SCHOOL}`, due: '2026-04-02' }],
      owedNoMore: [],
      toldNoMore: [{ about: 'missed: sending the scoping request (Example Academy)', who: 'team' }],
    },
  ]);
  const page = await race.ask(`${never(contact)}/preview.txt`, { body: { recordedByMistake: true } });
  expect(page.body).toMatch(/scoping return +Thursday 9 April 2026 +newly owed +Example Academy/u);
  expect(page.body).toMatch(/securing the records +Thursday 2 April 2026 +becomes late +Example Academy/u);
  const { events } = await race.act(never(contact), byMistake);
  expect(events).toEqual(['RequestBounceCorrected', 'OutcomeRestated', ...events.slice(2)]);
  expect(await school(race)).toEqual(before);
  expect(JSON.stringify(await race.read('/chronology'))).toContain(
    'The scoping request is not void, and stands as it was, sent on Tuesday 31 March 2026.',
  );
});

test('R8: what was done before it was void is owed no more as the request stands again', async () => {
  const race = await cast.open({ agencies: [SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  await race
    .at('04-01 10:00')
    .act(`/records-secured/${SCHOOL}`, { paper: true, electronic: true, locked: true });
  const contact = await lead(race);
  await race.act(bounces, { contact });
  const preview = await race.ask(`${never(contact)}/preview`, { body: { recordedByMistake: true } });
  expect(preview.json()).toMatchObject({ newlyOwed: [{ key: `agencyReturn:${SCHOOL}` }], becomeLate: [] });
  const page = await race.ask(`${never(contact)}/preview.txt`, { body: { recordedByMistake: true } });
  expect(page.body).not.toMatch(/securing the records.*newly owed/u);
});

test('R8: once the agency is asked anew that is refused, and so is what nobody recorded', async () => {
  const race = await cast.open({ agencies: [SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  const contact = await lead(race);
  await race.refused(never(contact), byMistake, { status: 409, type: 'bounce-not-recorded' });
  await race.act(bounces, { contact });
  await race.act('/scoping-requests');
  await race.refused(never(contact), { ...byMistake, round: 1 }, { status: 409, type: 'request-made-anew' });
});

test('R8: it has no right day: what is asked for is that it was a mistake, and that alone', async () => {
  const race = await cast.open({ agencies: [SCHOOL] });
  const { reason } = byMistake;
  const details = async (body: object): Promise<readonly string[]> => {
    const answer = await race.ask(never(`${SCHOOL}-C1`), { body });
    const { errors } = answer.json<{ errors: readonly { pointer: string; detail: string }[] }>();
    return errors.map(({ pointer, detail }) => `${answer.statusCode} ${pointer} ${detail}`);
  };
  expect(await details({ reason })).toContain('400 /recordedByMistake is missing: it must be true');
  expect(await details({ recordedByMistake: false, reason })).toContain(
    '400 /recordedByMistake must be true',
  );
});
