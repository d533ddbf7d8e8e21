// Why a database could not be reached, in a sentence for the person at the terminal that names where its URL came from. What
// failed later than at the first word with it is not judged here.

import { serverOf } from '../../records/backup/databaseOfTrial';
import { onDatabase } from '../../records/connect';
import { appliedMigrations } from '../../records/migrate';
import { StartFailure } from '../start/startFailure';

const NO_PASSWORD = /client password must be a string/;
/** Where those that we start keep theirs. */
const OF_START =
  'With "npm start" it stands in .data/postgres/password, with "npm run stack" in .data/stack/postgres/password.';

/** Of a database that the settings name, or that `npm start` or the stack made. */
const OF_SETTINGS: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'The database does not answer. Start it ("npm start", "npm run stack", or the one that DATABASE_URL names), and run this again.',
  '28P01':
    'The database does not take the password that this command has. If you mean the stack, read its environment file in this ' +
    'shell (". .data/stack/environment"), and read it again where the password was changed or the stack made its folder anew. ' +
    'Otherwise put DATABASE_URL right.',
  '3D000': 'The server has no database of the name in DATABASE_URL. Put the name right, or make it first.',
  NO_PASSWORD: `The URL in DATABASE_URL has no password, and the database asks for one. ${OF_START}`,
};

const OF_INTO: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at the host and port of the URL after --into. Put them right, or start it.',
  ENOTFOUND: 'The host in the URL after --into is not known. Put it right.',
  '28P01': `The database does not take the name or the password in the URL after --into. Put them right. ${OF_START}`,
  NO_PASSWORD: `The URL after --into has no password, and the database asks for one. ${OF_START}`,
};

const codeOf = (error: unknown): string => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return NO_PASSWORD.test(String(message)) ? 'NO_PASSWORD' : String(code);
};

/** Nothing for what says it better itself. */
export const sentenceOfDatabase = (error: unknown): string | undefined => OF_SETTINGS[codeOf(error)];

const NOTHING_CHANGED = ' Nothing was changed.';

/** Where a command looked, and why there: it may have been the wrong place. */
export const triedAt = (url: string, databaseOfStart: boolean): string => {
  if (!URL.canParse(url)) return '';
  const { host } = new URL(url);
  return databaseOfStart
    ? ` It was asked at ${host}, by POSTGRES_PORT: if "npm start" runs with another, set it in this shell too.`
    : ` It was asked at ${host}, as DATABASE_URL says.`;
};

/** The first word with a database: who fails at it has changed nothing, and says so. */
export const firstWord = async (
  word: () => Promise<unknown>,
  tried = '',
  sentences = OF_SETTINGS,
): Promise<void> => {
  try {
    await word();
  } catch (error) {
    const known = sentences[codeOf(error)];
    if (known === undefined) throw error;
    throw new StartFailure(`${known}${tried}${NOTHING_CHANGED}`);
  }
};

const MAY_NOT_MAKE =
  'The database that --into names is not there, and the role of this command may not make one. Give --into as a URL with the ' +
  `server's superuser, or have that one make it, with this role as its owner. ${OF_START}`;

const NOT_THERE = '3D000';

/** Whether the database that `--into` names is there; throws one sentence where it cannot be reached, nor made. */
export const requireInto = async (url: string): Promise<boolean> => {
  try {
    await onDatabase(url, (database) => firstWord(() => appliedMigrations(database), '', OF_INTO));
    return true;
  } catch (error) {
    if (codeOf(error) !== NOT_THERE) throw error;
  }
  const server = await serverOf(url).catch(() => undefined);
  if (server?.isThere === true) return true;
  if (server?.mayMake !== true) throw new StartFailure(`${MAY_NOT_MAKE}${NOTHING_CHANGED}`);
  return false;
};
