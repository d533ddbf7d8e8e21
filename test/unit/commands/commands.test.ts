// The commands of an operator: what they take and what they refuse, and how far they say they are.

import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { newKey, readKeysCommand } from '../../../cli/keys/command';
import { progressLine } from '../../../cli/progress/progressLine';
import { readRestoreCommand } from '../../../cli/restore/command';
import { readVerifyCommand } from '../../../cli/verify/command';
import { instant } from '../../../domain/calendar/instant';
import { parseKeyRing } from '../../../platform/encryption/keyRing';

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
  ])('refuses %j, and says that nothing was changed', (args) =>
    expect(() => readRestoreCommand(args, quiet)).toThrow('Nothing was changed.'),
  );

  it('refuses what it does not know', () => {
    expect(() => readRestoreCommand(['--cases', '--force'], quiet)).toThrow('--force');
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
    const ring = parseKeyRing(made.join(','));
    expect(ring.ids.map((id) => id.replace(/-[0-9a-f]{6}$/, ''))).toEqual([
      '2026-05-01',
      '2026-05-01',
      'spring',
    ]);
    expect(new Set(made.map((key) => key.split(':')[1])).size).toBe(3);
  });

  it('refuses a name that no list would take', () => {
    expect(() => newKey('a b', instant(0))).toThrow('letters, digits');
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
