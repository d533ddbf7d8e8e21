// `npm run demo`: what may be asked for, and whether its story can begin. Nothing is brought up for it here.

import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { ownCommand } from '../commandLine/ownCommand';
import { STORIES, storyOf, type Story, type StoryName } from './stories';

export interface DemoAsked {
  readonly story: Story;
  readonly json: boolean;
}

const instantIn = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined)
    throw new InvalidArgumentError(
      'A moment that exists, with its zone, is expected, such as 2027-03-22T16:20:00Z.',
    );
  return at;
};

/** Time can only be skipped forward from `now`. Throws `StartFailure` for a story that cannot begin as it is asked for. */
export const readDemoCommand = (
  args: readonly string[],
  now: Instant,
  configure: (command: Command) => Command = (c) => c,
): DemoAsked => {
  const {
    story,
    received: asked,
    json = false,
  } = configure(
    ownCommand('demo', 'Plays Rapid Review cases, weeks in seconds')
      .addOption(
        new Option('--story <name>', 'the race of one case, or a bank holiday that is proclaimed meanwhile')
          .choices(STORIES)
          .default('race'),
      )
      .option('--received <instant>', 'when the referral is received: a moment that is ahead', instantIn)
      .option('--json', 'as one JSON document on standard output'),
  )
    .parse([...args], { from: 'user' })
    .opts<{ readonly story: StoryName; readonly received?: Instant; readonly json?: true }>();
  const calendar = workingCalendar(shippedSnapshot(londonDayAt(now)));
  return { story: storyOf(story, { calendar, now, asked }), json };
};
