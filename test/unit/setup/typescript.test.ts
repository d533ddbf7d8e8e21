// What is kept of a source that was made into JavaScript is taken only while it is whole (cli/setup/typescript.cjs).

import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

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
