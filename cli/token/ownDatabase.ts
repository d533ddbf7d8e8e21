// Where the database of `npm start` is, for commands that are run beside it. Nothing is started here.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LOOPBACK } from '../start/freePort';
import { placeFor, postgresAccount } from '../start/postgresBinaries';
import { passwordFileOf, postgresIn, urlOnPostgres } from '../start/postgresPlace';

/** Where PostgreSQL's data are, or would be; nothing where the data folder is not there. */
export const ownPostgresFolder = (dataFolder: string): string | undefined => {
  const wanted = resolve(postgresIn(dataFolder).dataFolder);
  return existsSync(passwordFileOf(wanted)) ? wanted : standIn(wanted, dataFolder);
};

/** Nothing when `npm start` has never made one there. */
export const ownPasswordFile = (dataFolder: string): string | undefined => {
  const folder = ownPostgresFolder(dataFolder);
  const file = folder === undefined ? undefined : passwordFileOf(folder);
  return file !== undefined && existsSync(file) ? file : undefined;
};

/** Nothing when there is no such file. */
export const ownDatabaseUrl = (dataFolder: string, port: number): string | undefined => {
  const file = ownPasswordFile(dataFolder);
  if (file === undefined) return undefined;
  return urlOnPostgres(port, readFileSync(file, 'utf8').trim());
};

/** Whoever logs in there, and however it is written. */
export const sameDatabase = (one: string, other: string | undefined): boolean => {
  if (other === undefined || !URL.canParse(one)) return false;
  const placeOf = (url: string): string => {
    const { hostname, port, pathname } = new URL(url);
    return [hostname === 'localhost' ? LOOPBACK : hostname, port === '' ? '5432' : port, pathname].join(' ');
  };
  return placeOf(one) === placeOf(other);
};

/** Where the data went when PostgreSQL's account could not enter the folder that was asked for. */
const standIn = (wanted: string, dataFolder: string): string | undefined =>
  existsSync(dataFolder) ? placeFor(wanted, postgresAccount()) : undefined;
