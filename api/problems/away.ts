// Whether an error means that the database is away, rather than that something is wrong with us: by the codes of
// PostgreSQL and of the network, and by the few sentences of the driver that carry no code.

import { isError } from '../../platform/logging/plainError';

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
]);
/**
 * Connection failure; disk full, out of memory, too many connections; shut down by the administrator, crashed, starting up; a disk that
 * fails; and one that only reads, since another has taken its place.
 */
const POSTGRES = /^(08...|53...|57P0[1235]|58030|25006)$/;
const DRIVER = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  // In a transaction whose connection was given up.
  'Client was closed',
  'Cannot use a pool after calling end',
  'driver has already been destroyed',
];

export const recordsAreAway = (error: unknown, depth = 4): boolean => {
  if (!isError(error) || depth === 0) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (NETWORK.has(code) || POSTGRES.test(code)) return true;
  if (DRIVER.some((sentence) => error.message.startsWith(sentence))) return true;
  // One error for each address that a name stands for.
  const inside = 'errors' in error && Array.isArray(error.errors) ? (error.errors as unknown[]) : [];
  return [error.cause, ...inside].some((one) => recordsAreAway(one, depth - 1));
};
