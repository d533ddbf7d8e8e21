// Metrics are shown on their own port and nowhere else, and watching never stops the work.

import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { freePort } from '../../../cli/start/freePort';
import { serveMetrics } from '../../../platform/metrics/metricsServer';

const HOST = '127.0.0.1';
const TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const said: string[] = [];
const say = (_: unknown, text?: string): void => void said.push(text ?? '');
const logger = { info: say, warn: say, error: say };
let close: () => Promise<void> = () => Promise.resolve();
afterEach(async () => {
  await close();
  said.length = 0;
});

const serve = async (metrics: () => Promise<string>): Promise<string> => {
  const port = await freePort();
  close = await serveMetrics({ host: HOST, port }, { contentType: TYPE, metrics }, logger);
  return `http://${HOST}:${port}`;
};

describe('the place of the metrics', () => {
  it('shows them as they are at that moment', async () => {
    let asked = 0;
    const url = await serve(() => Promise.resolve(`asked ${(asked += 1)}`));
    await fetch(`${url}/metrics`);
    const answer = await fetch(`${url}/metrics?name%5B%5D=up`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      TYPE,
      'asked 2',
    ]);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/metrics/'],
    ['POST', '/metrics'],
  ])('shows nothing to %s %s', async (method, path) => {
    const url = await serve(() => Promise.resolve('secret'));
    const answer = await fetch(`${url}${path}`, { method });
    expect([answer.status, await answer.text()]).toEqual([404, 'GET /metrics\n']);
  });

  it('says that they cannot be read, and not why', async () => {
    const url = await serve(() => Promise.reject(new Error('postgres://me:secret@db')));
    const answer = await fetch(`${url}/metrics`);
    expect([answer.status, await answer.text()]).toEqual([500, 'The metrics could not be read.\n']);
    expect(said).toContain('the metrics could not be shown');
  });

  it('may be taken by another: that is said, and the process goes on', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, HOST, resolve));
    const { port } = other.address() as AddressInfo;
    const metrics = () => Promise.resolve('');
    const hide = await serveMetrics({ host: HOST, port }, { contentType: TYPE, metrics }, logger);
    expect(said).toEqual(['nobody can watch: the metrics have no port']);
    await hide();
    other.close();
  });

  it('may be nowhere', async () => {
    const metrics = () => Promise.resolve('');
    await (
      await serveMetrics({ host: HOST, port: 0 }, { contentType: TYPE, metrics }, logger)
    )();
    expect(said).toEqual([]);
  });
});
