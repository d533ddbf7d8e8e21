// Runs a program of this machine until somebody stops it, and says how it ended. What is started, and where it is, is the
// program's own matter.

import { explainFailure } from './explainFailure';
import { interruption } from './interruption';

/** Resolves when the person has had enough. */
export const interrupted = (signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((stop) => signal.addEventListener('abort', () => stop(), { once: true }));

export const untilInterrupted = (run: (signal: AbortSignal) => Promise<void>): void => {
  // A reader that goes away (a closed terminal, a pipe into head) must not bring everything down.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const signal = interruption();
  run(signal).then(
    () => console.log('Stopped. All data are kept.'),
    (error: unknown) => {
      if (signal.aborted) console.log('Stopped while starting. Nothing is lost.');
      else {
        console.error(`\n${explainFailure(error)}\n\nNot started.`);
        process.exitCode = 1;
      }
    },
  );
};
