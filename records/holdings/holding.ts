// How what a table holds is classed: what each column says of whom, and how long it stays. The classes alone; which table
// holds what is in the files beside it.

import type { Tables } from '../schema';

/** What a column can say, from the gravest to nothing at all. */
export const COLUMN_CLASSES = {
  sealed: 'Names, addresses and free text, encrypted with AES-256-GCM.',
  secret: 'A key under another key, or a hash that leads back to nothing.',
  caseFact:
    'A reference, code or date of a case. It names nobody; with the dossier it is about a child, so it is personal data.',
  actor: 'Who did it, as a code. Their name is sealed in `person`.',
  agency: 'An agency, its kind and seat, or a contact as a code. Names and addresses of contacts are sealed.',
  calendar: 'Bank holidays, closures, school holidays and meeting dates, of nobody.',
  machine: 'Numbers, versions, states and hashes that the program needs, of nobody.',
} as const;
export type ColumnClass = keyof typeof COLUMN_CLASSES;

/** How long the rows of a table stay. What the engine does not delete, the partnership must decide about. */
export const STAYS = {
  appendOnly: 'The engine never deletes it, and the table refuses a change.',
  kept: 'The engine never deletes it.',
  projection: 'Worked out from the events, as long as they stay.',
  withKey:
    "Readable until the case's key is destroyed. What became part of no case goes after {pendingHours} hours, or, of an opening, {openingDays} days.",
  whileBehind: 'Until the case follows, or ends.',
} as const;
export type Stay = keyof typeof STAYS;

export interface Holding<Row> {
  readonly holds: string;
  readonly why: string;
  readonly stays: Stay;
  readonly columns: { readonly [C in keyof Row]-?: ColumnClass };
}

/** Every table with every column: one that is missing does not compile. */
export type Holdings = { readonly [T in keyof Tables]: Holding<Tables[T]> };
