// An agency answers by the link in its mail, without an account (R24): what the page shows and keeps to itself, and what a form does.

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
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

  test('opened before the request is recorded as gone, sends people to the mail for their date', async () => {
    const race = await cast.open({ agencies: [SCHOOL] });
    await race.at('03-31 10:00').act('/scoping-requests');
    const path = await online.linkOf(race, SCHOOL);
    const says = 'Our email to you says by when we need this.';
    const before = (await online.see(path)).body;
    expect(before).toContain(says);
    await isSoundMarkup(before);
    await race.mailGoes();
    expect((await online.see(path)).body).not.toContain(says);
  });

  test('runs nothing, loads nothing, is kept nowhere and tells no other site its address', async () => {
    const { headers, body } = await online.see(await online.linkOf(await askedRace(cast), SCHOOL));
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*style-src 'sha256-[^']+'$/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(body).not.toMatch(/<script|<img|<link|src=/);
    expect(body).toContain('<a href="https://partnership.example/privacy">Privacy notice</a>');
    expect(body).not.toContain('Accessibility statement');
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
    expect(page).toContain('This review ended on Tuesday 31 March 2026. Late returns are still taken.');
    await isSoundMarkup(page);
    const form = { key: await online.opens(path, 'answer'), answer: 'nil', by: WHO };
    expect((await online.send(`${path}/answer`, form)).statusCode).toBe(303);
    // There is nothing to secure either.
    expect((await online.see(path)).body).toContain('You do not need to do anything more here.');
  });
});

describe('an answer by the link', () => {
  test('counts like any other, says how it came and who gave it, and is shown as told', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    await race.at('04-08 12:00').wake();
    const key = await online.opens(path, 'answer');
    const form = { key, answer: 'full', content: CONTENT, askInstead: '', by: WHO };
    const taken = await online.send(`${path}/answer`, form);
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `../${path.slice(-22)}?told=answer`]);
    // Sent twice, it has the effect of once.
    expect((await online.send(`${path}/answer`, form)).statusCode).toBe(303);

    const formAgain = await online.see(`${path}/answer`);
    expect([formAgain.statusCode, formAgain.headers.location]).toEqual([303, `../${path.slice(-22)}`]);

    const after = (await online.see(`${path}?told=answer`)).body;
    expect(after).toContain('Thank you. We have your answer.');
    expect(after).toContain('Your answer of Wednesday 8 April 2026: a full return.');
    expect(after).not.toContain('What is your answer?');
    expect(after).not.toContain('Canary');
    await isSoundMarkup(after);

    const read = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(read.answers).toEqual([
      expect.objectContaining({
        number: 1,
        answer: 'full',
        how: 'link',
        on: '2026-04-08',
        content: { text: CONTENT },
        by: { text: WHO },
      }),
    ]);
    expect(read.return).toMatchObject({ status: 'met', workingDaysEarly: 1 });
    const { events } = await race.read<{
      events: { kind: string; actor: string; who: string; what: string }[];
    }>('/chronology');
    const said = events.find(({ kind }) => kind === 'ReturnReceived');
    expect(said).toMatchObject({ actor: SCHOOL, authority: 'agencyContact' });
    expect(said?.who).not.toBe(SCHOOL);
    expect(said?.what).toContain('by its answer link');
  });

  test('that follows a partial one, from the page as it was before, is another answer', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const form = { key: await online.opens(path, 'answer'), content: CONTENT, by: WHO };
    expect((await online.send(`${path}/answer`, { ...form, answer: 'partial' })).statusCode).toBe(303);
    expect((await online.send(`${path}/answer`, { ...form, answer: 'full' })).statusCode).toBe(303);
    const { answers } = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(answers.map(({ answer }) => answer)).toEqual(['partial', 'full']);
  });

  test('names another organisation to ask, and that records are secured', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, HOSPITAL);
    const secured = {
      key: await online.opens(path, 'records-secured'),
      paper: 'yes',
      locked: 'yes',
      by: WHO,
    };
    expect((await online.send(`${path}/records-secured`, secured)).statusCode).toBe(303);
    const key = await online.opens(path, 'answer');
    const wrong = { key, answer: 'wrongOrganisation', askInstead: 'Canaryinstead Trust', by: WHO };
    expect((await online.send(`${path}/answer`, wrong)).statusCode).toBe(303);
    const read = await race.read<AgencyReturnsView>(`/returns/${HOSPITAL}`);
    expect(read.secured).toEqual({
      on: '2026-03-31',
      paper: true,
      electronic: false,
      locked: true,
      by: { text: WHO },
    });
    const after = (await online.see(path)).body;
    expect(after).toContain('You do not need to do anything more here.');
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
    ['a word in between', { answer: 'nil', by: '\u0000 \r\n' }, ['Enter your name and your role']],
    ['a long name', { answer: 'nil', by: 'x'.repeat(2_001) }, ['2,000 characters or fewer. It has 2,001.']],
  ])('with %s comes back with what is wrong and what was typed', async (_what, form, says) => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const key = await online.opens(path, 'answer');
    const version = await online.versionOf(race);
    const back = await online.send(`${path}/answer`, { key, content: CONTENT, ...form });
    expect(back.statusCode).toBe(422);
    for (const one of says) expect(back.body).toContain(one);
    expect(back.body).toContain('There is a problem');
    expect(back.body).toContain('Nothing was sent. What you typed is still below.');
    if (!('content' in form))
      expect(back.body).toContain('what the school &lt;b&gt;knows&lt;/b&gt; &amp; &quot;more&quot;');
    expect(keyIn(back.body)).toBe(key);
    // To its own address, without the field to which an error had led: a browser would go there again, past what is wrong.
    expect(back.body).toContain('<form method="post" action="answer" novalidate>');
    expect(await online.versionOf(race)).toBe(version);
    await isSoundMarkup(back.body);
  });

  test('keeps its line ends and drops what no keyboard types; whatever else a form holds is passed over', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const form = { key: await online.opens(path, 'answer'), answer: 'partial', stray: 'x' };
    const content = 'one\r\ntwo\u0000\u0007';
    const sent = await online.send(`${path}/answer`, { ...form, content, by: 'A\u2028B' });
    expect(sent.statusCode).toBe(303);
    const { answers } = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(answers[0]).toMatchObject({ content: { text: 'one\ntwo' }, by: { text: 'A B' } });
    const many = Array.from({ length: 20_000 }, (_, index) => `x${index}=1`).join('&');
    const began = performance.now();
    await under.app.inject({
      method: 'POST',
      url: `${path}/answer`,
      payload: many,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('C4: records that are not locked are not secured', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const form = { key: await online.opens(path, 'records-secured'), by: WHO };
    const back = await online.send(`${path}/records-secured`, { ...form, paper: 'yes' });
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain('Lock the records first');
    await isSoundMarkup(back.body);
    const read = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(read.secured).toBeUndefined();
    await online.send(`${path}/records-secured`, { ...form, electronic: 'yes', locked: 'yes' });
    const after = (await online.see(`${path}?told=secured&utm_source=x`)).body;
    expect(after).toContain('Thank you. We have noted that your records are secured.');
    // It still owes its return.
    expect(after).not.toContain('You can close this page');
    expect(after).toContain('Send your answer');
  });

  test('that no rule takes comes back in words for people, with what was typed to copy', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const key = await online.opens(path, 'answer');
    await race.act(`/returns/${SCHOOL}`, { answer: 'nil' });
    const back = await online.send(`${path}/answer`, { key, answer: 'full', content: CONTENT, by: WHO });
    expect(back.statusCode).toBe(409);
    expect(back.body).toContain('Your agency has answered already');
    expect(back.body).toContain('Nothing was changed');
    expect(back.body).toContain('what the school &lt;b&gt;knows&lt;/b&gt;');
    expect(back.body).not.toMatch(/AG-|Idempotency|POST/);
    await isSoundMarkup(back.body);
  });

  test('R1: that was refused, and is sent again once it is wanted, counts from the day on which it is taken', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const form = { key: await online.opens(path, 'answer'), answer: 'full', content: CONTENT, by: WHO };
    await race.at('04-01 10:00').act(`/returns/${SCHOOL}`, { answer: 'nil' });
    expect((await online.send(`${path}/answer`, form)).statusCode).toBe(409);
    await race.at('04-14 10:00').act(`/returns/${SCHOOL}/1/sent-back`, { missing: 'Canarymissing in it' });
    await race.at('04-17 10:00').wake();
    expect((await online.send(`${path}/answer`, form)).statusCode).toBe(303);
    const read = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(read.answers.at(-1)).toMatchObject({ on: '2026-04-17' });
    expect(read.return).toMatchObject({ status: 'missed' });
  });

  test('that is too long for one form is asked for in parts', async () => {
    const path = await online.linkOf(await askedRace(cast), SCHOOL);
    const back = await online.send(`${path}/answer`, { content: 'x'.repeat(2_100_000) });
    expect(back.statusCode).toBe(413);
    expect(back.body).toContain('send it in parts');
    await isSoundMarkup(back.body);
  });

  test('is thanked for only while it stands', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    expect((await online.see(`${path}?told=answer`)).body).not.toContain('Thank you');
    const form = { key: await online.opens(path, 'answer'), answer: 'full', content: CONTENT, by: WHO };
    await online.send(`${path}/answer`, form);
    await race.act(`/returns/${SCHOOL}/1/sent-back`, { missing: 'Canarymissing in it' });
    const after = (await online.see(`${path}?told=answer`)).body;
    expect(after).not.toContain('Thank you');
    expect(after).toContain('The team has sent it back');
  });

  test('while the records are away comes back to be sent again', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const key = await online.opens(path, 'answer');
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    jest.spyOn(under.records.cases, 'stateOf').mockRejectedValueOnce(away);
    const back = await online.send(`${path}/answer`, { key, answer: 'partial', content: CONTENT, by: WHO });
    expect(back.statusCode).toBe(503);
    expect(back.body).toContain('Send it again');
    expect(back.body).toContain('what the school &lt;b&gt;knows&lt;/b&gt;');
    expect(keyIn(back.body)).toBe(key);
    await isSoundMarkup(back.body);
  });
});
