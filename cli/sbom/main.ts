// `npm run sbom`: what is in the program, as a CycloneDX document made by npm itself. It is asked about a copy of the lock
// without development: with `--omit dev` it would leave out whatever development uses as well.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { ownCommand } from '../commandLine/ownCommand';
import { CLONE } from '../start/clone';
import { productionLock, readLock } from '../packages/productionPackages';

const command = ownCommand(
  'sbom',
  'Writes the packages of what is deployed as a CycloneDX document. Needs no network.',
).option('--file <path>', 'where to', '.data/sbom.cdx.json');

const { devDependencies: _left, ...manifest } = JSON.parse(
  readFileSync(join(CLONE, 'package.json'), 'utf8'),
) as { readonly name: string; readonly devDependencies: unknown };

const run = (): void => {
  const { file } = command.parse().opts<{ readonly file: string }>();
  const room = mkdtempSync(join(tmpdir(), 'rapid-review-sbom-'));
  // npm names what it describes after the folder.
  const folder = join(room, manifest.name);
  mkdirSync(folder);
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(productionLock(readLock())));
    const asked = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
    const document = execFileSync('npm', asked, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    const path = resolve(CLONE, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, document);
    const { components } = JSON.parse(document.toString()) as { readonly components: readonly unknown[] };
    console.log(`${components.length} packages, in ${relative(process.cwd(), path)}`);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
};

run();
