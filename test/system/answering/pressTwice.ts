// Somebody presses the button of a form again, because nothing seems to happen: what they sent was taken, and the answer to it is slow.

import type { Page } from 'playwright-core';

export const pressTwice = async (page: Page, button: string): Promise<void> => {
  const { promise: taken, resolve: isTaken } = Promise.withResolvers<undefined>();
  let sent = 0;
  await page.route(page.url(), async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    // It reaches the server, and its answer never the browser.
    await route.fetch({ maxRedirects: 0 });
    isTaken(undefined);
  });
  await page.getByRole('button', { name: button }).focus();
  // By key: a click would wait for the page.
  await page.keyboard.press('Enter');
  await taken;
  await page.keyboard.press('Enter');
};
