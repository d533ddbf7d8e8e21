// The packages that what is deployed can load, as package-lock.json has them: those of development and tests are left out.
// Platforms count together: what is for another machine is listed too.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLONE } from '../start/clone';

export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export const readLock = (): Lock =>
  JSON.parse(readFileSync(join(CLONE, 'package-lock.json'), 'utf8')) as Lock;

/** The lock without development: its root too. */
export const productionLock = (lock: Lock): Lock => ({
  ...lock,
  packages: Object.fromEntries(
    Object.entries(lock.packages)
      .filter(([, { dev }]) => dev !== true)
      .map(([path, { devDependencies: _left, ...kept }]) => [path, kept]),
  ),
});

export interface ProductionPackage {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const nameIn = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Each name and version once, in order. */
export const productionPackages = (lock: Lock): readonly ProductionPackage[] => {
  const found = new Map<string, ProductionPackage>();
  for (const [path, { version, license }] of Object.entries(productionLock(lock).packages)) {
    if (path === '') continue;
    const name = nameIn(path);
    found.set(`${name}@${version}`, { name, version, ...(license === undefined ? {} : { license }) });
  }
  return [...found.values()].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
};
