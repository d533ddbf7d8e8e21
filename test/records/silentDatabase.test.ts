// A database that is cut off without a word, as when its machine loses power: no end of the connection ever comes. What is asked of
// it fails in time, and the next to ask has a connection that works.

import { connect as dial, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Database } from '../../records/connect';
import { emptyDatabase, type TestDatabase } from '../postgres/testDatabase';

const ANSWERS_WITHIN_MS = 300;

let real: TestDatabase;
let line: Server;
let database: Database;
/** Both ends of every connection that was made. */
const ends = new Set<Socket>();

beforeAll(async () => {
  real = await emptyDatabase();
  const { hostname, port } = new URL(real.url);
  line = createServer((near) => {
    const far = dial(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const url = new URL(real.url);
  url.hostname = '127.0.0.1';
  url.port = String((line.address() as AddressInfo).port);
  database = connect(url.toString(), { connections: 1, answersWithinMs: ANSWERS_WITHIN_MS });
});
afterAll(async () => {
  await database.destroy();
  for (const end of ends) end.destroy();
  await new Promise((resolve) => line.close(resolve));
  await real.drop();
});

/** Nothing comes through any more; nobody is told. */
const cutOff = (): void => {
  for (const end of ends) end.unpipe().pause();
};

const answer = async (asked: Database = database): Promise<unknown> => {
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(asked);
  return rows;
};

test('a statement that is not answered in time fails, and the next is answered', async () => {
  expect(await answer()).toEqual([{ one: 1 }]);
  cutOff();
  await expect(answer()).rejects.toThrow('Connection terminated');
  expect(await answer()).toEqual([{ one: 1 }]);
}, 10_000);

test('so does a transaction, whose connection goes to nobody else', async () => {
  const asked = database.transaction().execute(async (transaction) => {
    await answer(transaction);
    cutOff();
    await answer(transaction);
  });
  await expect(asked).rejects.toThrow('Client was closed');
  expect(await answer()).toEqual([{ one: 1 }]);
}, 10_000);

test('a connection that is held and asked nothing is left alone, however long', async () => {
  await database.connection().execute(async (connection) => {
    const pid = async () => (await sql`select pg_backend_pid() as pid`.execute(connection)).rows;
    const before = await pid();
    await new Promise((resolve) => setTimeout(resolve, 2 * ANSWERS_WITHIN_MS));
    expect(await pid()).toEqual(before);
  });
}, 10_000);
