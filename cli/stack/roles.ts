// The two roles of a deployment on a new PostgreSQL, as `ops/postgres/roles.sh` makes them in a container: the engine's, with
// its database, and Temporal's, which makes its own. Neither is a superuser. Running it again changes nothing.

import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface RoleOfEngine {
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export const TEMPORAL_ROLE = 'temporal';

/** `adminUrl` is a superuser's, to the database of the engine. */
export const makeRoles = async (
  adminUrl: string,
  engine: RoleOfEngine,
  temporalPassword: string,
): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
    const known = new Set(rows.map(({ rolname }) => rolname));
    const role = async (name: string, password: string, may: string): Promise<void> => {
      if (known.has(name)) return;
      await client.query(
        `create role ${escapeIdentifier(name)} login ${may} password ${escapeLiteral(password)}`,
      );
    };
    const database = escapeIdentifier(engine.database);
    await role(engine.user, engine.password, '');
    await role(TEMPORAL_ROLE, temporalPassword, 'createdb');
    await client.query(`alter database ${database} owner to ${escapeIdentifier(engine.user)}`);
    await client.query(`revoke connect on database ${database} from public`);
  } finally {
    await client.end();
  }
};
