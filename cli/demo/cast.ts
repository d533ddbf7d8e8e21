// Who plays: the seven invented agencies and the invented people of `npm start`, put into the register and found again by
// what they are.

import type { Seat } from '../../domain/policy/policyProfile';
import type { Asked, Role } from '../../domain/rapidReview/commands';
import type { AgencyKind } from '../../domain/policy/agencyKinds';
import type { EncryptionKey } from '../../platform/settings/encryptionKeys';
import type { AgencyRecord, Records } from '../../records/records';
import { seedDemoAgencies } from '../start/seedDemoAgencies';
import { demoTokens } from '../token/demoTokens';

/** Under whose name something is recorded. */
export type Person = Pick<Asked, 'actor' | 'authority' | 'seats'>;

export interface Cast {
  readonly coordinator: Person;
  readonly chair: Person;
  readonly delegate: (seat: Seat) => Person;
  readonly agency: (kind: AgencyKind) => AgencyRecord;
  /** The name of an agency or a person by code; the code where there is none. */
  readonly name: (code: string) => string;
}

export const createCast = async (
  records: Records,
  databaseUrl: string,
  masterKeys: readonly EncryptionKey[],
): Promise<Cast> => {
  await seedDemoAgencies(databaseUrl, { masterKeys });
  await demoTokens(databaseUrl, masterKeys);
  const { items: agencies } = await records.agencies.list({ limit: 50 });
  const people = await records.people.list();

  const person = (role: Role, seat?: Seat): Person => {
    const found = people.find((one) => one.role === role && (seat === undefined || one.seats.includes(seat)));
    if (found === undefined) throw new Error(`nobody plays the ${role}`);
    const { actor, seats } = found;
    return { actor, authority: role, ...(seats.length === 0 ? {} : { seats }) };
  };
  const names = new Map<string, string>([
    ...agencies.map(({ id, name }) => [id, name] as const),
    ...people.map(({ actor, person: name }) => [actor, name ?? actor] as const),
  ]);
  return {
    coordinator: person('coordinator'),
    chair: person('meetingChair'),
    delegate: (seat) => person('partnerDelegate', seat),
    agency: (kind) => {
      const found = agencies.find((agency) => agency.kind === kind);
      if (found === undefined) throw new Error(`no agency of kind ${kind} plays`);
      return found;
    },
    name: (code) => names.get(code) ?? code,
  };
};
