// Cases just opened, for lists.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import { Story } from '../unit/rapidReview/story';
import { newReference, recordStory } from './recordsUnderTest';

export const openedCase = async (records: Records, received: string): Promise<CaseReference> => {
  const reference = newReference();
  await recordStory(records, reference, new Story().opened(received, { reference }));
  return reference;
};

/** A death without suspected abuse or neglect: no clock runs, so it has no headline date. */
export const recordedOnlyCase = async (records: Records): Promise<CaseReference> => {
  const reference = newReference();
  const story = new Story().opened('2026-03-30 15:20', {
    reference,
    nature: 'careLeaverDeath',
    agencies: [],
  });
  await recordStory(records, reference, story);
  return reference;
};
