// `npm run namespace`: registers the namespace of the settings with the Temporal server, and waits until the whole server
// knows it. Running it again changes nothing: how long an existing one keeps histories is left to whoever set it.

import { setTimeout as pause } from 'node:timers/promises';
import { ownCommand } from '../commandLine/ownCommand';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { SettingsError } from '../../platform/settings/readSettings';
import { connectTemporal } from '../../platform/temporal/connectTemporal';
import { KEEP_DAYS, registerNamespace } from '../../platform/temporal/registerNamespace';
import { ownEngine } from '../token/ownEngine';
import { sentenceOfFailure } from '../token/ownRecords';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 1_000;

const command = ownCommand(
  'namespace',
  'Registers the Temporal namespace of the settings, once the server answers.',
).option(
  '--keep <days>',
  'how long the server keeps the history of a workflow that has ended',
  Number,
  KEEP_DAYS,
);

const run = async (): Promise<void> => {
  const { keep } = command.parse().opts<{ readonly keep: number }>();
  if (!Number.isInteger(keep) || keep < 1)
    throw new SettingsError(['--keep must be a whole number of days, at least 1.']);
  const {
    temporal: { address, namespace },
    codec,
  } = ownEngine();
  const temporal = connectTemporal({ address, namespace, dataConverter: encryptedDataConverter(codec) });
  try {
    const end = Date.now() + PATIENCE_MS;
    for (let said = false; ;) {
      const outcome = await registerNamespace(temporal, keep);
      if (outcome !== 'away') {
        console.log(
          outcome === 'registered'
            ? `The namespace ${namespace} is registered.`
            : `The namespace ${namespace} was there already. Nothing was changed.`,
        );
        return;
      }
      if (Date.now() > end)
        throw new Error('the Temporal server did not answer within two minutes. Nothing was changed.');
      if (!said) console.log(`Waiting for the Temporal server at ${address}.`);
      said = true;
      await pause(PAUSE_MS);
    }
  } finally {
    await temporal.close();
  }
};

run().catch((error: unknown) => {
  console.error(
    sentenceOfFailure(error, ({ message }) => `The namespace could not be registered: ${message}`),
  );
  process.exitCode = 1;
});
