// The page docs/rules-and-tests.md: each rule of docs/rules.md with the tests that name it in their titles, or in the title
// of a block around them. It judges nothing: that no rule is without a test, test/architecture/rules.test.ts holds.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { titlesIn, type TestTitle } from './testTitles';

const PROJECT = resolve(__dirname, '../..');

export interface Rule {
  /** `R14`. */
  readonly name: string;
  /** Its first sentence. */
  readonly says: string;
}

export interface RuleWithTests extends Rule {
  readonly tests: readonly TestTitle[];
}

export const rulesIn = (rulesPage: string): readonly Rule[] =>
  [...rulesPage.matchAll(/^- \*\*(?<name>R\d+)\*\* (?<says>.+?\.)(?=\s|$)/gm)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    says: groups?.['says'] ?? '',
  }));

/** `R6 and R12: misses` names two. */
const names = (title: TestTitle, rule: string): boolean =>
  title.path.some((part) => [...part.matchAll(/\bR\d+\b/g)].some(([named]) => named === rule));

export const withTests = (rules: readonly Rule[], titles: readonly TestTitle[]): readonly RuleWithTests[] =>
  rules.map((rule) => ({ ...rule, tests: titles.filter((title) => names(title, rule.name)) }));

export const rulesWithTests = (): readonly RuleWithTests[] => {
  const files = readdirSync(join(PROJECT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(PROJECT, 'test', file))
    .sort();
  const titles = files.flatMap((file) => titlesIn(relative(PROJECT, file), readFileSync(file, 'utf8')));
  return withTests(rulesIn(readFileSync(join(PROJECT, 'docs/rules.md'), 'utf8')), titles);
};

/** What a table of cases puts in is not in the title. */
const sayTitle = ({ path }: TestTitle): string =>
  path
    .join(' › ')
    .replaceAll(/%[a-z]|\$[\w.]+/g, '…')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const section = ({ name, says, tests }: RuleWithTests): readonly string[] => [
  `## ${name}`,
  '',
  says,
  '',
  ...(tests.length === 0
    ? ['No test yet.']
    : [
        row(['in', 'test']),
        row(['---', '---']),
        ...tests.map((test) => row([`\`${test.file}\``, sayTitle(test)])),
      ]),
  '',
];

export const rulesTable = (): string => {
  const rules = rulesWithTests();
  return [
    '# The rules and their tests',
    '',
    '<!-- Written by `npm run docs` from docs/rules.md and the titles of the tests: change those, not this. -->',
    '',
    'Each rule of the [rule book](rules.md) by its first sentence, and the tests that name it. An ellipsis stands for the',
    'cases of a table. A rule without a test fails `npm test -- architecture`.',
    '',
    row(['rule', 'says', 'tests']),
    row(['---', '---', '---:']),
    ...rules.map(({ name, says, tests }) =>
      row([`[${name}](#${name.toLowerCase()})`, says, String(tests.length)]),
    ),
    '',
    ...rules.flatMap(section),
  ].join('\n');
};
