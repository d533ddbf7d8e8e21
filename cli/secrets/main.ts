// `npm run secrets`: makes the files of secrets that a deployment hands to its containers. How they are written is
// `writeSecrets.ts`.

import { ownCommand } from '../commandLine/ownCommand';
import { writeSecrets, type WhereAsked } from './writeSecrets';

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

try {
  for (const line of writeSecrets(command.parse().opts<WhereAsked>())) console.log(line);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
