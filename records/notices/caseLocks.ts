// One sender a case at a time, over all processes. All locks of a process share one connection: were each to hold one
// of the pool, enough of them would leave none for the work they guard. A killed process loses its connection, and
// with it every lock, at once.

import { sql } from 'kysely';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { CaseLocked } from './noticeLedger';

/** Asks on the connection that all locks share: one statement at a time, which is what a connection is for. */
type Ask = <T>(statement: (connection: Database) => Promise<T>) => Promise<T>;

interface Session {
  /** Counted at once, not when the connection is there: nobody may close what somebody is waiting for. */
  users: number;
  readonly opening: Promise<{ readonly ask: Ask; readonly close: () => void }>;
}

export type WithCaseLock = <T>(reference: CaseReference, work: () => Promise<T>) => Promise<CaseLocked<T>>;

const nameOf = (reference: CaseReference): string => `mail/${reference}`;

const inTurn = (connection: Database): Ask => {
  let last: Promise<unknown> = Promise.resolve();
  return (statement) => {
    const asked = last.then(() => statement(connection));
    // One that fails is its own asker's to hear of, and holds up no other.
    last = asked.catch(() => undefined);
    return asked;
  };
};

const openSession = (database: Database): Session => ({
  users: 0,
  opening: new Promise((resolve, reject) => {
    database
      .connection()
      // The pool has the connection back when this promise is settled.
      .execute((connection) => new Promise<void>((close) => resolve({ ask: inTurn(connection), close })))
      .catch(reject);
  }),
});

const tryLock = async (connection: Database, reference: CaseReference): Promise<boolean> => {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_lock(hashtextextended(${nameOf(reference)}, 0)) as held`.execute(connection);
  return rows[0]?.held === true;
};

const unlock = async (connection: Database, reference: CaseReference): Promise<void> => {
  await sql`select pg_advisory_unlock(hashtextextended(${nameOf(reference)}, 0))`.execute(connection);
};

export const createCaseLocks = (database: Database): WithCaseLock => {
  // To PostgreSQL the whole process is one holder, so who holds what within it is known here.
  const here = new Set<CaseReference>();
  let current: Session | undefined;

  const inSession = async <T>(act: (ask: Ask, failed: () => void) => Promise<T>): Promise<T> => {
    const session = (current ??= openSession(database));
    const forget = (): void => {
      if (current === session) current = undefined;
    };
    session.users += 1;
    try {
      const { ask, close } = await session.opening.catch((error: unknown) => {
        forget();
        throw error;
      });
      try {
        return await act(ask, forget);
      } finally {
        if (session.users === 1) {
          forget();
          close();
        }
      }
    } finally {
      session.users -= 1;
    }
  };

  return async (reference, work) => {
    if (here.has(reference)) return { held: false };
    here.add(reference);
    try {
      return await inSession(async (ask, failed) => {
        const locked = await ask((connection) => tryLock(connection, reference)).catch((error: unknown) => {
          failed();
          throw error;
        });
        if (!locked) return { held: false };
        try {
          return { held: true, value: await work() };
        } finally {
          // A connection that is lost has lost its locks; the next to come opens another.
          await ask((connection) => unlock(connection, reference)).catch(failed);
        }
      });
    } finally {
      here.delete(reference);
    }
  };
};
