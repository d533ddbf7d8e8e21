// What one test file leaves to the next in the same process: nothing of jest's, though they share a realm (ADR 31).

import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freshFolder } from '../../freshFolder';

const CLONE = resolve(__dirname, '../../..');
const JEST = join(CLONE, 'node_modules/jest/bin/jest.js');

// The longer of the two is run first.
const LEAVING = `
  jest.setTimeout(60_000);
  jest.retryTimes(3);
  process.env.LEFT_BEHIND = 'yes';
  test('leaving', () => void jest.useFakeTimers());
`;
const FINDING = `
  test('variable', () => expect(process.env.LEFT_BEHIND).toBeUndefined());
  test('timers', () => new Promise((done) => { setTimeout(done, 1); }));
  test('limit', () => new Promise((done) => { setTimeout(done, 600); }));
  test('repeats', () => {
    globalThis.times = (globalThis.times ?? 0) + 1;
    expect(globalThis.times).toBe(2);
  });
`;

interface Ran {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

const ran = (folder: string): Ran => {
  const config = {
    rootDir: folder,
    testEnvironment: join(CLONE, 'test/jest/oneRealm.js'),
    runtime: join(CLONE, 'test/jest/sharedPackages.js'),
    testMatch: ['**/*.check.js'],
    testTimeout: 200,
    transform: {},
  };
  const args = [JEST, '--runInBand', '--json', '--no-cache', '--config', JSON.stringify(config)];
  // It ends with 1, as it should: two of its tests fail.
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return JSON.parse(stdout) as Ran;
};

test('a file finds its own time limit and no repeats, whatever the one before it has set', () => {
  const folder = freshFolder('one-realm');
  writeFileSync(join(folder, 'leaving.check.js'), LEAVING.padEnd(FINDING.length * 2));
  writeFileSync(join(folder, 'finding.check.js'), FINDING);
  const said = ran(folder).testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status }) => `${title}: ${status}`),
  );
  expect(said.toSorted()).toEqual([
    'leaving: passed',
    'limit: failed',
    'repeats: failed',
    'timers: passed',
    'variable: passed',
  ]);
}, 30_000);
