// Every command that a document quotes is run by a test that says how, and none is held that no document quotes any more.
// Running text names only scripts that there are.

import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commandsIn,
  documentedCommands,
  documents,
  fencesIn,
  scriptsNamedIn,
  textOf,
} from '../documents/documentedCommands';
import { howCommandsRun, nameOf } from '../documents/howCommandsRun';
import { ROOT } from './cruise';
import { reachedFrom } from './reachable';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The text of a test and of all that it imports, paths of `join('cli', 'start', 'main.ts')` put together. */
const wholeTextOf = (test: string): string =>
  reachedFrom([test])
    .files.filter((file) => existsSync(join(ROOT, file)))
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n')
    .replaceAll("', '", '/');

describe('a quoted command', () => {
  it('is run by a test', () => {
    expect(documentedCommands.length).toBeGreaterThan(15);
    const held = Object.keys(howCommandsRun);
    const loose = documentedCommands.filter(({ command }) => !held.includes(nameOf(command)));
    expect(loose.map(({ document, command }) => `${document}: ${command}`)).toEqual([]);
  });

  it('is held only while a document quotes it', () => {
    const quoted = documentedCommands.map(({ command }) => nameOf(command));
    expect(Object.keys(howCommandsRun).filter((name) => !quoted.includes(name))).toEqual([]);
  });

  it.each(
    Object.entries(howCommandsRun).flatMap(([name, how]) =>
      how.run === 'there' || how.run === 'compared' ? [[name, how] as const] : [],
    ),
  )('%s: the test that runs it names its program', (_name, { test, program }) => {
    expect(existsSync(join(ROOT, test))).toBe(true);
    expect(wholeTextOf(test)).toContain(program);
  });

  it('would not be found in a test that runs something else', () => {
    expect(wholeTextOf('test/system/demo.test.ts')).not.toContain('cli/start/main.ts');
  });

  it('stands in a block of a language that is looked at', () => {
    const languages = documents.flatMap((document) =>
      fencesIn(textOf(document)).map(({ language }) => language),
    );
    expect([...new Set(languages)].filter((one) => !['', 'sh', 'mermaid', 'sql'].includes(one))).toEqual([]);
    const hidden = documents.flatMap((document) =>
      fencesIn(textOf(document)).filter(
        ({ language, body }) => language === '' && /^\s*(npm|npx|curl|\$) /m.test(body),
      ),
    );
    expect(hidden).toEqual([]);
  });
});

describe('commands in a block', () => {
  it('are read over several lines, without comments', () => {
    expect(
      commandsIn(
        `# first\nnpm start   # it's all\nnpm test  # all of it\n\ncurl -s x \\\n  -d '{\n    "a": 1\n  }'\necho "it's"\nls\n`,
      ),
    ).toEqual(['npm start', 'npm test', `curl -s x \\\n  -d '{\n    "a": 1\n  }'`, `echo "it's"`, 'ls']);
  });

  it('of curl are named by the path that they ask', () => {
    expect(nameOf(`curl -s -d '{}' \\\n  http://127.0.0.1:3000/cases/1 -H 'x: y'`)).toBe('curl … /cases/1');
    expect(nameOf('npm start')).toBe('npm start');
  });
});

describe('running text', () => {
  it('names only scripts that there are', () => {
    const named = documents.flatMap((document) =>
      scriptsNamedIn(textOf(document)).map((name) => ({ document, name })),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
    expect(scriptsNamedIn('`npm run\nx` or npm run --silent long-name -- --to y')).toEqual(['long-name']);
  });

  it('names every script that there is', () => {
    const named = new Set(documents.flatMap((document) => scriptsNamedIn(textOf(document))));
    const always = ['start', 'test', 'format', 'lint', 'types'];
    expect(Object.keys(scripts).filter((name) => !named.has(name) && !always.includes(name))).toEqual([]);
  });
});
