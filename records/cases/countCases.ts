// How many cases have an event.

import type { Database } from '../connect';

export const countCases = async (database: Database): Promise<number> => {
  const { cases } = await database
    .selectFrom('case_head')
    .where('number', '>', 0)
    .select((eb) => eb.fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow();
  return cases;
};
