// The engine as a command opens it that is run beside it, over the records of a test. Temporal is where the test says; else
// nothing answers there.

import { randomBytes } from 'node:crypto';
import type { OpenedEngine } from '../../cli/token/ownRecords';
import { keyRingOf } from '../../platform/encryption/keyRing';
import type { RecordsUnderTest } from './recordsUnderTest';

type Reached = Pick<OpenedEngine, 'master' | 'codec' | 'temporal'>;

export const engineOver = (
  { url: databaseUrl, ring: master, database, records }: RecordsUnderTest,
  rest: Partial<Reached> = {},
): OpenedEngine => ({
  databaseUrl,
  database,
  records,
  master,
  databaseOfStart: false,
  dataFolder: '',
  postgresPort: 0,
  keysNotGiven: [],
  keysOfFolder: [],
  codec: keyRingOf([{ id: 'test', bytes: randomBytes(32) }]),
  temporal: { address: '127.0.0.1:1', namespace: 'default', taskQueue: 'test' },
  ...rest,
});

/** Nobody watches how far a command is. */
export const unwatched = () => (): void => undefined;
