// What people should know of a case beside its dates: shown with the case, and with the answer to every write.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { ContactId } from '../../domain/timetable/facts';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, decisionBody, HOSPITAL, moment, POLICE, SCHOOL, type Warned } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

/** Nothing is wanting of when the local authority became aware. */
const awareOf = (changes: Readonly<Record<string, unknown>> = {}) =>
  cast.open({ timestamps: { localAuthorityAware: '2026-03-28T08:30:00Z' }, ...changes });

test('an agency found late has its own clock, and the warning that it runs past the meeting', async () => {
  const race = await awareOf();
  await race.act('/meeting', { startsAt: moment('04-14 10:00') });
  await race.at('04-10 10:00').act('/scoping-requests', { agencies: [COUNCIL] });
  await race.mailGoes();
  const late = (await race.read<Warned>('')).warnings;
  expect(late).toContainEqual({
    about: 'returnAfterMeeting',
    agency: COUNCIL,
    due: '2026-04-17',
    meetingOn: '2026-04-14',
    inWords:
      'The return of Example City Council is due on Friday 17 April 2026, after the meeting on Tuesday 14 April 2026.',
  });
  // Every answer to a write carries them too.
  const answered = await race.ask(`/records-secured/${SCHOOL}`, {
    body: { paper: true, electronic: true, locked: true },
  });
  expect(answered.json<Warned>().warnings).toEqual(late);
  // People read the beginning of a long answer.
  const fields = Object.keys(answered.json<Warned>());
  expect(fields.indexOf('warnings')).toBeLessThan(fields.indexOf('timetable'));
});

test('R16: who had not answered is warned of with the decision, until they answer', async () => {
  const race = await awareOf({ agencies: [COUNCIL, SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  const full = { answer: 'full', how: 'secureMail', content: 'Canarycontent' };
  await race.act(`/returns/${COUNCIL}`, full);
  await race.meets('04-14 10:00');
  const decided = await race.at('04-14 11:00').ask('/decision', { body: decisionBody() });
  expect(decided.json<Warned>().warnings).toEqual([
    {
      about: 'decidedWithout',
      on: '2026-04-14',
      agencies: [SCHOOL],
      inWords:
        'An agency that had not answered when it was decided on Tuesday 14 April 2026 has not answered in full since: Example Academy. The decision names whoever had not by then.',
    },
  ]);
  await race.at('04-14 15:00').act(`/returns/${SCHOOL}`, full);
  expect((await race.read<Warned>('')).warnings).toEqual([]);
});

test('R3: a moment whose year may be mistyped is questioned with the answer that records it', async () => {
  const race = await cast.open();
  const answered = await race.ask('/timestamps', {
    body: { timestamp: 'notificationSent', at: '2016-04-01T10:00:00Z' },
  });
  expect(answered.json<Warned>().warnings).toContainEqual({
    about: 'farFromReferral',
    what: 'notificationSent',
    on: '2016-04-01',
    received: '2026-03-30',
    days: 3650,
    inWords:
      'The notification to the national Panel is recorded for Friday 1 April 2016, 3650 days before the referral was received on Monday 30 March 2026. If a year is mistyped, correct it; if both are right, nothing is to be done.',
  });
});

test('R14: a meeting outside its window and a seat nobody is invited for are warned of', async () => {
  const race = await awareOf();
  const invitees = [{ agency: COUNCIL, seat: 'localAuthority' }];
  await race.act('/meeting', { startsAt: moment('04-22 10:00'), invitees, reason: 'Canaryreason' });
  expect((await race.read<Warned>('')).warnings).toMatchObject([
    {
      about: 'meetingOutsideWindow',
      way: 'late',
      closes: '2026-04-20',
      inWords:
        'The meeting on Wednesday 22 April 2026 lies after its window, which closes on Monday 20 April 2026.',
    },
    {
      about: 'seatsNotInvited',
      seats: ['police', 'integratedCareBoard'],
      inWords:
        'Nobody is coming to the meeting on Wednesday 22 April 2026 for the police or the integrated care board: it would not be quorate.',
    },
  ]);
});

test('R13: an agency that owes something and that no mail reaches any more is warned of, with the act that brings it about', async () => {
  const race = await awareOf();
  await race.at('03-31 10:00').act('/scoping-requests', { agencies: [SCHOOL] });
  await race.mailGoes();
  const notReached = (answered: Warned): Warned['warnings'] =>
    answered.warnings.filter(({ about }) => about === 'agencyNotReached');
  const contact = `${SCHOOL}-C1`;
  const excluded = await race.ask('/excluded-contacts', {
    body: { agency: SCHOOL, contact, reason: 'Canaryreason' },
  });
  expect(notReached(excluded.json<Warned>())).toEqual([
    {
      about: 'agencyNotReached',
      agency: SCHOOL,
      inWords:
        'No mail reaches Example Academy, which owes something still: those who were asked, and those above them, are excluded or cannot be mailed. Send the request again where the register has somebody now who can be, or mail does arrive (POST /cases/{reference}/scoping-requests, the agency named in "agencies"), or reach it another way, with the link to its page where that helps.',
    },
  ]);
  const back = await race.ask(`/excluded-contacts/${contact}/readmission`, {
    body: { reason: 'Canaryreason' },
  });
  expect(notReached(back.json<Warned>())).toEqual([]);
  await race.act('/excluded-contacts', { agency: SCHOOL, contact, reason: 'Canaryreason' });
  expect(notReached(await race.read<Warned>(''))).toHaveLength(1);
  await race.act(`/returns/${SCHOOL}`, { answer: 'nil', how: 'secureMail' });
  await race.act(`/records-secured/${SCHOOL}`, { paper: true, electronic: true, locked: true });
  expect(notReached(await race.read<Warned>(''))).toEqual([]);
});

test('a request that came back from every address is warned of until it is sent again', async () => {
  const race = await awareOf();
  await race.at('03-31 10:00').act('/scoping-requests', { agencies: [SCHOOL] });
  const { records, gateway, clock } = under;
  const reference = race.reference as CaseReference;
  await records.notices.end(`${reference}/scopingRequest/${SCHOOL}/1.1`, {
    at: clock.now,
    accepted: [],
    refused: [`${SCHOOL}-C1` as ContactId],
    outcome: 'refused',
  });
  await gateway.hear(reference);
  const inWords = `The scoping request to Example Academy does not count as sent: it reached nobody, since the mail to each address came back or could not go. Another is due, by the end of Wednesday 1 April 2026. Send it again (POST /cases/{reference}/scoping-requests), with a contact of it in the register who can be mailed, or ask another way and record that (POST /cases/{reference}/scoping-requests/${SCHOOL}/sent-another-way).`;
  expect((await race.read<Warned>('')).warnings).toEqual([
    {
      about: 'requestVoid',
      agency: SCHOOL,
      cause: 'everyAddressBounced',
      due: '2026-04-01',
      inWords,
    },
  ]);
  const page = await under.ask('GET', `/cases/${reference}/timetable.txt`);
  expect(page.body).toContain(`To be known\n- ${inWords}\n`);
  await race.at('04-02 10:00').wake();
  expect((await race.read<Warned>('')).warnings[0]).toMatchObject({
    missed: true,
    inWords: expect.stringContaining('Another was due, by the end of Wednesday 1 April 2026. Send it again'),
  });
  await race.act('/scoping-requests', { agencies: [SCHOOL] });
  expect((await race.read<Warned>('')).warnings).toEqual([]);
});

test('R22: who was on a case that was merged and is not on this one is warned of, and whose answer lies there', async () => {
  const other = await awareOf({ agencies: [COUNCIL, HOSPITAL, SCHOOL, POLICE] });
  for (const agency of [HOSPITAL, SCHOOL, POLICE])
    await other.act(`/scoping-requests/${agency}/sent-another-way`, {
      channel: 'telephone',
      on: '2026-03-30',
      note: 'Canarynote',
    });
  await other.act(`/returns/${SCHOOL}`, { answer: 'full', how: 'secureMail', content: 'Canarycontent' });
  await other.act(`/returns/${POLICE}`, { answer: 'wrongOrganisation', how: 'telephone' });
  const race = await awareOf({ agencies: [COUNCIL, SCHOOL] });
  await race.at('03-31 10:00').act('/scoping-requests', { agencies: [COUNCIL, SCHOOL] });
  await race.mailGoes();
  await race.act('/duplicates', { of: other.reference });
  const merged = await race.ask(`/duplicates/${other.reference}/settlement`, {
    body: { as: 'merged', reason: 'Canaryreason' },
  });
  const of = other.reference;
  const expected = [
    {
      about: 'agencyOfMerged',
      agency: HOSPITAL,
      of,
      inWords: `Example Hospitals NHS Trust was on ${of}, which was merged into this case, and is not on this one. Add it where it is still needed; what it answered stays with ${of}.`,
    },
    {
      about: 'answeredInMerged',
      agency: SCHOOL,
      of,
      inWords: `Example Academy has answered in ${of}, which was merged into this case, and not here. Where that answer will do, record it here as well.`,
    },
  ];
  expect(merged.json<Warned>().warnings).toEqual(expected);
  const page = await under.ask('GET', `/cases/${race.reference}/timetable.txt`);
  expect(page.body).toContain(expected[0]?.inWords);
  // What was merged comes along where this one is merged in turn.
  const last = await awareOf({ agencies: [COUNCIL] });
  await last.act('/duplicates', { of: race.reference });
  const again = await last.ask(`/duplicates/${race.reference}/settlement`, {
    body: { as: 'merged', reason: 'Canaryreason' },
  });
  expect(again.json<Warned>().warnings).toMatchObject([
    { about: 'agencyOfMerged', agency: SCHOOL, of: race.reference },
    { about: 'agencyOfMerged', agency: HOSPITAL, of: race.reference },
  ]);
  await last.act('/agencies', { agency: HOSPITAL });
  await last.act('/agencies', { agency: SCHOOL });
  // Before it is asked: then it need not be.
  expect((await last.read<Warned>('')).warnings).toMatchObject([
    { about: 'answeredInMerged', agency: SCHOOL, of: race.reference },
  ]);
  expect(await last.read<CaseView>('')).toMatchObject({
    duplicates: [
      { of: race.reference, settled: 'absorbed' },
      { of: other.reference, settled: 'absorbed' },
    ],
  });
});

test('R14: who is invited and cannot be mailed is warned of, until a reply is recorded', async () => {
  const race = await awareOf();
  await race.act('/excluded-contacts', { agency: SCHOOL, contact: `${SCHOOL}-C1`, reason: 'Canaryreason' });
  const invitees = [
    { agency: COUNCIL, seat: 'localAuthority' },
    { agency: POLICE, seat: 'police' },
    { agency: BOARD, seat: 'integratedCareBoard' },
    { agency: SCHOOL },
  ];
  await race.act('/meeting', { startsAt: moment('04-14 10:00'), invitees });
  // Nor can it be asked by mail.
  const toAsk = expect.objectContaining({ about: 'nobodyToAsk', agency: SCHOOL }) as never;
  expect((await race.read<Warned>('')).warnings).toEqual([
    {
      about: 'inviteeNotReached',
      agency: SCHOOL,
      on: '2026-04-14',
      inWords:
        'Nobody who is invited for Example Academy can be mailed about the meeting on Tuesday 14 April 2026: invite others of it (POST /cases/{reference}/meeting/rearrangement, its contacts named in "invitees"), or invite it another way, and record its reply.',
    },
    toAsk,
  ]);
  await race.act('/meeting/replies', { agency: SCHOOL, reply: 'accepted' });
  expect((await race.read<Warned>('')).warnings).toEqual([toAsk]);
});

test('C5: after a meeting that was cancelled the page says that another is to be arranged', async () => {
  const race = await awareOf();
  await race.act('/meeting', { startsAt: moment('04-14 10:00') });
  const cancelled = await race.ask('/meeting/cancellation', { body: { reason: 'Canaryreason' } });
  expect(cancelled.json<Warned>().warnings).toMatchObject([
    { about: 'noMeetingArranged', on: '2026-04-14', cancelled: true, due: '2026-04-20' },
  ]);
});
