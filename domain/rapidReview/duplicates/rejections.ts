// Why an act on possible duplicates is refused.

import type { CaseReference } from '../references';
import type { DuplicateNoted } from './state';

export type DuplicatesRejection =
  | { readonly code: 'DuplicateOfItself' }
  | { readonly code: 'DuplicateAlreadyNoted'; readonly of: CaseReference }
  | { readonly code: 'DuplicateNotNoted'; readonly of: CaseReference }
  | {
      readonly code: 'DuplicateAlreadySettled';
      readonly of: CaseReference;
      readonly as: NonNullable<DuplicateNoted['settled']>;
    };
