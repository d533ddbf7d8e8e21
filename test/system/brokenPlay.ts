// A play that fails when all is brought up and nothing is played yet: a program of its own, since what must not happen is that it
// does not end.

import { inTheatre } from '../../cli/demo/theatre';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const testServer = process.env['TEMPORAL_TEST_SERVER'] ?? '';
inTheatre({ testServer, say, interrupted: new AbortController().signal }, () =>
  Promise.reject(new Error('The play is broken.')),
).catch((error: unknown) => {
  say((error as Error).message);
  process.exitCode = 1;
});
