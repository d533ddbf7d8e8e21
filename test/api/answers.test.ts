// An agency answers by the link in its mail, without an account (R24): what the page shows and keeps to itself, what a form does, and
// what becomes of a link that is not right, or not any more. Requests go on Tuesday 31 March, so that returns are due on Thursday 9 April.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate/node';
import type { LightMyRequestResponse } from 'fastify';
import type { AgencyReturnsView } from '../../api/returns/returnsSchema';
import { answerLinkRestsOn } from '../../domain/rapidReview/returns/answerLink';
import type { CaseReference, Running } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { answerLinks } from '../../platform/identity/answerLinks';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, BOARD, Cast, COUNCIL, HOSPITAL, POLICE, SCHOOL, type Race } from './cast';

const WHO = 'Canarywho, records manager';
const CONTENT = 'Canarycontent: what the school <b>knows</b> & "more"';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const asked = async (): Promise<Race> => {
  const race = await cast.open({ agencies: [COUNCIL, POLICE, BOARD, SCHOOL, HOSPITAL] });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  return race;
};

const stateOf = async ({ reference }: Race): Promise<Running> =>
  (await under.records.cases.stateOf(reference as CaseReference))?.state as Running;

const versionOf = ({ reference }: Race): Promise<number> =>
  under.records.events.version(reference as CaseReference);

/** As the mail has it. */
const linkOf = async (race: Race, agency: string, ring = under.ring): Promise<string> => {
  const state = await stateOf(race);
  const restsOn = answerLinkRestsOn(state, agency as AgencyId);
  if (restsOn === undefined) throw new Error(`${agency} was not asked`);
  return answerLinks(ring).pathTo({ reference: state.reference, agency: agency as AgencyId }, restsOn);
};

const see = (path: string): Promise<LightMyRequestResponse> => under.app.inject({ method: 'GET', url: path });

const send = (path: string, form: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> =>
  under.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });

const keyIn = (page: string, form: 'answer' | 'records-secured'): string =>
  new RegExp(`/${form}" novalidate>\\s*<input type="hidden" name="key" value="([^"]+)"`).exec(page)?.[1] ??
  '';

const markup = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:standard'],
  // One policy lets this one style in, by its hash; a page has no other file.
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
});

const isSoundMarkup = async (page: string): Promise<void> => {
  const { results } = await markup.validateString(page);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
};

describe('the page behind the link', () => {
  test('shows the agency its own dates, with how they are counted, and nobody else anything', async () => {
    const race = await asked();
    await race.act(`/returns/${POLICE}`, { answer: 'nil' });
    const answer = await see(await linkOf(race, SCHOOL));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain(`Rapid Review ${race.reference}`);
    expect(answer.body).toContain(
      'by the end of <strong>Thursday 9 April 2026</strong>: 5 working days after',
    );
    expect(answer.body).toContain('Good Friday (3 April)');
    expect(answer.body).not.toMatch(/Canary|AG-0002|nil return on|police/i);
    await isSoundMarkup(answer.body);
  });

  test('runs nothing, loads nothing, is kept nowhere and tells no other site its address', async () => {
    const { headers, body } = await see(await linkOf(await asked(), SCHOOL));
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*style-src 'sha256-[^']+'$/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(body).not.toMatch(/<script|<img|<link|http/);
  });

  test('changes nothing by being looked at, however often', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const version = await versionOf(race);
    for (let times = 0; times < 3; times += 1) await see(path);
    expect(await versionOf(race)).toBe(version);
  });

  test('after the end takes a late return still', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    await race.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason of a withdrawal' });
    const page = (await see(path)).body;
    expect(page).not.toContain('What we ask of you');
    const answer = await send(`${path}/answer`, { key: keyIn(page, 'answer'), answer: 'nil', by: WHO });
    expect(answer.statusCode).toBe(303);
    // There is nothing to secure either.
    expect((await see(path)).body).toContain('You do not need to do anything more.');
  });
});

describe('an answer by the link', () => {
  test('counts like any other, says how it came and who gave it, and is shown as told', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    await race.at('04-08 12:00').wake();
    const page = (await see(path)).body;
    const form = { key: keyIn(page, 'answer'), answer: 'full', content: CONTENT, askInstead: '', by: WHO };
    const taken = await send(`${path}/answer`, form);
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `${path}?told=answer`]);
    // Sent twice, it has the effect of once.
    expect((await send(`${path}/answer`, form)).statusCode).toBe(303);

    const after = (await see(`${path}?told=answer`)).body;
    expect(after).toContain('Thank you. We have your answer.');
    expect(after).toContain('Your answer of Wednesday 8 April 2026: a full return.');
    expect(after).not.toContain('What is your answer?');
    expect(after).not.toContain('Canary');
    await isSoundMarkup(after);

    const read = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(read.answers).toEqual([
      expect.objectContaining({
        ...{ number: 1, answer: 'full', how: 'link', on: '2026-04-08' },
        ...{ content: { text: CONTENT }, by: { text: WHO } },
      }),
    ]);
    expect(read.return).toMatchObject({ status: 'met', workingDaysEarly: 1 });
    const { events } = await race.read<{
      events: { kind: string; actor: string; who: string; what: string }[];
    }>('/chronology');
    const said = events.find(({ kind }) => kind === 'ReturnReceived');
    expect(said).toMatchObject({ actor: SCHOOL, authority: 'agencyContact' });
    expect(said?.who).not.toBe(SCHOOL);
    expect(said?.what).toContain('by the link in our mail');
  });

  test('that follows a partial one, from the page as it was before, is another answer', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const form = { key: keyIn((await see(path)).body, 'answer'), content: CONTENT, by: WHO };
    expect((await send(`${path}/answer`, { ...form, answer: 'partial' })).statusCode).toBe(303);
    expect((await send(`${path}/answer`, { ...form, answer: 'full' })).statusCode).toBe(303);
    const { answers } = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(answers.map(({ answer }) => answer)).toEqual(['partial', 'full']);
  });

  test('names another organisation to ask, and that records are secured', async () => {
    const race = await asked();
    const path = await linkOf(race, HOSPITAL);
    const page = (await see(path)).body;
    const secured = { key: keyIn(page, 'records-secured'), paper: 'yes', locked: 'yes', by: WHO };
    expect((await send(`${path}/records-secured`, secured)).statusCode).toBe(303);
    const wrong = {
      ...{ key: keyIn(page, 'answer'), answer: 'wrongOrganisation' },
      ...{ askInstead: 'Canaryinstead Trust', by: WHO },
    };
    expect((await send(`${path}/answer`, wrong)).statusCode).toBe(303);
    const read = await race.read<AgencyReturnsView>(`/returns/${HOSPITAL}`);
    expect(read.secured).toEqual({
      ...{ on: '2026-03-31', paper: true, electronic: false, locked: true },
      by: { text: WHO },
    });
    const after = (await see(path)).body;
    expect(after).toContain('You do not need to do anything more.');
    await isSoundMarkup(after);
  });

  test.each([
    ['nothing at all', {}, ['Select what your answer is', 'Enter your name and your role']],
    [
      'no words to a full return',
      { answer: 'full', content: ' ', by: WHO },
      ['Enter what your agency knows'],
    ],
    [
      'an organisation to a nil return',
      { answer: 'nil', by: WHO, askInstead: 'Other' },
      ['Leave this empty'],
    ],
    ['another answer', { answer: 'perhaps', by: WHO }, ['Select what your answer is']],
    ['too long a name', { answer: 'nil', by: 'x'.repeat(2_001) }, ['must be 2000 characters or fewer']],
  ])('with %s comes back with what is wrong and what was typed', async (_what, form, says) => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const key = keyIn((await see(path)).body, 'answer');
    const version = await versionOf(race);
    const back = await send(`${path}/answer`, { key, content: CONTENT, ...form });
    expect(back.statusCode).toBe(422);
    for (const one of says) expect(back.body).toContain(one);
    expect(back.body).toContain('There is a problem');
    if (!('content' in form))
      expect(back.body).toContain('what the school &lt;b&gt;knows&lt;/b&gt; &amp; &quot;more&quot;');
    expect(keyIn(back.body, 'answer')).toBe(key);
    expect(await versionOf(race)).toBe(version);
    await isSoundMarkup(back.body);
  });

  test('that no rule takes comes back in words too', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const key = keyIn((await see(path)).body, 'answer');
    await race.act(`/returns/${SCHOOL}`, { answer: 'nil' });
    const back = await send(`${path}/answer`, { key, answer: 'notKnown', by: WHO });
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('Nothing was changed');
    await isSoundMarkup(back.body);
  });
});

describe('a link', () => {
  test('that was altered, is of another agency or of nobody opens nothing, and says what to do', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const proof = path.slice(-22);
    const wrong = [
      `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`,
      path.slice(0, -1),
      `/answers/${race.reference}/${POLICE}/${proof}`,
      `/answers/RR-2026-9999/${SCHOOL}/${proof}`,
      `/answers/nonsense/${SCHOOL}/${proof}`,
      await linkOf(race, SCHOOL, keyRingOf([{ id: 'other', bytes: Buffer.alloc(32, 9) }])),
    ];
    for (const one of wrong) {
      const answer = await see(one);
      expect([one, answer.statusCode]).toEqual([one, 404]);
      expect(answer.body).toContain('Open the link in our newest email about the case.');
      await isSoundMarkup(answer.body);
    }
    expect((await send(`${wrong[0] ?? ''}/answer`, { answer: 'nil', by: WHO })).statusCode).toBe(404);
  });

  test('R13: ends once somebody who was sent it is excluded, and works again when they are readmitted', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const contact = (await stateOf(race)).agencies.find(({ agency }) => agency === SCHOOL)?.request
      ?.contacts[0]?.contact;
    await race.act('/excluded-contacts', { agency: SCHOOL, contact, reason: 'Canaryreason of an exclusion' });
    expect((await see(path)).statusCode).toBe(404);
    expect((await see(await linkOf(race, SCHOOL))).statusCode).toBe(200);
    expect((await see(await linkOf(race, HOSPITAL))).statusCode).toBe(200);
    await race.act(`/excluded-contacts/${contact ?? ''}/readmission`, { reason: 'Canaryreason to readmit' });
    expect((await see(path)).statusCode).toBe(200);
  });

  test('ends when its request is declared void, and the next one has another', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    await race.act(`/scoping-requests/${SCHOOL}/void`, { reason: 'Canaryreason of a void' });
    expect((await see(path)).statusCode).toBe(404);
    await race.act('/scoping-requests', { agencies: [SCHOOL] });
    expect((await see(path)).statusCode).toBe(404);
    expect((await see(await linkOf(race, SCHOOL))).statusCode).toBe(200);
  });

  test('outlives the rotation of keys, until its own is taken out', async () => {
    const race = await asked();
    const [old, next] = [
      { id: 'old', bytes: Buffer.alloc(32, 1) },
      { id: 'next', bytes: Buffer.alloc(32, 2) },
    ];
    const path = await linkOf(race, SCHOOL, keyRingOf([old]));
    const restsOn = answerLinkRestsOn(await stateOf(race), SCHOOL as AgencyId) ?? '';
    expect(answerLinks(keyRingOf([next, old])).isProof(path.slice(-22), restsOn)).toBe(true);
    expect(answerLinks(keyRingOf([next])).isProof(path.slice(-22), restsOn)).toBe(false);
  });

  test('stands in no log', async () => {
    const race = await asked();
    const path = await linkOf(race, SCHOOL);
    const key = keyIn((await see(path)).body, 'answer');
    await send(`${path}/answer`, { key, answer: 'nil', by: WHO });
    expect(under.log()).toContain('/answers/:reference/:agency/:proof');
    expect(under.log()).not.toContain(path.slice(-22));
    expect(under.log()).not.toContain('Canarywho');
  });
});
