// Transports and servers for the tests of one file: opened as they are asked for, and all ended by `endAll`.

import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { ContactId } from '../../../domain/timetable/facts';
import {
  createMailTransport,
  type MailTransport,
  type MailTransportSettings,
  type OutgoingMail,
} from '../../../platform/mail/mailTransport';
import { startMailServer, type MailServer } from './mailServer';

const contact = (n: number): ContactId => `AG-0003-C${n}` as ContactId;
export const [C1, C2, C3, C4] = [contact(1), contact(2), contact(3), contact(4)];
export const KEY = 'RR-2026-0007/scopingRequest/AG-0003/1.1';

export const mail = (...addresses: readonly (readonly [ContactId, string])[]): OutgoingMail => ({
  key: KEY,
  to: addresses.map(([who, address]) => ({ contact: who, address })),
  subject: 'RR-2026-0007: please return the scoping template',
  text: 'Please return the scoping template – by Friday.\n',
  html: '<p>Please return the scoping template – by Friday.</p>',
  repeated: false,
});

const open: { stop: () => Promise<void> | void }[] = [];
export const transportTo = (smtpUrl: string, more: Partial<MailTransportSettings> = {}): MailTransport => {
  const transport = createMailTransport({
    smtpUrl,
    from: 'Rapid Review team <rapid-review@partnership.example>',
    domain: 'partnership.example',
    patience: { connecting: 300, greeting: 300, conversing: 300, answering: 300 },
    ...more,
  });
  open.push({ stop: transport.close });
  return transport;
};
export const serverWith = async (...options: Parameters<typeof startMailServer>): Promise<MailServer> => {
  const server = await startMailServer(...options);
  open.push(server);
  return server;
};
/** A server that says what it is told to, line by line. */
export const scripted = async (
  onLine: (line: string, socket: Socket) => void,
  greeting = '220 ready\r\n',
): Promise<string> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(greeting);
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n')) if (line !== '') onLine(line, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  open.push({
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
/** Answers each verb as a willing server would, but where something else is given. */
export const polite =
  (answers: Readonly<Record<string, string | ((socket: Socket) => void)>>) =>
  (line: string, socket: Socket): void => {
    const verb = line.split(/[ :]/)[0] ?? '';
    const answer =
      answers[verb] ??
      { EHLO: '250 ok', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go', '.': '250 ok' }[verb];
    if (typeof answer === 'function') answer(socket);
    else if (answer !== undefined) socket.write(`${answer}\r\n`);
  };

export const endAll = async (): Promise<void> => {
  for (const { stop } of open.splice(0)) await stop();
};
