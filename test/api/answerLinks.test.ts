// What becomes of the link of an agency that is not right, or not any more; who can hand one out; and that its page calls late what is past.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerLinkRestsOn } from '../../domain/rapidReview/returns/answerLink';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { answerLinks } from '../../platform/identity/answerLinks';
import { AgencyOnline, askedRace, isSoundMarkup, WHO } from './agencyOnline';
import { apiUnderTest, PUBLIC_URL, type ApiUnderTest } from './apiUnderTest';
import { Cast, HOSPITAL, POLICE, SCHOOL } from './cast';
import { expectRefused } from './refusals';
import { problemIn } from './stories';

let under: ApiUnderTest;
let cast: Cast;
let online: AgencyOnline;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  online = new AgencyOnline(under);
});
afterAll(() => under.close());

test('the page says that a date has passed of one that has, and not of one agreed since', async () => {
  const race = await askedRace(cast);
  const path = await online.linkOf(race, SCHOOL);
  race.at('04-13 12:00');
  expect((await online.see(path)).body.match(/This date has passed/g)).toHaveLength(2);
  await race.act(`/returns/${SCHOOL}/agreed-date`, { due: '2026-04-16', reason: 'Canaryreason of a date' });
  const { body } = await online.see(path);
  expect(body).toContain('by the end of <strong>Thursday 16 April 2026</strong>: the date agreed with you.');
  expect(body.match(/This date has passed/g)).toHaveLength(1);
});

describe('a link', () => {
  test('that was altered, is of another agency or of nobody opens nothing, and says what to do', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const proof = path.slice(-22);
    const wrong = [
      `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`,
      path.slice(0, -1),
      `/answers/${race.reference}/${POLICE}/${proof}`,
      `/answers/RR-2026-9999/${SCHOOL}/${proof}`,
      `/answers/nonsense/${SCHOOL}/${proof}`,
      `/answers/${race.reference}/${SCHOOL}`,
      '/answers/',
      `${path}/`,
      await online.linkOf(race, SCHOOL, keyRingOf([{ id: 'other', bytes: Buffer.alloc(32, 9) }])),
    ];
    for (const one of wrong) {
      const answer = await online.see(one);
      expect([one, answer.statusCode]).toEqual([one, 404]);
      expect(answer.body).toContain('Open the link in our newest email about the case');
      await isSoundMarkup(answer.body);
    }
    const sent = await online.send(`${wrong[0] ?? ''}/answer`, { answer: 'full', content: 'typed', by: WHO });
    expect(sent.statusCode).toBe(404);
    // Typed while the request was withdrawn, it may be copied still.
    expect(sent.body).toContain('typed</textarea>');
  });

  test('R13: ends once somebody who was sent it is excluded, and works again when they are readmitted', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const contact = (await online.stateOf(race)).agencies.find(({ agency }) => agency === SCHOOL)?.request
      ?.contacts[0]?.contact;
    await race.act('/excluded-contacts', { agency: SCHOOL, contact, reason: 'Canaryreason of an exclusion' });
    expect((await online.see(path)).statusCode).toBe(404);
    expect((await online.see(await online.linkOf(race, SCHOOL))).statusCode).toBe(200);
    expect((await online.see(await online.linkOf(race, HOSPITAL))).statusCode).toBe(200);
    await race.act(`/excluded-contacts/${contact ?? ''}/readmission`, { reason: 'Canaryreason to readmit' });
    expect((await online.see(path)).statusCode).toBe(200);
  });

  test('R13: that went to the deputy of somebody excluded outlives the readmission, and ends as the deputy is excluded', async () => {
    const [lead, deputy] = [`${SCHOOL}-C1`, `${SCHOOL}-C2`];
    const contacts = [{ id: lead }, { email: 'deputy@school.example', level: 'deputy' }];
    const changed = await under.ask('PATCH', `/agencies/${SCHOOL}`, { body: { contacts } });
    expect(changed.statusCode).toBe(200);
    const race = await askedRace(cast);
    const exclude = (contact: string) =>
      race.act('/excluded-contacts', { agency: SCHOOL, contact, reason: 'Canaryreason of an exclusion' });
    const readmit = (contact: string) =>
      race.act(`/excluded-contacts/${contact}/readmission`, { reason: 'Canaryreason to readmit' });
    const toLead = await online.linkOf(race, SCHOOL);
    await exclude(lead);
    await race.act('/scoping-requests', { agencies: [SCHOOL] });
    const toDeputy = await online.linkOf(race, SCHOOL);
    const opened = () =>
      Promise.all([toLead, toDeputy].map(async (link) => (await online.see(link)).statusCode));
    expect(await opened()).toEqual([404, 200]);
    await readmit(lead);
    expect(await opened()).toEqual([200, 200]);
    await exclude(deputy);
    expect(await opened()).toEqual([404, 404]);
    await readmit(deputy);
    await exclude(lead);
    expect(await opened()).toEqual([404, 200]);
    await race.act(`/scoping-requests/${SCHOOL}/void`, { reason: 'Canaryreason of a void' });
    expect(await opened()).toEqual([404, 404]);
  });

  test('R13: ends too where who is excluded was asked first and is in the request no more', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const state = await online.stateOf(race);
    const left = { ...state, excludedContacts: [`${SCHOOL}-C9` as ContactId] };
    const elsewhere = { ...state, excludedContacts: [`${HOSPITAL}-C1` as ContactId] };
    const proof = path.slice(-22);
    const links = answerLinks(under.ring, PUBLIC_URL);
    expect(links.isProof(proof, answerLinkRestsOn(left, SCHOOL as AgencyId) ?? '')).toBe(false);
    expect(links.isProof(proof, answerLinkRestsOn(elsewhere, SCHOOL as AgencyId) ?? '')).toBe(true);
  });

  test('of a case that was joined with another sends people there', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const other = await askedRace(cast);
    await other.act('/duplicates', { of: race.reference, note: 'Canarynote of it' });
    await other.act(`/duplicates/${race.reference}/settlement`, {
      as: 'merged',
      reason: 'Canaryreason of a merge',
    });
    const page = (await online.see(path)).body;
    expect(page).toContain(
      `goes on as that. If we ask you for something there, answer by the link in our emails about ${other.reference}`,
    );
    expect(page).not.toContain('Send your answer');
    await isSoundMarkup(page);
  });

  test('ends when its request is declared void, and the next one has another', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    await race.act(`/scoping-requests/${SCHOOL}/void`, { reason: 'Canaryreason of a void' });
    expect((await online.see(path)).statusCode).toBe(404);
    await race.act('/scoping-requests', { agencies: [SCHOOL] });
    expect((await online.see(path)).statusCode).toBe(404);
    expect((await online.see(await online.linkOf(race, SCHOOL))).statusCode).toBe(200);
  });

  test('outlives the rotation of keys, until its own is taken out', async () => {
    const race = await askedRace(cast);
    const [old, next] = [
      { id: 'old', bytes: Buffer.alloc(32, 1) },
      { id: 'next', bytes: Buffer.alloc(32, 2) },
    ];
    const path = await online.linkOf(race, SCHOOL, keyRingOf([old]));
    const restsOn = answerLinkRestsOn(await online.stateOf(race), SCHOOL as AgencyId) ?? '';
    expect(answerLinks(keyRingOf([next, old]), PUBLIC_URL).isProof(path.slice(-22), restsOn)).toBe(true);
    expect(answerLinks(keyRingOf([next]), PUBLIC_URL).isProof(path.slice(-22), restsOn)).toBe(false);
  });

  test('can be handed out by the team, where an agency was asked another way', async () => {
    const race = await cast.open();
    const before = await under.ask('GET', `/cases/${race.reference}/answer-links/${SCHOOL}`);
    expect([before.statusCode, problemIn(before).type]).toEqual([409, '/problems/request-not-made']);
    await race.act(`/scoping-requests/${SCHOOL}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
    const { url } = await race.read<{ url: string }>(`/answer-links/${SCHOOL}`);
    expect(url).toBe(`https://rapid-review.partnership.example${await online.linkOf(race, SCHOOL)}`);
    expect((await online.see(new URL(url).pathname)).statusCode).toBe(200);
    // By whom stands in the line of the request.
    expect(under.log()).toContain('an answer link was handed out');
    const stranger = await under.ask('GET', `/cases/${race.reference}/answer-links/${HOSPITAL}`);
    expect(stranger.statusCode).toBe(404);
  });

  test('of one that was never asked there is none after the end: that it ended is said, not to send a request', async () => {
    const merged = await cast.open();
    const other = await askedRace(cast);
    await other.act('/duplicates', { of: merged.reference, note: 'Canarynote of it' });
    await other.act(`/duplicates/${merged.reference}/settlement`, {
      as: 'merged',
      reason: 'Canaryreason of a merge',
    });
    const path = `/cases/${merged.reference}/answer-links/${SCHOOL}`;
    await expectRefused(under, path, {
      name: 'a link of a case that goes on as another',
      method: 'GET',
      status: 409,
      type: 'case-ended',
      says: other.reference,
    });
  });

  test.each(['answer', 'records-secured'])(
    'answers a form without a body, %s, as an empty one',
    async (which) => {
      const path = await online.linkOf(await askedRace(cast), SCHOOL);
      const back = await under.app.inject({ method: 'POST', url: `${path}/${which}` });
      expect(back.statusCode).toBe(422);
      expect(back.body).toContain('Enter your name and your role');
      await isSoundMarkup(back.body);
    },
  );

  test('stands in no log', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const key = await online.opens(path, 'answer');
    await online.send(`${path}/answer`, { key, answer: 'nil', by: WHO });
    expect(under.log()).toContain('/answers/:reference/:agency/:proof');
    expect(under.log()).not.toContain(path.slice(-22));
    expect(under.log()).not.toContain('Canarywho');
  });
});
