// docs/adr/: each says under its title how it stands, and where it takes another further, that one says so too.

import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cruise';

const FOLDER = join(ROOT, 'docs/adr');

const records = readdirSync(FOLDER).map((name) => {
  const [title = '', status = ''] = readFileSync(join(FOLDER, name), 'utf8').split('\n\n');
  const others = [...status.matchAll(/\((?<other>\d{4}-[\w-]+\.md)\)/g)].map(
    ({ groups }) => groups?.['other'],
  );
  return { name, title, status, others };
});

it('each has its number, its title and how it stands', () => {
  for (const { name, title, status } of records) {
    expect([name, title]).toEqual([name, expect.stringMatching(`^# ${Number(name.slice(0, 4))}\\. \\S`)]);
    expect([name, status]).toEqual([name, expect.stringMatching(/^Accepted, \w+ 20\d\d\./)]);
  }
});

it('one that names another there is named by it', () => {
  const named = records.flatMap(({ name, others }) => others.map((other) => [name, other] as const));
  expect(named.length).toBeGreaterThan(7);
  for (const [name, other] of named)
    expect([other, records.find((one) => one.name === other)?.others]).toEqual([
      other,
      expect.arrayContaining([name]),
    ]);
});
