// What the records know besides of what the rules refused, said in place of the plain sentence. Asked only once it is refused, so that
// an act that is taken costs nothing more; where the records do not answer, the refusal stands without it.

import type { FastifyRequest } from 'fastify';
import { agencyOn, stoppingReturn } from '../../domain/rapidReview/agenciesOfCase';
import type { CommandKind } from '../../domain/rapidReview/commands';
import type { Rejection } from '../../domain/rapidReview/rejections';
import type { CaseReference, RecordedCase, CaseWithReview } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { cameToNothing } from '../cases/stillToAsk';
import type { ApiDeps } from '../deps';
import { sayNobodyToMail } from '../problems/rejections/nobodyToMail';
import { sayNoReturnDate, sayNothingOwed, type WhyNothingOwed } from '../problems/rejections/whyNothingOwed';
import type { CaseWrite } from './caseWrite';
import { nobodyToMail } from './nobodyToMail';

type State = CaseWithReview | RecordedCase;

const whyNothingOwed = (state: State, agency: AgencyId): WhyNothingOwed | undefined => {
  const known = agencyOn(state, agency);
  if (known === undefined || state.status === 'recordedOnly') return undefined;
  const answered = stoppingReturn(known);
  if (answered !== undefined) return { why: 'answered', on: answered.on };
  if (known.request === undefined) return { why: known.voidRounds > 0 ? 'void' : 'notAsked' };
  if (known.sent !== undefined) return undefined;
  return { why: cameToNothing(state, known) ? 'didNotGo' : 'onItsWay' };
};

const askedOf = ({ body }: FastifyRequest, command: CommandKind): Parameters<typeof nobodyToMail>[3] => {
  if (command === 'sendReminder') return 'reminder';
  // Of a body that names none, those who are still to be asked were.
  const { agencies } = (body ?? {}) as { readonly agencies?: readonly AgencyId[] };
  return agencies === undefined ? {} : { named: agencies };
};

const sayWith = async (
  deps: ApiDeps,
  request: FastifyRequest,
  reference: CaseReference,
  rejection: Rejection,
  command: CommandKind,
): Promise<string | undefined> => {
  if (rejection.code === 'AgencyWithoutContact') {
    const asked = askedOf(request, command);
    return sayNobodyToMail(rejection, await nobodyToMail(deps, reference, rejection, asked));
  }
  if (rejection.code !== 'NothingOwed' && rejection.code !== 'NoReturnDateToChange') return undefined;
  const state = (await deps.records.cases.stateOf(reference))?.state;
  const { agency, code } = rejection;
  const stands = state === undefined ? undefined : whyNothingOwed(state, agency);
  return code === 'NothingOwed' ? sayNothingOwed(agency, stands) : sayNoReturnDate(agency, stands);
};

/** Nothing where there is nothing to add. */
export const saidBesides = async (
  deps: ApiDeps,
  { request, reference }: Pick<CaseWrite, 'request' | 'reference'>,
  rejection: Rejection,
  command: CommandKind,
): Promise<string | undefined> => {
  try {
    return await sayWith(deps, request, reference, rejection, command);
  } catch (error) {
    request.log.warn(
      { err: error, code: rejection.code },
      'what else the records know of the case cannot be said',
    );
    return undefined;
  }
};
