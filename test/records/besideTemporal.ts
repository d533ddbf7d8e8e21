// Records and a Temporal server beside each other, for tests of commands that look at both: records and workflows are new for each
// test, the server is one for all of a file.

import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { startDevelopmentServer } from '../temporal/developmentServer';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { workflowsOver, type WorkflowsOver } from './workflowsOver';

/** To be asked for either only while a test runs. */
export interface BesideTemporal {
  readonly under: RecordsUnderTest;
  readonly workflows: WorkflowsOver;
}

export const besideTemporal = (): BesideTemporal => {
  let server: Awaited<ReturnType<typeof startDevelopmentServer>>;
  let under: RecordsUnderTest;
  let workflows: WorkflowsOver;
  beforeAll(async () => {
    server = await startDevelopmentServer();
  }, 60_000);
  beforeEach(async () => {
    under = await recordsUnderTest();
    workflows = await workflowsOver(server.address);
  });
  afterEach(async () => {
    await workflows.close();
    await under.close();
  });
  afterAll(() => server.stop(), 60_000);
  return {
    get under() {
      return under;
    },
    get workflows() {
      return workflows;
    },
  };
};
