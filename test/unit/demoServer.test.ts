// The time-skipping server says on stderr what its libraries lack: no line of that stands above a story.

import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietly } from '../../cli/demo/timeSkippingServer';
import { freshFolder } from '../freshFolder';

it('is started without its stderr, with what it was given, and ends as it ends', () => {
  const folder = freshFolder("it's quiet");
  const program = join(folder, 'server.sh');
  writeFileSync(program, '#!/bin/sh\necho "SLF4J: none" >&2\necho "port $1"\nexit 3\n', { mode: 0o755 });
  const { stdout, stderr, status } = spawnSync(quietly(folder, program), ['7233'], { encoding: 'utf8' });
  expect({ stdout, stderr, status }).toEqual({ stdout: 'port 7233\n', stderr: '', status: 3 });
});
