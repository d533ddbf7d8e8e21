// The workflows of a clone as one file of code, bundled once and kept beside the packages under the hash of its sources:
// each start from the sources, each demo and each process of the tests would bundle them anew, for seconds of a processor.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger, WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflows } from './workflowBundle';

const ROOT = resolve(__dirname, '..');
/** All that a workflow may import (docs/architecture.md), and what bundles it. */
const SOURCES = [
  'domain/**/*.ts',
  'contracts/**/*.ts',
  'workflows/**/*.ts',
  'platform/encryption/*.ts',
  'worker/workflowBundle.ts',
  'package-lock.json',
];

const hashOfSources = (extra: string): string => {
  const hash = createHash('sha256').update(extra);
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 16);
};

export interface BundleOfSources {
  /** Another set of workflows, such as a broken twin of a test; it is part of the hash. */
  readonly workflowsPath?: string;
  readonly logger?: Logger;
}

/** Whoever else bundles at the same time writes the same, and nobody reads half of it. */
const keep = (file: string, code: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  const made = `${file}.${process.pid}`;
  writeFileSync(made, code);
  renameSync(made, file);
};

/** Where nothing can be written beside the packages, it is bundled each time. */
export const bundleOfSources = async ({
  workflowsPath,
  logger,
}: BundleOfSources = {}): Promise<WorkflowBundle> => {
  const extra = workflowsPath === undefined ? '' : readFileSync(workflowsPath, 'utf8') + workflowsPath;
  const file = join(ROOT, 'node_modules', '.cache', 'rapid-review', `workflows-${hashOfSources(extra)}.js`);
  if (existsSync(file)) return { code: readFileSync(file, 'utf8') };
  const { code } = await bundleWorkflows(workflowsPath, logger);
  try {
    keep(file, code);
  } catch (error) {
    logger?.warn('the bundle of the workflows could not be kept for the next start', { file, error });
  }
  return { code };
};
