// The agency register over PostgreSQL: adding and changing, each once a command, each leaving a line about who changed
// which fields and when.

import type { Insertable, Selectable } from 'kysely';
import { maySit } from '../../domain/policy/agencyKinds';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { KeyRing } from '../../platform/encryption/keyRing';
import type { Database } from '../connect';
import { COUNTERS, fourDigits, nextNumber, takeTurn } from '../counter';
import type { RegisterAct } from '../registerAct';
import type { AgencyChangeTable } from '../tables/registerTables';
import type {
  AgencyChanged,
  AgencyRecord,
  AgencyRegister,
  AgencyToAdd,
  AgencyToChange,
} from './agencyRegister';
import { agenciesById, agenciesBySeat, agencyPage, namesakesOf } from './agencyRows';
import { addContacts, addressesOf, detailsOf, replaceContacts } from './contacts';

const byId = async (database: Database, id: AgencyId): Promise<AgencyRecord | undefined> =>
  (await agenciesById(database, [id]))[0];

const known = async (database: Database, id: AgencyId): Promise<AgencyRecord> => {
  const agency = await byId(database, id);
  if (agency === undefined) throw new RangeError('an agency that the register has just changed is not in it');
  return agency;
};

type Done = Pick<Selectable<AgencyChangeTable>, 'agency' | 'withdrew'>;

const underCommand = (database: Database, commandId: string): Promise<Done | undefined> =>
  database
    .selectFrom('agency_change')
    .select(['agency', 'withdrew'])
    .where('command_id', '=', commandId)
    .executeTakeFirst();

/** What the command changed already; waits for the same command that is under way. */
const doneBefore = async (transaction: Database, { commandId }: RegisterAct): Promise<Done | undefined> => {
  await takeTurn(transaction, `agency/${commandId}`);
  return underCommand(transaction, commandId);
};

const writeChange = async (
  transaction: Database,
  changed: Omit<Insertable<AgencyChangeTable>, 'command_id' | keyof RegisterAct>,
  { commandId, by, at }: RegisterAct,
): Promise<void> => {
  await transaction
    .insertInto('agency_change')
    .values({ ...changed, command_id: commandId, by, at })
    .execute();
};

const add = (database: Database, ring: KeyRing, toAdd: AgencyToAdd): Promise<AgencyRecord> => {
  const { name, kind, seat, contacts } = toAdd;
  if (seat !== undefined && !maySit(kind, seat))
    throw new RangeError(`an agency of kind ${kind} has no seat ${seat}`);
  return database.transaction().execute(async (transaction) => {
    const done = await doneBefore(transaction, toAdd);
    if (done !== undefined) return known(transaction, done.agency);
    const number = await nextNumber(transaction, COUNTERS.agency);
    const id = `AG-${fourDigits(number)}` as AgencyId;
    await transaction
      .insertInto('agency')
      .values({ id, number, version: 1, name, kind, seat: seat ?? null })
      .execute();
    await addContacts(transaction, ring, id, 1, contacts);
    await writeChange(transaction, { agency: id, version: 1, fields: ['added'], withdrew: [] }, toAdd);
    return known(transaction, id);
  });
};

/** Leaves a transaction without its effects, with an answer. */
class LeftUndone extends Error {
  constructor(readonly answer: AgencyChanged) {
    super('left undone');
  }
}

const changeWithin = async (
  transaction: Database,
  ring: KeyRing,
  id: AgencyId,
  change: AgencyToChange,
): Promise<AgencyChanged> => {
  const done = await doneBefore(transaction, change);
  if (done?.agency === id)
    return { outcome: 'changed', agency: await known(transaction, id), withdrew: done.withdrew };
  const before = await transaction
    .selectFrom('agency')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return { outcome: 'unknownAgency' };
  const { expectedVersion, contacts } = change;
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    return { outcome: 'movedOn', version: before.version };
  }
  const kind = change.kind ?? before.kind;
  const seat = change.seat === undefined ? before.seat : change.seat;
  if (seat !== null && !maySit(kind, seat)) return { outcome: 'seatNotForKind', kind, seat };
  const version = before.version + 1;
  await transaction
    .updateTable('agency')
    .set({ version, kind, seat, name: change.name ?? before.name })
    .where('id', '=', id)
    .execute();
  let withdrew: readonly ContactId[] = [];
  if (contacts !== undefined) {
    const replaced = await replaceContacts(transaction, ring, id, contacts);
    if (replaced.outcome !== 'changed') throw new LeftUndone(replaced);
    ({ withdrew } = replaced);
  }
  const fields = (['name', 'kind', 'seat', 'contacts'] as const).filter(
    (field) => change[field] !== undefined,
  );
  await writeChange(transaction, { agency: id, version, fields, withdrew: [...withdrew] }, change);
  return { outcome: 'changed', agency: await known(transaction, id), withdrew };
};

export const createAgencyRegister = (database: Database, ring: KeyRing): AgencyRegister => ({
  // Async, so that what `add` refuses outright is a rejection too.
  add: async (toAdd) => add(database, ring, toAdd),
  change: async (id, change) => {
    try {
      return await database
        .transaction()
        .execute((transaction) => changeWithin(transaction, ring, id, change));
    } catch (error) {
      if (error instanceof LeftUndone) return error.answer;
      throw error;
    }
  },
  list: (query) => agencyPage(database, query),
  byId: (id) => byId(database, id),
  underCommand: async (commandId) => (await underCommand(database, commandId))?.agency,
  byIds: (ids) => agenciesById(database, ids),
  bySeat: (seat) => agenciesBySeat(database, seat),
  namesakesOf: (agencies) => namesakesOf(database, agencies),
  addressesOf: (agency, contacts) => addressesOf(database, ring, agency, contacts),
  detailsOf: (contacts) => detailsOf(database, ring, contacts),
});
