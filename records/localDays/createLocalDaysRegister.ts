// Closures and school holidays over PostgreSQL: every change in its turn, judged on the days as they then are.

import { sql, type Selectable } from 'kysely';
import type { LocalDaysDraft } from '../../domain/localDays/acts';
import type { LocalDays, LocalDaysId } from '../../domain/localDays/localDays';
import type { Database } from '../connect';
import { fourDigits, nextNumber } from '../counter';
import { recordInTurn } from '../recordInTurn';
import type { RegisterAct } from '../registerAct';
import type { LocalDaysChangeTable } from '../tables/localDaysTables';
import type { LocalDaysChange, LocalDaysRegister, SpanOfDays } from './localDays';

/** No event names one, so none is passed over either. */
const COUNTER = 'local-days';

type Row = Selectable<LocalDaysChangeTable>;

const changeOf = ({ id, version, change, by, at }: Row): LocalDaysChange => ({ id, version, change, by, at });

const daysOf = ({ id, version, change, kind, title, first_day, last_day, agency }: Row): LocalDays => ({
  id,
  version,
  kind,
  title,
  firstDay: first_day,
  lastDay: last_day,
  takenBack: change === 'takenBack',
  ...(agency === null ? {} : { agency }),
});

const all = async (database: Database): Promise<readonly LocalDays[]> => {
  const newest = database
    .selectFrom('local_days_change')
    .distinctOn('id')
    .selectAll()
    .orderBy('id')
    .orderBy('version', 'desc');
  const rows = await database
    .selectFrom(newest.as('newest'))
    .selectAll()
    .orderBy('first_day')
    .orderBy('id')
    .execute();
  return rows.map(daysOf);
};

const standingIn = async (
  database: Database,
  { from, to, agencies }: SpanOfDays,
): Promise<readonly LocalDays[]> => {
  const rows = await database
    .selectFrom('local_days_change as added')
    .selectAll()
    .where('change', '=', 'added')
    .where(sql<boolean>`daterange(first_day, last_day, '[]') && daterange(${from}::date, ${to}::date, '[]')`)
    .where(sql<boolean>`(agency is null or agency = any (${[...agencies]}::text[]))`)
    .where(
      sql<boolean>`not exists (select from local_days_change as later where later.id = added.id and later.version > added.version)`,
    )
    .orderBy('first_day')
    .orderBy('id')
    .execute();
  return rows.map(daysOf);
};

const changeUnder = async (
  transaction: Database,
  commandId: string,
): Promise<LocalDaysChange | undefined> => {
  const row = await transaction
    .selectFrom('local_days_change')
    .selectAll()
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row === undefined ? undefined : changeOf(row);
};

const historyOf = async (database: Database, id: LocalDaysId): Promise<readonly LocalDaysChange[]> => {
  const rows = await database
    .selectFrom('local_days_change')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(changeOf);
};

const insertChange = async (
  transaction: Database,
  { commandId, by, at }: RegisterAct,
  { id: known, change, days }: LocalDaysDraft,
): Promise<LocalDaysChange> => {
  const id = known ?? (`LD-${fourDigits(await nextNumber(transaction, COUNTER))}` as LocalDaysId);
  const before = await historyOf(transaction, id);
  const { kind, title, firstDay, lastDay, agency } = days;
  const row = await transaction
    .insertInto('local_days_change')
    .values({
      id,
      version: before.length + 1,
      change,
      kind,
      title,
      first_day: firstDay,
      last_day: lastDay,
      agency: agency ?? null,
      by,
      at,
      command_id: commandId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return changeOf(row);
};

export const createLocalDaysRegister = (database: Database): LocalDaysRegister => ({
  all: () => all(database),
  standingIn: (span) => standingIn(database, span),
  historyOf: (id) => historyOf(database, id),
  record: (act, judge) =>
    recordInTurn(database, { turn: 'local-days', known: all, changeUnder, insert: insertChange }, act, judge),
});
