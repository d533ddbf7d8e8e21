// Which codes events name: of cases, agencies, contacts, people and the sub-group's dates wherever they stand in an event, also
// within the key of an obligation or a notice, so that no kind of event can be forgotten; and the changes of the calendar.

import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CodesNamed } from './givenCodes';

// At most nine digits, as many as a counter holds. Codes end where no further letter or digit follows.
const CODE =
  /(?<![A-Za-z0-9])(?:RR-\d{4}-\d{4,9}|AG-\d{4,9}(?:-C\d{1,9})?|P-\d{4,9}|SG-\d{4,9})(?![A-Za-z0-9])/g;

const changesIn = (event: CaseEvent): readonly number[] =>
  event.kind === 'CalendarAdopted' ? [event.body.change] : [];

export const codesNamed = (events: readonly CaseEvent[]): CodesNamed => {
  const found = [...new Set(JSON.stringify(events).match(CODE) ?? [])].sort();
  const like = (pattern: RegExp): readonly string[] => found.filter((code) => pattern.test(code));
  const contacts = like(/^AG-\d+-C/);
  // Whoever names a contact names its agency.
  const agencies = new Set([...like(/^AG-\d+$/), ...contacts.map((code) => code.replace(/-C\d+$/, ''))]);
  return {
    cases: like(/^RR-/) as CodesNamed['cases'],
    agencies: [...agencies].sort() as unknown as CodesNamed['agencies'],
    contacts: contacts as CodesNamed['contacts'],
    people: like(/^P-/) as CodesNamed['people'],
    diaryDates: like(/^SG-/) as CodesNamed['diaryDates'],
    calendarChanges: [...new Set(events.flatMap(changesIn))].sort((a, b) => a - b),
  };
};
