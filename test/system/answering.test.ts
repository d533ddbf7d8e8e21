// Somebody at an agency answers by the link out of the mail, in a real browser, as everything runs: with scripts and without, by mouse
// and by keys alone, wrong first and then right, twice, back and again, while the records are away, and after the link has ended.

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AskedAgencies, OF_THE_CASE } from './answering/askedAgencies';
import { WatchedBrowser } from './answering/browser';
import { focused, tabTo } from './answering/keys';
import { isForEverybody } from './answering/pageSeen';
import { mend, openPlanted } from './answering/planted';
import { pressTwice } from './answering/pressTwice';
import { openEngine, type RealEngine } from './realEngine';

const WHO = 'Ines Example, records manager';
/** With what a page would show otherwise than it was typed, were it not escaped, or its first line end dropped; and longer than its field. */
const KNOWN = `\n<b>Two</b> visits &amp; a "call"${'\n  and more'.repeat(20)}`;

let engine: RealEngine;
let browser: WatchedBrowser;
let asked: AskedAgencies;
beforeAll(async () => {
  browser = await WatchedBrowser.start();
  engine = await openEngine();
  asked = await AskedAgencies.ask(engine);
}, 120_000);
afterEach(async () => expect(await browser.complaints()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await engine.close();
}, 60_000);

const agency = (which: number): string => engine.agencies[which] ?? '';

const follow = async (which: number, scripts = true): Promise<Page> => {
  const page = await browser.visitor(engine.caller.url, scripts);
  await page.goto(await asked.linkIn(agency(which)));
  return page;
};

const wordsOf = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';

/** `Send your answer` is a link on the page of the dates, and the button of the form. */
const go = (page: Page, name: string): Promise<void> => page.getByRole('link', { name }).click();
const send = (page: Page, name = 'Send your answer'): Promise<void> =>
  page.getByRole('button', { name }).click();

const known = (page: Page) => page.getByLabel('What does your agency know?');
const who = (page: Page) => page.getByLabel('Your name and your role');

/** On the form, and not sent. */
const fillFullReturn = async (page: Page): Promise<void> => {
  await go(page, 'Send your answer');
  await page.getByLabel('This is our full return').check();
  await known(page).fill(KNOWN);
  await who(page).fill(WHO);
};

const isToldOnce = async (which: number, answer: string): Promise<void> => {
  const { answers } = await asked.recordedOf(agency(which));
  expect(answers.map((one) => [one.answer, one.how])).toEqual([[answer, 'link']]);
  expect(await asked.receiptsTo(agency(which))).toHaveLength(1);
};

it('the watch finds what a page of ours must not have', async () => {
  const page = await browser.visitor(engine.caller.url, true);
  await openPlanted(page, engine.caller.url);
  await expect(isForEverybody(page)).rejects.toThrow('"H1"');
  await mend(page, 'width');
  await expect(isForEverybody(page)).rejects.toThrow('color-contrast at h1');
  await mend(page, 'color');
  await expect(isForEverybody(page)).rejects.toThrow('Expected: 60');
  await mend(page, 'font-size');
  await isForEverybody(page);
  const found = await browser.complaints();
  for (const one of [
    'it asks another host: http://planted.example/',
    'its console: planted on the console',
    'a script failed: planted in a script',
    'its console: a breach of the policy: img-src',
    'it keeps a cookie: planted',
    'it stores something: planted',
  ])
    expect(found).toContainEqual(expect.stringContaining(one));
});

describe.each([
  ['with scripts', true, 0],
  ['without scripts', false, 1],
])('%s', (_how, scripts, which) => {
  it('R24: the link shows its date and how that is counted, and names nobody', async () => {
    const page = await follow(which, scripts);
    const { return: asks } = await asked.recordedOf(agency(which));
    expect(await wordsOf(page)).toContain(
      `Return the scoping template ${asks.dueInWords ?? '?'}: 5 working days after`,
    );
    const { name: another } = await asked.recordedOf(agency(5));
    for (const name of [...OF_THE_CASE, another]) expect(await page.content()).not.toContain(name);
    if (scripts) await isForEverybody(page);
  });

  it('what is wrong is said first, each leads to its field, and all that was typed is there', async () => {
    const page = await follow(which, scripts);
    await go(page, 'Send your answer');
    if (scripts) await isForEverybody(page);
    await known(page).fill(KNOWN);
    await page.getByLabel('Which organisation should we ask instead?').fill('Example Trust');
    for (const time of ['first', 'second']) {
      await send(page);
      expect([time, await page.title()]).toEqual([time, expect.stringMatching(/^Error: /)]);
      expect([time, await focused(page)]).toEqual([time, 'summary']);
      for (const [says, field] of [
        ['Select what your answer is', 'answer'],
        ['Enter your name and your role', 'by'],
      ] as const) {
        await go(page, says);
        expect([time, await focused(page)]).toEqual([time, field]);
      }
    }
    expect(await known(page).inputValue()).toBe(KNOWN);
    expect(await page.getByLabel('Which organisation').inputValue()).toBe('Example Trust');
    if (scripts) await isForEverybody(page);
    const { answers } = await asked.recordedOf(agency(which));
    expect(answers).toEqual([]);
  });

  it('R24: an answer is thanked for, and is one however often its page is loaded, or gone back from', async () => {
    const page = await follow(which, scripts);
    await fillFullReturn(page);
    await send(page);
    const thanks = page.getByRole('status');
    expect(await thanks.textContent()).toContain('Thank you. We have your answer.');
    expect(await page.content()).not.toContain('visits');
    if (scripts) await isForEverybody(page);
    await page.reload();
    expect(await thanks.textContent()).toContain('Thank you. We have your answer.');
    await page.goBack();
    // Its form is there no more.
    expect(page.url()).toBe(await asked.linkIn(agency(which)));
    await page.goForward();
    await isToldOnce(which, 'full');
    const { answers } = await asked.recordedOf(agency(which));
    expect(answers[0]).toMatchObject({ content: { text: KNOWN.trim() }, by: { text: WHO } });
  });
});

it('R24: by keys alone records are secured, and an answer sent', async () => {
  const page = await follow(2);
  const { keyboard } = page;
  await tabTo(page, 'Tell us that your records are secured');
  await keyboard.press('Enter');
  await page.waitForURL(/records-secured$/);
  await tabTo(page, 'Back to your dates, nothing is sent');
  for (const box of ['paper', 'electronic', 'locked']) {
    await tabTo(page, box);
    await keyboard.press('Space');
  }
  await tabTo(page, 'by');
  await keyboard.type(WHO);
  await keyboard.press('Enter');
  await page.waitForURL(/told=secured$/);
  await tabTo(page, 'Send your answer');
  await keyboard.press('Enter');
  await page.waitForURL(/answer$/);
  await tabTo(page, 'Back to your dates, nothing is sent');
  await tabTo(page, 'answer');
  await keyboard.press('Space');
  await tabTo(page, 'content');
  await keyboard.type(KNOWN);
  await tabTo(page, 'askInstead');
  await tabTo(page, 'by');
  await keyboard.type(WHO);
  await tabTo(page, 'Send your answer');
  await keyboard.press('Enter');
  await page.waitForURL(/told=answer$/);
  await isToldOnce(2, 'full');
  const { secured } = await asked.recordedOf(agency(2));
  expect(secured).toMatchObject({ paper: true, electronic: true, locked: true, by: { text: WHO } });
});

it('records that are not locked are not secured; a nil return leaves nothing to secure', async () => {
  const page = await follow(3);
  await go(page, 'Tell us that your records are secured');
  await isForEverybody(page);
  await page.getByLabel('We have found our paper records').check();
  await who(page).fill(WHO);
  await send(page, 'Tell us that they are secured');
  await go(page, 'Lock the records first');
  expect(await focused(page)).toBe('locked');
  expect(await page.getByLabel('We have found our paper records').isChecked()).toBe(true);
  await isForEverybody(page);
  await go(page, 'Back to your dates');
  await go(page, 'Send your answer');
  await page.getByLabel('We know the child or the family, but hold nothing').check();
  await who(page).fill(WHO);
  await send(page);
  expect(await page.getByRole('status').textContent()).toContain('You can close this page.');
  await isForEverybody(page);
  await isToldOnce(3, 'nil');
});

it('a button pressed twice sends one answer', async () => {
  const page = await follow(4);
  await go(page, 'Send your answer');
  await page.getByLabel('This is a part of our return').check();
  await known(page).fill(KNOWN);
  await send(page);
  await who(page).fill(WHO);
  await pressTwice(page, 'Send your answer');
  await page.getByRole('status').waitFor();
  await isToldOnce(4, 'partial');
});

it('what is sent while the records are away is sent again from the page that says so', async () => {
  const page = await follow(5);
  await fillFullReturn(page);
  await engine.parts.kill('PostgreSQL');
  await send(page);
  expect(await page.title()).toBe('This cannot be taken now');
  expect(await known(page).inputValue()).toBe(KNOWN);
  await isForEverybody(page);
  await engine.parts.launch('PostgreSQL');
  await send(page, 'Send it again');
  expect(await page.getByRole('status').textContent()).toContain('We have your answer.');
  await isToldOnce(5, 'full');
});

it('R13: what the team has recorded meanwhile is not told twice; the link ends once somebody is excluded', async () => {
  const page = await follow(6);
  await fillFullReturn(page);
  await asked.act(`/returns/${agency(6)}`, { answer: 'nil' });
  await send(page);
  expect(await page.title()).toBe('Your agency has answered already');
  expect(await known(page).inputValue()).toBe(KNOWN);
  await isForEverybody(page);
  await asked.act('/excluded-contacts', {
    agency: agency(6),
    contact: `${agency(6)}-C1`,
    reason: 'In conflict with the case.',
  });
  await page.goto(await asked.linkIn(agency(6)));
  expect(await page.title()).toBe('This link is not valid');
  await isForEverybody(page);
  const { answers } = await asked.recordedOf(agency(6));
  expect(answers.map(({ answer }) => answer)).toEqual(['nil']);
});
