// What lint finds, in a planted project: the rules of this house, and that types are asked at all. What else it holds to is
// .oxlintrc.json.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CLONE = resolve(__dirname, '../..');
const LINTER = join(CLONE, 'node_modules/oxlint/bin/oxlint');

/** As `npm run lint` asks. */
const ASKED = ['--report-unused-disable-directives-severity=error'];

/** The line of a file, and the rule that it breaks; every other line breaks none. */
const PLANTED: Readonly<Record<string, readonly (readonly [line: string, rule?: string])[]>> = {
  'domain/day.ts': [
    ['export const now = (): number => Date.now();', 'eslint(no-restricted-globals)'],
    ['export const made = (): unknown => new Date(0);', 'eslint(no-restricted-globals)'],
    ['export const dayOf = (of: Date): string => of.toISOString();'],
    ['export const local = (of: Date): number => of.getDate();', 'eslint(no-restricted-properties)'],
    ['export const chance = (): number => Math.random();', 'eslint(no-restricted-properties)'],
  ],
  'workflows/loop.ts': [
    ["import { readFileSync } from 'node:fs';", 'eslint(no-restricted-imports)'],
    ['export const read = readFileSync;'],
    ['export const last = new Map<string, number>();', 'house(no-module-state)'],
    ['const seen = new WeakSet();', 'house(no-module-state)'],
    ['let count = 0;', 'house(no-module-state)'],
    ['export const days = new Date(0);'],
    ['export const next = (): number => (seen.has(days) ? (count += 1) : new Map().size);'],
    ['export const wait = (): unknown => setTimeout(next, 1);', 'eslint(no-restricted-globals)'],
    ['export const ours = (): string => process.version;', 'eslint(no-restricted-globals)'],
  ],
  'api/route.ts': [
    ['let open = 0;'],
    ['const answer = async (): Promise<void> => Promise.resolve(void (open += 1));'],
    ['export const handler = (): void => {'],
    ['  answer();', 'typescript(no-floating-promises)'],
    ['  console.log(open);', 'eslint(no-console)'],
    ['};'],
    ["export const word = (of: 'a' | 'b'): number => {"],
    ['  switch (of) {', 'typescript(switch-exhaustiveness-check)'],
    ["    case 'a':"],
    ['      return 1;'],
    ['  }'],
    ['  return 2;'],
    ['};'],
    [
      "export const sure = (of: string): boolean => (of ?? '') === '';",
      'typescript(no-unnecessary-condition)',
    ],
  ],
  'cli/main.ts': [
    ["console.log('a program may');"],
    ['// oxlint-disable-next-line no-console', 'no rule'],
    ['export const said = true;'],
    ["export type Elsewhere = import('../api/route').Route;", 'typescript(consistent-type-imports)'],
  ],
};

interface Finding {
  /** None of a directive that nothing rests on. */
  readonly code?: string;
  readonly severity: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

const lint = (folder: string): Promise<readonly Finding[]> =>
  new Promise((done, reject) => {
    execFile(
      process.execPath,
      [LINTER, ...ASKED, '--format', 'json'],
      { cwd: folder },
      (error, stdout, stderr) => {
        // It ends with 1 where it has found something.
        if (error === null || !stdout.startsWith('{'))
          reject(new Error(`it found nothing: ${stdout}${stderr}`));
        else done((JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics);
      },
    );
  });

describe('lint', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapid-review-lint-'));
    for (const name of ['.oxlintrc.json', 'moduleState.mjs', 'tsconfig.json'])
      cpSync(join(CLONE, name), join(folder, name));
    symlinkSync(join(CLONE, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, lines] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${lines.map(([line]) => line).join('\n')}\n`);
    }
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds each line that breaks a rule of this house, or of types, and no other', async () => {
    const found = await lint(folder);
    expect([...new Set(found.map(({ severity }) => severity))]).toEqual(['error']);
    const broken = found.map(
      ({ code = 'no rule', filename, labels }) => `${filename}:${String(labels[0]?.span.line)} ${code}`,
    );
    const planted = Object.entries(PLANTED).flatMap(([path, lines]) =>
      lines.flatMap(([, rule], index) => (rule === undefined ? [] : [`${path}:${index + 1} ${rule}`])),
    );
    expect([...broken].sort()).toEqual([...planted].sort());
  }, 60_000);
});
