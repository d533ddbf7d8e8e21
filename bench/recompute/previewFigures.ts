// How long a preview over a hundred thousand open cases takes, and how much memory: in a process of its own.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RUN_SOURCES } from '../../cli/start/ownSources';
import type { Instant } from '../../domain/calendar/instant';
import type { Foreseen } from '../../domain/calendarChange/foreseen';
import type { Database } from '../../records/connect';
import type { Records } from '../../records/records';
import { median } from '../rounds';
import { dayToProclaim, settleTown } from './town';

export interface PreviewFigures {
  readonly cases: number;
  readonly milliseconds: readonly number[];
  readonly median: number;
  readonly maxRssMb: number;
  readonly found: Foreseen;
}

interface Once {
  readonly taken: readonly number[];
  readonly found: Foreseen;
  readonly maxRssMb: number;
}

export const previewFigures = async (
  records: Records,
  database: Database,
  url: string,
  cases: number,
): Promise<PreviewFigures> => {
  const now = Date.now() as Instant;
  const calendar = await settleTown(records, database, cases, now);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...RUN_SOURCES, join(__dirname, 'previewOnce.ts'), url, dayToProclaim(calendar, now), String(now)],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`the preview failed: ${stderr}`);
  const { taken, found, maxRssMb } = JSON.parse(stdout) as Once;
  return { cases, milliseconds: taken, median: median(taken), maxRssMb, found };
};
