// A real SMTP server on a free port, for the tests of the transport: each address says what becomes of it.

import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Every address that was asked for. */
  readonly asked: readonly string[];
  readonly conversations: () => number;
  /** In order: those who are connected are told 421. */
  readonly stop: () => Promise<void>;
  /** As when its process is killed: every connection falls silent at once. */
  readonly kill: () => void;
}

/** `gone+551@…` is refused with 551, `busy+451@…` with 451; any other address is taken. */
const answerFor = (address: string): Error | null => {
  const code = /\+(\d{3})@/.exec(address)?.[1];
  if (code === undefined) return null;
  const enhanced = code.startsWith('5') ? '5.1.1' : '4.2.1';
  return Object.assign(new Error(`${enhanced} ${address} cannot be reached`), { responseCode: Number(code) });
};

export const startMailServer = async (options: SMTPServerOptions = {}): Promise<MailServer> => {
  const received: Received[] = [];
  const asked: string[] = [];
  let conversations = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect: (_session, done) => {
      conversations += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      asked.push(address);
      done(answerFor(address));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked,
    conversations: () => conversations,
    kill: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
