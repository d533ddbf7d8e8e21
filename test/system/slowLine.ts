// A line of some length before a server, such as the mailbox: every answer takes a moment, as it does over a real
// network, so that a mail lasts long enough for somebody to die in the middle of it.

import { connect, createServer, type Server, type Socket } from 'node:net';
import { LOOPBACK } from '../../cli/start/freePort';

export interface SlowLine {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const joined = (near: Socket, serverPort: number, delayMs: number): void => {
  const far = connect({ port: serverPort, host: LOOPBACK });
  for (const [socket, other] of [
    [near, far],
    [far, near],
  ] as const) {
    // What was sent before the end still arrives, as on a network.
    socket.on('end', () => setTimeout(() => other.end(), delayMs));
    socket.on('error', () => other.destroySoon());
  }
  near.on('data', (data) => far.write(data));
  far.on('data', (data) => setTimeout(() => near.write(data), delayMs));
};

export const slowLine = async (port: number, serverPort: number, delayMs: number): Promise<SlowLine> => {
  const open = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true }, (near) => {
    open.add(near);
    near.on('close', () => open.delete(near));
    joined(near, serverPort, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(port, LOOPBACK, resolve));
  return {
    url: `smtp://${LOOPBACK}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
};
