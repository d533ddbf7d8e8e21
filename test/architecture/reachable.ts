// What a program takes from packages when it runs, by following its imports through our own files. Types do not count.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { builtinModules } from 'node:module';
import { ROOT } from './cruise';

const IMPORT =
  /^(?:import|export)\s+(?!type\b)[^'"]*?from '([^']+)'|^import '([^']+)'|require\.resolve\('(\.[^']+)'\)/gm;

const fileOf = (from: string, named: string): string => {
  const path = join(dirname(from), named);
  return (
    [path, `${path}.ts`, join(path, 'index.ts')].find((one) => /\.(ts|json)$/.test(one) && existsSync(one)) ??
    path
  );
};

const packageOf = (named: string): string =>
  named
    .split('/')
    .slice(0, named.startsWith('@') ? 2 : 1)
    .join('/');

export interface Reached {
  /** From the root of the project. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

export const reachedFrom = (mains: readonly string[]): Reached => {
  const files = new Set(mains.map((main) => join(ROOT, main)));
  const packages = new Set<string>();
  for (const file of files) {
    if (!file.endsWith('.ts')) continue;
    for (const [, from, bare, resolved] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const named = from ?? bare ?? resolved ?? '';
      if (named.startsWith('.')) files.add(fileOf(file, named));
      else if (!named.startsWith('node:') && !builtinModules.includes(named)) packages.add(packageOf(named));
    }
  }
  return { files: [...files].map((file) => relative(ROOT, file)), packages: [...packages].sort() };
};
