// Agencies and their contacts, people and their tokens. Whoever can be named or reached is in a sealed column.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create table agency (
      id text collate "C" primary key,
      number integer not null unique,
      version integer not null,
      name text not null,
      kind text not null,
      -- R14: a seat belongs to the agency of its own kind.
      seat text check (seat is null or seat = kind)
    )`.execute(database);
  await sql`
    create table agency_contact (
      id text collate "C" primary key,
      agency text collate "C" not null references agency (id),
      position integer not null,
      withdrawn boolean not null default false,
      key_id text not null,
      sealed bytea not null,
      unique (agency, position)
    )`.execute(database);
  // Who changed what and when: the names of the fields, never their content.
  await sql`
    create table agency_change (
      command_id text primary key,
      agency text collate "C" not null references agency (id),
      version integer not null,
      fields text[] not null,
      by text not null,
      at bigint not null
    )`.execute(database);
  await sql`
    create trigger append_only before update or delete on agency_change
    for each row execute function refuse_change()`.execute(database);
  await sql`
    create trigger append_only_whole before truncate on agency_change
    for each statement execute function refuse_change()`.execute(database);

  await sql`
    create table person (
      actor text primary key,
      number integer not null unique,
      key_id text not null,
      sealed bytea not null
    )`.execute(database);
  await sql`
    create table token (
      id text primary key,
      number integer not null unique,
      actor text not null references person (actor),
      role text not null,
      seats text[] not null default '{}',
      agency text collate "C" references agency (id),
      -- SHA-256 of the secret, which is 256 random bits: nothing slower is needed against guessing.
      secret_hash bytea not null check (length(secret_hash) = 32),
      issued_at bigint not null,
      expires_at bigint,
      revoked_at bigint,
      demo boolean not null default false
    )`.execute(database);
};
