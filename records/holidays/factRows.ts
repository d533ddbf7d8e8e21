// Facts of the ledger over PostgreSQL: numbered without gap within the ledger's turn; what a person wrote is sealed in
// its place, and opened only for those who ask for it.

import type { Instant } from '../../domain/calendar/instant';
import type { FactDraft, Ledger, LedgerFact } from '../../domain/holidayLedger/ledger';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { openText, sealText, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { nextNumber } from '../counter';
import type { FactTexts } from './holidayLedger';

const COUNTER = 'holiday-fact';
export const placeOfFact = (number: number): Place => ['holiday-fact', String(number)];

/** Of whoever adds to the ledger: each decides on what the one before has left. */
export const LEDGER_TURN = 'holiday-ledger';

const factOf = (row: {
  number: number;
  body: FactDraft;
  recorded_by: string;
  recorded_at: Instant;
}): LedgerFact => ({
  ...row.body,
  number: row.number,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});

const COLUMNS = ['number', 'body', 'recorded_by', 'recorded_at'] as const;

export const factRows = async (database: Database): Promise<Ledger> =>
  (await database.selectFrom('holiday_fact').select(COLUMNS).orderBy('number').execute()).map(factOf);

export const factOfCommand = async (
  database: Database,
  commandId: string,
): Promise<LedgerFact | undefined> => {
  const row = await database
    .selectFrom('holiday_fact')
    .select(COLUMNS)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row === undefined ? undefined : factOf(row);
};

/** 0 while the ledger is empty. */
export const lastFactNumber = async (database: Database): Promise<number> => {
  const row = await database
    .selectFrom('holiday_fact')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
};

export interface FactToInsert {
  readonly draft: FactDraft;
  readonly by: string;
  readonly at: Instant;
  readonly commandId?: string;
  readonly texts?: FactTexts;
}

export const insertFact = async (
  transaction: Database,
  ring: KeyRing,
  { draft, by, at, commandId, texts }: FactToInsert,
): Promise<LedgerFact> => {
  const number = await nextNumber(transaction, COUNTER);
  const sealed = texts === undefined ? undefined : sealText(ring, JSON.stringify(texts), placeOfFact(number));
  await transaction
    .insertInto('holiday_fact')
    .values({
      number,
      date: draft.date,
      body: JSON.stringify(draft),
      recorded_by: by,
      recorded_at: at,
      command_id: commandId ?? null,
      key_id: sealed?.keyId ?? null,
      sealed: sealed?.sealed ?? null,
    })
    .execute();
  return { ...draft, number, recordedBy: by, recordedAt: at };
};

export const textsOf = async (
  database: Database,
  ring: KeyRing,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, FactTexts>> => {
  if (numbers.length === 0) return new Map();
  const rows = await database
    .selectFrom('holiday_fact')
    .select(['number', 'key_id', 'sealed'])
    .where('number', 'in', numbers)
    .execute();
  return new Map(
    rows.flatMap(({ number, key_id: keyId, sealed }) =>
      keyId === null || sealed === null
        ? []
        : [
            [
              number,
              JSON.parse(openText(ring, { keyId, sealed }, placeOfFact(number))) as FactTexts,
            ] as const,
          ],
    ),
  );
};
