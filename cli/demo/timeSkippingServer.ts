// The time-skipping server. The SDK gives it five seconds to answer, which a busy machine may need for a Java program to
// begin at all: then it is tried again. What it says of its own libraries is kept from the story; the last attempt shows all.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataConverter } from '@temporalio/common';
import { StartFailure } from '../start/startFailure';

const ATTEMPTS = 4;

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A program that becomes the server, and has nothing to say on stderr. */
export const quietly = (folder: string, program: string): string => {
  const path = join(folder, 'time-skipping-server.sh');
  writeFileSync(path, `#!/bin/sh\nexec ${quoted(program)} "$@" 2>/dev/null\n`, { mode: 0o755 });
  return path;
};

export const startTimeSkippingServer = async (
  program: string,
  dataConverter: DataConverter,
): Promise<TestWorkflowEnvironment> => {
  const folder = mkdtempSync(join(tmpdir(), 'time-skipping-'));
  const quiet = quietly(folder, program);
  let last: unknown;
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await TestWorkflowEnvironment.createTimeSkipping({
          server: { executable: { type: 'existing-path', path: attempt < ATTEMPTS ? quiet : program } },
          client: { dataConverter },
        });
      } catch (error) {
        last = error;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  throw new StartFailure(
    `The time-skipping server did not start in ${ATTEMPTS} attempts: ${last instanceof Error ? last.message : String(last)}`,
  );
};
