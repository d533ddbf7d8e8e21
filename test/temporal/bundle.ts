// The workflow bundle for tests, built once for all files and kept beside the packages under the hash of its
// sources: jest's workers are processes of their own and would each build it anew.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/workflowBundle';

const ROOT = resolve(__dirname, '../..');
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

/** `workflowsPath` names another set of workflows, such as a broken twin; it is part of the hash. */
export const sharedBundle = async (workflowsPath?: string): Promise<WorkflowBundle> => {
  const extra = workflowsPath === undefined ? '' : readFileSync(workflowsPath, 'utf8') + workflowsPath;
  const file = join(ROOT, 'node_modules', '.cache', 'rapid-review', `workflows-${hashOfSources(extra)}.js`);
  if (!existsSync(file)) {
    const { code } = await bundleWorkflows(workflowsPath);
    mkdirSync(dirname(file), { recursive: true });
    const made = `${file}.${process.pid}`;
    writeFileSync(made, code);
    renameSync(made, file);
  }
  return { code: readFileSync(file, 'utf8') };
};
