// What is done to the key of a case is kept, with who, when and why, in the transaction that does it; and what still needs the
// texts keeps the key. What destroying does is in `caseKey.test.ts`.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import { REASON, Story } from '../unit/rapidReview/story';
import { ALL_AGREE } from '../unit/rapidReview/race';
import type { Database } from '../../records/connect';
import { whyKeyStays } from '../../records/dossier/whyKeyStays';
import { CANARY, reader, written } from './dossierEntry';
import { everyTableAsText } from './everyTable';
import { keyAct, overWithText, WHY } from './keyOfCase';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

let reference: CaseReference;
let row: DossierRow;
beforeEach(async () => {
  ({ reference, row } = await overWithText(under.records));
});

const readable = async (): Promise<boolean> =>
  typeof (await under.records.dossier.read(reference, row, reader)) === 'object';

describe('each act', () => {
  test('is kept with who, when and why, in its order, and of its case alone', async () => {
    const { dossier } = under.records;
    await dossier.setLegalHold(reference, true, keyAct(1_000, 'A claim is expected'));
    await dossier.setLegalHold(reference, false, keyAct(2_000, 'The claim was settled'));
    await dossier.destroyKey(reference, keyAct(3_000));
    expect(await dossier.keyActsOf(reference)).toEqual([
      { act: 'held', by: 'P-0001', at: 1_000, why: 'A claim is expected' },
      { act: 'released', by: 'P-0001', at: 2_000, why: 'The claim was settled' },
      { act: 'destroyed', by: 'P-0001', at: 3_000, why: WHY },
    ]);
    const { reference: other } = await overWithText(under.records);
    expect(await dossier.keyActsOf(other)).toEqual([]);
  });

  test('has its reason sealed: nobody reads it in the database', async () => {
    await under.records.dossier.setLegalHold(reference, true, keyAct(1_000, CANARY));
    const everything = await everyTableAsText(under.database);
    expect(everything).not.toContain(CANARY);
    expect(everything).not.toContain(Buffer.from(CANARY).toString('hex'));
  });

  test('cannot be changed nor taken away', async () => {
    await under.records.dossier.setLegalHold(reference, true, keyAct(1_000));
    for (const change of [
      sql`update case_key_act set act = 'released'`,
      sql`delete from case_key_act`,
      sql`truncate case_key_act`,
    ])
      await expect(change.execute(under.database)).rejects.toThrow('append-only');
  });

  test('is not done where it cannot be noted', async () => {
    await sql`create function refuse_note() returns trigger language plpgsql as $$
      begin raise exception 'cannot be noted'; end $$`.execute(under.database);
    await sql`create trigger refuse_note before insert on case_key_act
      for each row execute function refuse_note()`.execute(under.database);
    const { dossier } = under.records;
    await expect(dossier.destroyKey(reference, keyAct(1_000))).rejects.toThrow('cannot be noted');
    await expect(dossier.setLegalHold(reference, true, keyAct(1_000))).rejects.toThrow('cannot be noted');
    await sql`drop trigger refuse_note on case_key_act`.execute(under.database);
    expect(await readable()).toBe(true);
    expect(await dossier.whyKeyStays(reference)).toBeUndefined();
  });

  test('that is refused leaves no trace', async () => {
    const { dossier } = under.records;
    await dossier.setLegalHold(reference, true, keyAct(1_000));
    const refused = [
      [dossier.setLegalHold(reference, true, keyAct(2_000)), { code: 'HeldAlready' }],
      [dossier.destroyKey(reference, keyAct(2_000)), { code: 'UnderLegalHold' }],
    ] as const;
    for (const [act, why] of refused) await expect(act).rejects.toMatchObject({ why });
    await dossier.setLegalHold(reference, false, keyAct(3_000));
    await expect(dossier.setLegalHold(reference, false, keyAct(4_000))).rejects.toMatchObject({
      why: { code: 'NotHeld' },
    });
    expect((await dossier.keyActsOf(reference)).map(({ act, at }) => [act, at])).toEqual([
      ['held', 1_000],
      ['released', 3_000],
    ]);
  });

  test('at the same moment is done once', async () => {
    expect(await under.records.dossier.isDestroyed(reference)).toBe(false);
    const acts = await Promise.allSettled(
      Array.from({ length: 4 }, (_, index) => under.records.dossier.destroyKey(reference, keyAct(index + 1))),
    );
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await under.records.dossier.keyActsOf(reference)).toHaveLength(1);
    expect(await under.records.dossier.isDestroyed(reference)).toBe(true);
  });

  test('of a case that there is not is refused, and makes no key', async () => {
    const unknown = newReference();
    const { dossier } = under.records;
    const why = { code: 'NoSuchCase' };
    await expect(dossier.setLegalHold(unknown, true, keyAct(1))).rejects.toMatchObject({ why });
    await expect(dossier.destroyKey(unknown, keyAct(1))).rejects.toMatchObject({ why });
    const keys = under.database.selectFrom('case_key').selectAll().where('reference', '=', unknown);
    expect(await keys.execute()).toEqual([]);
  });
});

describe('R25: the key stays', () => {
  const stays = async (of: CaseReference, why: object): Promise<void> => {
    const { dossier } = under.records;
    expect(await dossier.whyKeyStays(of)).toEqual(why);
    await expect(dossier.destroyKey(of, keyAct(9_000))).rejects.toMatchObject({ why });
    expect(await dossier.keyActsOf(of)).toEqual([]);
  };

  interface Opened {
    readonly of: CaseReference;
    readonly story: Story;
  }
  const opened = async (): Promise<Opened> => {
    const { reference: of } = await written(under.records);
    return { of, story: new Story().opened('2026-03-30 15:20', { reference: of }) };
  };

  const withdraw = { kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON } as const;

  const allMailsGo = async (of: CaseReference): Promise<void> => {
    for (const { key } of await under.records.notices.waiting(of)) {
      const rest = { accepted: [], refused: [], outcome: 'lapsed' } as const;
      await under.records.notices.end(key, { at: instant(1), ...rest });
    }
  };

  test('while the case is open, and while a mail of it waits', async () => {
    const { of, story } = await opened();
    await recordStory(under.records, of, story);
    await stays(of, { code: 'CaseIsOpen' });
    await recordStory(under.records, of, story.act(withdraw));
    const mails = (await under.records.notices.waiting(of)).length;
    expect(mails).toBeGreaterThan(0);
    await stays(of, { code: 'MailsWait', mails });
    await allMailsGo(of);
    await under.records.dossier.destroyKey(of, keyAct(9_000));
  });

  test('while the case that it was merged into has to tell who referred it', async () => {
    const [one, into] = [await opened(), await opened()];
    one.story.act({ kind: 'endAsMerged', into: into.of, reason: REASON });
    into.story
      .act({ kind: 'noteDuplicate', of: one.of })
      .act({ kind: 'absorbCase', of: one.of, receivedAt: one.story.now, reason: REASON });
    await recordStory(under.records, one.of, one.story);
    await recordStory(under.records, into.of, into.story);
    await allMailsGo(one.of);
    await stays(one.of, { code: 'MergedIntoOpenCase', into: into.of });
    await recordStory(under.records, into.of, into.story.act(withdraw));
    // It may be taken up again, and ends anew then: not once its own texts are gone.
    await stays(one.of, { code: 'MergedIntoCaseThatMayGoOn', into: into.of });
    await allMailsGo(into.of);
    await under.records.dossier.destroyKey(into.of, keyAct(9_000));
    expect(await under.records.dossier.whyKeyStays(one.of)).toBeUndefined();
  });

  const absorbs = (into: Opened, other: Opened): void => {
    into.story
      .act({ kind: 'noteDuplicate', of: other.of })
      .act({ kind: 'absorbCase', of: other.of, receivedAt: other.story.now, reason: REASON });
  };
  const endsFor = (other: Opened, into: Opened): void => {
    other.story.act({ kind: 'endAsMerged', into: into.of, reason: REASON });
  };
  const recorded = async (...cases: readonly Opened[]): Promise<void> => {
    for (const { of, story } of cases) {
      await recordStory(under.records, of, story);
      await allMailsGo(of);
    }
  };

  test('while the case at the end of a chain of mergers has to tell who referred it', async () => {
    const [one, middle, last] = [await opened(), await opened(), await opened()];
    absorbs(middle, one);
    endsFor(one, middle);
    absorbs(last, middle);
    endsFor(middle, last);
    await recorded(one, middle, last);
    await stays(one.of, { code: 'MergedIntoOpenCase', into: last.of });
    last.story.act(withdraw);
    await recorded(last);
    await stays(one.of, { code: 'MergedIntoCaseThatMayGoOn', into: last.of });
    await under.records.dossier.destroyKey(last.of, keyAct(9_000));
    expect(await under.records.dossier.whyKeyStays(one.of)).toBeUndefined();
  });

  const looksUp = async (database: Database): Promise<number> => {
    const { rows } = await sql<{ often: number }>`
      select pg_stat_get_xact_numscans('case_event_absorbed'::regclass)::integer as often`.execute(database);
    return rows[0]?.often ?? 0;
  };

  test('found without a look at the events of all other cases', async () => {
    const { of } = await opened();
    const looked = await under.database.transaction().execute(async (transaction) => {
      // A log as short as that of a test is read whole all the same.
      await sql`set local enable_seqscan = off`.execute(transaction);
      const before = await looksUp(transaction);
      await whyKeyStays(transaction, of);
      return (await looksUp(transaction)) - before;
    });
    expect(looked).toBe(1);
  });

  test('while an act on it is under way', async () => {
    const reservation = await under.records.reservations.reserve({
      caller: 'P-0001' as ActorId,
      key: `key-${reference}`,
      route: 'POST /x',
      bodyHash: 'hash',
      at: instant(1),
      actsOn: reference,
    });
    if (reservation.conflict) throw new Error('a conflict was not expected');
    await stays(reference, { code: 'ActsUnderWay', acts: 1 });
    await under.records.reservations.ended(reservation.commandId, instant(1));
    await under.records.dossier.destroyKey(reference, keyAct(9_000));
    expect(await readable()).toBe(false);
  });
});
