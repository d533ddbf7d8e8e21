// `npm run stack`: the deployment of docker-compose.yml on this machine without containers, for trying out what is deployed.
// Its data are kept apart from those of `npm start`. It says where everything is and waits to be stopped.

import { join, resolve } from 'node:path';
import { buildPrograms } from '../build/buildPrograms';
import { ownCommand } from '../commandLine/ownCommand';
import { wholeNumber } from '../commandLine/wholeNumber';
import { readStartSettings } from '../../platform/settings/readSettings';
import { OF_STACK, takeDataFolder } from '../start/dataFolder';
import { firstReferral } from '../start/firstReferral';
import { CLONE } from '../start/clone';
import { missingMasterKeys, missingMasterKeysSaid } from '../start/olderKeys';
import { seedDemoAgencies } from '../start/seedDemoAgencies';
import { StartFailure } from '../start/startFailure';
import { interrupted, untilInterrupted } from '../start/untilInterrupted';
import { demoTokens } from '../token/demoTokens';
import { MOST_COPIES, placesOfMetrics } from './stackPorts';
import { ENVIRONMENT_FILE, StackRoom } from './stackRoom';

const say = (line: string): void => console.log(line);

const command = ownCommand(
  'stack',
  'Runs what docker-compose.yml runs, without containers: the real Temporal server, the built programs.',
)
  .option('--workers <number>', 'how many workers', wholeNumber('workers', MOST_COPIES), 1)
  .option(
    '--apis <number>',
    'how many APIs, on API_PORT and the ports after it',
    wholeNumber('APIs', MOST_COPIES),
    1,
  )
  .option('--servers-only', 'PostgreSQL and Temporal alone: to restore a backup into', false)
  .option('--folder <path>', 'where its data, secrets and logs are', '.data/stack');

const run = async (signal: AbortSignal): Promise<void> => {
  const { workers, apis, serversOnly, folder } = command.parse().opts<{
    readonly workers: number;
    readonly apis: number;
    readonly serversOnly: boolean;
    readonly folder: string;
  }>();
  const temporalServer = process.env['TEMPORAL_SERVER'];
  if (!temporalServer)
    throw new StartFailure('TEMPORAL_SERVER is not set: start with "npm run stack", which finds it.');
  const settings = readStartSettings({ ...process.env, NODE_ENV: 'development' });
  const dataFolder = resolve(CLONE, folder);
  const giveBack = takeDataFolder(dataFolder, OF_STACK);
  const room = new StackRoom({
    settings,
    dataFolder,
    temporalServer,
    workers,
    apis,
    serversOnly,
    say,
    interrupted: signal,
  });
  try {
    say(`Data and logs are kept in ${dataFolder}.`);
    await room.makeWay();
    // Only now that nobody else runs on the folder, so that what runs is what stands in the sources.
    await buildPrograms(say, signal);
    const { settings: given, apiUrls, mailboxUrl } = await room.start();
    if (serversOnly) {
      say(
        '\nPostgreSQL and Temporal are running, and nothing else: no case goes on. Ctrl-C stops them; "npm run stack" starts everything.',
      );
      say(`\n  for commands      . ${join(dataFolder, ENVIRONMENT_FILE)}\n`);
      await interrupted(signal);
      return;
    }
    const agencies = await seedDemoAgencies(given.databaseUrl, given);
    const tokens = await demoTokens(given.databaseUrl, given.masterKeys);
    say(`\nEverything is running. Ctrl-C stops it; the same command carries on with every open case.\n`);
    const missing = await missingMasterKeys(given.databaseUrl, given.masterKeys);
    for (const warning of missingMasterKeysSaid(missing, join(dataFolder, 'secrets', 'master_keys')))
      say(`WARNING: ${warning}\n`);
    for (const url of apiUrls) say(`  API               ${url}`);
    say(`  metrics           ${placesOfMetrics(given.metricsHost, { workers, apis }).join(', ')}`);
    say(
      `  mails sent        ${mailboxUrl}\n  Temporal          ${given.temporalAddress}\n  data and logs     ${dataFolder}\n  for commands      . ${join(dataFolder, ENVIRONMENT_FILE)}\n`,
    );
    for (const { role, person, token } of tokens) say(`  ${role.padEnd(36)}  ${person.padEnd(30)}  ${token}`);
    const coordinator = tokens.find(({ role }) => role === 'coordinator');
    if (coordinator !== undefined)
      say(
        `\nLog a referral:\n\n${firstReferral(apiUrls[0] ?? '', coordinator.token, agencies, new Date())}\n`,
      );
    await interrupted(signal);
  } finally {
    await room.stop();
    giveBack();
  }
};

untilInterrupted(run);
