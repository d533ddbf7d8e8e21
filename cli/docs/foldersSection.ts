// The folders, what lives in each and whom it may import, for docs/architecture.md: from the rules of .dependency-cruiser.cjs.
// Only what lives there is said here; a folder without a word, or a word without a folder, is an error.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { code, table } from './markdown';

interface ImportRule {
  readonly name: string;
  readonly comment: string;
}

const CONFIG = resolve(__dirname, '../../.dependency-cruiser.cjs');
const { forbidden } = createRequire(__filename)(CONFIG) as { readonly forbidden: readonly ImportRule[] };

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
};

const mayImport = (rules: readonly ImportRule[], end: string): ReadonlyMap<string, string> =>
  new Map(
    rules
      .filter(({ name }) => name.endsWith(end))
      .map(({ name, comment }) => [
        name.slice(0, -end.length),
        comment.replace(/^\w+ may import /, '').replace(/\.$/, ''),
      ]),
  );

const OWN = '-imports-its-own';
const ALONE = '-stands-alone';

export const foldersIn = (
  rules: readonly ImportRule[],
  livesThere: Readonly<Record<string, string>>,
): readonly (readonly string[])[] => {
  const own = mayImport(rules, OWN);
  const alone = mayImport(rules, ALONE);
  const unsaid = [...own.keys()].filter((folder) => !(folder in livesThere));
  const gone = Object.keys(livesThere).filter((folder) => !own.has(folder));
  if (unsaid.length + gone.length > 0)
    throw new Error(`folders without a word, or words without a folder: ${[...unsaid, ...gone].join(', ')}`);
  return Object.entries(livesThere).map(([folder, lives]) => [
    code(`${folder}/`),
    lives,
    [...new Set((own.get(folder) ?? '').split(', '))]
      .filter((other) => other !== folder)
      .map(code)
      .join(', ') || 'nothing',
    alone.get(folder) ?? 'any',
  ]);
};

export const foldersSection = (): readonly string[] => [
  ...table(
    ['folder', 'what lives there', 'of our own it may import', 'packages'],
    foldersIn(forbidden, LIVES_THERE),
  ),
  'Besides:',
  '',
  ...forbidden
    .filter(({ name }) => !name.endsWith(OWN) && !name.endsWith(ALONE))
    .map(({ name, comment }) => `- ${code(name)}: ${comment}`),
];
