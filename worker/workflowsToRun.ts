// What a worker is to run: of a built program, what was built with it; of the sources, what is made of them.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Logger, WorkerOptions } from '@temporalio/worker';
import { bundleOfSources } from './bundleOfSources';
import { BUNDLE_FILE } from './workflowBundle';

export const workflowsToRun = async (
  logger?: Logger,
): Promise<NonNullable<WorkerOptions['workflowBundle']>> => {
  const codePath = join(__dirname, basename(BUNDLE_FILE));
  return existsSync(codePath) ? { codePath } : bundleOfSources(logger === undefined ? {} : { logger });
};
