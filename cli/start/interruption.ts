// Ctrl-C and its like as a signal that work can be broken off by. It may come twice, from the terminal and passed on by the
// set-up: the first is enough.
import { StartFailure } from './startFailure';

export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => controller.abort(new StartFailure('Interrupted.')));
  return controller.signal;
}
