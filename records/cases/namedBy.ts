// Which other cases name a case, by their own word: it does not know of them itself. What a case says of others is its state's.

import { sql } from 'kysely';
import type { Naming } from '../../domain/rapidReview/duplicates/state';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { Database } from '../connect';
import type { CaseNaming } from './caseProjections';

interface Row {
  readonly reference: CaseReference;
  readonly as: Naming;
}

/** The last word of each as a duplicate, and that it is a further episode; in the order of their references. */
export const namedBy = async (
  database: Database,
  reference: CaseReference,
): Promise<readonly CaseNaming[]> => {
  const { rows } = await sql<Row>`
    select reference, 'episode' as "as" from case_event
    where kind = 'CaseOpened' and body ->> 'episodeOf' = ${reference}
    union all
    (select distinct on (reference) reference,
       case kind when 'DuplicateNoted' then 'maybeSame' when 'CaseAbsorbed' then 'absorbed' else body ->> 'as' end
     from case_event
     where kind in ('DuplicateNoted', 'DuplicateSettled', 'CaseAbsorbed') and body ->> 'of' = ${reference}
     order by reference, number desc)
    order by 1, 2`.execute(database);
  return rows.map(({ reference: by, as }) => ({ by, as }));
};
