// A database lost and made anew on a server that goes on.

import { sql } from 'kysely';
import { connect } from '../../../records/connect';

export const emptied = async (url: string): Promise<void> => {
  const maintenance = new URL(url);
  const name = maintenance.pathname.slice(1);
  maintenance.pathname = '/postgres';
  const server = connect(maintenance.href);
  try {
    await sql`drop database ${sql.id(name)} with (force)`.execute(server);
    await sql`create database ${sql.id(name)}`.execute(server);
  } finally {
    await server.destroy();
  }
};
