// The folders, what lives in each and whom it may import, for docs/architecture.md: from importRules.cjs and .dependency-cruiser.cjs.
// Only what lives there is said here; a folder without a word, or a word without a folder, is an error.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { code, table } from './markdown';

interface ImportRules {
  readonly FOLDERS: readonly string[];
  readonly MAY_IMPORT: Readonly<Record<string, readonly string[]>>;
  readonly PACKAGES: Readonly<Record<string, readonly string[]>>;
}

const load = createRequire(__filename);
const rules = load(resolve(__dirname, '../../importRules.cjs')) as ImportRules;
const { forbidden } = load(resolve(__dirname, '../../.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
};

const LIVES_THERE: Readonly<Record<string, string>> = {
  domain: 'the rules, pure: no Temporal, Node, HTTP, SQL, clock or randomness',
  contracts: 'what API, worker and workflows agree on: messages, activities, ids',
  workflows: 'the entity loop, and one short file for each workflow type',
  activities: 'what the workflows ask of the outside world, each idempotent',
  records: 'PostgreSQL: the event log, projections, dossier, notices, register',
  platform: 'adapters, a folder each: settings, logging, encryption, mail, holidays, identity, Temporal',
  api: 'routes, schemas, problems, permissions',
  worker: 'the worker process',
  cli: 'commands for people: set-up, `npm start`, tokens, the development mailbox, these pages',
  test: 'tests by kind',
  bench: 'measurements on demand: the counting, a changed calendar, the whole deployment, a million events',
};

/** Nothing is imported there, and no rule speaks of it. */
const WITHOUT_CODE: Readonly<Record<string, string>> = {
  ops: 'what other programs are given: alert rules and a dashboard, how PostgreSQL and Temporal start',
  docs: 'these pages, and under `adr/` what was decided and why',
};

const said = (names: readonly string[], none: string): string =>
  names.length === 0 ? none : names.map(code).join(', ');

export const foldersIn = (
  { FOLDERS, MAY_IMPORT, PACKAGES }: ImportRules,
  livesThere: Readonly<Record<string, string>>,
): readonly (readonly string[])[] => {
  const unsaid = FOLDERS.filter((folder) => !(folder in livesThere));
  const gone = Object.keys(livesThere).filter((folder) => !FOLDERS.includes(folder));
  if (unsaid.length + gone.length > 0)
    throw new Error(`folders without a word, or words without a folder: ${[...unsaid, ...gone].join(', ')}`);
  return Object.entries(livesThere).map(([folder, lives]) => [
    code(`${folder}/`),
    lives,
    MAY_IMPORT[folder] === undefined ? 'any' : said(MAY_IMPORT[folder], 'nothing'),
    PACKAGES[folder] === undefined ? 'any' : said(PACKAGES[folder], 'none'),
  ]);
};

export const foldersSection = (): readonly string[] => [
  ...table(
    ['folder', 'what lives there', 'of our own it may import', 'packages'],
    [
      ...foldersIn(rules, LIVES_THERE),
      ...Object.entries(WITHOUT_CODE).map(([folder, lives]) => [code(`${folder}/`), lives, 'no code', '']),
    ],
  ),
  'Besides:',
  '',
  ...forbidden
    .filter(({ name }) => !name.endsWith('-imports-its-own') && !name.endsWith('-stands-alone'))
    .map(({ name, comment }) => `- ${code(name)}: ${comment}`),
];
