// docs/glossary.md against the code: every word of the field that the code has as a value is there, and whatever the page
// says is in a file or folder is in it.

import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CONTACT_LEVELS } from '../../domain/policy/contactLevels';
import { OUTCOMES } from '../../domain/policy/decisionTerms';
import { OBLIGATIONS, SEATS, TIMESTAMPS } from '../../domain/policy/policyProfile';
import { ROLES } from '../../domain/rapidReview/asked';
import { ENDINGS } from '../../domain/rapidReview/ending/state';
import { PANEL_REPLIES } from '../../domain/rapidReview/panel/state';
import { ANSWERS, NATURES } from '../../domain/rapidReview/state';
import { recordedSteps } from '../../cli/docs/states/recordedCases';
import { livedByMeetings } from '../../cli/docs/states/transitions';
import { ROOT } from './cruise';

const page = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
const rules = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');
const steps = recordedSteps();

interface Entry {
  readonly word: string;
  readonly means: string;
  readonly code: string;
  readonly from: string;
}

const entriesIn = (text: string): readonly Entry[] =>
  [...text.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$/gm)]
    .map(([, word = '', means = '', code = '', from = '']) => ({
      word: word.trim(),
      means: means.trim(),
      code: code.trim(),
      from: from.trim(),
    }))
    .filter(({ word, code }) => !/^-+$/.test(word) && code !== 'in the code');

const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

const textOf = (path: string): string => {
  const whole = join(ROOT, path);
  if (!existsSync(whole)) return '';
  if (!statSync(whole).isDirectory()) return readFileSync(whole, 'utf8');
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(whole, name), 'utf8'))
    .join('\n');
};

/** `domain/x/`: `Name` ...: each name with the paths before it. */
const notThere = ({ word, code }: Entry): readonly string[] =>
  code.split(';').flatMap((part) => {
    const codes = codesIn(part);
    const paths = codes.filter((name) => name.includes('/'));
    const text = paths.map(textOf).join('\n');
    const missing = codes.filter((name) => !name.includes('/') && !new RegExp(`\\b${name}\\b`).test(text));
    return [...paths.filter((path) => textOf(path) === ''), ...missing].map((name) => `${word}: ${name}`);
  });

const entries = entriesIn(page);

describe('the glossary', () => {
  it.each([
    ['obligation', OBLIGATIONS],
    ['role', ROLES],
    ['state of a case', [...new Set(steps.map(({ after }) => after.status))]],
    ['state of a meeting', [...new Set(livedByMeetings(steps).map(({ to }) => to))]],
    ['event', [...new Set(steps.map(({ event }) => event.kind))]],
    ['timestamp', TIMESTAMPS],
    ['seat', SEATS],
    ['nature', NATURES],
    ['answer', ANSWERS],
    ['ending', ENDINGS],
    ['outcome', OUTCOMES],
    ['level of a contact', CONTACT_LEVELS],
    ['reply of the Panel', PANEL_REPLIES],
  ] as const)('has every %s', (_what, names: readonly string[]) => {
    const there = new Set(codesIn(page));
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !there.has(name))).toEqual([]);
  });

  it('says where each word lives, and there it is', () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter(({ code }) => codesIn(code).every((name) => !name.includes('/')))).toEqual([]);
    expect(entries.flatMap(notThere)).toEqual([]);
  });

  it('would say what is nowhere', () => {
    const wrong = '| word | means it | `domain/rapidReview/`: `NeverHappened`; `domain/attic/` | R1 |';
    expect(entriesIn(wrong).flatMap(notThere)).toEqual(['word: NeverHappened', 'word: domain/attic/']);
  });

  it('names the paragraph of each word, and the rule book has it', () => {
    const paragraphs = entries.flatMap(({ from }) => from.split(', '));
    const known = (paragraph: string): boolean =>
      paragraph.startsWith('R')
        ? rules.includes(`**${paragraph}**`)
        : new RegExp(`\\b${paragraph}\\b`).test(rules);
    expect(paragraphs.filter((paragraph) => !/^[RC]\d+$/.test(paragraph) || !known(paragraph))).toEqual([]);
    expect(known('R99')).toBe(false);
  });

  it('has each word once, in a sentence or two', () => {
    const words = entries.map(({ word }) => word);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(entries.filter(({ means }) => !means.endsWith('.') || means.length > 330)).toEqual([]);
  });
});
