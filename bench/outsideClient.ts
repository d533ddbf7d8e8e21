// A client that is not ours: schemathesis reads the description of the API and asks a running one whatever it allows, call
// after call with what came back. It must never meet a 5xx, nor an answer that the description does not know. Which
// refusals are right is not its business, and not asked.

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { say } from './comparisonLibraries';
import { pythonEnvironment, script } from './pythonEnvironment';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

export interface OutsideClient {
  /** Of an API that runs, such as `npm start` on a data folder of its own: it is filled with nonsense. */
  readonly url: string;
  readonly token: string;
  readonly seconds: number;
  /** As it was printed: longer than a number here can hold. */
  readonly seed?: string;
}

/** The exit code: 0 where nothing was found. */
export const outsideClient = ({ url, token, seconds, seed }: OutsideClient): number => {
  const python = pythonEnvironment('outsideClient');
  if ('missing' in python) {
    say(`LEFT OUT, nothing was asked: ${python.missing}`);
    return 1;
  }
  say(`- Asking for ${seconds} seconds with ${python.versions.join(', ')}`);
  const { status } = spawnSync(
    join(dirname(python.python), 'schemathesis'),
    [
      'run',
      `${url}/docs/json`,
      ...['--url', url, '--header', `Authorization: Bearer ${token}`],
      ...['--checks', CHECKS.join(','), '--max-time', String(seconds), '--continue-on-failure'],
      // The API answers 600 requests a minute from one address; more would only be told so.
      ...['--rate-limit', '590/m', '--request-timeout', '30', '--warnings', 'off'],
      ...(seed === undefined ? [] : ['--seed', seed]),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, SCHEMATHESIS_HOOKS: 'outside_client_hooks' },
      cwd: dirname(script('outside_client_hooks.py')),
    },
  );
  return status ?? 1;
};
