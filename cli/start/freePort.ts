// Decides whether a loopback port is free, and picks one for servers that nobody told theirs. It keeps no port: whoever asks
// must listen soon, and must still cope with somebody else having been quicker.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StartFailure } from './startFailure';

export const LOOPBACK = '127.0.0.1';

/** Whether nobody listened on it a moment ago. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });

const given = new Set<number>();

/**
 * A port that nobody listened on a moment ago. It lies below those that the system gives to outgoing connections: one of them,
 * trying to reach a server that was stopped and comes back, could otherwise take its port. Temporal's services need a low one too:
 * it keeps theirs in a column of two signed bytes.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 31_000);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

export interface WantedPort {
  readonly port: number;
  readonly what: string;
  /** Some ports no setting moves. */
  readonly setting?: string;
}

const sayTaken = ({ port, what, setting }: WantedPort): string => {
  const other = setting === undefined ? '' : `, or set ${setting} to a free port,`;
  return (
    `Port ${port} on ${LOOPBACK}, wanted for ${what}, is taken by another program. ` +
    `Stop that program${other} and start again.`
  );
};

/** Throws a clear sentence about each on which somebody else listens already, all at once. */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  const taken: WantedPort[] = [];
  for (const one of wanted) if (!(await isFree(one.port))) taken.push(one);
  if (taken.length > 0) throw new StartFailure(taken.map(sayTaken).join('\n'));
}

export const requireFreePort = (port: number, what: string, setting: string): Promise<void> =>
  requireFreePorts([{ port, what, setting }]);
