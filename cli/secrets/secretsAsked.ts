// What `npm run secrets` may be given, before anything is written: a host, a mail server, a folder. A value is not repeated
// where it may hold a password.

import { readdirSync, statSync } from 'node:fs';
import { A_MAIL_SERVER, isMailServer } from '../../platform/settings/serverUrls';
import type { SecretsAsked } from './newSecrets';

const HOST_AND_PORT = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):(?<port>\d{1,5})$/;

const isHostAndPort = (text: string): boolean => {
  const port = Number(HOST_AND_PORT.exec(text)?.groups?.['port'] ?? 0);
  return port >= 1 && port <= 65_535;
};

/** A sentence each; none where all is well. */
export const faultsIn = ({ databaseHost, smtpUrl }: SecretsAsked): readonly string[] => [
  ...(isHostAndPort(databaseHost)
    ? []
    : ['--database-host must be a host and a port, such as postgres:5432.']),
  ...(smtpUrl === undefined || isMailServer(smtpUrl) ? [] : [`--smtp-url must be ${A_MAIL_SERVER}.`]),
];

/** None where the folder is not there yet. Throws a sentence where it can be none. */
export const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new Error(
      code === 'ENOTDIR'
        ? `${folder} cannot be a folder: a file is in its way. Nothing was written. Name another with --folder.`
        : `${folder} cannot be read (${code}). Nothing was written. Name another folder with --folder.`,
    );
  }
};

/** Of the mode of a folder: that others may read, write or enter it. */
const OTHERS = 0o007;

/** A folder that is there keeps its mode, and whoever can enter it reads every key. Throws a sentence where others can. */
export const mustBeClosed = (folder: string): void => {
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & OTHERS) !== 0)
    throw new Error(
      `${folder} is open to every account of this machine, and the keys would be too. Nothing was written. Close it with ` +
        `chmod 700 ${folder}, or name a folder with --folder that is not there yet: it is made closed.`,
    );
};
