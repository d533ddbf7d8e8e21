// One protobufjs serves every part of the SDK and us: with two, histories in JSON do not replay.

import { describe, expect, it } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './cruise';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** The copy that Node finds from a folder: in its own `node_modules`, or the next one up. */
const found = (name: string, from: string): string | undefined => {
  const here = join(from, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return here;
  return dirname(from) === from ? undefined : found(name, dirname(from));
};

/** `@temporalio/proto: 8.8.1`, for the project itself and every package of the SDK that asks for protobufjs. */
const copiesUsed = (root: string): readonly string[] => {
  const sdk = join(root, 'node_modules', '@temporalio');
  const packages = readdirSync(sdk).map((name) => ({ name: `@temporalio/${name}`, folder: join(sdk, name) }));
  return [{ name: 'the project', folder: root }, ...packages]
    .filter(({ folder }) => manifestIn(folder).dependencies?.['protobufjs'] !== undefined)
    .map(({ name, folder }) => {
      const copy = found('protobufjs', folder);
      return `${name}: ${copy === undefined ? 'none' : manifestIn(copy).version}`;
    });
};

const versionsIn = (copies: readonly string[]): readonly string[] => [
  ...new Set(copies.map((copy) => copy.split(': ')[1] ?? '')),
];

describe('protobufjs', () => {
  it('is there once for the SDK and for us', () => {
    const copies = copiesUsed(ROOT);
    expect(copies.map((copy) => copy.split(':')[0])).toEqual(
      expect.arrayContaining(['the project', '@temporalio/common', '@temporalio/proto']),
    );
    expect(versionsIn(copies)).toEqual([manifestIn(join(ROOT, 'node_modules/protobufjs')).version]);
  });

  it('would be found out with a second copy', () => {
    const root = mkdtempSync(join(tmpdir(), 'rapid-review-protobufjs-'));
    const write = (path: string, manifest: unknown): void => {
      mkdirSync(join(root, path), { recursive: true });
      writeFileSync(join(root, path, 'package.json'), JSON.stringify(manifest));
    };
    try {
      write('.', { version: '0', dependencies: { protobufjs: '8' } });
      write('node_modules/protobufjs', { version: '8.8.1' });
      write('node_modules/@temporalio/proto', { version: '1', dependencies: { protobufjs: '7' } });
      write('node_modules/@temporalio/proto/node_modules/protobufjs', { version: '7.5.0' });
      expect(versionsIn(copiesUsed(root))).toEqual(['8.8.1', '7.5.0']);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
