// `npm start`: everything on one machine, for a person who tries it or works on it, or the servers alone. It says where
// it is, and waits to be stopped. How each part is started is not its matter.
import { resolve } from 'node:path';
import { readStartSettings } from '../../platform/settings/readSettings';
import { demoTokens } from '../token/demoTokens';
import { ownPasswordFile } from '../token/ownDatabase';
import { OF_START, takeDataFolder } from './dataFolder';
import { EngineRoom } from './engine';
import { CLONE } from './clone';
import { seedDemoAgencies } from './seedDemoAgencies';
import { readStartCommand } from './startCommand';
import { StartFailure } from './startFailure';
import { summary, summaryOfServers } from './summary';
import { interrupted, untilInterrupted } from './untilInterrupted';

const say = (line: string): void => console.log(line);

async function sayAll(room: EngineRoom, passwordFile: () => string | undefined): Promise<void> {
  const engine = await room.start();
  const { databaseUrl, masterKeys } = engine.settings;
  const agencies = await seedDemoAgencies(databaseUrl, engine.settings);
  say(summary(engine, await demoTokens(databaseUrl, masterKeys), agencies, passwordFile()));
}

async function run(signal: AbortSignal): Promise<void> {
  const { serversOnly } = readStartCommand(process.argv.slice(2));
  const settings = readStartSettings(process.env);
  if (settings.nodeEnv === 'production')
    throw new StartFailure(
      'NODE_ENV is production in this shell, and "npm start" is for development. Where the shell has read the environment file ' +
        'of "npm run stack", that is why: open another shell. In production the worker and the API are run by themselves. ' +
        'Nothing was started.',
    );
  const dataFolder = resolve(CLONE, settings.dataDir);
  const giveBack = takeDataFolder(dataFolder, OF_START);
  const room = new EngineRoom({ settings, env: process.env, dataFolder, say, interrupted: signal });
  const passwordFile = (): string | undefined =>
    settings.databaseUrl === undefined ? ownPasswordFile(dataFolder) : undefined;
  try {
    say(`Data and logs are kept in ${dataFolder}.`);
    if (serversOnly) say(summaryOfServers(await room.startServers(), dataFolder, passwordFile()));
    else await sayAll(room, passwordFile);
    await interrupted(signal);
  } finally {
    await room.stop();
    giveBack();
  }
}

untilInterrupted(run);
