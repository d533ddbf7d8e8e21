// An agency answers by the link in its mail, without an account (R24): what the page shows and keeps to itself, and what a form does.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AgencyReturnsView } from '../../api/returns/returnsSchema';
import { AgencyOnline, askedRace, isSoundMarkup, keyIn, WHO } from './agencyOnline';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, Cast, HOSPITAL, POLICE, SCHOOL } from './cast';

const CONTENT = 'Canarycontent: what the school <b>knows</b> & "more"';

let under: ApiUnderTest;
let cast: Cast;
let online: AgencyOnline;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  online = new AgencyOnline(under);
});
afterAll(() => under.close());

describe('the page behind the link', () => {
  test('shows the agency its own dates, with how they are counted, and nobody else anything', async () => {
    const race = await askedRace(cast);
    await race.act(`/returns/${POLICE}`, { answer: 'nil' });
    const answer = await online.see(await online.linkOf(race, SCHOOL));
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
    const { headers, body } = await online.see(await online.linkOf(await askedRace(cast), SCHOOL));
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*style-src 'sha256-[^']+'$/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(body).not.toMatch(/<script|<img|<link|http/);
  });

  test('changes nothing by being looked at, however often', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const version = await online.versionOf(race);
    for (let times = 0; times < 3; times += 1) await online.see(path);
    expect(await online.versionOf(race)).toBe(version);
  });

  test('after the end takes a late return still', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    await race.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason of a withdrawal' });
    const page = (await online.see(path)).body;
    expect(page).not.toContain('What we ask of you');
    const answer = await online.send(`${path}/answer`, {
      key: keyIn(page, 'answer'),
      answer: 'nil',
      by: WHO,
    });
    expect(answer.statusCode).toBe(303);
    // There is nothing to secure either.
    expect((await online.see(path)).body).toContain('You do not need to do anything more.');
  });
});

describe('an answer by the link', () => {
  test('counts like any other, says how it came and who gave it, and is shown as told', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    await race.at('04-08 12:00').wake();
    const page = (await online.see(path)).body;
    const form = { key: keyIn(page, 'answer'), answer: 'full', content: CONTENT, askInstead: '', by: WHO };
    const taken = await online.send(`${path}/answer`, form);
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `${path}?told=answer`]);
    // Sent twice, it has the effect of once.
    expect((await online.send(`${path}/answer`, form)).statusCode).toBe(303);

    const after = (await online.see(`${path}?told=answer`)).body;
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
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const form = { key: keyIn((await online.see(path)).body, 'answer'), content: CONTENT, by: WHO };
    expect((await online.send(`${path}/answer`, { ...form, answer: 'partial' })).statusCode).toBe(303);
    expect((await online.send(`${path}/answer`, { ...form, answer: 'full' })).statusCode).toBe(303);
    const { answers } = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(answers.map(({ answer }) => answer)).toEqual(['partial', 'full']);
  });

  test('names another organisation to ask, and that records are secured', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, HOSPITAL);
    const page = (await online.see(path)).body;
    const secured = { key: keyIn(page, 'records-secured'), paper: 'yes', locked: 'yes', by: WHO };
    expect((await online.send(`${path}/records-secured`, secured)).statusCode).toBe(303);
    const wrong = {
      ...{ key: keyIn(page, 'answer'), answer: 'wrongOrganisation' },
      ...{ askInstead: 'Canaryinstead Trust', by: WHO },
    };
    expect((await online.send(`${path}/answer`, wrong)).statusCode).toBe(303);
    const read = await race.read<AgencyReturnsView>(`/returns/${HOSPITAL}`);
    expect(read.secured).toEqual({
      ...{ on: '2026-03-31', paper: true, electronic: false, locked: true },
      by: { text: WHO },
    });
    const after = (await online.see(path)).body;
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
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const key = keyIn((await online.see(path)).body, 'answer');
    const version = await online.versionOf(race);
    const back = await online.send(`${path}/answer`, { key, content: CONTENT, ...form });
    expect(back.statusCode).toBe(422);
    for (const one of says) expect(back.body).toContain(one);
    expect(back.body).toContain('There is a problem');
    if (!('content' in form))
      expect(back.body).toContain('what the school &lt;b&gt;knows&lt;/b&gt; &amp; &quot;more&quot;');
    expect(keyIn(back.body, 'answer')).toBe(key);
    expect(await online.versionOf(race)).toBe(version);
    await isSoundMarkup(back.body);
  });

  test('that no rule takes comes back in words too', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const key = keyIn((await online.see(path)).body, 'answer');
    await race.act(`/returns/${SCHOOL}`, { answer: 'nil' });
    const back = await online.send(`${path}/answer`, { key, answer: 'notKnown', by: WHO });
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('Nothing was changed');
    await isSoundMarkup(back.body);
  });
});
