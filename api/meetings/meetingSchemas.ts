// What is asked about a meeting, on the wire: its start, who is invited, who comes and goes.

import { Type } from 'typebox';
import { CODES, wholeCode } from '../../domain/rapidReview/codes';
import { INVITATION_REPLIES } from '../../domain/rapidReview/meeting/state';
import { DiaryDateField } from '../diary/diarySchemas';
import {
  AgencyIdField,
  ContactIdField,
  DateField,
  InstantField,
  LineField,
  SeatField,
  strict,
  TextField,
} from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';

const Invitee = Type.Object(
  {
    agency: AgencyIdField,
    contacts: Type.Optional(
      Type.Array(ContactIdField, {
        maxItems: 50,
        description: 'Who gets the invitation. Left out: the leads of the agency.',
      }),
    ),
    seat: Type.Optional(SeatField),
  },
  strict,
);
const start = {
  startsAt: Type.Optional(InstantField),
  diaryDate: Type.Optional(DiaryDateField),
};
const EitherStart = 'Its start is given as startsAt, or as a date of the diary (diaryDate).';

export const ArrangeSchema = Type.Object(
  {
    ...start,
    invitees: Type.Optional(
      Type.Array(Invitee, {
        minItems: 1,
        maxItems: 200,
        description:
          "Left out: every agency on the case, but those that answered that they do not know the child or are the wrong organisation, and for each partner's seat one agency of the register.",
      }),
    ),
    held: Type.Optional(
      Type.Boolean({
        description:
          'true: it has taken place already, and was not arranged here: nobody is mailed. Record then when it was opened, and who came.',
      }),
    ),
    reason: Type.Optional(TextField()),
  },
  {
    ...strict,
    description: EitherStart,
    examples: [
      { diaryDate: 'SG-0004' },
      { startsAt: '2026-04-14T10:00:00+01:00', held: true },
      {
        startsAt: '2026-04-22T10:00:00+01:00',
        invitees: [{ agency: 'AG-0001', seat: 'localAuthority' }, { agency: 'AG-0003' }],
        reason: 'The police can come on no earlier day.',
      },
    ],
  },
);

export const RearrangeSchema = Type.Object(
  {
    ...start,
    invitees: Type.Optional(
      Type.Array(Invitee, {
        minItems: 1,
        maxItems: 200,
        description:
          'Everybody who is to come: whoever was invited before and is not named is told that they are not to come any more. Left out: those invited before.',
      }),
    ),
    alsoInvite: Type.Optional(
      Type.Array(Invitee, {
        minItems: 1,
        maxItems: 200,
        description: 'Beside those invited before, in place of invitees.',
      }),
    ),
    reason: TextField(),
  },
  {
    ...strict,
    description: `${EitherStart} Left out: where it is.`,
    examples: [
      { startsAt: '2026-04-15T14:00:00+01:00', reason: 'The chair is ill on the Tuesday.' },
      { alsoInvite: [{ agency: 'AG-0009' }], reason: 'The housing service knew the family too.' },
    ],
  },
);

export const CancelSchema = reasonBody('No room is to be had that day.');

export const UndoOpeningSchema = reasonBody(
  'It was opened an hour later, and the police came by another officer.',
);

export const ReplySchema = Type.Object(
  { agency: AgencyIdField, reply: Type.Enum([...INVITATION_REPLIES]) },
  { ...strict, examples: [{ agency: 'AG-0003', reply: 'accepted' }] },
);

const Now = Type.String({
  format: 'date-time',
  maxLength: 40,
  description: 'When it was, to the minute, with its zone, such as 2026-04-14T10:00:00+01:00. Left out: now.',
});
const at = { at: Type.Optional(Now) };

export const OpeningSchema = Type.Object(at, {
  ...strict,
  examples: [{ at: '2026-04-14T10:00:00+01:00' }],
});

const PersonField = Type.String({ pattern: wholeCode('person'), description: 'must look like P-0004' });
const AttendeeField = Type.String({
  pattern: `^(${CODES.contact}|${CODES.person}|A-[0-9]{1,4})$`,
  description: 'must be the code of somebody who came, such as AG-0003-C1, P-0004 or A-1',
});

export const ArrivalSchema = Type.Object(
  {
    contact: Type.Optional(ContactIdField),
    person: Type.Optional(PersonField),
    name: Type.Optional(LineField(200)),
    attendee: Type.Optional(AttendeeField),
    agency: AgencyIdField,
    seat: Type.Optional(SeatField),
    remote: Type.Optional(Type.Boolean({ default: false })),
    ...at,
  },
  {
    ...strict,
    description:
      'Who it is, is given in one way: a contact of the agency, a person known here, the name of somebody who is in no register, or the code of somebody who is back.',
    examples: [
      { contact: 'AG-0001-C1', agency: 'AG-0001', seat: 'localAuthority', at: '2026-04-14T10:00:00+01:00' },
      { name: 'Morgan Tilbury', agency: 'AG-0003', remote: true, at: '2026-04-14T10:05:00+01:00' },
    ],
  },
);

export const SeatTakenSchema = Type.Object(
  { attendee: AttendeeField, seat: SeatField, ...at },
  { ...strict, examples: [{ attendee: 'A-1', seat: 'police', at: '2026-04-14T10:20:00+01:00' }] },
);

export const DepartureSchema = Type.Object(
  { attendee: AttendeeField, ...at },
  { ...strict, examples: [{ attendee: 'AG-0003-C1', at: '2026-04-14T11:15:00+01:00' }] },
);

export const ConflictSchema = Type.Object(
  { attendee: AttendeeField, note: TextField(), ...at },
  {
    ...strict,
    examples: [
      {
        attendee: 'P-0004',
        note: 'Was the manager of the social worker at the time.',
        at: '2026-04-14T10:10:00+01:00',
      },
    ],
  },
);

export const ClosingSchema = Type.Object(
  { minutes: TextField(100_000), ...at },
  { ...strict, examples: [{ minutes: 'What was said, in full.', at: '2026-04-14T12:15:00+01:00' }] },
);

export const MeetingDaySchema = Type.Object(
  { on: DateField, reason: TextField() },
  { ...strict, examples: [{ on: '2026-04-15', reason: 'The minutes are of the Wednesday.' }] },
);
