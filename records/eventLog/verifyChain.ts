// Checking the chains of one case or of all, against the events and against the head that was kept beside them.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import type { ChainVerdict } from './eventLog';
import { chainedOf, eventRowsOf } from './eventRows';
import { brokenAt } from './hashChain';

const PAGE = 500;

/** Cases by their events or by their head: an attacker may have left either. */
const referencesAfter = async (database: Database, after: string): Promise<readonly CaseReference[]> => {
  const known = database
    .selectFrom('case_head')
    .select('reference')
    .union(database.selectFrom('case_event').select('reference'));
  const rows = await database
    .selectFrom(known.as('known'))
    .select('reference')
    .where('reference', '>', after as CaseReference)
    .orderBy('reference')
    .limit(PAGE)
    .execute();
  return rows.map(({ reference }) => reference);
};

// Head and events as of one moment: what is recorded in between would look like an event too many.
const verifyCase = (database: Database, reference: CaseReference): Promise<ChainVerdict> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (moment) => {
      const head = await moment
        .selectFrom('case_head')
        .select(['number', 'hash'])
        .where('reference', '=', reference)
        .executeTakeFirst();
      const rows = (await eventRowsOf(moment, reference)).map(chainedOf);
      const number = brokenAt(reference, rows, head);
      return {
        checked: rows.length,
        ...(number === undefined ? {} : { firstBroken: { reference, number } }),
      };
    });

export const verifyChain = async (database: Database, reference?: CaseReference): Promise<ChainVerdict> => {
  if (reference !== undefined) return verifyCase(database, reference);
  let checked = 0;
  for (let page = await referencesAfter(database, ''); page.length > 0;) {
    for (const each of page) {
      const verdict = await verifyCase(database, each);
      checked += verdict.checked;
      if (verdict.firstBroken !== undefined) return { checked, firstBroken: verdict.firstBroken };
    }
    page = await referencesAfter(database, page.at(-1) ?? '');
  }
  return { checked };
};
