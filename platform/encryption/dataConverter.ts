// The one way in which client, worker and tests turn values into what Temporal keeps: encrypted, failures included.

import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from './keyRing';
import { payloadCodec } from './payloadCodec';

/** Also for `bundleWorkflowCode`, whose bundle holds the failure converter of the sandbox. */
export const failureConverterPath: string = require.resolve('./failureConverter');

export const encryptedDataConverter = (ring: KeyRing): DataConverter => ({
  failureConverterPath,
  payloadCodecs: [payloadCodec(ring)],
});
