// Why the dossier refuses. References only, never a content.

import type { CaseReference } from '../../domain/rapidReview/state';

export class CaseKeyDestroyed extends Error {
  override readonly name = 'CaseKeyDestroyed';
  constructor(readonly reference: CaseReference) {
    super(`${reference}: the key of its dossier was destroyed, nothing more can be written to it`);
  }
}

export class UnderLegalHold extends Error {
  override readonly name = 'UnderLegalHold';
  constructor(readonly reference: CaseReference) {
    super(`${reference}: the key of its dossier is under legal hold and is not destroyed`);
  }
}
