// How API and worker end when they cannot go on: what they say of it, and that they really end.

import { SettingsError } from './readSettings';

/** `could` says what could not be, such as `The API could not start`. */
export const endFailed = (could: string, error: unknown): void => {
  // Settings say themselves what is wrong, without a value; anything else is told by its type.
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  const said =
    error instanceof SettingsError
      ? error.message
      : `${could}: ${error instanceof Error ? error.name : 'unknown'}${code}.`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
  // Connections to Temporal, the database and the mail server may be open still, and would keep a process that does nothing
  // and hears no signal.
  setTimeout(() => process.exit(1), 1_000).unref();
};
