// The libraries to compare with, of `bench/package.json`: they are installed when first asked for, beside this file
// and never among the product's packages. Which of them answers what is decided elsewhere.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

export const BENCH = __dirname;
const PROJECT = resolve(BENCH, '..');
const MODULES = join(BENCH, 'node_modules');

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** npm's own record of what it put there is that of the lock file. */
const installed = (): boolean => {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record)) return false;
  const found = (readJson(record) as Lock).packages;
  const wanted = (readJson(join(BENCH, 'package-lock.json')) as Lock).packages;
  return Object.entries(wanted).every(
    ([path, { version }]) => path === '' || found[path]?.version === version,
  );
};

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Installs them unless they are there. Throws where npm cannot. */
export const ensureLibraries = (): void => {
  if (installed()) return;
  say('- Libraries to compare with: npm ci in bench/ (some seconds)');
  const { status, error } = spawnSync('npm', ['ci', '--prefix', BENCH, '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  throw new Error(
    `The libraries to compare with could not be installed: npm ci in bench/ ended with ${error?.message ?? `code ${String(status)}`}. ` +
      'See that npm reaches its registry, and run this again. Nothing was measured.',
  );
};

// Untyped on purpose: the declarations are not there until the libraries are.
const loadedFrom = (folder: string): ((name: string) => unknown) =>
  createRequire(join(folder, 'package.json'));
export const library = loadedFrom(BENCH);
/** Of the product itself; `date-holidays` alters the `moment` that it loads, and this is not the one that is timed. */
export const productLibrary = loadedFrom(PROJECT);

const versionIn = (folder: string, name: string): string =>
  (readJson(join(folder, 'node_modules', name, 'package.json')) as { readonly version: string }).version;
export const libraryVersion = (name: string): string => versionIn(BENCH, name);
export const productLibraryVersion = (name: string): string => versionIn(PROJECT, name);
