// A page with everything that a page of ours must not have, to see that the watch finds it.

import type { Page } from 'playwright-core';

const BODY = `<!DOCTYPE html>
<html lang="en-GB">
<head><title>Planted</title></head>
<body><main>
<h1 style="width: 400px; font-size: 30px; color: #aaa">Planted</h1>
<img alt="" src="/planted.png">
<script>
localStorage.planted = 'yes';
fetch('http://planted.example/').catch(() => undefined);
console.error('planted on the console');
throw new Error('planted in a script');
</script>
</main></body>
</html>`;

/** Under a policy that the image breaches. */
export const openPlanted = async (page: Page, origin: string): Promise<void> => {
  const url = `${origin}/planted`;
  await page.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "img-src 'none'", 'set-cookie': 'planted=yes' },
      body: BODY,
    }),
  );
  await page.goto(url);
};

/** Puts one thing right, so that the next is found. */
export const mend = async (page: Page, property: string): Promise<void> => {
  await page.evaluate(`document.querySelector('h1').style.removeProperty('${property}')`);
};
