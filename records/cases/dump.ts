// The canonical text of the projections, by which two states of them are compared byte by byte.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { canonicalText } from '../eventLog/hashChain';

export const PROJECTIONS = ['case_list', 'case_obligation', 'case_request', 'case_meeting'] as const;

/** One line a row, in the order of its key: of one case or of all, with the shapes that they name. */
export const dumpOf = async (database: Database, reference?: CaseReference): Promise<string> => {
  const of = reference === undefined ? [] : [reference];
  const list = await database
    .selectFrom('case_list')
    .selectAll()
    .$if(of.length > 0, (query) => query.where('reference', 'in', of))
    .orderBy('reference')
    .execute();
  const obligations = await database
    .selectFrom('case_obligation')
    .selectAll()
    .$if(of.length > 0, (query) => query.where('reference', 'in', of))
    .orderBy('reference')
    .orderBy('key')
    .execute();
  const requests = await database
    .selectFrom('case_request')
    .selectAll()
    .$if(of.length > 0, (query) => query.where('reference', 'in', of))
    .orderBy('reference')
    .orderBy('agency')
    .execute();
  const meetings = await database
    .selectFrom('case_meeting')
    .selectAll()
    .$if(of.length > 0, (query) => query.where('reference', 'in', of))
    .orderBy('reference')
    .execute();
  const named = [...new Set([...list, ...requests].flatMap(({ shape }) => (shape === null ? [] : [shape])))];
  const shapes = await database
    .selectFrom('case_shape')
    .selectAll()
    .where('id', '=', (eb) => eb.fn.any(eb.val(named)))
    .orderBy('id')
    .execute();
  return [
    ...list.map((row) => `case_list ${canonicalText(row)}\n`),
    ...obligations.map((row) => `case_obligation ${canonicalText(row)}\n`),
    ...requests.map((row) => `case_request ${canonicalText(row)}\n`),
    ...meetings.map((row) => `case_meeting ${canonicalText(row)}\n`),
    ...shapes.map((row) => `case_shape ${canonicalText(row)}\n`),
  ].join('');
};
