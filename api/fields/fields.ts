// The forms of single values on the wire: moments, days, ids, short and long texts. Limits are here and nowhere else.

import { Type, type TOptional, type TString } from 'typebox';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { CaseReference } from '../../domain/rapidReview/references';
import { SEATS, TIMESTAMPS, OBLIGATIONS } from '../../domain/policy/policyProfile';
import { CODES, wholeCode } from '../../domain/rapidReview/codes';
import { NATURES } from '../../domain/rapidReview/state';
import { ONE_LINE, SOME_TEXT } from './readableText';

/** An object that refuses what it does not know. */
export const strict = { additionalProperties: false } as const;

export const ReferenceField = Type.Unsafe<CaseReference>(
  Type.String({
    pattern: wholeCode('case'),
    description: 'must look like RR-2026-0007',
  }),
);
export const AgencyIdField = Type.Unsafe<AgencyId>(
  Type.String({
    pattern: wholeCode('agency'),
    description: 'must look like AG-0003',
  }),
);
export const ContactIdField = Type.Unsafe<ContactId>(
  Type.String({
    pattern: wholeCode('contact'),
    description: 'must look like AG-0003-C1',
  }),
);
export const InstantField = Type.String({
  format: 'date-time',
  maxLength: 40,
  description: 'a moment with its zone, such as 2026-03-30T16:20:00+01:00',
});
export const DateField = Type.String({ format: 'date', description: 'a day in London, such as 2026-03-30' });
export const LineField = (maxLength: number): TString =>
  Type.String({
    maxLength,
    pattern: ONE_LINE,
    format: 'seen',
    description: 'must be one line of text, and not blank',
  });
export const TextField = (maxLength = 20_000): TString =>
  Type.String({
    maxLength,
    pattern: SOME_TEXT,
    format: 'seen',
    description: 'must not be blank',
  });
/** What belongs to another request, whose body may be sent here as it is. */
export const TextOf = (request: string, maxLength?: number): TOptional<TString> =>
  Type.Optional(
    Type.String({
      ...TextField(maxLength),
      description: `must not be blank where it is given; it belongs to ${request}, and is neither kept nor looked at here`,
    }),
  );
export const EmailField = Type.String({ format: 'email', maxLength: 254 });

export const NatureField = Type.Enum([...NATURES]);
export const TimestampNameField = Type.Enum([...TIMESTAMPS]);
export const SeatField = Type.Enum([...SEATS]);
export const ObligationField = Type.Enum([...OBLIGATIONS]);
export const ObligationKeyField = Type.String({
  description: 'The key of the obligation, such as agencyReturn:AG-0003.',
});
/** Whether there is such an obligation is another question; the case answers it. */
export const ObligationKeyParam = Type.String({
  pattern: `^[a-zA-Z]{1,40}(?::${CODES.agency})?$`,
  description: 'must be the key of an obligation, such as completeLocal or agencyReturn:AG-0003',
});
export const StatusField = Type.Enum(['open', 'ended', 'recordedOnly']);
export const VersionField = Type.Integer({
  minimum: 1,
  description: 'The number of the last event. It is the ETag as well: send it back in If-Match.',
});

export const NumberField = Type.String({
  pattern: '^[1-9][0-9]{0,5}$',
  description: 'must be a number such as 1',
});

export const CaseParams = Type.Object({ reference: ReferenceField }, strict);
/** Of a meeting, a dispatch, a reply. */
export const NumberedParams = Type.Object({ reference: ReferenceField, number: NumberField }, strict);
export const CaseAgencyParams = Type.Object({ reference: ReferenceField, agency: AgencyIdField }, strict);
