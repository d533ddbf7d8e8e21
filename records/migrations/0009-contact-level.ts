// How far up in its agency a contact stands: whom an escalation reaches (R11). It names nobody, so it is not sealed.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table agency_contact add column level text not null default 'lead'
    check (level in ('lead', 'deputy', 'senior', 'executive'))`.execute(database);
};
