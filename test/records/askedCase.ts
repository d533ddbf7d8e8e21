// A case that has asked one agency at two addresses, for the tests of what becomes of that mail.

import { instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { AGENCY, CONTACT, Story } from '../unit/rapidReview/story';
import { newReference, recordStory } from './recordsUnderTest';

export const [ONE, TWO] = [CONTACT(AGENCY(1), 1), CONTACT(AGENCY(1), 2)];

export interface AskedCase {
  readonly reference: CaseReference;
  /** Of the notice to the agency. */
  readonly key: string;
  readonly story: Story;
}

export const askedCase = async (records: Records): Promise<AskedCase> => {
  const reference = newReference();
  const story = new Story()
    .opened('2026-03-30 15:20', { reference })
    .at('2026-03-30 16:00')
    .send([AGENCY(1)], 2);
  await recordStory(records, reference, story);
  return { reference, key: `${reference}/scopingRequest/AG-0001/1.1`, story };
};

/** The number of the attempt. */
export const begun = async (records: Records, key: string): Promise<number> => {
  const answer = await records.notices.begin(key, instant(1));
  if (answer === 'finished') throw new Error('the notice is finished');
  return answer.attempt;
};
