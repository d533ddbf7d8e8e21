// Completes package-lock.json after `npm install` in a place whose registry lacks the binaries of other
// platforms: npm then leaves them out of the lock, and `npm ci` refuses the lock everywhere. Each missing one
// is named with the exact version its parent asks for, and for which machines it is. Run by hand:
//   node cli/setup/completeLock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLONE } from './runTool.mjs';

const PLATFORM = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/;
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const path = join(CLONE, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const before = Object.keys(lock.packages).length;

/** Whether npm would find the package from there: in its own node_modules, or in one further up. */
function isLocked(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (`${folder}${folder && '/'}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

function entryFor(name, version, parent) {
  const [, os, cpu, abi] = PLATFORM.exec(name) ?? [];
  if (!os || !EXACT.test(version)) throw new Error(`${name}@${version}: no platform or no exact version`);
  const libc = os === 'linux' && abi ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {};
  const dev = parent.dev ? { dev: true } : {};
  return { version, cpu: [cpu], ...dev, ...libc, optional: true, os: [os] };
}

for (const [from, parent] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {}))
    if (!isLocked(from, name)) lock.packages[`node_modules/${name}`] = entryFor(name, version, parent);

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(
  `${Object.keys(lock.packages).length - before} packages of other platforms added to package-lock.json`,
);
