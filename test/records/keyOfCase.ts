// A case that is over with a text in its dossier, and what is asked to be done to its key.

import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { KeyActAsked, Records } from '../../records/records';
import { Story } from '../unit/rapidReview/story';
import { written } from './dossierEntry';
import { recordStory } from './recordsUnderTest';

export const WHY = 'The invented period of keeping has ended';

export const keyAct = (at: number, why = WHY): KeyActAsked => ({
  by: 'P-0001' as ActorId,
  at: instant(at),
  why,
});

/** A death that is only recorded: no clock runs, and no mail waits. */
export const recordOnly = (records: Records, reference: CaseReference): Promise<void> =>
  recordStory(
    records,
    reference,
    new Story().opened('2026-03-30 15:20', { reference, nature: 'careLeaverDeath', agencies: [] }),
  );

export const overWithText = async (
  records: Records,
): Promise<{ readonly reference: CaseReference; readonly row: DossierRow }> => {
  const one = await written(records);
  await recordOnly(records, one.reference);
  return one;
};
