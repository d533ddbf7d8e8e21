// The commands of an operator: what they take and what they refuse, and how far they say they are.

import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { readComingCommand } from '../../../cli/comingNotices/command';
import { newKey, readKeysCommand } from '../../../cli/keys/command';
import { sayUnused } from '../../../cli/keys/sayUnused';
import { progressLine } from '../../../cli/progress/progressLine';
import { counted } from '../../../cli/progress/whole';
import { readRestoreCommand } from '../../../cli/restore/command';
import { readStartCommand, SERVERS_ONLY } from '../../../cli/start/startCommand';
import { readVerifyCommand } from '../../../cli/verify/command';
import { instant } from '../../../domain/calendar/instant';
import { keyRingOf } from '../../../platform/encryption/keyRing';
import { parseKeys } from '../../../platform/settings/encryptionKeys';

const quiet = (command: Command): Command =>
  command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });

describe('restore', () => {
  it('takes a backup, or the cases', () => {
    expect(readRestoreCommand(['--from', 'a', '--into', 'postgres://b'], quiet)).toEqual({
      from: 'a',
      into: 'postgres://b',
    });
    expect(readRestoreCommand(['--cases'], quiet)).toEqual({ cases: true });
  });

  it.each([
    [[]],
    [['--cases', '--from', 'a']],
    [['--cases', '--into', 'b']],
    [['--cases', '--nothing-since']],
    [['--from', 'a', '--drop']],
  ])('refuses %j, and says that nothing was changed', (args) =>
    expect(() => readRestoreCommand(args, quiet)).toThrow('Nothing was changed.'),
  );

  it('refuses what it does not know', () => {
    expect(() => readRestoreCommand(['--cases', '--force'], quiet)).toThrow('--force');
  });
});

describe('the database of a restore', () => {
  it.each([['not a name'], ['mysql://a:secret@b/c'], ['restore-test'], [''], ['../other']])(
    'is refused as %s',
    (into) => {
      expect(() => readRestoreCommand(['--from', 'a', '--into', into], quiet)).toThrow(
        /^--into must name a database on the server of DATABASE_URL.*Nothing was changed\.$/,
      );
    },
  );

  it('is one of the server of the engine, by its name: no password is on the command line', () => {
    expect(readRestoreCommand(['--from', 'a', '--into', 'restore_test'], quiet)).toMatchObject({
      into: 'restore_test',
    });
  });

  it('is not repeated, because it holds a password', () => {
    const read = (): unknown => readRestoreCommand(['--from', 'a', '--into', 'mysql://a:secret@b/c'], quiet);
    expect(read).not.toThrow(/secret/);
    expect(read).toThrow();
  });
});

describe('start', () => {
  it('runs everything, or the servers alone', () => {
    expect(readStartCommand([], quiet)).toEqual({ serversOnly: false });
    expect(readStartCommand([SERVERS_ONLY], quiet)).toEqual({ serversOnly: true });
  });

  it.each([['--server-only'], ['servers']])('refuses %s', (asked) => {
    expect(() => readStartCommand([asked], quiet)).toThrow(/unknown option|too many arguments/);
  });

  it('helps', () => {
    expect(() => readStartCommand(['--help'], quiet)).toThrow(/outputHelp/);
  });
});

describe('verify', () => {
  it('takes what else is to be checked', () => {
    expect(readVerifyCommand([], quiet)).toEqual({});
    expect(
      readVerifyCommand(['--since', 'a', '--projections', '--against-temporal', '--take-over'], quiet),
    ).toEqual({
      since: 'a',
      projections: true,
      againstTemporal: true,
      takeOver: true,
    });
  });

  it('takes nothing over that it was not asked to compare', () => {
    expect(() => readVerifyCommand(['--take-over'], quiet)).toThrow(
      '--take-over goes with --against-temporal. Nothing was changed.',
    );
  });
});

describe('coming-notices', () => {
  it('looks ten working days ahead, or as far as is said', () => {
    expect(readComingCommand([], quiet)).toEqual({ workingDays: 10 });
    expect(() => readComingCommand(['--working-days', '0'], quiet)).toThrow(
      "argument '0' is invalid. A whole number of working days from 1 to 30 is expected.",
    );
  });
});

describe('keys', () => {
  it('takes one act', () => {
    expect(readKeysCommand(['new'], quiet)).toEqual({ act: 'new' });
    expect(readKeysCommand(['new', '--id', 'spring'], quiet)).toEqual({ act: 'new', id: 'spring' });
    expect(readKeysCommand(['renew-histories'], quiet)).toEqual({ act: 'renewHistories' });
    expect(() => readKeysCommand(['old'], quiet)).toThrow('old');
  });

  it('makes a key that a list takes, another one each time', () => {
    const at = instant(Date.UTC(2026, 4, 1, 12));
    const made = [newKey(undefined, at), newKey(undefined, at), newKey('spring', at)];
    const ring = keyRingOf(parseKeys(made.join(',')));
    expect(ring.ids.map((id) => id.replace(/-[0-9a-f]{6}$/, ''))).toEqual([
      '2026-05-01',
      '2026-05-01',
      'spring',
    ]);
    expect(new Set(made.map((key) => key.split(':')[1])).size).toBe(3);
  });

  it.each([['a b:c'], [''], ['x'.repeat(65)]])(
    'refuses the name "%s" that no list would take, without repeating it',
    (id) => {
      expect(() => newKey(id, instant(0))).toThrow('letters, digits');
      expect(() => readKeysCommand(['new', '--id', id], quiet)).toThrow(
        /^The name of a key is 1 to 64 letters, digits.*No key was made\.$/,
      );
    },
  );
});

describe('a key that nothing is under', () => {
  it.each([
    ['development-master-0a1b2c', '2026-05-01-0a1b2c', true],
    ['codec-0a1b2c', '2026-05-01-0a1b2c', true],
    ['2026-05-01-0a1b2c', '2026-05-02-0a1b2c', true],
    ['2026-05-02-0a1b2c', '2026-05-01-0a1b2c', false],
    ['2026-05-01-0a1b2c', 'master-0a1b2c', false],
    ['spring', '2026-05-01-0a1b2c', false],
    ['2026-05-01-0a1b2c', 'spring', false],
  ])('behind %s, %s is known to be new: %s', (first, second, isNew) => {
    const ring = keyRingOf([first, second].map((id) => ({ id, bytes: new Uint8Array(32) })));
    expect(sayUnused(ring, second).includes('NO LONGER NEEDED')).toBe(!isNew);
    expect(sayUnused(ring, second)).toContain('has yet to be put first');
  });
});

describe('a count', () => {
  it('says one of one, and several of none and many', () => {
    expect([0, 1, 2, 1_200].map((count) => counted(count, 'case'))).toEqual([
      ...['0 cases', '1 case', '2 cases', '1,200 cases'],
    ]);
    expect(counted(2, 'mail that waits', 'mails that wait')).toBe('2 mails that wait');
  });
});

describe('how far it is', () => {
  it('is said at the end at least, and not for every step', () => {
    const lines: string[] = [];
    const out = {
      isTTY: true,
      write: (line: string) => lines.push(line) > 0,
    } as unknown as NodeJS.WriteStream;
    const say = progressLine('rows written', out);
    for (let done = 1; done <= 100_000; done += 1) say(done, 100_000);
    expect(lines.length).toBeLessThan(100);
    expect(lines.at(-1)).toBe('\r100,000 of 100,000 rows written\n');
  });
});
