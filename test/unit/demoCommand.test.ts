// What `npm run demo` may be asked for: a start that cannot be is refused in a sentence, before anything is brought up.

import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { readDemoCommand } from '../../cli/demo/command';
import { parseInstant, type Instant } from '../../domain/calendar/instant';

const NOW = parseInstant('2026-11-27T09:00:00Z') ?? (0 as Instant);

const quiet = (command: Command): Command =>
  command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });

const asked = (...args: readonly string[]): { readonly announced: string; readonly json: boolean } => {
  const { story, json } = readDemoCommand(args, NOW, quiet);
  return { announced: story.announced, json };
};

describe('npm run demo', () => {
  it('plays the race, on the Monday before Good Friday at 16:20, unless something else is asked for', () => {
    expect(asked()).toEqual({
      announced: 'Playing a case received on Monday 22 March 2027 at 16:20.',
      json: false,
    });
    expect(asked('--received', '2027-03-01T10:00:00Z', '--json')).toEqual({
      announced: 'Playing a case received on Monday 1 March 2027 at 10:00.',
      json: true,
    });
    expect(asked('--story', 'proclaimed').announced).toBe(
      'Playing a bank holiday proclaimed on Saturday 11 September 2027 for Monday 20 September 2027.',
    );
  });

  it.each([
    [
      ['--received', '2020-01-06T10:00:00Z'],
      /^The story cannot begin on Monday 6 January 2020 at 10:00: .* it is Friday 27 November 2026 at 09:00 in London\. Give a start that is ahead\. Nothing was changed\.$/,
    ],
    [
      ['--received', '2099-01-05T10:00:00Z'],
      /bank holidays are known from Sunday 1 January 2012 to .* Give an earlier start\. Nothing was changed\.$/,
    ],
    [['--received', 'next Monday'], /A moment that exists, with its zone, is expected/],
    [['--story', 'wedding'], /Allowed choices are race, proclaimed/],
    [
      ['--story', 'proclaimed', '--received', '2028-03-06T10:00:00Z'],
      /has its own days: leave --received out.* Nothing was changed\.$/,
    ],
    [['--story', 'race', 'twice'], /too many arguments/],
  ])('%j is refused', (args, sentence) => {
    expect(() => asked(...args)).toThrow(sentence);
  });
});
