// Rows of the lists that rest on no event: found in one pass over the log, however long it is.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ExplainNode, SelectQueryNode, sql, type KyselyPlugin } from 'kysely';
import { straysOf } from '../../records/cases/rebuild';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

const CASES = 500;
const EVENTS = 12;

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
  const { database } = under;
  const hash = sql`repeat('a', 64)`;
  await sql`
    insert into case_event (reference, number, kind, body, actor, authority, command_id, at, hash, previous_hash)
    select 'RR-2030-' || n, k, 'ReturnReceived', '{}', 'P-0001', 'coordinator', '', 1, ${hash}, ${hash}
    from generate_series(1, ${CASES}::integer) as n, generate_series(1, ${EVENTS}::integer) as k`.execute(
    database,
  );
  await sql`
    insert into case_obligation (reference, key, position, obligation, status)
    select 'RR-2030-' || n, 'agencyReturn:AG-' || k, k, 'agencyReturn', 'awaitingAnchor'
    from generate_series(1, ${CASES + 1}::integer) as n, generate_series(1, ${EVENTS}::integer) as k`.execute(
    database,
  );
  await sql`analyze case_event, case_obligation`.execute(database);
});
afterAll(() => under.close());

test('only they are strays', async () => {
  expect(await straysOf(under.database)).toEqual([`RR-2030-${CASES + 1}`]);
});

test('nothing is looked up in the log row by row, where it does not fit the working memory', async () => {
  const plans: string[] = [];
  const explaining: KyselyPlugin = {
    transformQuery: ({ node }) =>
      SelectQueryNode.is(node) ? { ...node, explain: ExplainNode.create('json') } : node,
    transformResult: ({ result }) => {
      plans.push(JSON.stringify(result.rows));
      return Promise.resolve({ ...result, rows: [] });
    },
  };
  await under.database.transaction().execute(async (transaction) => {
    await sql`set local work_mem = '64kB'`.execute(transaction);
    await straysOf(transaction.withPlugin(explaining));
  });
  const ofLog = plans.filter((plan) => plan.includes('case_event'));
  expect(ofLog).toHaveLength(4);
  for (const plan of ofLog) expect(plan).not.toContain('SubPlan');
});
