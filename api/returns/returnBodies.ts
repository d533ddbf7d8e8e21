// What is said about the answers of agencies, on the wire: an answer, its correction and its judgement, another date, and
// that records are secured.

import { Type } from 'typebox';
import { ANSWERS, WAYS } from '../../domain/rapidReview/state';
import {
  AgencyIdField,
  DateField,
  LineField,
  NumberField,
  ObligationKeyParam,
  ReferenceField,
  strict,
  TextField,
} from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';

/** A scoping return is written by several people over days. */
export const LONGEST_ANSWER = 100_000;
/** A name and what they are there. */
export const LONGEST_NAME = 2_000;

/** By the link it comes of itself. */
const RECORDED_WAYS = WAYS.filter((way) => way !== 'link');

const ByTeam = (what: string): { description: string } => ({
  description: `${what} Left out: today. An agency's own contact leaves it out.`,
});

export const ReturnSchema = Type.Object(
  {
    answer: Type.Enum([...ANSWERS], {
      description:
        'full and nil stop the clock of the agency, and so do notKnown (not known to us) and wrongOrganisation; partial stops nothing.',
    }),
    how: Type.Optional(
      Type.Enum(RECORDED_WAYS, {
        default: 'api',
        description:
          "How it came. What came otherwise than by this API may lie where it came, and needs no content. An agency's own contact leaves it out.",
      }),
    ),
    on: Type.Optional(Type.String({ format: 'date', ...ByTeam('The London day on which it came.') })),
    content: Type.Optional({
      ...TextField(LONGEST_ANSWER),
      description:
        'must not be blank. What it answered: full and partial need it, unless how says that it came another way',
    }),
    by: Type.Optional({
      ...TextField(LONGEST_NAME),
      description: 'must be who answered for the agency, and not be blank',
    }),
    askInstead: Type.Optional(
      Type.Object(
        { agency: Type.Optional(AgencyIdField), name: Type.Optional(LineField(200)) },
        {
          ...strict,
          minProperties: 1,
          maxProperties: 1,
          description:
            'With wrongOrganisation: whom to ask instead, by id or, where it is not in the register, by name.',
        },
      ),
    ),
  },
  {
    ...strict,
    examples: [
      { answer: 'full', how: 'secureMail', on: '2026-04-08', content: 'What the agency wrote, in full.' },
      { answer: 'wrongOrganisation', askInstead: { agency: 'AG-0005' } },
    ],
  },
);

export const AcceptanceSchema = Type.Object({}, { ...strict, examples: [{}] });

export const SentBackSchema = Type.Object(
  { missing: TextField() },
  { ...strict, examples: [{ missing: 'The chronology of the last year is not in it.' }] },
);

export const AgreedDateSchema = Type.Object(
  {
    due: DateField,
    on: Type.Optional(
      Type.String({
        format: 'date',
        description:
          'The London day on which it was agreed, where that is recorded later: what was not missed by then is no miss. Without it, now.',
      }),
    ),
    reason: TextField(),
  },
  { ...strict, examples: [{ due: '2026-04-14', reason: 'The records are in an archive elsewhere.' }] },
);

export const SecuredSchema = Type.Object(
  {
    on: Type.Optional(
      Type.String({ format: 'date', ...ByTeam('The London day on which they were secured.') }),
    ),
    paper: Type.Boolean({ description: 'Paper records are secured.' }),
    electronic: Type.Boolean({ description: 'Electronic records are secured.' }),
    locked: Type.Boolean({ description: 'Nobody can change or destroy them any more.' }),
    by: Type.Optional(TextField(LONGEST_NAME)),
  },
  {
    ...strict,
    examples: [
      {
        on: '2026-04-02',
        paper: true,
        electronic: true,
        locked: true,
        by: 'The records manager, in person.',
      },
    ],
  },
);

export const DeclinedSchema = reasonBody(
  'The agency that was named has merged with one that was asked already.',
);

export const LatenessSchema = reasonBody(
  'The practice was closed for two days; its manager has the records now.',
);

export const ReturnParams = Type.Object(
  { reference: ReferenceField, agency: AgencyIdField, number: NumberField },
  strict,
);

export const ProposalParams = Type.Object({ reference: ReferenceField, proposal: NumberField }, strict);

export const LatenessParams = Type.Object(
  {
    reference: ReferenceField,
    key: ObligationKeyParam,
  },
  strict,
);
