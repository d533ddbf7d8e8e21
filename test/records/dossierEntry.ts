// Something for the dossier, with a canary name to look for elsewhere.

import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { DossierEntry, DossierReader, Records } from '../../records/records';
import { newReference } from './recordsUnderTest';

export const CANARY = 'Wilhelmina Invented-Canary';

export const reader: DossierReader = { actor: 'P-0002' as ActorId, at: instant(5_000), why: 'casework' };

export const entry = (reference: CaseReference, rest: Partial<DossierEntry> = {}): DossierEntry => ({
  reference,
  commandId: 'c1',
  field: 'child',
  kind: 'childParticulars',
  content: { name: CANARY },
  by: 'P-0001' as ActorId,
  at: instant(1_000),
  ...rest,
});

export const written = async (
  records: Records,
  rest: Partial<DossierEntry> = {},
): Promise<{ readonly reference: CaseReference; readonly row: DossierRow }> => {
  const reference = newReference();
  return { reference, row: await records.dossier.putPending(entry(reference, rest)) };
};
