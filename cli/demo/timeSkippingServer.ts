// The time-skipping server. The SDK gives it five seconds to answer, which a busy machine may need for a Java program to
// begin at all: then it is tried again.

import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataConverter } from '@temporalio/common';
import { StartFailure } from '../start/startFailure';

const ATTEMPTS = 4;

export const startTimeSkippingServer = async (
  program: string,
  dataConverter: DataConverter,
): Promise<TestWorkflowEnvironment> => {
  let last: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: 'existing-path', path: program } },
        client: { dataConverter },
      });
    } catch (error) {
      last = error;
    }
  }
  throw new StartFailure(
    `The time-skipping server did not start in ${ATTEMPTS} attempts: ${last instanceof Error ? last.message : String(last)}`,
  );
};
