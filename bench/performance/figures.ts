// The figures of the whole, in one run on one deployment: rates beside a bare workflow, histories, code, heap, recovery, reads.
// What each should be is with the report.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { BUILT } from '../../cli/stack/stackRoom';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import { formatKeys } from '../../platform/settings/encryptionKeys';
import { BUNDLE_FILE } from '../../worker/workflowBundle';
import type { Instant } from '../../domain/calendar/instant';
import { rates, type Rates } from './rates';
import { reads, type Reads } from './reads';
import { recovery, type Recovery } from './recovery';
import { say } from '../comparisonLibraries';
import { machine, type Machine } from '../machine';
import { onStage, type Stage } from './stage';

export interface PerformanceFigures {
  /** When it began. */
  readonly measuredAt: Instant;
  /** Before anything was started. */
  readonly machine: Machine;
  readonly temporal: string;
  readonly postgres: string;
  readonly rates: Rates;
  /** Of code, the map of its sources left out. */
  readonly bundleBytes: number;
  readonly heapPerCase: number;
  readonly recovery: Recovery;
  readonly reads: Reads;
}

const bundleBytes = (): number => {
  const code = readFileSync(join(BUILT.folder, BUNDLE_FILE), 'utf8');
  return Buffer.byteLength(code.replace(/\n\/\/# sourceMappingURL=data:[^\n]*/g, ''));
};

const heapPerCase = ({ settings }: Stage): number => {
  say('- Heap of an open case');
  const { temporalAddress, temporalNamespace, codecKeys } = settings;
  const program = join(__dirname, 'heapPerCase.ts');
  const args = [temporalAddress, temporalNamespace, formatKeys(codecKeys)];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', ...RUN_SOURCES, program, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`the heap could not be measured: ${stderr.slice(-2_000)}`);
  return Number(stdout.trim().split('\n').at(-1));
};

const versionOf = async ({ database }: Stage): Promise<string> => {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(database);
  return rows[0]?.version ?? 'unknown';
};

export const performanceFigures = (): Promise<PerformanceFigures> => {
  const [measuredAt, before] = [Date.now() as Instant, machine()];
  return onStage(async (stage) => ({
    measuredAt,
    machine: before,
    temporal: 'server 1.31.2 on PostgreSQL, 128 shards, all its services in one process',
    postgres: `${await versionOf(stage)}, fsync on`,
    rates: await rates(stage),
    bundleBytes: bundleBytes(),
    heapPerCase: heapPerCase(stage),
    recovery: await recovery(stage),
    reads: await reads(stage),
  }));
};
