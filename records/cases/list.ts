// The case list, a page at a time, by headline date and reference.

import type { Selectable } from 'kysely';
import type { Database } from '../connect';
import type { CaseListTable } from '../tables/caseTables';
import type { CaseListItem, CaseListPage, CaseListQuery } from './caseProjections';
import { readCursor, writeCursor } from './cursor';

/** Those that are shown, and no more: a page has fifty rows, and is the question that is asked most. */
const SHOWN = [
  ...(['reference', 'status', 'nature', 'received_on', 'headline', 'listed_under', 'version'] as const),
  ...(['agencies', 'awaiting_anchor', 'open', 'met', 'missed'] as const),
] as const;

const itemOf = (row: Pick<Selectable<CaseListTable>, (typeof SHOWN)[number]>): CaseListItem => ({
  reference: row.reference,
  status: row.status,
  nature: row.nature,
  ...(row.received_on === null ? {} : { receivedOn: row.received_on }),
  ...(row.headline === null ? {} : { headline: row.headline }),
  version: row.version,
  agencies: row.agencies,
  obligations: { awaitingAnchor: row.awaiting_anchor, open: row.open, met: row.met, missed: row.missed },
});

export const listCases = async (database: Database, query: CaseListQuery): Promise<CaseListPage> => {
  const { status, headlineBefore, headlineAfter, after, limit } = query;
  let rows = database.selectFrom('case_list').select(SHOWN);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (headlineBefore !== undefined) rows = rows.where('headline', '<', headlineBefore);
  if (headlineAfter !== undefined) rows = rows.where('headline', '>', headlineAfter);
  if (after !== undefined) {
    const place = readCursor(after);
    rows = rows.where((eb) =>
      eb(eb.refTuple('listed_under', 'reference'), '>', eb.tuple(place.listedUnder, place.reference)),
    );
  }
  // One more than asked for tells whether there is a next page.
  const found = await rows
    .orderBy('listed_under')
    .orderBy('reference')
    .limit(limit + 1)
    .execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(itemOf),
    ...(found.length > limit && last !== undefined
      ? { next: writeCursor({ listedUnder: last.listed_under, reference: last.reference }) }
      : {}),
  };
};
