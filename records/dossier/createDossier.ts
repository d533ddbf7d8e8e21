// The dossier over PostgreSQL: writing, viewing and sweeping its rows. The keys are the business of `caseKey.ts`, what is done to
// them of `keyActs.ts`.

import type { KeyObject } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { DAY, HOUR, instant } from '../../domain/calendar/instant';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { openWith, sealWith, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { attachRowsOf } from './attach';
import { insertKey, keyForWriting, keyRowOf, newKey, unwrapped } from './caseKey';
import {
  OPENING_PENDING_DAYS,
  PENDING_HOURS,
  type Dossier,
  type DossierReader,
  type DossierText,
  type Json,
} from './dossier';
import { destroyKey, keyActsOf, setLegalHold } from './keyActs';
import { CaseKeyDestroyed } from './refusals';
import { whyKeyStays } from './whyKeyStays';

const PART = /^[A-Za-z0-9-]{1,64}$/;

const OPENING_STAYS_LONGER = OPENING_PENDING_DAYS * DAY - PENDING_HOURS * HOUR;

/** Whether it was written for a request that has this. */
const isOfRequestWith = (column: 'reference' | 'under_way_on') =>
  sql<boolean>`exists (
    select from reservation where ${sql.ref(`reservation.${column}`)} is not null
      and reservation.command_id::text = dossier_entry.command_id::text)`;

const placeOf = (reference: CaseReference, row: DossierRow): Place => ['dossier', reference, row];

const rowIdOf = ({ commandId, field }: DossierText): DossierRow => {
  // The row's id is seen everywhere: it must not be a place to write something into.
  if (!PART.test(commandId) || !PART.test(field)) {
    throw new RangeError('command id and field of a dossier row are letters, digits and hyphens');
  }
  return `${commandId}.${field}` as DossierRow;
};

/** In one statement with the key, which `held` answers where it is there and stays: what is sealed by then can be opened. */
const write = async (
  database: Database,
  reference: CaseReference,
  texts: readonly DossierText[],
  key: KeyObject,
  held: RawBuilder<unknown>,
): Promise<boolean> => {
  const values = texts.map((text) => {
    const { commandId, kind, content, by, at } = text;
    const row = rowIdOf(text);
    const sealed = sealWith(key, Buffer.from(JSON.stringify(content), 'utf8'), placeOf(reference, row));
    return sql`(${row}, ${commandId}, ${kind}, ${sealed}::bytea, ${by}, ${at}::bigint)`;
  });
  const { rows } = await sql`
    with key as ${held},
    written as (
      insert into dossier_entry (reference, row_id, command_id, kind, sealed, written_by, at)
      select key.reference, entry.* from key cross join (values ${sql.join(values)}) as entry
      on conflict (reference, row_id) do nothing
    )
    select from key`.execute(database);
  return rows.length > 0;
};

const putAllPending = async (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
  texts: readonly DossierText[],
): Promise<readonly DossierRow[]> => {
  const rows = texts.map(rowIdOf);
  if (rows.length === 0) return rows;
  const key = await keyForWriting(database, ring, reference);
  // Nobody destroys it before the statement is over.
  const held = sql`(select reference from case_key where reference = ${reference} and destroyed_at is null for share)`;
  if (!(await write(database, reference, texts, key, held))) throw new CaseKeyDestroyed(reference);
  return rows;
};

const putFirst = async (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
  texts: readonly DossierText[],
): Promise<readonly DossierRow[]> => {
  const { key, row } = newKey(ring, reference);
  const made = sql`(${insertKey(database, row)})`;
  return (await write(database, reference, texts, key, made))
    ? texts.map(rowIdOf)
    : putAllPending(database, ring, reference, texts);
};

const read = async (
  database: Database,
  ring: KeyRing,
  reference: CaseReference,
  row: DossierRow,
  reader: DossierReader,
): ReturnType<Dossier['read']> => {
  const entry = await database
    .selectFrom('dossier_entry')
    .innerJoin('case_key', 'case_key.reference', 'dossier_entry.reference')
    .select(['kind', 'sealed', 'written_by', 'at', 'key_id', 'wrapped'])
    .where('dossier_entry.reference', '=', reference)
    .where('row_id', '=', row)
    .executeTakeFirst();
  if (entry === undefined) return undefined;
  const key = unwrapped(ring, reference, entry);
  if (key === 'destroyed') return 'destroyed';
  const { actor, at, why } = reader;
  await database.insertInto('dossier_view').values({ reference, row_id: row, actor, at, why }).execute();
  const text = openWith(key, entry.sealed, placeOf(reference, row)).toString('utf8');
  return { content: JSON.parse(text) as Json, kind: entry.kind, writtenBy: entry.written_by, at: entry.at };
};

export const createDossier = (database: Database, ring: KeyRing): Dossier => ({
  putPending: async ({ reference, ...text }) => {
    await putAllPending(database, ring, reference, [text]);
    return rowIdOf(text);
  },
  putFirst: (reference, texts) => putFirst(database, ring, reference, texts),
  attach: async (reference, commandId) => {
    await attachRowsOf(database, reference, [commandId]).execute();
  },
  read: (reference, row, reader) => read(database, ring, reference, row, reader),
  rowsOf: async (reference) => {
    const rows = await database
      .selectFrom('dossier_entry')
      .select(['row_id', 'kind', 'command_id', 'attached', 'at'])
      .where('reference', '=', reference)
      .orderBy('at')
      .orderBy('row_id')
      .execute();
    return rows.map(({ row_id, kind, command_id, attached, at }) => ({
      row: row_id,
      kind,
      attached,
      at,
      commandId: command_id,
    }));
  },
  viewsOf: (reference, { before, limit } = {}) => {
    const views = database
      .selectFrom('dossier_view as view')
      .innerJoin('dossier_entry as entry', (join) =>
        join.onRef('entry.reference', '=', 'view.reference').onRef('entry.row_id', '=', 'view.row_id'),
      )
      .select(['view.id as number', 'view.row_id as row', 'entry.kind', 'view.actor', 'view.at', 'view.why'])
      .where('view.reference', '=', reference)
      .orderBy('view.id', 'desc');
    const older = before === undefined ? views : views.where('view.id', '<', before);
    return (limit === undefined ? older : older.limit(limit)).execute();
  },
  sweepPending: async (olderThan) => {
    const { numDeletedRows } = await database
      .deleteFrom('dossier_entry')
      .where('attached', '=', false)
      .where('at', '<', olderThan)
      .where((eb) =>
        eb.or([
          eb('at', '<', instant(olderThan - OPENING_STAYS_LONGER)),
          eb.not(isOfRequestWith('reference')),
        ]),
      )
      // Its event may still be with the case, which cannot be asked for it just now.
      .where((eb) => eb.not(isOfRequestWith('under_way_on')))
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
  setLegalHold: (reference, held, asked) => setLegalHold(database, ring, reference, held, asked),
  destroyKey: (reference, asked) => destroyKey(database, ring, reference, asked),
  whyKeyStays: (reference) => whyKeyStays(database, reference),
  isDestroyed: async (reference) => {
    const key = await keyRowOf(database, reference);
    return key !== undefined && key.destroyed_at !== null;
  },
  keyActsOf: (reference) => keyActsOf(database, ring, reference),
});
