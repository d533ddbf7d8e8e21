// The link by which an agency answers without an account. It is proved by a keyed hash of what it rests on, so that nothing of it is
// kept anywhere, and none is lost with the records. What it rests on is `domain/rapidReview/returns/answerLink.ts`.

import { timingSafeEqual, type KeyObject } from 'node:crypto';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { AgencyId } from '../../domain/timetable/facts';
import { keyedHash } from '../encryption/keyedHash';
import type { KeyRing } from '../encryption/keyRing';

export interface AnswerLinks {
  /** `https://…/answers/RR-2026-0007/AG-0003/<proof>`. */
  urlTo(of: AnswerOf, restsOn: string): string;
  /** Under any key of the ring: a link outlives the rotation of keys, until its own is taken out. */
  isProof(proof: string, restsOn: string): boolean;
}

export interface AnswerOf {
  readonly reference: CaseReference;
  readonly agency: AgencyId;
}

const hash = keyedHash('rapid-review/answer-link');

/** No guess comes near 128 bits, and a mail should not have to break the link. */
const PROOF_BYTES = 16;
const proofOf = (key: KeyObject, restsOn: string): string =>
  hash(key, restsOn).subarray(0, PROOF_BYTES).toString('base64url');

/** `publicUrl`: where people reach the API. */
export const answerLinks = (ring: KeyRing, publicUrl: string): AnswerLinks => ({
  urlTo: ({ reference, agency }, restsOn) =>
    `${publicUrl.replace(/\/+$/, '')}/answers/${reference}/${agency}/${proofOf(ring.current.key, restsOn)}`,
  isProof: (proof, restsOn) => {
    // As texts: several read as the same bytes.
    const given = Buffer.from(proof, 'utf8');
    return ring.ids.some((id) => {
      const own = Buffer.from(proofOf(ring.byId(id), restsOn), 'utf8');
      return own.length === given.length && timingSafeEqual(own, given);
    });
  },
});
