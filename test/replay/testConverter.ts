// The key that the committed histories are encrypted with, so that they can be read and replayed here. It is
// invented, protects nothing, and is in no ring but this one.

import { createHash } from 'node:crypto';
import type { DataConverter } from '@temporalio/common';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';

export const testRing: KeyRing = keyRingOf([
  {
    id: 'replay-tests-only',
    bytes: createHash('sha256').update('not a secret: committed histories').digest(),
  },
]);

export const testConverter: DataConverter = encryptedDataConverter(testRing);
