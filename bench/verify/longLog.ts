// An event log of a million events: lives of invented cases as the domain tells them, each many times over under another
// reference with the chain of that reference, written as the engine writes it and copied in.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/references';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { rowsOf } from '../../records/eventLog/eventRows';
import { chainStart } from '../../records/eventLog/hashChain';
import { inventedLife } from '../recompute/inventedLife';

const DIFFERENT = 500;

const COLUMNS = [
  'reference',
  'number',
  'kind',
  'body',
  'actor',
  'authority',
  'command_id',
  'at',
  'hash',
  'previous_hash',
] as const;

/** As COPY reads it. */
const written = (value: unknown): string =>
  String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');

const referenceOf = (number: number): CaseReference =>
  `RR-${3000 + Math.floor(number / 10_000)}-${String(number % 10_000).padStart(4, '0')}` as CaseReference;

const lives = (now: Instant): readonly (readonly CaseEvent[])[] => {
  const calendar = workingCalendar(shippedSnapshot());
  return Array.from({ length: DIFFERENT }, (_, number) =>
    inventedLife(number + 1, referenceOf(number), calendar, now),
  );
};

const under = (reference: CaseReference, life: readonly CaseEvent[]): readonly CaseEvent[] =>
  life.map((event) =>
    event.kind === 'CaseOpened' ? { ...event, body: { ...event.body, reference } } : event,
  );

export interface LongLog {
  readonly cases: number;
  readonly events: number;
}

/** At least so many events, the last case whole. */
export const writeLongLog = async (databaseUrl: string, wanted: number, now: Instant): Promise<LongLog> => {
  const told = lives(now);
  const heads: string[] = [];
  let events = 0;
  function* lines(): Generator<string> {
    for (let number = 0; events < wanted; number += 1) {
      const reference = referenceOf(number);
      const rows = rowsOf(reference, under(reference, told[number % DIFFERENT] ?? []), chainStart(reference));
      events += rows.length;
      heads.push(`${reference}\t${rows.length}\t${rows.at(-1)?.hash ?? ''}\n`);
      yield rows.map((row) => `${COLUMNS.map((column) => written(row[column])).join('\t')}\n`).join('');
    }
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await pipeline(
      Readable.from(lines()),
      client.query(copyFrom(`copy case_event (${COLUMNS.join(', ')}) from stdin`)),
    );
    await pipeline(
      Readable.from(heads),
      client.query(copyFrom('copy case_head (reference, number, hash) from stdin')),
    );
    await client.query('vacuum analyze case_event');
    await client.query('vacuum analyze case_head');
  } finally {
    await client.end();
  }
  return { cases: heads.length, events };
};
