// The secrets of the stack, in files as containers get them: made at the first start, kept for every later one. None is made for a
// database that was made with another.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecrets } from '../secrets/newSecrets';
import { lostKeys } from '../start/lostKeys';

export interface SecretFiles {
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
}

export interface SecretsOfStack {
  readonly folder: string;
  readonly databaseHost: string;
  readonly smtpUrl: string;
  /** Whether PostgreSQL has data already. */
  readonly databaseThere: boolean;
}

/** What a database that is there does without: the mailbox is of this start, and nobody logs in as the superuser of containers. */
const MADE_ANEW = ['smtp_url', 'postgres_password'];

export const secretFiles = ({
  folder,
  databaseHost,
  smtpUrl,
  databaseThere,
}: SecretsOfStack): SecretFiles => {
  const path = (name: string): string => join(folder, name);
  const secrets = Object.entries(newSecrets({ databaseHost, smtpUrl }, randomBytes));
  const missing = secrets.filter(([name]) => !existsSync(path(name)));
  const lost = missing.map(([name]) => name).filter((name) => !MADE_ANEW.includes(name));
  if (databaseThere && lost.length > 0) throw lostKeys(lost, folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of missing)
    writeFileSync(path(name), `${content}\n`, { mode: 0o400, flag: 'wx' });
  return { path, read: (name) => readFileSync(path(name), 'utf8').trim() };
};
