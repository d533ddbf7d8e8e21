// A worker that is told to stop before Temporal has answered: it ends as it does at work.

import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { RUN_SOURCES } from '../../../cli/start/ownSources';

const CLONE = resolve(__dirname, '../../..');
const key = (id: string): string => `${id}:${Buffer.alloc(32, 7).toString('base64')}`;

test('ends with 0, and says that it has ended', async () => {
  const { PATH, HOME } = process.env;
  const worker = spawn(process.execPath, [...RUN_SOURCES, 'worker/main.ts'], {
    cwd: CLONE,
    env: {
      PATH,
      HOME,
      // Nobody answers at either.
      DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      CODEC_KEYS: key('development-codec-1'),
      MASTER_KEYS: key('development-master-1'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  worker.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (text.includes('Temporal is away')) worker.kill('SIGTERM');
  });
  const [code] = (await once(worker, 'close')) as [number | null];
  expect(said).toContain('"msg":"ended"');
  expect(code).toBe(0);
}, 60_000);
