// What everybody must be able to do with a page: use it under the rules of WCAG 2.2 AA, as far as a program can tell, contrast and
// size included; read it on a narrow screen without scrolling sideways, and with letters of twice the size; and print what they typed.

import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules of the engine's own beside the standard: one main heading, everything within a landmark, no level of headings left out. */
const GOOD_PRACTICE = ['best-practice'];

const CHECKED = `axe.run(document, { runOnly: ${JSON.stringify([...WCAG, ...GOOD_PRACTICE])} }).then(({ violations, passes }) => ({
  violations: violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)),
  passed: passes.map(({ id }) => id),
}))`;

/** What lies beyond the right edge of the screen, or is wider within than without. A line that is typed in scrolls by itself. */
const BEYOND = `[document.scrollingElement, ...document.querySelectorAll('body *')]
  .filter((one) => (one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && one.tagName !== 'INPUT')
    || one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.tagName + (one.id && '#' + one.id))`;

/** What was typed and shows in part alone on paper, where nobody can scroll. */
const CUT_OFF = `[...document.querySelectorAll('textarea')]
  .filter((one) => one.scrollHeight > one.clientHeight + 1).map(({ id }) => id)`;

const TALL = 800;
const DESK = { width: 1280, height: TALL };
/** The narrowest that the standard asks for, and a page of 1,280 points at four times the size. */
const NARROW = { width: 320, height: TALL };
const LETTERS = 16;

/** While letters are twice as large, as people set it for all pages. */
const withLargeLetters = async (page: Page, see: () => Promise<void>): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const size = (letters: number) =>
    session.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters } });
  await size(2 * LETTERS);
  try {
    await see();
  } finally {
    await size(LETTERS);
    await session.detach();
  }
};

const heightOfHeading = (page: Page): Promise<number> =>
  page.evaluate<number>(`parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)`);

const isWithoutViolation = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source);
  const { violations, passed } = await page.evaluate<{ violations: string[]; passed: string[] }>(CHECKED);
  expect(violations).toEqual([]);
  // The engine did look: each of our pages has words, a title and a language.
  expect(passed).toEqual(expect.arrayContaining(['color-contrast', 'document-title', 'html-has-lang']));
};

const isWholeOnPaper = async (page: Page): Promise<void> => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(CUT_OFF)).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
};

/** The page as it stands, with what was typed in it. */
export const isForEverybody = async (page: Page): Promise<void> => {
  await page.setViewportSize(NARROW);
  expect(await page.evaluate(BEYOND)).toEqual([]);
  await isWithoutViolation(page);
  const height = await heightOfHeading(page);
  await withLargeLetters(page, async () => {
    expect(await heightOfHeading(page)).toBe(2 * height);
    expect(await page.evaluate(BEYOND)).toEqual([]);
  });
  await page.setViewportSize(DESK);
  await isWholeOnPaper(page);
};
