// The form of the decisions of a case on the wire: duties, each decision with its quorum, reasons and sign-offs, and what is
// missing.

import { Type, type Static } from 'typebox';
import { DUTIES } from '../../domain/policy/decisionTerms';
import {
  AgencyIdField,
  DateField,
  InstantField,
  ReferenceField,
  SeatField,
  strict,
  VersionField,
} from '../fields/fields';
import { NameFields } from '../meetings/attendeeNames';
import { TextSchema } from '../texts/textReader';
import { CriterionField, LearningReviewField, OutcomeField, ThresholdField } from './decisionSchemas';

const DutyField = Type.Enum([...DUTIES]);

const NamedAgency = Type.Object({ agency: AgencyIdField, name: Type.String() }, strict);

const SignOff = Type.Object(
  {
    seat: SeatField,
    on: DateField,
    by: Type.String({ description: 'The code of whoever signed or recorded it.' }),
    who: Type.String(),
    onBehalf: Type.Boolean({ description: 'Recorded for somebody who gave it by mail or telephone.' }),
    evidence: Type.Optional(TextSchema),
  },
  strict,
);

const Confirmation = Type.Object(
  {
    on: DateField,
    recordedByMistake: Type.Optional(
      Type.Literal(true, { description: 'The partners have not confirmed it so.' }),
    ),
    agreedBy: Type.Array(Type.Object({ seat: SeatField, evidence: TextSchema }, strict)),
    reason: TextSchema,
  },
  strict,
);

const Decision = Type.Object(
  {
    number: Type.Integer(),
    meeting: Type.Integer(),
    at: InstantField,
    on: DateField,
    inWords: Type.String(),
    outcome: OutcomeField,
    learningReview: Type.Optional(LearningReviewField),
    threshold: ThresholdField,
    quorum: Type.Array(Type.Object({ seat: SeatField, attendee: Type.String(), ...NameFields }, strict), {
      description: 'Who filled each seat at that moment.',
    }),
    criteria: Type.Array(
      Type.Object({ criterion: CriterionField, met: Type.Boolean(), reasons: TextSchema }, strict),
    ),
    rationale: TextSchema,
    insteadOf: Type.Optional(
      Type.Object(
        { decision: Type.Integer(), reason: TextSchema },
        { ...strict, description: 'The one before was recorded wrong: why.' },
      ),
    ),
    replacedBy: Type.Optional(
      Type.Integer({ description: 'It was recorded wrong: the decision that took its place.' }),
    ),
    dissent: Type.Array(Type.Object({ seat: SeatField, reasons: TextSchema }, strict)),
    missingReturns: Type.Array(NamedAgency, {
      description: 'Who had not answered by then, as it is known now.',
    }),
    confirmations: Type.Array(Confirmation),
    signOffs: Type.Array(SignOff),
    signOffsMissing: Type.Array(SeatField),
  },
  strict,
);

export const DecisionsSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    duties: Type.Object(
      {
        evidenced: Type.Array(
          Type.Object(
            { duty: DutyField, at: InstantField, who: Type.String(), evidence: TextSchema },
            strict,
          ),
        ),
        missing: Type.Array(DutyField),
      },
      strict,
    ),
    decisions: Type.Array(Decision, { description: 'The first one first; the last one is in force.' }),
    missingReturns: Type.Array(NamedAgency, {
      description: 'Who has not answered now.',
    }),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 42,
        duties: {
          evidenced: [
            {
              duty: 'facts',
              at: '2026-04-14T10:30:00.000Z',
              who: 'Robin Thorley',
              evidence: { text: 'Minutes, pages 1 to 3.' },
            },
          ],
          missing: ['immediateSafety', 'improvements'],
        },
        decisions: [
          {
            number: 1,
            meeting: 1,
            at: '2026-04-14T10:40:00.000Z',
            on: '2026-04-14',
            inWords: 'Decided on Tuesday 14 April 2026 at 11:40: a local child safeguarding practice review.',
            outcome: 'practiceReview',
            threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
            quorum: [{ seat: 'police', attendee: 'A-1', name: 'Morgan Tilbury' }],
            criteria: [
              {
                criterion: 'improvementsNeeded',
                met: true,
                reasons: { text: 'Handovers between wards were not recorded.' },
              },
            ],
            rationale: { text: 'There is learning that no audit would bring out.' },
            dissent: [],
            missingReturns: [{ agency: 'AG-0009', name: 'Example Academy' }],
            confirmations: [],
            signOffs: [
              { seat: 'police', on: '2026-04-15', by: 'P-0004', who: 'Jo Whitcombe', onBehalf: false },
            ],
            signOffsMissing: ['localAuthority', 'integratedCareBoard'],
          },
        ],
        missingReturns: [{ agency: 'AG-0009', name: 'Example Academy' }],
      },
    ],
  },
);
export type DecisionsView = Static<typeof DecisionsSchema>;
export type DecisionView = DecisionsView['decisions'][number];
