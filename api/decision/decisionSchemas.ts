// What is asked about the decision, on the wire: a duty's evidence, the decision itself, its confirmation, a sign-off.

import { Type } from 'typebox';
import {
  ABUSE_OR_NEGLECT,
  CRITERIA,
  DUTIES,
  HARM,
  LEARNING_REVIEWS,
  OUTCOMES,
} from '../../domain/policy/decisionTerms';
import { DateField, ReferenceField, SeatField, strict, TextField } from '../fields/fields';

const EVIDENCED = DUTIES.filter((duty) => duty !== 'decision');

export const DutySchema = Type.Object(
  {
    duty: Type.Enum(EVIDENCED, { description: 'The fourth, the decision, evidences itself.' }),
    evidence: TextField(),
  },
  {
    ...strict,
    examples: [{ duty: 'facts', evidence: 'Minutes, pages 1 to 3: the chronology of all agencies.' }],
  },
);

export const CriterionField = Type.Enum([...CRITERIA]);
export const ThresholdField = Type.Object(
  {
    abuseOrNeglect: Type.Enum([...ABUSE_OR_NEGLECT]),
    harm: Type.Enum([...HARM]),
  },
  { ...strict, description: 'The two limbs of the threshold (R15).' },
);
export const OutcomeField = Type.Enum([...OUTCOMES]);
export const LearningReviewField = Type.Enum([...LEARNING_REVIEWS]);

/** What one partner has said, and the evidence where another writes it down. */
const PartnersWordField = Type.Object({ seat: SeatField, evidence: TextField() }, strict);

export const AgreedByField = Type.Array(PartnersWordField, {
  maxItems: 10,
  description: 'The word of each of the three partners.',
});

export const agreedByExample = [
  { seat: 'localAuthority', evidence: 'E-mail of the Director of 28 April, 10:12.' },
  { seat: 'police', evidence: 'E-mail of the Superintendent of 28 April, 11:40.' },
  { seat: 'integratedCareBoard', evidence: 'On the telephone on 28 April, confirmed by e-mail.' },
];

export const DecisionSchema = Type.Object(
  {
    at: Type.Optional(
      Type.String({
        format: 'date-time',
        maxLength: 40,
        description:
          'The moment of the decision, to the minute, with its zone: the quorum is judged by it. Left out: now, or with insteadOf that of the earlier one. It may lie in a meeting that is closed.',
      }),
    ),
    threshold: ThresholdField,
    criteria: Type.Array(
      Type.Object({ criterion: CriterionField, met: Type.Boolean(), reasons: TextField() }, strict),
      { maxItems: 10, description: 'Each criterion of regulation 11, answered with reasons.' },
    ),
    outcome: OutcomeField,
    learningReview: Type.Optional(LearningReviewField),
    rationale: TextField(),
    dissent: Type.Optional(
      Type.Array(Type.Object({ seat: SeatField, reasons: TextField() }, strict), { maxItems: 10 }),
    ),
    insteadOf: Type.Optional(
      Type.Object(
        { decision: Type.Integer({ minimum: 1 }), reason: TextField() },
        {
          ...strict,
          description:
            'The decision in force, where it was not recorded as it was taken: this one takes its place, the earlier stays on record, and it is signed off anew. Not once it has gone to the Panel, or is on its way.',
        },
      ),
    ),
  },
  {
    ...strict,
    examples: [
      {
        at: '2026-04-14T11:40:00+01:00',
        threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
        criteria: [
          {
            criterion: 'improvementsNeeded',
            met: true,
            reasons: 'Handovers between wards were not recorded.',
          },
          { criterion: 'recurrentThemes', met: true, reasons: 'As in the two reviews before.' },
          { criterion: 'agenciesWorkingTogether', met: false, reasons: 'The plan was shared and followed.' },
          { criterion: 'panelPrefersLocalReview', met: false, reasons: 'The Panel has not said so.' },
        ],
        outcome: 'practiceReview',
        rationale: 'There is learning that no audit would bring out.',
        dissent: [{ seat: 'police', reasons: 'Would have preferred a learning event.' }],
      },
    ],
  },
);

const On = Type.String({
  ...DateField,
  description: 'the day in London on which it was, such as 2026-04-15; left out, today',
});

export const ConfirmationSchema = Type.Object(
  { on: Type.Optional(On), agreedBy: AgreedByField, reason: TextField() },
  {
    ...strict,
    examples: [
      {
        on: '2026-04-28',
        agreedBy: agreedByExample,
        reason: 'The points of the Panel were weighed on the day.',
      },
    ],
  },
);

export const SeatParams = Type.Object({ reference: ReferenceField, seat: SeatField }, strict);

export const SignOffSchema = Type.Object(
  {
    seat: SeatField,
    on: Type.Optional(On),
    evidence: Type.Optional(
      Type.String({
        ...TextField(),
        description: 'must not be blank; needed where it is recorded for somebody who gave it',
      }),
    ),
  },
  {
    ...strict,
    examples: [
      { seat: 'police' },
      { seat: 'police', on: '2026-04-15', evidence: 'Given on the telephone at 16:10, then by e-mail.' },
    ],
  },
);
