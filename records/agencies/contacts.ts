// The contacts of an agency: sealed one by one, each bound to its own id, under ids that never change hands. Only the
// level stands in the open: cases ask for it, and it names nobody.

import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { openText, sealText, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { COUNTERS, lastNumber } from '../counter';
import type { AgencyChanged, ContactChange, ContactDetails, ContactToAdd } from './agencyRegister';

export const placeOfContact = (contact: ContactId): Place => ['contact', contact];

const sealedColumns = (
  ring: KeyRing,
  contact: ContactId,
  details: ContactDetails,
): { key_id: string; sealed: Buffer } => {
  const { keyId, sealed } = sealText(ring, JSON.stringify(details), placeOfContact(contact));
  return { key_id: keyId, sealed };
};

const opened = (ring: KeyRing, row: { id: ContactId; key_id: string; sealed: Buffer }): ContactDetails =>
  JSON.parse(
    openText(ring, { keyId: row.key_id, sealed: row.sealed }, placeOfContact(row.id)),
  ) as ContactDetails;

/** `first` is the place of the first one among the agency's contacts, withdrawn ones counted. */
export const addContacts = async (
  transaction: Database,
  ring: KeyRing,
  agency: AgencyId,
  first: number,
  contacts: readonly ContactToAdd[],
): Promise<void> => {
  if (contacts.length === 0) return;
  await transaction
    .insertInto('agency_contact')
    .values(
      contacts.map(({ email, name, role, level = 'lead' }, index) => {
        const position = first + index;
        const id = `${agency}-C${position}` as ContactId;
        const details = {
          email,
          ...(name === undefined ? {} : { name }),
          ...(role === undefined ? {} : { role }),
        };
        return { id, agency, position, level, withdrawn: false, ...sealedColumns(ring, id, details) };
      }),
    )
    .execute();
};

const changed = (before: ContactDetails, { email, name, role }: ContactChange): ContactDetails => {
  const kept = <T>(now: T | null | undefined, was: T | undefined): T | undefined =>
    now === undefined ? was : (now ?? undefined);
  const names = { name: kept(name, before.name), role: kept(role, before.role) };
  return {
    email: email ?? before.email,
    ...(names.name === undefined ? {} : { name: names.name }),
    ...(names.role === undefined ? {} : { role: names.role }),
  };
};

/** Of the change of an agency, what its contacts have to do with. */
type ContactsChanged =
  | { readonly outcome: 'changed'; readonly withdrew: readonly ContactId[] }
  | Extract<AgencyChanged, { readonly outcome: 'unknownContact' | 'contactTwice' | 'contactWithoutAddress' }>;

/** Makes the agency's list the one given; nothing is changed where it cannot be. */
export const replaceContacts = async (
  transaction: Database,
  ring: KeyRing,
  agency: AgencyId,
  wanted: readonly ContactChange[],
): Promise<ContactsChanged> => {
  const rows = await transaction
    .selectFrom('agency_contact')
    .selectAll()
    .where('agency', '=', agency)
    .orderBy('position')
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const additions: ContactToAdd[] = [];
  const named = new Map<ContactId, ContactChange>();
  for (const change of wanted) {
    const { id, email, level } = change;
    if (id !== undefined) {
      if (!known.has(id)) return { outcome: 'unknownContact', contact: id };
      if (named.has(id)) return { outcome: 'contactTwice', contact: id };
      named.set(id, change);
      continue;
    }
    if (email === undefined) return { outcome: 'contactWithoutAddress' };
    additions.push({ ...changed({ email }, change), ...(level === undefined ? {} : { level }) });
  }
  for (const row of rows) {
    const change = named.get(row.id);
    const columns =
      change === undefined
        ? {}
        : {
            level: change.level ?? row.level,
            ...sealedColumns(ring, row.id, changed(opened(ring, row), change)),
          };
    await transaction
      .updateTable('agency_contact')
      .set({ withdrawn: change === undefined, ...columns })
      .where('id', '=', row.id)
      .execute();
  }
  // A restored register may lack contacts that cases have written to: their ids are passed over.
  const passed = await lastNumber(transaction, COUNTERS.contact(agency));
  const last = Math.max(passed, rows.at(-1)?.position ?? 0);
  await addContacts(transaction, ring, agency, last + 1, additions);
  const withdrew = rows.filter(({ id, withdrawn }) => !withdrawn && !named.has(id)).map(({ id }) => id);
  return { outcome: 'changed', withdrew };
};

const rowsOf = (database: Database, contacts: readonly ContactId[]) =>
  database
    .selectFrom('agency_contact')
    .select(['id', 'key_id', 'sealed'])
    .where('id', 'in', contacts)
    .orderBy('position');

export const detailsOf = async (
  database: Database,
  ring: KeyRing,
  contacts: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, ContactDetails>> => {
  if (contacts.length === 0) return new Map();
  const rows = await rowsOf(database, contacts).execute();
  return new Map(rows.map((row) => [row.id, opened(ring, row)]));
};

export const addressesOf = async (
  database: Database,
  ring: KeyRing,
  agency: AgencyId,
  contacts: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, ContactDetails>> => {
  if (contacts.length === 0) return new Map();
  const rows = await rowsOf(database, contacts)
    .where('agency', '=', agency)
    .where('withdrawn', '=', false)
    .execute();
  return new Map(rows.map((row) => [row.id, opened(ring, row)]));
};
