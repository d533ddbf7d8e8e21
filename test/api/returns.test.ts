// The answers of agencies over HTTP: recorded, judged, corrected, extended, read by those permitted; and what an agency may
// say and see of its own (point 1 of the issue). Requests go on Tuesday 31 March, so that returns are due on Thursday 9 April.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AgencyReturnsView, ReturnsView } from '../../api/returns/returnsSchema';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import type { CaseReference } from '../../domain/rapidReview/state';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, BOARD, Cast, COUNCIL, HOSPITAL, POLICE, SCHOOL, type Race } from './cast';
import { problemIn } from './stories';

const ANSWER = 'Canaryanswer of the agency';
const MISSING = 'Canarymissing in it';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const asked = async (changes: Readonly<Record<string, unknown>> = {}): Promise<Race> => {
  const race = await cast.open(changes);
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  return race;
};

const standingOf = async (race: Race, agency: string): Promise<ReturnsView['agencies'][number]> => {
  const { agencies } = await race.read<ReturnsView>('/returns');
  const found = agencies.find((one) => one.agency === agency);
  if (found === undefined) throw new Error(`${agency} is not on the case`);
  return found;
};

const caseView = (race: Race): Promise<CaseView> => race.read<CaseView>('');

describe('an answer', () => {
  test('that is partial stops nothing; the full one does, and says how early it was', async () => {
    const race = await asked();
    const partial = { answer: 'partial', how: 'telephone', on: '2026-04-07', content: ANSWER };
    const first = await race.at('04-07 12:00').act(`/returns/${SCHOOL}`, partial);
    expect(first.events).toContain('ReturnReceived');
    expect(await standingOf(race, SCHOOL)).toMatchObject({
      answers: [{ number: 1, answer: 'partial', on: '2026-04-07' }],
      return: { status: 'open', due: '2026-04-09', dueInWords: 'by the end of Thursday 9 April 2026' },
    });
    await race.at('04-08 12:00').act(`/returns/${SCHOOL}`, { answer: 'full', content: ANSWER });
    expect(await standingOf(race, SCHOOL)).toMatchObject({
      answers: [{ number: 1 }, { number: 2, answer: 'full', on: '2026-04-08' }],
      return: {
        status: 'met',
        doneOn: '2026-04-08',
        workingDaysEarly: 1,
        punctuality: '1 working day early',
      },
    });
  });

  test('R5: that is late says by how many working days, and why is asked for and kept', async () => {
    const race = await asked();
    await race.at('04-13 12:00').wake();
    await race.act(`/returns/${POLICE}`, { answer: 'nil', how: 'paper', on: '2026-04-13' });
    expect((await standingOf(race, POLICE)).return).toMatchObject({
      status: 'missed',
      doneOn: '2026-04-13',
      workingDaysEarly: -2,
      punctuality: '2 working days late',
    });
    const why = await race.act(`/lateness/agencyReturn:${POLICE}`, {
      reason: 'Canarylateness of the police',
    });
    expect(why.events).toContain('LatenessExplained');
  });

  test('R8: is judged, sent back, and corrected: outcomes follow', async () => {
    const race = await asked();
    await race.at('04-08 12:00').act(`/returns/${SCHOOL}`, { answer: 'full', content: ANSWER });
    const back = await race.act(`/returns/${SCHOOL}/1/sent-back`, { missing: MISSING });
    expect(back.events).toContain('ReturnSentBack');
    expect(await standingOf(race, SCHOOL)).toMatchObject({
      answers: [{ judged: 'sentBack' }],
      return: { status: 'open' },
    });
    await race.at('04-13 12:00').wake();
    await race.act(`/returns/${SCHOOL}`, { answer: 'full', on: '2026-04-10', how: 'mail', content: ANSWER });
    expect((await standingOf(race, SCHOOL)).return.status).toBe('missed');
    const corrected = await race.act(`/returns/${SCHOOL}/2/corrections`, {
      on: '2026-04-09',
      reason: 'Canaryreason of a wrong day',
    });
    expect(corrected.events).toEqual(expect.arrayContaining(['ReturnCorrected', 'OutcomeRestated']));
    expect((await standingOf(race, SCHOOL)).return).toMatchObject({
      status: 'met',
      punctuality: 'on the due day',
    });
    expect((await race.act(`/returns/${SCHOOL}/2/acceptance`)).events).toContain('ReturnAccepted');
  });

  test('has another date agreed, longer or shorter', async () => {
    const race = await asked();
    const agree = async (due: string, on?: string) =>
      (await race.act(`/returns/${SCHOOL}/agreed-date`, { due, on, reason: 'Canaryreason of the archive' }))
        .events;
    race.at('04-01 12:00');
    expect(await agree('2026-04-14')).toEqual(expect.arrayContaining(['ReturnDateAgreed', 'DatesMoved']));
    await agree('2026-04-08');
    expect(await standingOf(race, SCHOOL)).toMatchObject({
      agreedDate: '2026-04-08',
      return: { due: '2026-04-08' },
    });
    expect((await caseView(race)).agencies.find(({ agency }) => agency === SCHOOL)).toMatchObject({
      agreedDate: '2026-04-08',
    });
    race.at('04-09 12:00');
    expect(await agree('2026-04-14', '2026-04-08')).toContain('ObligationReinstated');
  });

  test('of the wrong organisation proposes another: added, or declined', async () => {
    const race = await asked();
    race.at('04-07 12:00');
    await race.act(`/returns/${BOARD}`, { answer: 'wrongOrganisation', askInstead: { agency: HOSPITAL } });
    await race.act(`/returns/${POLICE}`, {
      answer: 'wrongOrganisation',
      askInstead: { name: 'Canaryname of an organisation' },
    });
    const { proposals } = await caseView(race);
    expect(proposals).toMatchObject([{ by: BOARD, agency: HOSPITAL }, { by: POLICE }]);
    await race.act('/agencies', { agency: HOSPITAL });
    const declined = await race.act(`/proposals/${proposals[1]?.proposal ?? 0}/declined`, {
      reason: 'Canaryreason to decline',
    });
    expect(declined.events).toContain('ProposalDeclined');
    expect((await caseView(race)).proposals).toEqual([]);
  });

  test('R20: is taken after the end, and nothing else of it', async () => {
    const race = await asked();
    await race.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason to withdraw' });
    const late = await race.at('04-20 12:00').act(`/returns/${SCHOOL}`, { answer: 'full', content: ANSWER });
    expect(late.events).toContain('ReturnReceived');
    const judged = await race.ask(`/returns/${SCHOOL}/1/acceptance`, { body: {} });
    expect(problemIn(judged)).toMatchObject({ status: 409, type: '/problems/case-ended' });
    expect(await caseView(race)).toMatchObject({
      status: 'ended',
      ending: { cause: 'withdrawn', on: '2026-03-31', inWords: 'The referral was withdrawn.' },
    });
    expect((await under.ask('GET', '/cases?status=ended')).body).toContain(race.reference);
    expect((await under.ask('GET', '/cases?status=open')).body).not.toContain(race.reference);
  });

  test('comes once, however often it is sent', async () => {
    const race = await asked();
    const asking = { key: newKey(), body: { answer: 'nil' } };
    const [first, again] = [
      await race.ask(`/returns/${SCHOOL}`, asking),
      await race.ask(`/returns/${SCHOOL}`, asking),
    ];
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(first.json()).toMatchObject({ recorded: true });
    expect(again.json()).toEqual(first.json());
    expect((await standingOf(race, SCHOOL)).answers).toHaveLength(1);
  });
});

test('that records are secured has its own date, and is said before the template goes as well', async () => {
  const race = await cast.open();
  const secured = { on: '2026-03-30', paper: true, electronic: true, locked: true, by: 'Canaryby a manager' };
  expect((await race.act(`/records-secured/${SCHOOL}`, secured)).events).toContain('RecordsSecured');
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  expect((await standingOf(race, SCHOOL)).recordsSecured).toMatchObject({
    status: 'met',
    due: '2026-04-02',
    doneOn: '2026-03-30',
  });
  expect((await caseView(race)).agencies.find(({ agency }) => agency === SCHOOL)).toMatchObject({
    recordsSecuredOn: '2026-03-30',
  });
  expect(await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`)).toMatchObject({
    secured: { on: '2026-03-30', paper: true, locked: true, by: { text: 'Canaryby a manager' } },
  });
});

describe('what an agency wrote', () => {
  let race: Race;
  beforeAll(async () => {
    race = await asked();
    await race
      .at('04-07 12:00')
      .act(`/returns/${SCHOOL}`, { answer: 'full', how: 'secureMail', content: ANSWER });
    await race.act(`/returns/${SCHOOL}/1/sent-back`, { missing: MISSING });
    await race.act(`/returns/${SCHOOL}`, { answer: 'full', content: `${ANSWER}, again` });
  });

  test('R24: is read version by version, and each view is logged with who and why', async () => {
    const views = async () =>
      (await under.records.dossier.viewsOf(race.reference as CaseReference)).toReversed();
    const before = (await views()).length;
    const { answers } = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`, { as: 'auditor' });
    expect(answers).toMatchObject([
      ...[{ number: 1, how: 'secureMail', judged: 'sentBack', content: { text: ANSWER } }],
      { number: 2, how: 'api', content: { text: `${ANSWER}, again` } },
    ]);
    expect(answers[0]?.missing).toEqual({ text: MISSING });
    const seen = (await views()).slice(before);
    expect(seen.map(({ actor, why }) => [actor, why])).toEqual(
      Array.from({ length: 3 }, () => [under.actors.auditor, 'audit']),
    );
  });

  test('is in the chronology for those permitted, and in no other answer', async () => {
    const { body } = await under.ask('GET', `/cases/${race.reference}/chronology`);
    expect(body).toContain(ANSWER);
    for (const path of ['', '/returns', '/timetable', '/notices'])
      expect((await under.ask('GET', `/cases/${race.reference}${path}`)).body).not.toContain('Canary');
  });

  test('is not found for an agency that is not on the case', async () => {
    const answer = await under.ask('GET', `/cases/${race.reference}/returns/AG-0003`);
    expect(problemIn(answer)).toMatchObject({ status: 404, type: '/problems/agency-not-on-this-case' });
  });
});

describe("an agency's own contact", () => {
  const as = 'agencyContact';

  test('answers for its own agency, as of now, and sees its own dates alone', async () => {
    const race = await asked();
    race.at('04-08 12:00');
    await race.act(`/records-secured/${COUNCIL}`, { paper: true, electronic: true, locked: true }, { as });
    const body = { answer: 'full', content: ANSWER };
    const { timetable, ...answer } = await race.act(`/returns/${COUNCIL}`, body, { as });
    expect(answer).toMatchObject({ recorded: true, warnings: [] });
    expect(timetable).not.toHaveProperty('headline');
    expect([...new Set(timetable.obligations.map(({ agency }) => agency))]).toEqual([COUNCIL]);
    const own = await race.read<AgencyReturnsView>(`/returns/${COUNCIL}`, { as });
    expect(own).toMatchObject({
      answers: [{ how: 'api', on: '2026-04-08', content: { text: ANSWER } }],
      secured: { on: '2026-04-08' },
    });
    const views = (await under.records.dossier.viewsOf(race.reference as CaseReference)).toReversed();
    expect(views.at(-1)).toMatchObject({ actor: under.actors.agencyContact, why: 'agencyRequest' });
  });

  test('R13: uses no account on a case that somebody there is kept off: an account does not say who of them it is', async () => {
    const race = await asked();
    const contact = `${COUNCIL}-C1`;
    await race.act('/excluded-contacts', {
      agency: COUNCIL,
      contact,
      reason: 'Canaryreason of the exclusion',
    });
    const answers = [
      await race.ask(`/returns/${COUNCIL}`, { as, body: { answer: 'full', content: ANSWER } }),
      await under.ask('GET', `/cases/${race.reference}/returns/${COUNCIL}`, { as }),
    ];
    for (const answer of answers)
      expect(problemIn(answer)).toMatchObject({ status: 403, type: '/problems/accounts-off-case' });
    await race.act(`/excluded-contacts/${contact}/readmission`, { reason: 'Canaryreason of the return' });
    await race.read(`/returns/${COUNCIL}`, { as });
  });

  test('cannot say that it answered sooner, or another way', async () => {
    const race = await asked();
    for (const given of [{ on: '2026-03-31' }, { how: 'paper' }]) {
      const answer = await race.ask(`/returns/${COUNCIL}`, { as, body: { answer: 'nil', ...given } });
      expect(problemIn(answer)).toMatchObject({
        status: 422,
        type: '/problems/said-by-the-service',
        errors: [{ pointer: `/${Object.keys(given)[0] ?? ''}` }],
      });
    }
    const secured = { on: '2026-03-31', paper: true, electronic: true, locked: true };
    const answer = await race.ask(`/records-secured/${COUNCIL}`, { as, body: secured });
    expect(problemIn(answer).type).toBe('/problems/said-by-the-service');
  });

  test('answers for no other, reads no other, and is not told which cases there are', async () => {
    const race = await asked();
    const without = await asked({ agencies: [SCHOOL] });
    const body = { answer: 'nil' };
    const answers = [
      await race.ask(`/returns/${SCHOOL}`, { as, body }),
      await under.ask('GET', `/cases/${race.reference}/returns/${SCHOOL}`, { as }),
    ];
    for (const answer of answers) expect(problemIn(answer).type).toBe('/problems/not-your-agency');
    for (const reference of [without.reference, 'RR-2026-0999']) {
      const path = `/cases/${reference}/returns/${COUNCIL}`;
      for (const answer of [
        await under.ask('POST', path, { as, body }),
        await under.ask('GET', path, { as }),
      ])
        expect(problemIn(answer)).toMatchObject({ status: 404, type: '/problems/nothing-of-your-agency' });
    }
    const list = await under.ask('GET', `/cases/${race.reference}/returns`, { as });
    expect(problemIn(list).type).toBe('/problems/forbidden');
  });
});
