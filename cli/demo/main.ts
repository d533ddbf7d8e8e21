// `npm run demo`: plays one of the stories with the real worker, records and mail, weeks in seconds, and tells it in dated
// lines; with `--json` as one document. Everything it brings up is gone afterwards, and nobody is mailed.

import { Command, InvalidArgumentError, Option } from 'commander';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedSnapshot } from '../../platform/holidays/snapshot';
import { readStartSettings } from '../../platform/settings/readSettings';
import { explainFailure } from '../start/explainFailure';
import { interruption } from '../start/interruption';
import { StartFailure } from '../start/startFailure';
import { STORIES, storyOf, type StoryName } from './stories';
import { inTheatre } from './theatre';

interface Options {
  readonly story: StoryName;
  readonly received?: Instant;
  readonly json?: true;
}

const instantIn = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined)
    throw new InvalidArgumentError(
      'A moment that exists, with its zone, is expected, such as 2027-03-22T16:20:00Z.',
    );
  return at;
};

const demo = async ({ story: name, received: asked, json }: Options): Promise<void> => {
  const settings = readStartSettings(process.env);
  if (settings.nodeEnv === 'production')
    throw new StartFailure('npm run demo is for development: it is not played in production.');
  const testServer = process.env['TEMPORAL_TEST_SERVER'];
  if (testServer === undefined)
    throw new StartFailure('TEMPORAL_TEST_SERVER is not set: play with "npm run demo", which finds it.');
  const now = Date.now() as Instant;
  const calendar = workingCalendar(shippedSnapshot(londonDayAt(now)));
  // Asked before anything is brought up, so that a wrong start is said at once. The server begins with our own time.
  const story = storyOf(name, { calendar, now, asked });
  const print = json === true ? () => undefined : (line: string) => console.log(line);
  const say = (line: string): void => console.error(line);
  const { databaseUrl } = settings;
  await inTheatre(
    {
      ...{ testServer, say, interrupted: interruption() },
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    },
    async (theatre) => {
      say(story.announced);
      const { outcome, faults } = await story.play(theatre, print);
      if (json === true) console.log(JSON.stringify(outcome));
      if (faults.length > 0)
        throw new StartFailure(`The story did not come out as it must: ${faults.join('; ')}.`);
    },
  );
};

// A reader that goes away (a pipe into head) must not leave servers behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const program = new Command('demo')
  .description('Plays Rapid Review cases, weeks in seconds')
  .addOption(
    new Option('--story <name>', 'the race of one case, or a bank holiday that is proclaimed meanwhile')
      .choices(STORIES)
      .default('race'),
  )
  .option('--received <instant>', 'when the referral is received: a moment that is ahead', instantIn)
  .option('--json', 'as one JSON document on standard output')
  .action(async (options: Options) => {
    try {
      await demo(options);
      process.exitCode = 0;
    } catch (error) {
      console.error(explainFailure(error));
      process.exitCode = 1;
    }
  });

void program.parseAsync();
