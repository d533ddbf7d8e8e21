// Why the dossier refuses. References and codes only, never a content.

import type { CaseReference } from '../../domain/rapidReview/state';
import type { KeyActRefusal } from './dossier';

export class CaseKeyDestroyed extends Error {
  override readonly name = 'CaseKeyDestroyed';
  constructor(readonly reference: CaseReference) {
    super(`${reference}: the key of its dossier was destroyed, nothing more can be written to it`);
  }
}

/** Nothing was changed by the act, and nothing is noted of it. */
export class KeyActRefused extends Error {
  override readonly name = 'KeyActRefused';
  constructor(
    readonly reference: CaseReference,
    readonly why: KeyActRefusal,
  ) {
    super(`${reference}: the act on the key of its dossier is refused (${why.code})`);
  }
}
