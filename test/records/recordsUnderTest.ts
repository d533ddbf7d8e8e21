// The records over a fresh database, and invented cases to record: told by the domain itself, so that the events are
// those that a workflow would record.

import { randomBytes } from 'node:crypto';
import { connect, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import type { Records } from '../../records/records';
import type { CaseReference } from '../../domain/rapidReview/state';
import { keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';
import { testDatabase } from '../postgres/testDatabase';
import { officialCalendar } from '../unit/calendars';
import { AGENCY, Story } from '../unit/rapidReview/story';

export interface RecordsUnderTest {
  readonly url: string;
  readonly ring: KeyRing;
  readonly database: Database;
  readonly records: Records;
  readonly close: () => Promise<void>;
}

export const recordsUnderTest = async (): Promise<RecordsUnderTest> => {
  const { url, drop } = await testDatabase();
  const database = connect(url);
  const ring = keyRingOf([{ id: 'test', bytes: randomBytes(32) }]);
  const records = createRecords(database, { master: ring });
  await records.snapshots.put(officialCalendar.snapshot);
  return {
    url,
    ring,
    database,
    records,
    close: async () => {
      await database.destroy();
      await drop();
    },
  };
};

let references = 0;

/** A reference that no other case of this file has. */
export const newReference = (): CaseReference => {
  references += 1;
  return `RR-2026-${String(references).padStart(4, '0')}` as CaseReference;
};

/** Opened, two agencies asked, one of them by a mail that the server took, reminders, misses: a few dozen events. */
export const eventfulStory = (reference: CaseReference): Story => {
  const story = new Story().opened('2026-03-30 15:20', { reference, agencies: [AGENCY(1), AGENCY(2)] });
  story.at('2026-03-31 10:00').send([AGENCY(1)]);
  const notice = story.notices.find(({ body }) => body.kind === 'scopingRequest');
  if (notice === undefined) throw new Error('the story asks for no mail');
  const { key, to } = notice;
  story.hear({ key, to, refused: [], outcome: 'accepted', acceptedAt: story.now });
  return story.at('2026-04-27 12:00');
};

export const recordStory = async (
  records: Records,
  reference: CaseReference,
  story: Story,
): Promise<void> => {
  await records.events.record({ reference, events: story.events, notices: story.notices });
};
