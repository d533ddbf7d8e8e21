// `npm run build`: the programs as plain JavaScript in `dist`, and the workflows as the one bundle that workers run, so that
// what is deployed compiles nothing and needs no development dependency. It decides nothing about how they are run.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ownCommand } from '../commandLine/ownCommand';
import { CLONE } from '../start/clone';
import { requireBuildFolder } from './buildFolder';
import { bundleWorkflows, BUNDLE_FILE } from '../../worker/workflowBundle';

const say = (line: string): void => console.log(line);

const seconds = (since: number): string => `${((Date.now() - since) / 1_000).toFixed(1)} s`;

interface Options {
  readonly folder: string;
  readonly check: boolean;
}

const compile = async (folder: string, check: boolean): Promise<void> => {
  const compiler = join(CLONE, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = ['--project', join(CLONE, 'tsconfig.build.json'), '--outDir', folder];
  const child = spawn(process.execPath, [compiler, ...project, ...(check ? [] : ['--noCheck'])], {
    cwd: CLONE,
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0)
    throw new Error('The programs could not be compiled. What was there before is still there.');
};

/** Made beside its final name and then renamed: a broken-off build leaves what ran before. */
const build = async (folder: string, check: boolean): Promise<void> => {
  requireBuildFolder(folder);
  const start = Date.now();
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  say(`- programs into ${folder} (about 20 s)`);
  await compile(unfinished, check);
  say(`  done after ${seconds(start)}`);
  say('- the workflows as one bundle (about 10 s)');
  const { code } = await bundleWorkflows();
  const file = join(unfinished, BUNDLE_FILE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  say(`  done after ${seconds(start)}`);
};

const { folder, check } = ownCommand(
  'build',
  'Compiles the programs and bundles the workflows, as they are deployed.',
)
  .option('--folder <path>', 'where they go; an earlier build there is replaced', 'dist')
  .option('--no-check', 'without checking the types, where that is done beside it')
  .parse()
  .opts<Options>();
build(resolve(CLONE, folder), check).catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
