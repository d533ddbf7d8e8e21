// Ports for servers that are killed and come back on the same port, and for those of Temporal's services, which it keeps in
// a column of two signed bytes. They lie below those that the system gives to outgoing connections: one of those, trying to
// reach the dead server, could otherwise take its port.

import { randomInt } from 'node:crypto';
import { isFree } from './freePort';

const given = new Set<number>();

export const quietPort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 31_000);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
};
