// Decides whether a loopback port is free, and picks one for tests. It keeps no port: whoever asks
// must listen soon, and must still cope with somebody else having been quicker.
import { createServer, type AddressInfo } from 'node:net';
import { StartFailure } from './startFailure';

export const LOOPBACK = '127.0.0.1';

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const { port: got } = server.address() as AddressInfo;
      server.close(() => resolve(got));
    });
  });
}

/** Whether nobody listened on it a moment ago. */
export const isFree = async (port: number): Promise<boolean> => (await tryPort(port)) !== undefined;

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new StartFailure(`No free port could be had on ${LOOPBACK}.`);
  return port;
}

/** Throws one clear sentence when somebody else already listens on the port. Some ports no setting moves. */
export async function requireFreePort(port: number, what: string, setting?: string): Promise<void> {
  if (await isFree(port)) return;
  const other = setting === undefined ? '' : `, or set ${setting} to a free port,`;
  throw new StartFailure(
    `Port ${port} on ${LOOPBACK}, wanted for ${what}, is taken by another program. ` +
      `Stop that program${other} and start again.`,
  );
}
