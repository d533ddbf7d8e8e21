// What the agency register promises: agencies and their contacts under stable ids. Whoever
// stands behind a contact (name, role, address) is encrypted, and an address has one way out: `addressesOf`.

import type { AgencyKind } from '../../domain/policy/agencyKinds';
import type { ContactLevel } from '../../domain/policy/contactLevels';
import type { Seat } from '../../domain/policy/policyProfile';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { RegisterAct } from '../registerAct';

export interface ContactDetails {
  readonly email: string;
  readonly name?: string;
  /** What they do there, such as "safeguarding lead". */
  readonly role?: string;
}

/** How far up in the agency they stand is no secret: `lead` where nothing is said. */
export interface ContactToAdd extends ContactDetails {
  readonly level?: ContactLevel;
}

export interface AgencyContact {
  readonly id: ContactId;
  readonly level: ContactLevel;
  /** Stays in the register, because cases name it; no mail goes there. */
  readonly withdrawn: boolean;
}

export interface AgencyRecord {
  readonly id: AgencyId;
  /** For `If-Match`; 1 when added, one more with each change. */
  readonly version: number;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly seat?: Seat;
  /** In the order they were added, withdrawn ones too. */
  readonly contacts: readonly AgencyContact[];
}

export interface AgencyToAdd extends RegisterAct {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly seat?: Seat;
  readonly contacts: readonly ContactToAdd[];
}

/** With an id: that contact, with what is given changed (`null` takes away). Without: a new one. */
export interface ContactChange {
  readonly id?: ContactId;
  readonly email?: string;
  readonly name?: string | null;
  readonly role?: string | null;
  readonly level?: ContactLevel;
}

export interface AgencyToChange extends RegisterAct {
  readonly name?: string;
  readonly kind?: AgencyKind;
  readonly seat?: Seat | null;
  /** The whole list: contacts left out are withdrawn, a withdrawn one that is named is back. */
  readonly contacts?: readonly ContactChange[];
  /** From `If-Match`. */
  readonly expectedVersion?: number;
}

export type AgencyChanged =
  /** `withdrew` are the contacts that this very change took mail from, in the order they were added. */
  | { readonly outcome: 'changed'; readonly agency: AgencyRecord; readonly withdrew: readonly ContactId[] }
  | { readonly outcome: 'unknownAgency' }
  | { readonly outcome: 'unknownContact'; readonly contact: ContactId }
  /** Two changes of the same one. */
  | { readonly outcome: 'contactTwice'; readonly contact: ContactId }
  /** A new contact without an address. */
  | { readonly outcome: 'contactWithoutAddress' }
  /** See `maySit`. */
  | { readonly outcome: 'seatNotForKind'; readonly kind: AgencyKind; readonly seat: Seat }
  | { readonly outcome: 'movedOn'; readonly version: number };

export interface AgencyPage {
  readonly items: readonly AgencyRecord[];
  /** Pass as `after` for the next page; absent on the last. */
  readonly next?: AgencyId;
}

export interface AgencyRegister {
  /** Ids are `AG-0001`, contacts `AG-0001-C1`. Throws `RangeError` where the seat is not for the kind. */
  add(agency: AgencyToAdd): Promise<AgencyRecord>;
  change(id: AgencyId, change: AgencyToChange): Promise<AgencyChanged>;
  list(query: { readonly after?: AgencyId; readonly limit: number }): Promise<AgencyPage>;
  byId(id: AgencyId): Promise<AgencyRecord | undefined>;
  /** The one that this command has added or changed. */
  underCommand(commandId: string): Promise<AgencyId | undefined>;
  /** Those of the ids given; unknown ones are left out. */
  byIds(ids: readonly AgencyId[]): Promise<readonly AgencyRecord[]>;
  /** Every agency that holds the partner's seat, by id. */
  bySeat(seat: Seat): Promise<readonly AgencyRecord[]>;
  /** Of those agencies, the ids of others of the same name, but for capitals and spaces: it may be one that is there twice. */
  namesakesOf(agencies: readonly AgencyId[]): Promise<ReadonlyMap<AgencyId, readonly AgencyId[]>>;
  /** The one way to an address to write to. Withdrawn and unknown contacts are left out. */
  addressesOf(
    agency: AgencyId,
    contacts: readonly ContactId[],
  ): Promise<ReadonlyMap<ContactId, ContactDetails>>;
  /** Who they are, the withdrawn ones too: to say who was there, and to know whom not to write to. */
  detailsOf(contacts: readonly ContactId[]): Promise<ReadonlyMap<ContactId, ContactDetails>>;
}
