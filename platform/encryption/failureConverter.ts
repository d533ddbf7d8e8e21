// Failures carry messages and stack traces, which the SDK would send in the clear: here they become a payload, which
// the codec encrypts. The SDK loads this module by its path, in Node and in the workflow bundle alike, so it imports
// nothing else.

import { DefaultFailureConverter } from '@temporalio/common';

export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
