// What `npm start` may be asked for. What is done then, `main.ts` decides.

import type { Command } from 'commander';
import { ownCommand } from '../commandLine/ownCommand';

/** In the command line of a start that runs no worker and no API. */
export const SERVERS_ONLY = '--servers-only';

export interface StartAsked {
  readonly serversOnly: boolean;
}

/** Reads the command line before anything is started. */
export const readStartCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): StartAsked =>
  configure(
    ownCommand(
      'start',
      'Runs everything on this machine: PostgreSQL, Temporal, a development mailbox, the worker and the API.',
    ).option(SERVERS_ONLY, 'PostgreSQL and Temporal alone: to restore a backup into', false),
  )
    .parse([...args], { from: 'user' })
    .opts<StartAsked>();
