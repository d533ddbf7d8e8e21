// `npm run secrets`: makes the files of secrets that a deployment hands to its containers, each with content of its own.
// It never writes over one: a lost key loses what it encrypted.

import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownCommand } from '../commandLine/ownCommand';
import { newSecrets } from './newSecrets';
import { faultsIn, namesIn } from './secretsAsked';

const command = ownCommand(
  'secrets',
  'Makes the passwords and keys of a new deployment, a file each, for docker-compose.yml.',
)
  .option('--folder <path>', 'where the files go; made when it is not there', 'secrets')
  .option('--database-host <host:port>', 'where PostgreSQL will answer', 'postgres:5432')
  .option(
    '--smtp-url <url>',
    'the mail server, with its password; without it you write the file smtp_url yourself',
  );

interface Asked {
  readonly folder: string;
  readonly databaseHost: string;
  readonly smtpUrl?: string;
}

const run = (): void => {
  const asked = command.parse().opts<Asked>();
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
  // The folder is closed to others; the files are not, because a container reads them as an account of its own.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(secrets))
    writeFileSync(join(folder, name), `${content}\n`, { mode: 0o444, flag: 'wx' });
  console.log(`Written into ${folder}: ${Object.keys(secrets).join(', ')}.`);
  if (asked.smtpUrl === undefined)
    console.log(
      `Still to be written by you: ${join(folder, 'smtp_url')}, such as smtps://name:password@mail.example:465`,
    );
  console.log('Keep a copy of master_keys and codec_keys apart from the database and its backups.');
};

try {
  run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
