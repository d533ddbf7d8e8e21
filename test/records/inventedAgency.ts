// Invented agencies for the register, and what it says of them.

import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { ContactId } from '../../domain/timetable/facts';
import type { AgencyRecord, AgencyToAdd, Records, RegisterAct } from '../../records/records';

let acts = 0;

/** Who, when and under which command: another one each time. */
export const act = (): RegisterAct => {
  acts += 1;
  return { by: 'P-0001' as ActorId, at: instant(acts), commandId: `command-${acts}` };
};

export const lead = { name: 'Ottoline Invented', role: 'safeguarding lead', email: 'lead@school.example' };
export const deputy = { email: 'deputy@school.example' };

export const school = (rest: Partial<AgencyToAdd> = {}): AgencyToAdd => ({
  name: 'Invented School',
  kind: 'school',
  contacts: [lead, deputy],
  ...act(),
  ...rest,
});

export const added = (records: Records, rest: Partial<AgencyToAdd> = {}): Promise<AgencyRecord> =>
  records.agencies.add(school(rest));

export const contact = (agency: AgencyRecord, n: number): ContactId => `${agency.id}-C${n}` as ContactId;

export const addresses = async (records: Records, agency: AgencyRecord): Promise<unknown> =>
  Object.fromEntries(
    await records.agencies.addressesOf(
      agency.id,
      [1, 2, 3, 4].map((n) => contact(agency, n)),
    ),
  );
