// Servers that are away, hang and die: whether nothing was sent, or nobody knows.

import { afterEach, describe, expect, it } from '@jest/globals';
import { C1, mail, polite, scripted, serverWith, transportTo, endAll } from './lines';
import { startMailServer } from './mailServer';

afterEach(endAll);

describe('a server that is away', () => {
  const nothingSent = { line: 'away', accepted: [], refused: [], postponed: [C1] };

  it('refuses the connection', async () => {
    const server = await startMailServer();
    await server.stop();
    expect(await transportTo(server.url).send(mail([C1, 'lead@a.example']))).toEqual({
      ...nothingSent,
      code: 'ECONNREFUSED',
    });
  });

  it('never greets', async () => {
    const url = await scripted(() => undefined, '');
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toEqual({
      ...nothingSent,
      code: 'ETIMEDOUT',
    });
  });

  it('turns us away in its greeting', async () => {
    const url = await scripted(() => undefined, '554 5.3.2 closed for the night\r\n');
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toEqual({
      ...nothingSent,
      code: '554 5.3.2',
    });
  });

  it('hangs up when it is greeted', async () => {
    const url = await scripted(polite({ EHLO: (socket) => socket.destroy() }));
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toMatchObject(nothingSent);
  });

  it('does not know the password', async () => {
    const server = await serverWith({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('5.7.8 no'), { responseCode: 535 })),
    });
    const url = server.url.replace('smtp://', 'smtp://clerk:hunter2@');
    const outcome = await transportTo(url).send(mail([C1, 'lead@a.example']));
    expect(outcome).toMatchObject({ ...nothingSent, code: '535 5.7.8' });
  });
});

describe('a connection that breaks', () => {
  it('before the mail was handed over: nothing was sent', async () => {
    const url = await scripted(polite({ RCPT: (socket) => socket.destroy() }));
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toMatchObject({
      line: 'held',
      postponed: [C1],
    });
  });

  it('silent before the mail was handed over: nothing was sent', async () => {
    const url = await scripted(polite({ DATA: () => undefined }));
    const patience = { connecting: 100, greeting: 100, conversing: 100, answering: 60_000 };
    expect(await transportTo(url, { patience }).send(mail([C1, 'lead@a.example']))).toEqual({
      line: 'held',
      accepted: [],
      refused: [],
      postponed: [C1],
      code: 'ETIMEDOUT',
    });
  });

  it('after it, without an answer: nobody knows', async () => {
    const url = await scripted(polite({ '.': (socket) => socket.destroy() }));
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toMatchObject({
      line: 'lost',
      accepted: [],
      refused: [],
      postponed: [C1],
    });
  });

  it.each(['kill', 'stop'] as const)(
    'when a server that has the mail is ended by %s: nobody knows',
    async (end) => {
      const whole = Promise.withResolvers<undefined>();
      const server = await serverWith({
        onData: (stream) => {
          stream.on('data', () => undefined);
          stream.on('end', () => whole.resolve(undefined));
        },
      });
      const sending = transportTo(server.url).send(mail([C1, 'lead@a.example']));
      await whole.promise;
      const ended = server[end]();
      expect(await sending).toMatchObject({ line: 'lost', accepted: [], refused: [], postponed: [C1] });
      await ended;
    },
  );

  it('silent after it: nobody knows', async () => {
    const url = await scripted(polite({ '.': () => undefined }));
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toMatchObject({
      line: 'lost',
      code: 'ETIMEDOUT',
    });
  });

  it('because the transport is closed', async () => {
    const reached = Promise.withResolvers<undefined>();
    const url = await scripted(polite({ RCPT: () => reached.resolve(undefined) }));
    const transport = transportTo(url);
    const sending = transport.send(mail([C1, 'lead@a.example']));
    await reached.promise;
    transport.close();
    expect(await sending).toMatchObject({ line: 'held', postponed: [C1], code: 'ECONNECTION' });
  });
});
