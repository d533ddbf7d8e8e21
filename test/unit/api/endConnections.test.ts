// A server that is told to end while it answers: the answer comes whole, and nobody who keeps a connection open keeps the server.

import { Readable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import fastify from 'fastify';
import { endConnections } from '../../../api/http/endConnections';
import { serverOptions } from '../../../api/http/serverOptions';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

/** `asked` once a request has come; it is answered once `answered` is opened. */
const slowServer = async () => {
  const [asked, answered] = [gate(), gate()];
  const app = fastify(serverOptions);
  endConnections(app);
  app.get('/whole', async () => {
    asked.open();
    await answered.opened;
    return { answer: 'whole' };
  });
  app.get('/pieces', (_request, reply) => {
    const pieces = async function* () {
      yield 'in ';
      asked.open();
      await answered.opened;
      yield 'pieces';
    };
    return reply.send(Readable.from(pieces()));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { app, asked, answered, url: `http://127.0.0.1:${port}` };
};

// `fetch` keeps its connections open, as a proxy does.
test.each([
  ['whole', '{"answer":"whole"}', 'close'],
  // Its head has gone by then.
  ['pieces', 'in pieces', 'keep-alive'],
])('it answers what is under way, %s, and has ended then', async (path, text, promised) => {
  const { app, asked, answered, url } = await slowServer();
  const answer = fetch(`${url}/${path}`);
  await asked.opened;
  const ended = app.close();
  while (app.server.listening) await new Promise(setImmediate);
  answered.open();
  const response = await answer;
  expect([await response.text(), response.headers.get('connection')]).toEqual([text, promised]);
  await ended;
});
