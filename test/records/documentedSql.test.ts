// What the documents have people ask the database themselves, asked of it as it is now: a table or column that is called otherwise,
// or an answer that leaves a case out, misleads in the worst hour.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import { documents, fencesIn, textOf } from '../documents/documentedCommands';
import { ALL_AGREE, Race } from '../unit/rapidReview/race';
import { REASON } from '../unit/rapidReview/story';
import { newReference, recordStory, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeEach(async () => {
  under = await recordsUnderTest();
}, 60_000);
afterEach(() => under.close());

const quoted = documents.flatMap((document) =>
  fencesIn(textOf(document)).flatMap(({ language, body }) => (language === 'sql' ? [body.trim()] : [])),
);

test('the clock that stands still: every open date of an open case that is past', async () => {
  expect(quoted).toHaveLength(1);
  const reference = newReference();
  const standing = new Race().received({ reference }).asked();
  await recordStory(under.records, reference, standing);
  const other = newReference();
  const withdrawn = new Race().received({ reference: other }).asked();
  withdrawn.act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON });
  await recordStory(under.records, other, withdrawn);
  const { rows } = await sql<{ reference: string; key: string }>`${sql.raw(quoted[0] ?? '')}`.execute(
    under.database,
  );
  const past = timetableOfCase(standing.open, standing.calendar).lines.filter(
    ({ status, due }) => status === 'open' && due !== undefined,
  );
  expect(past.length).toBeGreaterThan(2);
  expect(rows.map((row) => `${row.reference} ${row.key}`).sort()).toEqual(
    past.map(({ key }) => `${reference} ${key}`).sort(),
  );
});
