// A virtual environment for the Python packages that something here is held against, made when first asked for and kept
// beside the libraries to compare with; nothing of the machine's own Python is changed. Where it cannot be made, the
// reason is given, so that whoever asked can say what was left out.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, say } from './comparisonLibraries';

const LIMIT_MS = 300_000;

export const script = (name: string): string => join(BENCH, 'python', name);

/** What the figures are compared with, and the client that is not ours. */
export type Purpose = 'comparison' | 'outsideClient';
const REQUIREMENTS: Readonly<Record<Purpose, string>> = {
  comparison: script('requirements.txt'),
  outsideClient: script('requirements-outside-client.txt'),
};

interface Place {
  readonly folder: string;
  readonly requirements: string;
  readonly python: string;
  /** Written last: without it the environment is unfinished. */
  readonly stamp: string;
}

const placeOf = (purpose: Purpose): Place => {
  const folder = join(BENCH, 'node_modules', '.cache', purpose === 'comparison' ? 'python' : purpose);
  return {
    folder,
    requirements: REQUIREMENTS[purpose],
    python: join(folder, 'bin', 'python'),
    stamp: join(folder, 'made-from.txt'),
  };
};

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

const packagesIn = (wanted: string): readonly string[] =>
  wanted
    .trim()
    .split('\n')
    .map((line) => line.replace('==', ' '));

/** The environment, if it is there, finished, and made from these requirements. */
const found = ({ stamp, python }: Place, wanted: string): PythonEnvironment | undefined => {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) return undefined;
  const { status, stdout } = spawnSync(python, ['--version'], { encoding: 'utf8' });
  return status === 0 ? { python, versions: [...packagesIn(wanted), stdout.trim()] } : undefined;
};

export const pythonEnvironment = (purpose: Purpose = 'comparison'): PythonEnvironment => {
  const place = placeOf(purpose);
  const { folder, requirements, python, stamp } = place;
  const wanted = readFileSync(requirements, 'utf8');
  const before = found(place, wanted);
  if (before !== undefined) return before;
  const packages = packagesIn(wanted).join(' and ');
  say(`- Python with ${packages}, in an environment of its own (up to a minute)`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const failed =
    run('python3', '-m', 'venv', folder) ??
    run(python, '-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', requirements);
  if (failed === undefined) writeFileSync(stamp, wanted);
  return (
    found(place, wanted) ?? {
      missing: `no Python with ${packages} (${failed ?? 'it does not run'})`,
    }
  );
};
