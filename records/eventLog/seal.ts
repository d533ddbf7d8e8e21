// One hash over the heads of all chains: whoever has noted it elsewhere can later tell whether these are the same records.
// And heads that were noted elsewhere, found again in the chains of today.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../connect';
import { heads } from './chainPages';
import type { HeadOfCase } from './hashChain';

export const sealOf = async (database: Database): Promise<string> => {
  const hash = createHash('sha256');
  for await (const { reference, number, hash: last } of heads(database, {}))
    hash.update(`${reference}\t${number}\t${last}\n`);
  return hash.digest('hex');
};

/** The first of them that is no link of its chain any more: recorded after it may be what will, but not instead of it. */
export const headGone = async (
  database: Database,
  noted: readonly HeadOfCase[],
): Promise<HeadOfCase | undefined> => {
  const { rows } = await sql<HeadOfCase>`
    select noted.* from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb)
      as noted (reference text, number integer, hash text)
    left join case_event on case_event.reference = noted.reference and case_event.number = noted.number
    where noted.number > 0 and case_event.hash is distinct from noted.hash
    order by noted.reference limit 1`.execute(database);
  return rows[0];
};
