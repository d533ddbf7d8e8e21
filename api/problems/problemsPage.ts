// Renders every problem for people: the page docs/problems.md. It adds nothing that the tables do not say.

import { typeOfProblem } from './problem';
import { knownProblems, type KnownProblem } from './problemKinds';

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const cellsOf = ({ slug, status, title, sentence }: KnownProblem): readonly string[] => [
  `\`${typeOfProblem(slug)}\``,
  String(status),
  inCell(title),
  inCell(sentence),
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (kinds: readonly KnownProblem[]): readonly string[] => [
  row(['type', 'status', 'title', 'what it says, for example']),
  row(['---', '---', '---', '---']),
  ...kinds.map((kind) => row(cellsOf(kind))),
  '',
];

/** With the code that the rules give it, by which tests and logs name it. */
const refusals = (kinds: readonly KnownProblem[]): readonly string[] => [
  row(['code', 'type', 'status', 'title', 'what it says, for example']),
  row(['---', '---', '---', '---', '---']),
  ...kinds.map((kind) => row([`\`${kind.code}\``, ...cellsOf(kind)])),
  '',
];

/** What each status means here; a test holds that none is missing. */
const MEANINGS = [
  [400, 'the request has the wrong form'],
  [401, 'it is not known who is asking'],
  [403, 'not yours to do'],
  [404, 'something that is not known'],
  [409, 'a conflict with how things stand'],
  [412, 'something that has changed since it was read or previewed (`If-Match`)'],
  [413, 'the body is too large'],
  [415, 'the body is not JSON'],
  [422, 'against a rule'],
  [428, 'a correction whose preview, and so its `If-Match`, is missing'],
  [429, 'too many requests: wait as long as `Retry-After` says'],
  [500, 'something went wrong here'],
  [503, 'a part is away: ask again after `Retry-After`'],
] as const;

export const problemsPage = (): string =>
  [
    '# Problems',
    '',
    '<!-- Written by `npm run docs` from the tables of problems in api: change those, not this. -->',
    '',
    'Everything that the API answers but success is a problem: `application/problem+json` with a `type` that never',
    'changes, a `status`, a sentence in `detail` that says what was wrong and what would be right, the `requestId`, and',
    'in `errors` where in the request it lies. Programs decide by the `type`; it can be opened, as',
    '`GET /problems/received-in-future`.',
    '',
    'To a write, the sentence goes on with "Nothing was changed.", or, where that cannot be known, says that the request',
    'may have been taken all the same: then repeat it with the same `Idempotency-Key` and the same body. Where one of two cases',
    'had recorded a merging before the other refused it, or an agency came into the register before the case refused it, the',
    'sentence says so instead.',
    '',
    ...MEANINGS.map(([status, meaning]) => `- ${status}: ${meaning}`),
    '',
    'The examples are of an invented case.',
    '',
    '## Refusals of the rules',
    '',
    ...refusals(knownProblems.rejections),
    '## Refusals about bank holidays',
    '',
    ...table(knownProblems.holidays),
    '## Refusals about the diary of the sub-group',
    '',
    ...table(knownProblems.diary),
    '## Refusals about closures and school holidays',
    '',
    ...table(knownProblems.localDays),
    '## Refusals of a change of the calendar',
    '',
    ...table(knownProblems.calendarChanges),
    '## Refusals of what an agency answers',
    '',
    ...table(knownProblems.returns),
    '## Refusals of a case whose texts are destroyed',
    '',
    ...table(knownProblems.texts),
    '## What is wrong with a request',
    '',
    ...table(knownProblems.requests),
    '## What is wrong on our side',
    '',
    ...table(knownProblems.outages),
  ].join('\n');
