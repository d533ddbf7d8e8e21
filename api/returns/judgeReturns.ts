// What the team does with the answer of an agency: corrects its date, accepts it, sends it back, agrees another date; and
// what it says of an agency that was named, and of what is late.

import type {
  AcceptReturn,
  AgreeReturnDate,
  CorrectReturn,
  DeclineProposal,
  ExplainLateness,
  SendBackReturn,
} from '../../domain/rapidReview/returns/commands';
import { civilDate } from '../../domain/calendar/civilDate';
import { dueDates } from '../../domain/timetable/dueDates';
import type { AgencyId, ObligationKey } from '../../domain/timetable/facts';
import { keyOf } from '../../domain/timetable/obligationKey';
import type { FoldedCase } from '../../records/records';
import { readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams } from '../fields/fields';
import { DayOrMistakeSchema, dayPutRight } from '../fields/recordedByMistake';
import type { TypedApp } from '../http/typedApp';
import { covered } from '../problems/covered';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { actRoute } from '../writing/actRoute';
import {
  AcceptanceSchema,
  AgreedDateSchema,
  DeclinedSchema,
  LatenessParams,
  LatenessSchema,
  ProposalParams,
  ReturnParams,
  SentBackSchema,
} from './returnBodies';

/** Throws `unknownObligation` for a key that the case does not have: one that was not missed is another matter. */
const obligationOfCase = ({ state, calendar }: FoldedCase, key: string): void => {
  if (state.status === 'recordedOnly' || state.outcomes[key as ObligationKey] !== undefined) return;
  const keys = covered(() => dueDates(state, calendar).map(keyOf));
  if (!keys.includes(key as ObligationKey)) throw problem(requestProblems.unknownObligation, { keys });
};

const answerOf = (params: {
  readonly agency: string;
  readonly number: string;
}): Pick<AcceptReturn, 'agency' | 'number'> => ({
  agency: params.agency as AgencyId,
  number: Number(params.number),
});

export const judgeReturnsRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const tag = 'returns';

  actRoute(app, deps, {
    tag,
    permission: 'correctReturn',
    params: ReturnParams,
    path: '/returns/:agency/:number/corrections',
    previewed: true,
    summary: 'Correct the day of an answer, or take it back',
    description:
      'For a day that was recorded wrongly, or an answer that the agency never gave: the agency then owes one again, and is told so. The original stays in the chronology; outcomes are restated (R8).',
    body: DayOrMistakeSchema,
    example: { version: 21, events: ['ReturnCorrected', 'OutcomeRestated'] },
    act: async ({ body, params, write }): Promise<CorrectReturn> => ({
      kind: 'correctReturn',
      ...answerOf(params),
      ...(await dayPutRight(body, write)),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'judgeReturn',
    params: ReturnParams,
    path: '/returns/:agency/:number/acceptance',
    summary: 'Accept an answer',
    description:
      'It is what the meeting needs. Where something is seen to be missing later, it can still be sent back.',
    body: AcceptanceSchema,
    example: { version: 19, events: ['ReturnAccepted'] },
    act: ({ params }): AcceptReturn => ({ kind: 'acceptReturn', ...answerOf(params) }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'judgeReturn',
    params: ReturnParams,
    path: '/returns/:agency/:number/sent-back',
    summary: 'Send an answer back',
    description:
      'Something is missing, though it may have been accepted: it counts as a partial return from then on, and the agency is told by mail that something is.',
    body: SentBackSchema,
    example: { version: 19, events: ['ReturnSentBack', 'OutcomeRestated'] },
    act: async ({ body, params, write }): Promise<SendBackReturn> => ({
      kind: 'sendBackReturn',
      ...answerOf(params),
      missing: await write('missing', 'note', body.missing),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'agreeReturnDate',
    params: CaseAgencyParams,
    path: '/returns/:agency/agreed-date',
    summary: 'Agree another date with an agency',
    description:
      'Longer or shorter, with a reason. Agreed after a miss, the miss stays. Recorded later than it was agreed, it counts from the day on which it was.',
    body: AgreedDateSchema,
    example: { version: 20, events: ['ReturnDateAgreed', 'DatesMoved'] },
    act: async ({ body, params, write }): Promise<AgreeReturnDate> => ({
      kind: 'agreeReturnDate',
      agency: params.agency,
      due: civilDate(body.due),
      ...(body.on === undefined ? {} : { on: civilDate(body.on) }),
      reason: await write('reason', 'reason', body.reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'declineProposal',
    params: ProposalParams,
    path: '/proposals/:proposal/declined',
    summary: 'Decline to ask another agency',
    description:
      'One that was named as the right one to ask. A proposal that names an agency of the register settles itself once that is on the case; one by name once the agency is added with its number.',
    body: DeclinedSchema,
    example: { version: 22, events: ['ProposalDeclined'] },
    act: async ({ body, params, write }): Promise<DeclineProposal> => ({
      kind: 'declineProposal',
      proposal: Number(params.proposal),
      reason: await write('reason', 'reason', body.reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'explainLateness',
    params: LatenessParams,
    path: '/lateness/:key',
    summary: 'Say why something is late',
    description: 'Of an obligation that was missed, by its key (R5). It may be said again; every word stays.',
    body: LatenessSchema,
    example: { version: 23, events: ['LatenessExplained'] },
    act: async ({ body, params, reference, write }): Promise<ExplainLateness> => {
      obligationOfCase(await readCase(deps.records, reference), params.key);
      return {
        kind: 'explainLateness',
        key: params.key,
        reason: await write('reason', 'reason', body.reason),
      };
    },
  });
};
