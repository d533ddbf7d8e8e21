// Who follows the link of an agency: that agency, as if one of its contacts had shown a token. Whoever holds the link may answer for
// it; which person that was, they say themselves with their answer.

import { validAnswerLinksRestOn } from '../../domain/rapidReview/returns/answerLink';
import { isCode } from '../../domain/rapidReview/codes';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { Identity } from '../../platform/identity/identity';
import type { ApiDeps } from '../deps';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

const PROOF = /^[A-Za-z0-9_-]{22}$/;

const partsOf = (params: unknown): { reference: string; agency: string; proof: string } => {
  const { reference = '', agency = '', proof = '' } = params as Readonly<Record<string, string | undefined>>;
  return { reference, agency, proof };
};

/** Throws `answerLinkNotValid`; which part of it is wrong is not told. Nothing of it has been validated yet. */
export const identityByLink =
  ({ records, answerLinks }: Pick<ApiDeps, 'records' | 'answerLinks'>) =>
  async (params: unknown): Promise<Identity> => {
    const { reference, agency, proof } = partsOf(params);
    if (!isCode('case', reference) || !isCode('agency', agency) || !PROOF.test(proof))
      throw problem(requestProblems.answerLinkNotValid, {});
    const folded = await records.cases.stateOf(reference);
    const restsOn =
      folded === undefined || folded.state.status === 'recordedOnly'
        ? []
        : validAnswerLinksRestOn(folded.state, agency, folded.events);
    if (!restsOn.some((one) => answerLinks.isProof(proof, one)))
      throw problem(requestProblems.answerLinkNotValid, {});
    // The agency stands for whoever answers: a code of the register of people would name somebody who may not be it.
    return { actor: agency as string as ActorId, role: 'agencyContact', seats: [], agency };
  };
