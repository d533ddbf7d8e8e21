// `npm run demo`: plays one of the stories with the real worker, records and mail, weeks in seconds, and tells it in dated
// lines; with `--json` as one document. Everything it brings up is gone afterwards, and nobody is mailed.

import type { Instant } from '../../domain/calendar/instant';
import { readStartSettings } from '../../platform/settings/readSettings';
import { explainFailure } from '../start/explainFailure';
import { interruption } from '../start/interruption';
import { StartFailure } from '../start/startFailure';
import { readDemoCommand } from './command';
import { inTheatre } from './theatre';

const demo = async (): Promise<void> => {
  // Asked before anything is brought up, so that a wrong start is said at once. The server begins with our own time.
  const { story, json } = readDemoCommand(process.argv.slice(2), Date.now() as Instant);
  const settings = readStartSettings(process.env);
  if (settings.nodeEnv === 'production')
    throw new StartFailure('npm run demo is for development: it is not played in production.');
  const testServer = process.env['TEMPORAL_TEST_SERVER'];
  if (testServer === undefined)
    throw new StartFailure('TEMPORAL_TEST_SERVER is not set: play with "npm run demo", which finds it.');
  const print = json ? () => undefined : (line: string) => console.log(line);
  const say = (line: string): void => console.error(line);
  const { databaseUrl } = settings;
  const interrupted = interruption();
  // From then on the SDK may still ask a server that is gone, and throws where nobody can catch it: the rest is taken down all the same.
  interrupted.addEventListener('abort', () => process.on('uncaughtException', () => undefined));
  await inTheatre(
    { testServer, say, interrupted, ...(databaseUrl === undefined ? {} : { databaseUrl }) },
    async (theatre) => {
      say(story.announced);
      const { outcome, faults } = await story.play(theatre, print);
      if (json) console.log(JSON.stringify(outcome));
      if (faults.length > 0)
        throw new StartFailure(`The story did not come out as it must: ${faults.join('; ')}.`);
    },
  );
};

// A reader that goes away (a pipe into head) must not leave servers behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

demo().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exitCode = 1;
  // All that was brought up is down. Whatever of it could not be is not to keep a process that hears no signal any more.
  setTimeout(() => process.exit(1), 1_000).unref();
});
