// `npm start`: everything on one machine, for a person who tries it or works on it. It starts all of it,
// says where it is, and waits to be stopped.
import { resolve } from 'node:path';
import { readStartSettings } from '../../platform/settings/readSettings';
import { demoTokens } from '../token/demoTokens';
import { takeDataFolder } from './dataFolder';
import { EngineRoom } from './engine';
import { explainFailure } from './explainFailure';
import { interruption } from './interruption';
import { CLONE } from './ourProcess';
import { seedDemoAgencies } from './seedDemoAgencies';
import { StartFailure } from './startFailure';
import { summary } from './summary';

const say = (line: string): void => console.log(line);

async function run(interrupted: AbortSignal): Promise<void> {
  const settings = readStartSettings(process.env);
  if (settings.nodeEnv === 'production')
    throw new StartFailure(
      'npm start is for development; in production, run the worker and the API by themselves.',
    );
  const dataFolder = resolve(CLONE, settings.dataDir);
  const giveBack = takeDataFolder(dataFolder, __filename);
  const room = new EngineRoom({ settings, env: process.env, dataFolder, say, interrupted });
  try {
    say(`Starting on the data in ${dataFolder}.`);
    const engine = await room.start();
    const { databaseUrl, masterKeys } = engine.settings;
    const agencies = await seedDemoAgencies(databaseUrl, engine.settings);
    say(summary(engine, await demoTokens(databaseUrl, masterKeys), agencies));
    if (!interrupted.aborted) await new Promise((stop) => interrupted.addEventListener('abort', stop));
  } finally {
    await room.stop();
    giveBack();
  }
}

// A reader that goes away (a closed terminal, a pipe into head) must not bring everything down.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const interrupted = interruption();
run(interrupted).then(
  () => say('Stopped. All data are kept.'),
  (error: unknown) => {
    if (interrupted.aborted) say('Stopped while starting. Nothing is lost.');
    else {
      console.error(`\n${explainFailure(error)}\n\nNot started.`);
      process.exitCode = 1;
    }
  },
);
