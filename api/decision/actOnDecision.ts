// POST /cases/:reference/duties, decision, decision/confirmation and sign-offs: the duties of the group, its decision, and
// the partners' word on it (R15 to R17, R19). Each text is a row of its own in the dossier.

import type { ApiDeps } from '../deps';
import { DayOrMistakeSchema, dayPutRight } from '../fields/recordedByMistake';
import type { TypedApp } from '../http/typedApp';
import { minuteOf } from '../meetings/minuteOf';
import { inOrder } from '../texts/inOrder';
import { actRoute, dayOf } from '../writing/actRoute';
import { ConfirmationSchema, DecisionSchema, DutySchema, SeatParams, SignOffSchema } from './decisionSchemas';
import { partnersWords } from './partnersWords';

export const actOnDecisionRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const tag = 'decision';
  actRoute(app, deps, {
    tag,
    permission: 'evidenceDuty',
    path: '/duties',
    summary: 'Evidence a duty of the group',
    description:
      'That the facts were reviewed, immediate safety and sharing of learning discussed, improvements considered (R15). All of them come before sign-off.',
    body: DutySchema,
    example: { version: 37, events: ['DutyEvidenced'] },
    act: async ({ body: { duty, evidence }, write }) => ({
      kind: 'evidenceDuty',
      duty,
      evidence: await write('evidence', 'note', evidence),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'takeDecision',
    path: '/decision',
    summary: 'Record the decision',
    description:
      'With the threshold, every criterion answered, the outcome and the reasons. It is judged by the quorum at its own moment, and refused without one: quorum is never waived (R14, R16). Whose return is missing is recorded with it. A decision that was recorded wrong is sent again as it was taken, with insteadOf.',
    body: DecisionSchema,
    example: { version: 38, events: ['DecisionTaken', 'ObligationMet'] },
    act: async ({ body, write, reserved }) => {
      const { threshold, outcome, learningReview, dissent = [], insteadOf } = body;
      const asBefore = insteadOf !== undefined && body.at === undefined;
      return {
        kind: 'takeDecision',
        threshold,
        outcome,
        ...(asBefore ? {} : { at: minuteOf(body.at, reserved) }),
        ...(learningReview === undefined ? {} : { learningReview }),
        criteria: await inOrder(body.criteria, async ({ criterion, met, reasons }, index) => ({
          criterion,
          met,
          reasons: await write(`criterion-${index + 1}`, 'reason', reasons),
        })),
        rationale: await write('rationale', 'reason', body.rationale),
        dissent: await inOrder(dissent, async ({ seat, reasons }, index) => ({
          seat,
          reasons: await write(`dissent-${index + 1}`, 'reason', reasons),
        })),
        ...(insteadOf === undefined
          ? {}
          : {
              insteadOf: {
                decision: insteadOf.decision,
                reason: await write('insteadOf', 'reason', insteadOf.reason),
              },
            }),
      };
    },
  });

  actRoute(app, deps, {
    tag,
    permission: 'takeDecision',
    path: '/decision/confirmation',
    summary: 'Confirm the decision after the Panel has disagreed',
    description: 'By all three partners, in writing. The first decision is never erased (R19).',
    body: ConfirmationSchema,
    example: { version: 52, events: ['DecisionConfirmed', 'ObligationMet'] },
    act: async ({ body: { on, agreedBy, reason }, write, reserved }) => ({
      kind: 'confirmDecision',
      on: dayOf(on, reserved),
      agreedBy: await partnersWords(write, agreedBy),
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'takeDecision',
    path: '/decision/confirmation/corrections',
    previewed: true,
    summary: 'Correct the day on which the partners confirmed the decision, or take that back',
    description:
      'Of the confirmation that answers the last disagreement of the national Panel: for a day that was recorded wrongly, or one that was never given. Whether it was in time is judged anew; the original stays in the chronology (R8, R19).',
    body: DayOrMistakeSchema,
    example: { version: 53, events: ['ConfirmationCorrected', 'OutcomeRestated'] },
    act: async ({ body, write }) => ({
      kind: 'correctConfirmation',
      ...(await dayPutRight(body, write)),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'signOff',
    path: '/sign-offs',
    summary: 'Sign the decision off for a seat',
    description:
      'By a delegate of that very seat; or recorded by the team or the chair for somebody who gave it by mail or telephone, with the evidence (R17).',
    body: SignOffSchema,
    example: { version: 42, events: ['DecisionSignedOff'] },
    act: async ({ body: { seat, on, evidence }, write, reserved }) => ({
      kind: 'signOffDecision',
      seat,
      on: dayOf(on, reserved),
      ...(evidence === undefined ? {} : { evidence: await write('evidence', 'note', evidence) }),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'takeDecision',
    params: SeatParams,
    path: '/sign-offs/:seat/corrections',
    previewed: true,
    summary: 'Correct the day of a sign-off, or take it back',
    description:
      'Of the decision in force: for a day that was recorded wrongly, or a sign-off that was not given. The original stays in the chronology; where the national Panel was sent the decision as signed off, the case warns of that (R17).',
    body: DayOrMistakeSchema,
    example: { version: 43, events: ['SignOffCorrected'] },
    act: async ({ body, params, write }) => ({
      kind: 'correctSignOff',
      seat: params.seat,
      ...(await dayPutRight(body, write)),
    }),
  });
};
