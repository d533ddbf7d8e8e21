// Habits of the tree: every source file says first what it is, none is a drawer for odds and ends or too long to
// read, and no text names the machine or the sitting in which it was written.

import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ROOT } from './cruise';

const LONGEST = 300;
const SOURCE = ['.ts', '.mjs', '.cjs', '.js'];
const BINARY = ['.png', '.ico', '.gif', '.jpg', '.woff2'];
/** It quotes what it looks for. */
const THIS = 'test/architecture/names.test.ts';
/** Written by programs. */
const GENERATED = /^(package-lock\.json|test\/replay\/histories\/)/;

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Everything that git holds or would take. */
const texts: readonly Text[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter((path) => path !== '' && !BINARY.includes(extname(path)))
  .filter((path) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile())
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const sources = texts.filter(({ path }) => SOURCE.includes(extname(path)));

const silent = ({ text }: Text): boolean => !/^(#!.*\n)?(\/\/ \S|\/\*\*? ?\S)/.test(text);
const tooLong = ({ text }: Text): boolean => text.trimEnd().split('\n').length > LONGEST;
/** JSON is data and cannot say it. */
const longWithoutReason = (text: Text): boolean =>
  !SOURCE.includes(extname(text.path)) &&
  extname(text.path) !== '.json' &&
  tooLong(text) &&
  !/written by `npm run docs`/i.test(text.text);
const drawer = (path: string): boolean =>
  /(^|\/)(utils?|helpers?|managers?|misc|commons?)(\.|\/|$)/i.test(path) ||
  /(Utils?|Helpers?|Manager)\.[a-z]+$/.test(path);

const MACHINE = /(?<![\w.@~-])\/(?:work|root|home\/\w+|Users\/\w+)\/[\w.-]/;
const SITTING =
  /\b(claude|anthropic|openai|chatgpt|copilot|language model|llm|sub-?agent|the brief|issues show|this session|co-authored-by)\b/i;
const placed = ({ text }: Text): boolean => MACHINE.test(text) || SITTING.test(text);

const pathsOf = (found: readonly Text[]): readonly string[] => found.map(({ path }) => path);
const planted = (text: string): Text => ({ path: 'planted.ts', text });

describe('every file', () => {
  it('is found by git', () => {
    expect(pathsOf(sources)).toEqual(expect.arrayContaining(['domain/rapidReview/decide.ts', THIS]));
  });

  it('of source opens with a comment', () => {
    expect(pathsOf(sources.filter(silent))).toEqual([]);
    expect(silent(planted(`import x from 'x';\n// Too late.`))).toBe(true);
    expect(silent(planted(`//\nexport {};`))).toBe(true);
  });

  it('is named after an idea', () => {
    expect(pathsOf(texts).filter(drawer)).toEqual([]);
    expect(
      ['api/utils/x.ts', 'domain/helpers.ts', 'api/caseManager.ts', 'misc/a.md', 'x/common/y.ts'].filter(
        drawer,
      ),
    ).toHaveLength(5);
  });

  it('of source can be read in one go', () => {
    expect(pathsOf(sources.filter(tooLong))).toEqual([]);
    expect(tooLong(planted('x\n'.repeat(LONGEST)))).toBe(false);
    expect(tooLong(planted('x\n'.repeat(LONGEST + 1)))).toBe(true);
  });

  it('that is longer is written by a program, and says so', () => {
    expect(pathsOf(texts.filter(longWithoutReason))).toEqual([]);
    const long = { path: 'docs/long.md', text: 'x\n'.repeat(LONGEST + 1) };
    expect(longWithoutReason(long)).toBe(true);
    expect(longWithoutReason({ ...long, text: `<!-- Written by \`npm run docs\` -->\n${long.text}` })).toBe(
      false,
    );
    expect(longWithoutReason({ ...long, path: 'ops/long.yml' })).toBe(true);
  });

  it('says nothing about where or by whom it was typed', () => {
    expect(
      pathsOf(texts.filter(({ path }) => path !== THIS && !GENERATED.test(path)).filter(placed)),
    ).toEqual([]);
    expect(placed(planted('see /work/main'))).toBe(true);
    expect(placed(planted('kept in "/root/.cache"'))).toBe(true);
    expect(placed(planted('as the brief demands'))).toBe(true);
    expect(placed(planted('from ../workflows/index, or /workflows/entity and the briefing'))).toBe(false);
  });
});
