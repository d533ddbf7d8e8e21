// The secrets of the stack, in files as containers get them: made at the first start, kept for every later one.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecrets } from '../secrets/newSecrets';

export interface SecretFiles {
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
}

export const secretFiles = (folder: string, databaseHost: string, smtpUrl: string): SecretFiles => {
  const path = (name: string): string => join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(newSecrets({ databaseHost, smtpUrl }, randomBytes))) {
    if (!existsSync(path(name))) writeFileSync(path(name), `${content}\n`, { mode: 0o400, flag: 'wx' });
  }
  return { path, read: (name) => readFileSync(path(name), 'utf8').trim() };
};
