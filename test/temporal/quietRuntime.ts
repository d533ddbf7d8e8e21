// Temporal's core, saying nothing, whatever a test does to it. There is one in a process, and the test files that one process
// runs share it: the first installs it.

import { IllegalStateError } from '@temporalio/common';
import { Runtime } from '@temporalio/worker';

const silent = (): void => undefined;
const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };

export const quietRuntime = (): void => {
  try {
    Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'OFF' } } });
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
  }
};
