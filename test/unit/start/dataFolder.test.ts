// One start at a time on the same data, and a clear sentence for whoever comes second.
import { describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  isTakenBy,
  OF_RESTORE,
  OF_STACK,
  OF_START,
  takeDataFolder,
  type StartingCommand,
} from '../../../cli/start/dataFolder';
import { freshFolder } from '../../freshFolder';

const fresh = (): string => join(freshFolder('data'), 'data');
/** Stands in the command line of this very process, which plays "another npm start": the name alone, since the path may be relative. */
const mark = basename(process.argv[1] ?? '');
const ofStart: StartingCommand = {
  ...OF_START,
  programs: { 'npm start': 'of nobody', 'npm run that': mark },
};
const ofStack: StartingCommand = { ...OF_STACK, programs: { 'npm run stack': mark } };

describe('the data folder', () => {
  it('is made, taken, and given back', () => {
    const folder = fresh();
    takeDataFolder(folder, ofStart)();
    expect(takeDataFolder(folder, ofStart)).toBeInstanceOf(Function);
  });

  it('is refused where no folder can be made, such as among the processes', () => {
    expect(() => takeDataFolder('/proc/of-nobody/data', ofStart)).toThrow(
      /^The data folder \/proc\/of-nobody\/data cannot be written by this user \(E[A-Z]+\)\./,
    );
  });

  it('is refused while another command of those that work on it does so, and says which', () => {
    const folder = fresh();
    takeDataFolder(folder, ofStart);
    expect(() => takeDataFolder(folder, ofStart)).toThrow(
      /Another "npm run that" \(process \d+\) is running/,
    );
  });

  it('knows npm start and its restore from whichever clone or build they come', () => {
    const { programs } = OF_START;
    for (const [name, line] of [
      [
        'npm start',
        'node --require /srv/one/cli/setup/typescript.cjs /srv/one/cli/start/main.ts --servers-only',
      ],
      ['npm run restore', 'node /srv/two/dist/cli/restore/main.js --from kept'],
    ] as const)
      expect(Object.entries(programs).filter(([, mark]) => line.includes(mark))).toEqual([
        [name, expect.anything()],
      ]);
  });

  it('says how to run a second stack beside one', () => {
    const folder = fresh();
    takeDataFolder(folder, ofStack);
    expect(() => takeDataFolder(folder, ofStack)).toThrow(/Another "npm run stack".*--folder/);
  });

  it('says to a restore to stop the start, move its database away and start the servers alone', () => {
    const folder = fresh();
    takeDataFolder(folder, ofStart);
    const restore = { ...OF_RESTORE, programs: ofStart.programs };
    expect(() => takeDataFolder(folder, restore)).toThrow(
      /is running on the data in .*Stop it, move its database away .*"npm start -- --servers-only".* Nothing was changed\.$/,
    );
  });

  it('is known to be taken by a start with a word in its command line, until it is given back', () => {
    const folder = fresh();
    expect(isTakenBy(folder, mark)).toBe(false);
    const giveBack = takeDataFolder(folder, ofStart);
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
    mkdirSync(folder);
    writeFileSync(join(folder, 'start.lock'), content);
    expect(takeDataFolder(folder, OF_START)).toBeInstanceOf(Function);
  });

  it('is taken over by one of two starts that both found it left behind', () => {
    const folder = fresh();
    mkdirSync(folder);
    writeFileSync(join(folder, 'start.lock'), '999999999');
    let quicker: (() => void) | undefined;
    const slower: StartingCommand = {
      ...OF_START,
      programs: {
        // Looked at while the slower judges who holds the lock; to it the other is nobody.
        get 'npm start'() {
          quicker ??= takeDataFolder(folder, OF_START);
          return 'of nobody';
        },
      },
    };
    expect(() => takeDataFolder(folder, slower)).toThrow(/Another command is running/);
    expect(quicker).toBeInstanceOf(Function);
    expect(isTakenBy(folder, mark)).toBe(true);
    expect(readdirSync(folder)).toEqual(['start.lock']);
  });

  it('is refused in one sentence when it cannot be made', () => {
    const file = join(freshFolder('data'), 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(join(file, 'data'), ofStart)).toThrow(
      /cannot be written by this user \(ENOTDIR\)/,
    );
  });
});
