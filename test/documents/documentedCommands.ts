// The commands that the documents quote: each line of a fenced block of shell, with what is continued on the next lines, and
// the scripts that running text names. How each is run is in `howCommandsRun.ts`.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const CLONE = resolve(__dirname, '../..');

export interface DocumentedCommand {
  readonly document: string;
  readonly command: string;
}

export const documents: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(CLONE, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort(),
];

export const textOf = (document: string): string => readFileSync(join(CLONE, document), 'utf8');

interface Fence {
  readonly language: string;
  readonly body: string;
}

export const fencesIn = (text: string): readonly Fence[] =>
  [...text.matchAll(/^ *```(?<language>[\w-]*)\n(?<body>[^]*?)^ *```$/gm)].map(({ groups }) => ({
    language: groups?.['language'] ?? '',
    body: groups?.['body'] ?? '',
  }));

/** Without the remark behind it, and whether it goes on: a quotation is still open, or the line says so. */
const readLine = (text: string): { readonly command: string; readonly goesOn: boolean } => {
  let quotation = '';
  for (const found of text.matchAll(/\\[^]|["']|(?<=\s)#/g)) {
    const [mark] = found;
    if (mark === '#') {
      if (quotation === '') return { command: text.slice(0, found.index).trimEnd(), goesOn: false };
    } else if (quotation === '' && !mark.startsWith('\\')) quotation = mark;
    else if (quotation === mark) quotation = '';
  }
  return { command: text, goesOn: quotation !== '' || text.endsWith('\\') };
};

/** Line by line; comments and empty lines are none. */
export const commandsIn = (shell: string): readonly string[] => {
  const commands: string[] = [];
  let begun = '';
  for (const line of shell.split('\n')) {
    if (begun === '' && /^\s*(#.*)?$/.test(line)) continue;
    begun = begun === '' ? line.trim() : `${begun}\n${line}`;
    const { command, goesOn } = readLine(begun);
    if (goesOn) continue;
    commands.push(command);
    begun = '';
  }
  return begun === '' ? commands : [...commands, begun];
};

export const documentedCommands: readonly DocumentedCommand[] = documents.flatMap((document) =>
  fencesIn(textOf(document))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ body }) => commandsIn(body))
    .map((command) => ({ document, command })),
);

/** Of `npm run x` in running text. */
export const scriptsNamedIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm run (?:--silent )?(?<name>[a-z][\w-]*)/g)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );

/** What running text gives a script beside its name, as `npm run keys -- show` does. */
export const argumentsNamedIn = (text: string): readonly (readonly [script: string, given: string])[] =>
  [...text.matchAll(/`npm run (?:--silent )?(?<name>[a-z][\w-]*) -- (?<given>[^`]+)`/g)].map(({ groups }) => [
    groups?.['name'] ?? '',
    groups?.['given'] ?? '',
  ]);
