// Every rule of the rule book is named by a test, and every refusal of a case by its code: what no test names, nobody would
// miss. The page docs/rules-and-tests.md shows which.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesIn, rulesWithTests, withTests } from '../../cli/docs/rulesTable';
import { titlesIn } from '../../cli/docs/testTitles';
import { ROOT } from './cruise';

describe('the rule book', () => {
  const rules = rulesWithTests();
  const untested = rules.filter(({ tests }) => tests.length === 0).map(({ name }) => name);

  it('is read whole: all twenty-five, each with a sentence', () => {
    expect(rules.map(({ name }) => name)).toEqual(Array.from({ length: 25 }, (_, index) => `R${index + 1}`));
    expect(rules.filter(({ says }) => !/^[A-Z].{10,}\.$/.test(says))).toEqual([]);
  });

  it('has a test for every rule', () => {
    expect(untested).toEqual([]);
  });

  it('would tell a rule without a test', () => {
    const book = '- **R1** One. More of it.\n- **R2** Two, e.g. so.\n';
    const tested = withTests(rulesIn(book), titlesIn('x.test.ts', `it('holds (R2, R12)', () => {});`));
    expect(tested.map(({ name, says, tests }) => [name, says, tests.length])).toEqual([
      ['R1', 'One.', 0],
      ['R2', 'Two, e.g.', 1],
    ]);
  });
});

describe('the titles of tests', () => {
  it('are read with those of the blocks around them, tables of cases too', () => {
    const text = `
      describe('R14: quorum', () => {
        it('is counted', () => {});
        describe.each([1])('at %i', (n) => { test.each\`a\`('never', () => {}); it.each([[1]] as const)('later', () => {}); });
      });
      const other = it; describe('empty', () => {}); expect('R1: no title').toBe(1); it('without a body');`;
    expect(titlesIn('x.test.ts', text).map(({ path }) => path)).toEqual([
      ['R14: quorum', 'is counted'],
      ['R14: quorum', 'at %i', 'later'],
    ]);
  });
});

describe('every refusal of a case', () => {
  const read = (folder: string, end: string): string =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(end))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
      .join('\n');
  const codes = [...read('domain/rapidReview', 'rejections.ts').matchAll(/code: '(\w+)'/g)].map(
    ([, code]) => code ?? '',
  );

  it('is demanded by its code in a test of the rules', () => {
    const tests = read('test/unit/rapidReview', '.test.ts');
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
  });
});
