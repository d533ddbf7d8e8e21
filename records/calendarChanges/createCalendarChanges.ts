// Changes of the calendar over PostgreSQL: accepted in the ledger's turn, so that what was previewed is what is accepted.

import type { Selectable } from 'kysely';
import { standing } from '../../domain/holidayLedger/standing';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { openText, sealText, type Place } from '../../platform/encryption/sealed';
import { snapshotOf } from '../../platform/holidays/snapshot';
import type { Database } from '../connect';
import { COUNTERS, nextNumber } from '../counter';
import { factRows, insertFact, lastFactNumber, LEDGER_TURN } from '../holidays/factRows';
import { recordInTurn } from '../recordInTurn';
import type { CalendarOf } from '../snapshots/calendarCache';
import { putSnapshot } from '../snapshots/createSnapshots';
import type { CalendarChangeTable } from '../tables/calendarTables';
import { casesBehind, casesBrought, forgetRefusals, progressOf, refusals } from './behind';
import type { Acceptance, AcceptanceAct, CalendarChange, CalendarChanges, OnRecord } from './calendarChanges';
import { previewOf } from './preview';

export const placeOfChange = (number: number): Place => ['calendar-change', String(number)];

const changeOf = (row: Selectable<CalendarChangeTable>): CalendarChange => ({
  number: row.number,
  calendar: row.snapshot,
  facts: row.facts,
  by: row.by,
  at: row.at,
  foreseen: { ...row.foreseen, cannotFollow: row.foreseen.cannotFollow ?? 0 },
});

const lastChange = async (database: Database): Promise<number> => {
  const row = await database
    .selectFrom('calendar_change')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
};

const changeUnder = async (database: Database, commandId: string): Promise<CalendarChange | undefined> => {
  const row = await database
    .selectFrom('calendar_change')
    .selectAll()
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row === undefined ? undefined : changeOf(row);
};

const onRecord = async (transaction: Database): Promise<OnRecord> => ({
  ledger: await factRows(transaction),
  changes: await lastChange(transaction),
});

const insertChange = async (
  transaction: Database,
  ring: KeyRing,
  { commandId, by, at, reason, texts }: AcceptanceAct,
  { drafts, foreseen }: Acceptance,
): Promise<CalendarChange> => {
  for (const draft of drafts) await insertFact(transaction, ring, { draft, by, at, texts });
  const facts = await lastFactNumber(transaction);
  const snapshot = snapshotOf(standing(await factRows(transaction)));
  await putSnapshot(transaction, snapshot, facts);
  const number = await nextNumber(transaction, COUNTERS.calendarChange);
  const sealed = sealText(ring, reason, placeOfChange(number));
  const row = await transaction
    .insertInto('calendar_change')
    .values({
      number,
      snapshot: snapshot.version,
      facts,
      by,
      at,
      foreseen: JSON.stringify(foreseen),
      command_id: commandId,
      key_id: sealed.keyId,
      sealed: sealed.sealed,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return changeOf(row);
};

export const createCalendarChanges = (
  database: Database,
  ring: KeyRing,
  calendarOf: CalendarOf,
): CalendarChanges => ({
  list: async (page) => {
    let rows = database.selectFrom('calendar_change').selectAll().orderBy('number', 'desc');
    if (page?.before !== undefined) rows = rows.where('number', '<', page.before);
    if (page !== undefined) rows = rows.limit(page.limit);
    return (await rows.execute()).map(changeOf);
  },
  last: async () => {
    const row = await database
      .selectFrom('calendar_change')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : changeOf(row);
  },
  since: async (number) => {
    const rows = database.selectFrom('calendar_change').selectAll().where('number', '>', number);
    return (await rows.orderBy('number').execute()).map(changeOf);
  },
  byNumber: async (number) => {
    const row = await database
      .selectFrom('calendar_change')
      .selectAll()
      .where('number', '=', number)
      .executeTakeFirst();
    return row === undefined ? undefined : changeOf(row);
  },
  underCommand: (commandId) => changeUnder(database, commandId),
  reasonOf: async (number) => {
    const row = await database
      .selectFrom('calendar_change')
      .select(['key_id', 'sealed'])
      .where('number', '=', number)
      .executeTakeFirst();
    return row === undefined
      ? undefined
      : openText(ring, { keyId: row.key_id, sealed: row.sealed }, placeOfChange(number));
  },
  preview: (calendar, now) => previewOf(database, calendarOf, calendar, now),
  accept: (act, judge) =>
    recordInTurn(
      database,
      {
        turn: LEDGER_TURN,
        known: onRecord,
        changeUnder,
        insert: (transaction, asked: AcceptanceAct, acceptance: Acceptance) =>
          insertChange(transaction, ring, asked, acceptance),
      },
      act,
      judge,
    ),
  casesBehind: (after, limit) => casesBehind(database, after, limit),
  refusals: (limit) => refusals(database, limit),
  noteRefusal: async (reference, change, code, at) => {
    await database
      .insertInto('calendar_refusal')
      .values({ reference, change, code, at, times: 1 })
      .onConflict((conflict) =>
        conflict.column('reference').doUpdateSet((eb) => ({
          change,
          code,
          at,
          times: eb
            .case()
            .when('calendar_refusal.change', '=', change)
            .then(eb('calendar_refusal.times', '+', 1))
            .else(1)
            .end(),
        })),
      )
      .execute();
  },
  forgetRefusals: () => forgetRefusals(database),
  progressOf: (number) => progressOf(database, number),
  casesBrought: (number, after, limit) => casesBrought(database, number, after, limit),
});
