// How our sources are run as they stand (cli/setup/typescript.cjs): what is kept of one that was made into JavaScript is taken
// only while it is whole, and where the packages are missing it is said what to type.

import { expect, test } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder } from '../../freshFolder';

const CLONE = resolve(__dirname, '../../..');
const SOURCE = join(CLONE, 'domain/rapidReview/codes.ts');
const KEPT = join(CLONE, 'node_modules/.cache/typescript', hash('sha256', SOURCE));

const asked = async (): Promise<string> => {
  const script = `console.log(require(${JSON.stringify(SOURCE)}).isCode('case', 'RR-2026-0007'))`;
  const args = ['--require', './cli/setup/typescript.cjs', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: CLONE });
  return stdout.trim();
};

test.each([
  ['cut short behind its first line', (kept: string) => kept.slice(0, kept.indexOf('\n') + 1)],
  ['cut short', (kept: string) => kept.slice(0, -100)],
  ['empty', () => ''],
  ['changed', (kept: string) => kept.replace('RR-', 'XX-')],
])('a kept file that is %s is made anew', async (_, spoilt) => {
  expect(await asked()).toBe('true');
  const kept = await readFile(KEPT, 'utf8');
  await writeFile(KEPT, spoilt(kept));
  expect(await asked()).toBe('true');
  expect(await readFile(KEPT, 'utf8')).toBe(kept);
});

test('in a clone without packages a command says in one line what to type', () => {
  const clone = freshFolder('without-packages');
  mkdirSync(join(clone, 'cli/setup'), { recursive: true });
  copyFileSync(join(CLONE, 'cli/setup/typescript.cjs'), join(clone, 'cli/setup/typescript.cjs'));
  const ran = spawnSync(
    process.execPath,
    ['--require', './cli/setup/typescript.cjs', 'cli/timetable/main.ts'],
    {
      cwd: clone,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  expect(ran.stderr).toMatch(/^The project's packages are not installed.*`npm ci`.*\n$/);
  expect([ran.stdout, ran.status]).toEqual(['', 1]);
});
