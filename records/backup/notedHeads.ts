// The heads of all chains as a backup noted them, a page at a time: the witness that whole chains were not written anew.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { HeadOfCase } from '../eventLog/hashChain';
import { checkedManifest, tableFile } from './manifest';
import { BackupRefused } from './refusals';

const PAGE = 5_000;
const TABLE = 'case_head';

const notKept = (column: string): string =>
  `The backup does not hold the column ${column} of ${TABLE}, so no chain can be held against it. Name a backup that this program made.`;

/** Throws `BackupRefused` for what is no backup, or a damaged one. */
export async function* notedHeads(folder: string): AsyncGenerator<readonly HeadOfCase[]> {
  const { tables } = await checkedManifest(folder);
  const columns = tables.find(({ table }) => table === TABLE)?.columns ?? [];
  const column = (name: string): number => {
    const found = columns.indexOf(name);
    if (found === -1) throw new BackupRefused(notKept(name));
    return found;
  };
  const [reference, number, hash] = [column('reference'), column('number'), column('hash')];
  let page: HeadOfCase[] = [];
  const lines = createInterface({ input: createReadStream(tableFile(folder, TABLE)).pipe(createGunzip()) });
  for await (const line of lines) {
    // None of the three holds what COPY would have to write in another way.
    const values = line.split('\t');
    page.push({
      reference: (values[reference] ?? '') as CaseReference,
      number: Number(values[number]),
      hash: values[hash] ?? '',
    });
    if (page.length === PAGE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}
