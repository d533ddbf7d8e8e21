// What began with which version of the rules is in one table (domain/rapidReview/rulesVersion.ts): whatever is there the code asks
// for by its name, and no file compares the version of a case by itself.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, OLDEST_RULES_VERSION, RULES_VERSION, SINCE } from '../../domain/rapidReview/rulesVersion';
import { ROOT } from './cruise';

const TABLE = 'domain/rapidReview/rulesVersion.ts';
const FOLDERS = [
  'domain',
  'contracts',
  'workflows',
  'records',
  'platform',
  'activities',
  'api',
  'worker',
  'cli',
  'bench',
];

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources: readonly Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
)
  .filter((path) => path !== TABLE)
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

const askedFor = ({ text }: Source): readonly string[] =>
  [...text.matchAll(/\bholds\(\s*[^,()]+,\s*'(\w+)'/g)].map(([, name]) => name ?? '');

/** That a program may know the version at all is not about what began with which. */
const COMPARED = [
  /\brulesVersion\s*(?:[<>]=?|[!=]==?)\s*(?!RULES_VERSION\b)\S/,
  /(?:(?<!=)[<>]=?|[!=]==?)\s*(?:\w+\??\.)*rulesVersion\b/,
  /\bSINCE\b/,
];
const compares = ({ text }: Source): boolean => COMPARED.some((form) => form.test(text));

const pathsOf = (found: readonly Source[]): readonly string[] => found.map(({ path }) => path);
const planted = (text: string): Source => ({ path: 'planted.ts', text });

const behaviours = Object.entries(SINCE) as readonly (readonly [keyof typeof SINCE, number])[];

describe('each behaviour that began with a version of the rules', () => {
  it('is asked for by its name somewhere', () => {
    const asked = new Set(sources.flatMap(askedFor));
    expect(behaviours.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
    expect(askedFor(planted(`!holds(moment.state, 'one') || holds(\n  state,\n  'another',\n)`))).toEqual([
      'one',
      'another',
    ]);
    expect(askedFor(planted(`/** Not kept without \`one\`. */\nexport const name = 'one';`))).toEqual([]);
  });

  it('stands where its version does, and each that is carried on beside the oldest brought something', () => {
    const versions = behaviours.map(([, version]) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect([...new Set(versions)]).toEqual(
      Array.from(
        { length: RULES_VERSION - OLDEST_RULES_VERSION },
        (_, index) => OLDEST_RULES_VERSION + index + 1,
      ),
    );
  });

  it('holds from that version on', () => {
    const wrong = behaviours.filter(
      ([name, version]) =>
        holds({ rulesVersion: version - 1 }, name) ||
        !holds({ rulesVersion: version }, name) ||
        !holds({ rulesVersion: RULES_VERSION }, name),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the version of a case', () => {
  it('is compared by no file but the one of the table', () => {
    expect(pathsOf(sources)).toEqual(
      expect.arrayContaining(['domain/rapidReview/decide.ts', 'api/cases/openCase.ts']),
    );
    expect(pathsOf(sources.filter(compares))).toEqual([]);
  });

  it.each([
    'if (state.rulesVersion < 6) return [];',
    'const late = rulesVersion >= SOMETHING_SINCE_RULES_VERSION;',
    'return rulesVersion !== 3;',
    'return 6 <= moment.state.rulesVersion;',
    'return SINCE.answerShowsThatMailArrived === 10;',
  ])('would be found in: %s', (text) => {
    expect(compares(planted(text))).toBe(true);
  });

  it.each([
    'if (rulesVersion > RULES_VERSION) return refused;',
    'const versionOf = ({ rulesVersion }: Case): number => rulesVersion;',
    "const of = (state: Pick<CaseWithReview, 'rulesVersion'>): boolean => holds(state, 'answerShowsThatMailArrived');",
    'const { rulesVersion = 1 } = command;',
  ])('is not compared in: %s', (text) => {
    expect(compares(planted(text))).toBe(false);
  });
});
