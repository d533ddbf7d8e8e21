// A register whose changes are only added: each is decided on what stands then and recorded in one turn, so that two people cannot both be
// first, and the same act under the same command id has the effect of once. What a change is and how it is kept, each register knows.

import type { Database } from './connect';
import { takeTurn } from './counter';
import type { Judged, RecordedOrRefused, RegisterAct } from './registerAct';

interface Register<Known, Draft, Change, Act> {
  /** What takes turns with what. */
  readonly turn: string;
  readonly known: (transaction: Database) => Promise<Known>;
  readonly changeUnder: (transaction: Database, commandId: string) => Promise<Change | undefined>;
  readonly insert: (transaction: Database, act: Act, draft: Draft) => Promise<Change>;
}

export const recordInTurn = <Known, Draft, Change, Act extends Pick<RegisterAct, 'commandId'>, R>(
  database: Database,
  { turn, known, changeUnder, insert }: Register<Known, Draft, Change, Act>,
  act: Act,
  judge: (known: Known) => Judged<Draft, R>,
): Promise<RecordedOrRefused<Change, R>> =>
  database.transaction().execute(async (transaction) => {
    await takeTurn(transaction, turn);
    const before = await changeUnder(transaction, act.commandId);
    if (before !== undefined) return { recorded: before };
    const judged = judge(await known(transaction));
    if ('refused' in judged) return judged;
    return { recorded: await insert(transaction, act, judged.record) };
  });
