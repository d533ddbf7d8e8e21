// The packages that the project leans on: each named in an ADR with why it and not another, those of production under an
// allowed licence and in the document that npm makes of what is deployed.

import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import { isAllowed, notAllowed } from '../../cli/packages/licences';
import { productionPackages, readLock } from '../../cli/packages/productionPackages';
import { ROOT } from './cruise';
import { freshFolder } from '../freshFolder';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

describe('every package of package.json', () => {
  const decided = [
    ...readFileSync(join(ROOT, 'docs/adr/0010-dependencies.md'), 'utf8').matchAll(
      /^\| (?<for>.+?) \| (?<taken>.+?) \| (?<not>.+?) \|$/gm,
    ),
  ]
    .map(({ groups }) => ({ taken: groups?.['taken'] ?? '', not: (groups?.['not'] ?? '').trim() }))
    .filter(({ taken }) => taken.includes('`'));
  const named = decided.flatMap(({ taken }) =>
    [...taken.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
  );
  const isNamed = (name: string): boolean =>
    named.some((one) => (one.endsWith('/*') ? name.startsWith(one.slice(0, -1)) : name === one));

  it('is named in an ADR', () => {
    expect(direct.filter((name) => !isNamed(name))).toEqual([]);
    expect(isNamed('left-pad')).toBe(false);
  });

  it('is there, when an ADR names it', () => {
    const gone = named.filter((one) =>
      one.endsWith('/*') ? !direct.some((name) => name.startsWith(one.slice(0, -1))) : !direct.includes(one),
    );
    expect(gone).toEqual([]);
  });

  it('is there rather than another, with a reason', () => {
    expect(decided.length).toBeGreaterThan(15);
    expect(decided.filter(({ not }) => !/^.+: .+|see ADR \d+/.test(not))).toEqual([]);
  });

  it('has an exact version', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe('the licences of production', () => {
  it('are all allowed', () => {
    expect(notAllowed(productionPackages(readLock()))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['Apache-2.0 AND MIT', true],
    ['(ISC AND GPL-3.0)', false],
    ['AGPL-3.0', false],
    ['SEE LICENSE IN FILE', false],
    [undefined, false],
  ])('%s: %s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });

  it('would tell a package that says none, and leave out one of development', () => {
    const lock = {
      packages: {
        '': { version: '1.0.0' },
        'node_modules/quiet': { version: '1.0.0' },
        'node_modules/a/node_modules/viral': { version: '2.0.0', license: 'GPL-3.0' },
        'node_modules/tool': { version: '3.0.0', license: 'GPL-3.0', dev: true },
      },
    };
    expect(notAllowed(productionPackages(lock))).toEqual(['quiet@1.0.0: says none', 'viral@2.0.0: GPL-3.0']);
  });
});

describe('npm run sbom', () => {
  const folder = freshFolder('sbom');

  it('lists what is deployed, at its version and with its licence, and nothing of development', () => {
    const file = join(folder, 'sbom.json');
    const args = [...RUN_SOURCES, join(ROOT, 'cli/sbom/main.ts'), '--file', file];
    const env = { ...process.env, NODE_OPTIONS: '', npm_config_offline: 'true' };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const document = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly bomFormat: string;
      readonly metadata: { readonly component: { readonly name: string } };
      readonly components: readonly { readonly name: string; readonly version: string }[];
    };
    expect([document.bomFormat, document.metadata.component.name]).toEqual([
      'CycloneDX',
      'rapid-review-deadlines',
    ]);
    const listed = document.components.map(({ name, version }) => `${name}@${version}`).sort();
    const locked = productionPackages(readLock()).map(({ name, version }) => `${name}@${version}`);
    expect(listed).toEqual([...locked].sort());
    for (const [name, version] of Object.entries(manifest.dependencies))
      expect(listed).toContain(`${name}@${version}`);
    expect(document.components.map(({ name }) => name)).not.toContain('jest');
  }, 60_000);
});
