// Which codes events name: of cases, agencies, contacts, people and the sub-group's dates wherever they stand in an event, also
// within the key of an obligation or a notice, so that no kind of event can be forgotten; and the changes of the calendar.

import { agencyOfContact } from '../../domain/rapidReview/agenciesOfCase';
import { CODES, isCode, type CodeKind, type CodeOf } from '../../domain/rapidReview/codes';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CodesNamed } from './givenCodes';

// Codes end where no further letter or digit follows; of a contact the agency is the beginning, so the contact is looked for first.
const ANY = ['case', 'contact', 'agency', 'person', 'diaryDate'] as const satisfies readonly CodeKind[];
const CODE = new RegExp(
  `(?<![A-Za-z0-9])(?:${ANY.map((kind) => CODES[kind]).join('|')})(?![A-Za-z0-9])`,
  'g',
);

const changesIn = (event: CaseEvent): readonly number[] =>
  event.kind === 'CalendarAdopted' ? [event.body.change] : [];

export const codesNamed = (events: readonly CaseEvent[]): CodesNamed => {
  const found = [...new Set(JSON.stringify(events).match(CODE) ?? [])].sort();
  const all = <K extends CodeKind>(kind: K): readonly CodeOf[K][] =>
    found.filter((code) => isCode(kind, code));
  const contacts = all('contact');
  // Whoever names a contact names its agency.
  const agencies = new Set([...all('agency'), ...contacts.map(agencyOfContact)]);
  return {
    cases: all('case'),
    agencies: [...agencies].sort(),
    contacts,
    people: all('person'),
    diaryDates: all('diaryDate'),
    calendarChanges: [...new Set(events.flatMap(changesIn))].sort((a, b) => a - b),
  };
};
