// Reading the official list from a real server that answers well, badly, too much, too late, or with something else.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readGovUkFeed } from '../../../platform/holidays/govUkFeed';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const serving = (listener: RequestListener): Promise<string> =>
  new Promise((ready) => {
    const server = createServer(listener).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      ready(`http://127.0.0.1:${port}/bank-holidays.json`);
    });
    servers.push(server);
  });
const answering = (body: unknown, status = 200, headers: Record<string, string> = {}): Promise<string> =>
  serving((_, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });

const LIMITS = { ms: 400, bytes: 20_000 };
const EVENTS = [{ title: 'Good Friday', date: '2026-04-03', notes: '', bunting: false }];
const list = (events: readonly unknown[] = EVENTS): unknown => ({
  'england-and-wales': { division: 'england-and-wales', events },
  scotland: { division: 'scotland', events: [{ title: '2nd January', date: '2026-01-02' }] },
});
const readFrom = async (address: Promise<string>) => readGovUkFeed(await address, LIMITS);

describe('the official list', () => {
  it('is read for England and Wales alone', async () => {
    expect(await readFrom(answering(list()))).toEqual({
      source: { kind: 'govUk' },
      days: [{ date: '2026-04-03', title: 'Good Friday' }],
    });
  });

  it.each([
    ['an error', () => answering('busy', 503), { fault: 'badStatus', status: 503 }],
    [
      'a redirect',
      () => answering('', 302, { location: 'http://127.0.0.1:1/' }),
      { fault: 'badStatus', status: 302 },
    ],
    ['a page', () => answering('<html></html>'), { fault: 'notJson' }],
    ['another document', () => answering({ divisions: [] }), { fault: 'notTheExpectedShape', at: '' }],
    [
      'a day that does not exist',
      () => answering(list([{ title: 'Good Friday', date: '2026-02-30' }])),
      { fault: 'notTheExpectedShape', at: '/england-and-wales/events/0/date' },
    ],
    [
      'a title that is no line of text',
      () => answering(list([{ title: 'Good\nFriday', date: '2026-04-03' }])),
      { fault: 'notTheExpectedShape', at: '/england-and-wales/events/0/title' },
    ],
  ])('%s is a fault', async (_, serve, fault) => {
    expect(await readFrom(serve())).toEqual(fault);
  });

  it('is broken off when it grows beyond the limit, whatever size it said', async () => {
    let sent = 0;
    const endless = serving((_, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(1000))) sent += 1000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await readFrom(endless)).toEqual({ fault: 'tooLarge', limitBytes: LIMITS.bytes });
    expect(sent).toBeGreaterThan(LIMITS.bytes);
  });

  it('is given up when it does not come in time, silent or drop by drop', async () => {
    expect(await readFrom(serving(() => undefined))).toEqual({ fault: 'tooSlow', limitMs: LIMITS.ms });
    const drops = serving((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    expect(await readFrom(drops)).toEqual({ fault: 'tooSlow', limitMs: LIMITS.ms });
  });

  it('where nobody answers is unreachable', async () => {
    expect(await readGovUkFeed('http://127.0.0.1:1/', LIMITS)).toEqual({ fault: 'unreachable' });
  });
});
