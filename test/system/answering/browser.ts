// The real browser that somebody at an agency has, and what it must never have to tell: an error on its console, a breach of the
// policy of content, a request to another host, a cookie, anything stored. What people do with it, the tests say.

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Not a word to anybody but us, also by the browser itself. */
const QUIET = ['--disable-gpu', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** As whole expressions, here and wherever a page is asked: the project's own code knows no document. */
const TELLS_BREACHES = `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('a breach of the policy: ' + violatedDirective + ' ' + blockedURI))`;
/** Said of every page whose status is one of refusal, and of files: a page of ours loads none. */
const REFUSED = /^Failed to load resource: the server responded with a status of [45]\d\d /;
const STORED = `location.protocol === 'http:' ? [...Object.keys(localStorage), ...Object.keys(sessionStorage)] : []`;

export class WatchedBrowser {
  readonly #contexts: BrowserContext[] = [];
  readonly #complaints: string[] = [];

  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<WatchedBrowser> {
    const executablePath = process.env['CHROMIUM'];
    if (executablePath === undefined)
      throw new Error('CHROMIUM names no browser: run this by "npm test", which finds one, or set it');
    return new WatchedBrowser(await chromium.launch({ executablePath, args: QUIET }));
  }

  /**
   * Somebody else's browser: nothing of the visit before is in it. `origin`: the one host that pages may come from; `scripts`: whether
   * it runs any, since people and agencies switch them off.
   */
  async visitor(origin: string, scripts: boolean): Promise<Page> {
    const context = await this.browser.newContext({ javaScriptEnabled: scripts });
    this.#contexts.push(context);
    if (scripts) await context.addInitScript(TELLS_BREACHES);
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== origin)
        this.#complaints.push(`it asks another host: ${request.url()}`);
      if (request.resourceType() !== 'document')
        this.#complaints.push(`it loads more than the page: ${request.url()}`);
    });
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !REFUSED.test(message.text()))
        this.#complaints.push(`its console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.#complaints.push(`a script failed: ${error.error().message}`));
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  }

  /** Ends the visits, and answers everything that should not have been. */
  async complaints(): Promise<readonly string[]> {
    for (const context of this.#contexts.splice(0)) {
      const cookies = await context.cookies();
      this.#complaints.push(...cookies.map(({ name }) => `it keeps a cookie: ${name}`));
      for (const page of context.pages())
        this.#complaints.push(
          ...(await page.evaluate<string[]>(STORED)).map((name) => `it stores something: ${name}`),
        );
      await context.close();
    }
    return this.#complaints.splice(0);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
