// Writes the files of secrets: into a folder that others cannot enter, each with content of its own, and never over one that is
// there: a lost key loses what it encrypted. What may be asked for is `secretsAsked.ts`.

import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newSecrets, type SecretsAsked } from './newSecrets';
import { faultsIn, mustBeClosed, namesIn } from './secretsAsked';

export interface WhereAsked extends SecretsAsked {
  readonly folder: string;
}

/** What to say of it. Throws a sentence where nothing was written. */
export const writeSecrets = (asked: WhereAsked): readonly string[] => {
  const faults = faultsIn(asked);
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\nNothing was written.`);
  const folder = resolve(asked.folder);
  const there = namesIn(folder);
  const secrets = newSecrets(asked, (bytes) => randomBytes(bytes));
  const taken = Object.keys(secrets).filter((name) => there.includes(name));
  if (taken.length > 0)
    throw new Error(
      `${folder} already holds ${taken.join(', ')}. Nothing was written: a key that is lost loses what it encrypted. ` +
        'Name another folder with --folder.',
    );
  mustBeClosed(folder);
  // The folder is closed to others; the files are not, because a container reads them as an account of its own.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(secrets))
    writeFileSync(join(folder, name), `${content}\n`, { mode: 0o444, flag: 'wx' });
  return [
    `Written into ${folder}: ${Object.keys(secrets).join(', ')}.`,
    ...(asked.smtpUrl === undefined
      ? [
          `Still to be written by you: ${join(folder, 'smtp_url')}, such as smtps://name:password@mail.example:465`,
        ]
      : []),
    'Keep a copy of master_keys and codec_keys apart from the database and its backups.',
  ];
};
