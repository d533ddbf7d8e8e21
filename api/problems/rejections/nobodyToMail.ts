// How it is told that nobody of an agency can be mailed on a case: which of them why, what there is to do, and how the others are
// asked meanwhile. Whether somebody can be mailed the rules decide; why not is looked up in `writing/nobodyToMail.ts`.

import type { Rejection } from '../../../domain/rapidReview/rejections';
import { sayList } from '../../../domain/timetable/explanation';
import type { AgencyId } from '../../../domain/timetable/facts';
import { sendAgain } from '../waysOfAsking';

export type WhyNobody = 'notInRegister' | 'notInRequest' | 'cameBack' | 'excluded' | 'both';

export interface NobodyToMail {
  readonly why: readonly (readonly [agency: AgencyId, why: WhyNobody])[];
  /** Those who were to be asked with them, and can be. */
  readonly rest: readonly AgencyId[];
}

const WHY: Readonly<Record<WhyNobody, (agency: AgencyId) => string>> = {
  notInRegister: (agency) => `the register has no contact for ${agency}`,
  notInRequest: (agency) => `the request to ${agency} is addressed to nobody`,
  cameBack: (agency) => `mail to each contact of ${agency} came back or could not go`,
  excluded: (agency) => `each contact of ${agency} that could be mailed is excluded from this case`,
  both: (agency) =>
    `of the contacts of ${agency} some are excluded from this case, and mail to the others came back or could not go`,
};

/** Where the records could not be asked. */
const UNKNOWN = 'the register has no contact, or those it has bounced or are excluded';

type WithoutContact = Extract<Rejection, { readonly code: 'AgencyWithoutContact' }>;

export const sayNobodyToMail = (
  { agency, others = [], canAskRest }: WithoutContact,
  known?: NobodyToMail,
): string => {
  const why = known === undefined ? UNKNOWN : sayList(known.why.map(([one, because]) => WHY[because](one)));
  const [each, them, those] =
    others.length === 0 ? ['the agency', 'it', undefined] : ['each', 'them', 'those'];
  const rest =
    known !== undefined && known.rest.length > 0
      ? ` To ask the others meanwhile: ${JSON.stringify({ agencies: known.rest })}.`
      : ` The rest can be asked now: name those in "agencies", without ${them}.`;
  return `Nobody at ${sayList([agency, ...others])} can be mailed on this case: ${why}. Add a contact to ${each} and send ${them} the request, also again (${sendAgain(those)}), or reach ${them} another way and record that.${canAskRest === true ? rest : ''}`;
};
