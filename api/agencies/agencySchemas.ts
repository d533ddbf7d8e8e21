// The forms of an agency on the wire: to be added, to be changed, and as it is shown.

import { Type, type Static } from 'typebox';
import { AGENCY_KINDS } from '../../domain/policy/agencyKinds';
import { CONTACT_LEVELS } from '../../domain/policy/contactLevels';
import { AgencyIdField, ContactIdField, EmailField, LineField, SeatField, strict } from '../fields/fields';

const KindField = Type.Enum([...AGENCY_KINDS]);
const NameField = LineField(200);

const LevelField = Type.Enum([...CONTACT_LEVELS], {
  default: 'lead',
  description:
    'Who is asked first, and who stands above: a deputy and a senior contact are written to when nobody else can be, or when it is late; the executive once a coordinator says so (R11).',
});

const ContactToAdd = Type.Object(
  {
    email: EmailField,
    name: Type.Optional(LineField(200)),
    role: Type.Optional(LineField(200)),
    level: Type.Optional(LevelField),
  },
  strict,
);

export const AgencyToAddSchema = Type.Object(
  {
    name: NameField,
    kind: KindField,
    seat: Type.Optional(SeatField),
    contacts: Type.Optional(Type.Array(ContactToAdd, { maxItems: 50 })),
  },
  {
    ...strict,
    examples: [
      {
        name: 'Example Hospitals NHS Trust',
        kind: 'nhsProvider',
        contacts: [
          { email: 'safeguarding@hospitals.example', name: 'Alex Merrow', role: 'Named nurse' },
          { email: 'chief.nurse@hospitals.example', role: 'Chief nurse', level: 'senior' },
        ],
      },
    ],
  },
);

const orNull = <S extends ReturnType<typeof LineField> | typeof SeatField>(field: S, description: string) =>
  Type.Union([field, Type.Null()], { description });

const ContactToChange = Type.Object(
  {
    id: Type.Optional(ContactIdField),
    email: Type.Optional(EmailField),
    name: Type.Optional(orNull(LineField(200), 'null takes it away')),
    role: Type.Optional(orNull(LineField(200), 'null takes it away')),
    level: Type.Optional(LevelField),
  },
  strict,
);

export const AgencyToChangeSchema = Type.Object(
  {
    name: Type.Optional(NameField),
    kind: Type.Optional(KindField),
    seat: Type.Optional(orNull(SeatField, 'null takes it away')),
    contacts: Type.Optional(
      Type.Array(ContactToChange, {
        maxItems: 50,
        description:
          'The whole list. A contact left out is withdrawn: it stays on the cases that name it, and no mail goes there. One without an id is new.',
      }),
    ),
  },
  {
    ...strict,
    minProperties: 1,
    examples: [
      { contacts: [{ id: 'AG-0003-C1' }, { email: 'duty.nurse@hospitals.example', role: 'Duty nurse' }] },
    ],
  },
);

export const SameNameField = Type.Optional(
  Type.Array(AgencyIdField, {
    description:
      'Others in the register that are called the same. Is it the same agency? Then ask the one that is there already, and not both. For those who may change the register.',
  }),
);

export const AgencySchema = Type.Object(
  {
    id: AgencyIdField,
    version: Type.Integer({ description: 'It is the ETag as well: send it back in If-Match.' }),
    name: Type.String(),
    kind: KindField,
    seat: Type.Optional(SeatField),
    sameName: SameNameField,
    contacts: Type.Array(
      Type.Object(
        {
          id: ContactIdField,
          level: LevelField,
          withdrawn: Type.Boolean(),
          email: Type.Optional(Type.String({ description: 'For those who may see it.' })),
          name: Type.Optional(Type.String()),
          role: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  {
    ...strict,
    examples: [
      {
        id: 'AG-0003',
        version: 2,
        name: 'Example Hospitals NHS Trust',
        kind: 'nhsProvider',
        contacts: [
          {
            id: 'AG-0003-C1',
            level: 'lead',
            withdrawn: false,
            email: 'safeguarding@hospitals.example',
            name: 'Alex Merrow',
            role: 'Named nurse',
          },
        ],
      },
    ],
  },
);
export type AgencyView = Static<typeof AgencySchema>;

const WarningField = Type.Optional(
  Type.String({ description: 'Where nobody there can be written to: what there is to do about that.' }),
);

export const AddedAgencySchema = Type.Object(
  { ...AgencySchema.properties, warning: WarningField },
  {
    ...strict,
    examples: [
      {
        id: 'AG-0004',
        version: 1,
        name: 'Example Academy',
        kind: 'school',
        contacts: [],
        warning:
          'Nobody at AG-0004 can be written to: it has no contact. Add one (PATCH /agencies/AG-0004, with "contacts"); until then it is asked another way.',
      },
    ],
  },
);

export const ChangedAgencySchema = Type.Object(
  {
    ...AgencySchema.properties,
    warning: WarningField,
    withdrew: Type.Optional(
      Type.Array(ContactIdField, {
        description:
          'The contacts that this change withdrew, because `contacts` left them out: no mail goes there any more. Was that not meant? Send the whole list again, with their ids: then they are back.',
      }),
    ),
  },
  {
    ...strict,
    examples: [
      {
        id: 'AG-0003',
        version: 3,
        name: 'Example Hospitals NHS Trust',
        kind: 'nhsProvider',
        contacts: [
          { id: 'AG-0003-C1', level: 'lead', withdrawn: true },
          { id: 'AG-0003-C2', level: 'lead', withdrawn: false, email: 'duty.nurse@hospitals.example' },
        ],
        withdrew: ['AG-0003-C1'],
      },
    ],
  },
);

export const AgencyPageSchema = Type.Object(
  { items: Type.Array(AgencySchema), next: Type.Optional(AgencyIdField) },
  {
    ...strict,
    examples: [
      {
        items: [
          {
            id: 'AG-0001',
            version: 1,
            name: 'Example City Council',
            kind: 'localAuthority',
            seat: 'localAuthority',
            contacts: [],
          },
        ],
        next: 'AG-0001',
      },
    ],
  },
);
