// A token for each role, for trying the engine out: invented people, and never more than one set of tokens in force.
// Only `npm start`, the stack and the stories call it: no deployment makes any.

import { DAY, type Instant } from '../../domain/calendar/instant';
import { SEATS } from '../../domain/policy/policyProfile';
import { keyRingOf } from '../../platform/encryption/keyRing';
import type { EncryptionKey } from '../../platform/settings/encryptionKeys';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import type { Records, TokenListing, TokenToIssue } from '../../records/records';

export interface DemoToken {
  readonly role: string;
  readonly person: string;
  readonly token: string;
}

type Wanted = Pick<TokenToIssue, 'role' | 'person' | 'seats' | 'agency'>;

export const DAYS_IN_FORCE = 30;

const DELEGATES = {
  localAuthority: 'Callum Fernsby',
  police: 'Imogen Strake',
  integratedCareBoard: 'Tobias Wrenlow',
} as const;

const wantedTokens = async (records: Records): Promise<readonly Wanted[]> => {
  const [agency] = (await records.agencies.list({ limit: 1 })).items;
  return [
    { role: 'coordinator', person: 'Beatrix Ansdown' },
    { role: 'meetingChair', person: 'Rowan Pellgrave' },
    { role: 'independentChair', person: 'Sylvie Oakhurst-Tane' },
    ...SEATS.map((seat): Wanted => ({ role: 'partnerDelegate', person: DELEGATES[seat], seats: [seat] })),
    ...(agency === undefined
      ? []
      : [{ role: 'agencyContact', person: 'Marlow Quennet', agency: agency.id } as const]),
    { role: 'auditor', person: 'Edith Varnholt' },
    { role: 'service', person: 'Recording system (invented)' },
  ];
};

/**
 * Who had that demonstration token first: the same code each start, so that the chronology stays readable. Whose name is under a key
 * that is missing is nobody here, since nothing that they do could be told; once it is put back they are the first again.
 */
const sameAsBefore = (wanted: Wanted, before: readonly TokenListing[]): TokenListing | undefined =>
  before.find(
    ({ demo, role, person, seats }) =>
      demo &&
      role === wanted.role &&
      person === wanted.person &&
      seats.join() === (wanted.seats ?? []).join(),
  );

/** What stands beside the role where there are several of one: the seat, or the agency. */
const labelOf = ({ role, seats, agency }: Wanted): string =>
  [role, ...(seats ?? []), ...(agency === undefined ? [] : [agency])].join(' ');

/** Takes back every earlier demonstration token. */
export const demoTokens = async (
  databaseUrl: string,
  masterKeys: readonly EncryptionKey[],
): Promise<readonly DemoToken[]> => {
  const database = connect(databaseUrl, { connections: 1 });
  try {
    const records = createRecords(database, { master: keyRingOf(masterKeys) });
    const at = Date.now() as Instant;
    const before = await records.people.list();
    await records.people.revokeDemo(at);
    const tokens: DemoToken[] = [];
    for (const wanted of await wantedTokens(records)) {
      const known = sameAsBefore(wanted, before);
      const { token } = await records.people.issue({
        ...wanted,
        ...(known === undefined ? {} : { actor: known.actor }),
        at,
        expiresAt: (at + DAYS_IN_FORCE * DAY) as Instant,
        demo: true,
      });
      tokens.push({ role: labelOf(wanted), person: wanted.person, token });
    }
    return tokens;
  } finally {
    await database.destroy();
  }
};
