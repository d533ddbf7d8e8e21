// A failure as the person at the keyboard is told it: a sentence where one was written for them, else with its stack.
import { SettingsError } from '../../platform/settings/readSettings';
import { DatabaseRefused } from '../../records/migrate';
import { StartFailure } from './startFailure';

export function explainFailure(error: unknown): string {
  const known =
    error instanceof StartFailure || error instanceof SettingsError || error instanceof DatabaseRefused;
  return known ? error.message : String((error as Error).stack ?? error);
}
