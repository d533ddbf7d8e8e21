// The beginning of every command of ours: what it does in a sentence, and a refusal of what it does not know that says so.

import { Command } from 'commander';

export const ownCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .allowExcessArguments(false)
    .showHelpAfterError('Nothing was changed. --help says what can be asked for.');
