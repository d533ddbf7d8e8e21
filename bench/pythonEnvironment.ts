// A virtual environment for numpy and the python `holidays` package, made when first asked for and kept beside the
// libraries to compare with; nothing of the machine's own Python is changed. Where it cannot be made, the reason is
// given, so that whoever asked can say what was left out.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, say } from './comparisonLibraries';

const FOLDER = join(BENCH, 'node_modules', '.cache', 'python');
const REQUIREMENTS = join(BENCH, 'python', 'requirements.txt');
/** Written last: without it the environment is unfinished. */
const STAMP = join(FOLDER, 'made-from.txt');
const PYTHON = join(FOLDER, 'bin', 'python');
const LIMIT_MS = 300_000;

export const script = (name: string): string => join(BENCH, 'python', name);

export type PythonEnvironment =
  | { readonly python: string; readonly versions: readonly string[] }
  /** Why there is none. */
  | { readonly missing: string };

/** What went wrong, or nothing. */
const run = (command: string, ...args: readonly string[]): string | undefined => {
  const { status, error, signal } = spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: LIMIT_MS });
  if (status === 0) return undefined;
  return `${[command, ...args].join(' ')}: ${error?.message ?? signal ?? `code ${String(status)}`}`;
};

const packages = (): readonly string[] =>
  readFileSync(REQUIREMENTS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replace('==', ' '));

/** The environment, if it is there, finished, and made from these requirements. */
const found = (wanted: string): PythonEnvironment | undefined => {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) return undefined;
  const { status, stdout } = spawnSync(PYTHON, ['--version'], { encoding: 'utf8' });
  return status === 0 ? { python: PYTHON, versions: [...packages(), stdout.trim()] } : undefined;
};

export const pythonEnvironment = (): PythonEnvironment => {
  const wanted = readFileSync(REQUIREMENTS, 'utf8');
  const before = found(wanted);
  if (before !== undefined) return before;
  say(`- Python with ${packages().join(' and ')}, in an environment of its own (up to a minute)`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const failed =
    run('python3', '-m', 'venv', FOLDER) ??
    run(PYTHON, '-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', REQUIREMENTS);
  if (failed === undefined) writeFileSync(STAMP, wanted);
  return (
    found(wanted) ?? {
      missing: `no Python with ${packages().join(' and ')} (${failed ?? 'it does not run'})`,
    }
  );
};
