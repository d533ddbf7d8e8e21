// Everything that is sealed directly under the master keys, and where: the key of each case, and what belongs to no case.
// What a case key encrypts is not touched when a master key changes.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { ContactId } from '../../domain/timetable/facts';
import type { Place } from '../../platform/encryption/sealed';
import { placeOfContact } from '../agencies/contacts';
import { placeOfChange } from '../calendarChanges/createCalendarChanges';
import { placeOfCaseKey } from '../dossier/caseKey';
import { placeOfKeyAct } from '../dossier/keyActs';
import { placeOfFact } from '../holidays/factRows';
import { placeOfPerson } from '../people/createPeople';

export interface SealedColumn {
  /** In the words of whoever reads about it. */
  readonly what: string;
  readonly table: string;
  /** By which a row is named. */
  readonly key: string;
  readonly sealed: string;
  readonly placeOf: (key: string) => Place;
}

/** Each has the id of its key in the column `key_id`; empty where there is nothing, or not any more. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    what: 'keys of cases',
    table: 'case_key',
    key: 'reference',
    sealed: 'wrapped',
    placeOf: (key) => placeOfCaseKey(key as CaseReference),
  },
  {
    what: 'contacts of agencies',
    table: 'agency_contact',
    key: 'id',
    sealed: 'sealed',
    placeOf: (key) => placeOfContact(key as ContactId),
  },
  {
    what: 'names of people',
    table: 'person',
    key: 'actor',
    sealed: 'sealed',
    placeOf: (key) => placeOfPerson(key as ActorId),
  },
  {
    what: 'reasons in the holiday ledger',
    table: 'holiday_fact',
    key: 'number',
    sealed: 'sealed',
    placeOf: (key) => placeOfFact(Number(key)),
  },
  {
    what: 'reasons of calendar changes',
    table: 'calendar_change',
    key: 'number',
    sealed: 'sealed',
    placeOf: (key) => placeOfChange(Number(key)),
  },
  {
    what: 'reasons of acts on the keys of cases',
    table: 'case_key_act',
    key: 'number',
    sealed: 'sealed',
    placeOf: (key) => placeOfKeyAct(Number(key)),
  },
];
