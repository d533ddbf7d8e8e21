// Records every story, or those that are named, and writes what is to be committed. Started by `npm run
// record-histories` (cli/history/record.ts), which finds the test server first.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { HISTORIES } from '../committed';
import { record } from './record';
import { stories } from './stories';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const belongsTo = (name: string, file: string): boolean =>
  new RegExp(`^${name}(\\.\\d+|\\.events)?\\.json$`).test(file);

const main = async (): Promise<void> => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in stories));
  if (unknown.length > 0)
    throw new Error(`no story "${unknown.join('", "')}"; there are: ${Object.keys(stories).join(', ')}`);
  mkdirSync(HISTORIES, { recursive: true });
  for (const [name, story] of Object.entries(stories)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { committed, files } = await record(name, story);
    for (const file of readdirSync(HISTORIES).filter((old) => belongsTo(name, old)))
      rmSync(join(HISTORIES, file));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(HISTORIES, file), text);
    const asked = committed.acts.filter(({ kind }) => kind === 'asked').length;
    say(`${name}: ${story.about}`);
    say(`  ${asked} commands, ${committed.events.length} events, calendar ${committed.calendar}`);
    for (const [file, text] of Object.entries(files)) say(`  ${file}  ${Math.ceil(text.length / 1024)} KB`);
  }
};

main().then(
  // The runtime of the SDK keeps a process alive.
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${inspect(error)}\n`);
    process.exit(1);
  },
);
