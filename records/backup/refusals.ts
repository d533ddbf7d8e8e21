// Why a backup is not made, not believed, or not restored: each sentence says what was wrong and what would be right.

/** How most of them end. */
export const NOTHING_CHANGED = 'Nothing was changed.';

export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
