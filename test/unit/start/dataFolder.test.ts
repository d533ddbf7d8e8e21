// One start at a time on the same data, and a clear sentence for whoever comes second.
import { describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isTakenBy, OF_STACK, OF_START, takeDataFolder } from '../../../cli/start/dataFolder';
import { freshFolder } from '../../freshFolder';

const fresh = (): string => join(freshFolder('data'), 'data');
/** Stands in the command line of this very process, which plays "another npm start": the name alone, since the path may be relative. */
const mark = basename(process.argv[1] ?? '');

describe('the data folder', () => {
  it('is made, taken, and given back', () => {
    const folder = fresh();
    takeDataFolder(folder, mark, OF_START)();
    expect(takeDataFolder(folder, mark, OF_START)).toBeInstanceOf(Function);
  });

  it('is refused while another start runs on it', () => {
    const folder = fresh();
    takeDataFolder(folder, mark, OF_START);
    expect(() => takeDataFolder(folder, mark, OF_START)).toThrow(
      /Another "npm start" \(process \d+\) is running/,
    );
  });

  it('says how to run a second stack beside one', () => {
    const folder = fresh();
    takeDataFolder(folder, mark, OF_STACK);
    expect(() => takeDataFolder(folder, mark, OF_STACK)).toThrow(/Another "npm run stack".*--folder/);
  });

  it('is known to be taken by a start with a word in its command line, until it is given back', () => {
    const folder = fresh();
    expect(isTakenBy(folder, mark)).toBe(false);
    const giveBack = takeDataFolder(folder, mark, OF_START);
    expect([isTakenBy(folder, mark), isTakenBy(folder, '--another-word')]).toEqual([true, false]);
    giveBack();
    expect(isTakenBy(folder, mark)).toBe(false);
  });

  it.each([
    ['that is dead', '999999999'],
    ['whose number is now a stranger', String(process.ppid)],
    ['that wrote nothing readable', 'nonsense'],
  ])('is taken over from a start %s', (_what, content) => {
    const folder = fresh();
    takeDataFolder(folder, mark, OF_START)();
    writeFileSync(join(folder, 'start.lock'), content);
    expect(takeDataFolder(folder, 'a mark that is in no command line', OF_START)).toBeInstanceOf(Function);
  });

  it('is refused in one sentence when it cannot be made', () => {
    const file = join(freshFolder('data'), 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(join(file, 'data'), mark, OF_START)).toThrow(
      /cannot be written by this user \(ENOTDIR\)/,
    );
  });
});
