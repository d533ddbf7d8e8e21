// The identity register over PostgreSQL: people, sealed by name, and their tokens.

import type { Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { openText, sealText, type Place } from '../../platform/encryption/sealed';
import type { Database } from '../connect';
import { COUNTERS, fourDigits, nextNumber } from '../counter';
import type { PersonTable, TokenTable } from '../tables/registerTables';
import type { IssuedToken, People, TokenHolder, TokenId, TokenListing, TokenToIssue } from './people';
import { hashOfSecret, isSecret, newSecret, readToken, writeToken } from './tokenSecret';

export const placeOfPerson = (actor: ActorId): Place => ['person', actor];

const nameIn = (
  ring: KeyRing,
  { actor, key_id, sealed }: Pick<PersonTable, 'actor' | 'key_id' | 'sealed'>,
): string => openText(ring, { keyId: key_id, sealed }, placeOfPerson(actor));

/** Nothing under a key that is lost: tokens are listed and revoked without a name too. */
const nameIfReadable = (ring: KeyRing, row: Parameters<typeof nameIn>[1]): { readonly person?: string } =>
  ring.ids.includes(row.key_id) ? { person: nameIn(ring, row) } : {};

const holderOf = ({ actor, role, seats, agency, id }: Selectable<TokenTable>): TokenHolder => ({
  actor,
  role,
  seats,
  tokenId: id,
  ...(agency === null ? {} : { agency }),
});

const addPerson = async (transaction: Database, ring: KeyRing, name: string): Promise<ActorId> => {
  const number = await nextNumber(transaction, COUNTERS.person);
  const actor = `P-${fourDigits(number)}` as ActorId;
  const { keyId, sealed } = sealText(ring, name, placeOfPerson(actor));
  await transaction.insertInto('person').values({ actor, number, key_id: keyId, sealed }).execute();
  return actor;
};

const issue = (database: Database, ring: KeyRing, wanted: TokenToIssue): Promise<IssuedToken> =>
  database.transaction().execute(async (transaction) => {
    const actor = wanted.actor ?? (await addPerson(transaction, ring, wanted.person));
    const number = await nextNumber(transaction, COUNTERS.token);
    const tokenId = `TK-${fourDigits(number)}` as TokenId;
    const secret = newSecret();
    await transaction
      .insertInto('token')
      .values({
        id: tokenId,
        number,
        actor,
        role: wanted.role,
        seats: [...(wanted.seats ?? [])],
        agency: wanted.agency ?? null,
        secret_hash: hashOfSecret(secret),
        issued_at: wanted.at,
        expires_at: wanted.expiresAt ?? null,
        revoked_at: null,
        demo: wanted.demo ?? false,
      })
      .execute();
    return { token: writeToken(tokenId, secret), tokenId, actor };
  });

const findByToken = async (
  database: Database,
  token: string,
  at: Instant,
): Promise<TokenHolder | undefined> => {
  const given = readToken(token);
  if (given === undefined) return undefined;
  const row = await database.selectFrom('token').selectAll().where('id', '=', given.id).executeTakeFirst();
  if (row === undefined || !isSecret(given.secret, row.secret_hash)) return undefined;
  // From its last instant on it has expired; revoked is revoked, whatever instant is asked about.
  if (row.revoked_at !== null || (row.expires_at !== null && at >= row.expires_at)) return undefined;
  return holderOf(row);
};

const list = async (database: Database, ring: KeyRing): Promise<readonly TokenListing[]> => {
  const rows = await database
    .selectFrom('token')
    .innerJoin('person', 'person.actor', 'token.actor')
    .selectAll('token')
    .select(['person.key_id', 'person.sealed'])
    .orderBy('token.number')
    .execute();
  return rows.map((row) => ({
    ...holderOf(row),
    ...nameIfReadable(ring, row),
    issuedAt: row.issued_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    demo: row.demo,
  }));
};

const namesOf = async (
  database: Database,
  ring: KeyRing,
  actors: readonly ActorId[],
): Promise<ReadonlyMap<ActorId, string>> => {
  if (actors.length === 0) return new Map();
  const rows = await database.selectFrom('person').selectAll().where('actor', 'in', actors).execute();
  return new Map(rows.map((row) => [row.actor, nameIn(ring, row)]));
};

export const createPeople = (database: Database, ring: KeyRing): People => {
  const inForce = (at: Instant) =>
    database
      .updateTable('token')
      .set({ revoked_at: at })
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]));
  return {
    issue: (wanted) => issue(database, ring, wanted),
    findByToken: (token, at) => findByToken(database, token, at),
    list: () => list(database, ring),
    revoke: async (tokenId, at) => {
      const { numUpdatedRows } = await inForce(at).where('id', '=', tokenId).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    revokeDemo: async (at) => {
      const { numUpdatedRows } = await inForce(at).where('demo', '=', true).executeTakeFirst();
      return Number(numUpdatedRows);
    },
    nameOf: async (actor) => (await namesOf(database, ring, [actor])).get(actor),
    namesOf: (actors) => namesOf(database, ring, actors),
  };
};
