// Somebody who uses a page by keys alone: where the focus is, that it can be seen, and where it goes next.

import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** The id of what has the focus; of what has none, its class or its words. A page moves it when it is first drawn, not when it is loaded. */
export const focused = async (page: Page): Promise<string> => {
  await page
    .waitForFunction('document.activeElement !== document.body', undefined, { timeout: 5_000 })
    .catch(() => undefined);
  return page.evaluate<string>(
    `(({ id, className, textContent }) => id || (className !== 'button' && className) || textContent.trim())(document.activeElement)`,
  );
};

/** As thick as the standard asks of what shows where one is. */
const SHOWN = `(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)
  (getComputedStyle(document.activeElement))`;

/** On to the next, which must be that one. */
export const tabTo = async (page: Page, next: string): Promise<void> => {
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(next);
  expect([next, await page.evaluate(SHOWN)]).toEqual([next, true]);
};
