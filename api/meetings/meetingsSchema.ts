// The form of the meetings of a case on the wire: when, who was invited and what they replied, who came, what was minuted.

import { Type, type Static } from 'typebox';
import { WAYS_AMISS, WAYS_OUTSIDE } from '../../domain/rapidReview/meeting/dayToWindow';
import { INVITATION_REPLIES } from '../../domain/rapidReview/meeting/state';
import { DiaryDateField } from '../diary/diarySchemas';
import {
  AgencyIdField,
  ContactIdField,
  DateField,
  InstantField,
  ReferenceField,
  SeatField,
  strict,
  VersionField,
} from '../fields/fields';
import { TextSchema } from '../texts/textReader';
import { NameFields } from './attendeeNames';
import { WindowField } from './proposalsView';

const Invitee = Type.Object(
  {
    agency: AgencyIdField,
    name: Type.String(),
    contacts: Type.Array(ContactIdField),
    seat: Type.Optional(SeatField),
    reply: Type.Optional(Type.Enum([...INVITATION_REPLIES])),
  },
  strict,
);

const Attendance = Type.Object(
  {
    attendee: Type.String({ description: 'The code of the person, on this case.' }),
    ...NameFields,
    agency: AgencyIdField,
    agencyName: Type.String(),
    remote: Type.Boolean(),
    uninvited: Type.Optional(Type.Literal(true, { description: 'Their organisation was not invited.' })),
    arrivedAt: InstantField,
    leftAt: Type.Optional(InstantField),
    seat: Type.Optional(SeatField),
    seatFrom: Type.Optional(InstantField),
    seatUntil: Type.Optional(
      Type.String({ ...InstantField, description: 'Where somebody else filled it from then on.' }),
    ),
    conflictAt: Type.Optional(InstantField),
    conflict: Type.Optional(TextSchema),
  },
  strict,
);

const MeetingField = Type.Object(
  {
    number: Type.Integer(),
    stage: Type.Enum(['arranged', 'cancelled', 'open', 'held']),
    startsAt: InstantField,
    on: DateField,
    inWords: Type.String(),
    rearranged: Type.Integer({ description: 'How often.' }),
    recordedAfterwards: Type.Optional(
      Type.Literal(true, {
        description: 'It had taken place before it was arranged here: nobody was invited by mail.',
      }),
    ),
    diary: Type.Optional(Type.Object({ date: DiaryDateField, version: Type.Integer() }, strict)),
    departure: Type.Optional(
      Type.Object(
        { way: Type.Enum([...WAYS_OUTSIDE]), opens: Type.Optional(DateField), closes: DateField },
        {
          ...strict,
          description:
            'How it lay outside the window that held when it was arranged; where its day was corrected, how that day lies to the window as it stands.',
        },
      ),
    ),
    lies: Type.Optional(
      Type.Enum(['inside', ...WAYS_AMISS], {
        description:
          'How the day of a meeting that is arranged lies to the window as it stands now; dayOff: nobody works on it. Absent once it has begun, or a decision was taken.',
      }),
    ),
    papersOn: Type.Optional(
      Type.String({
        ...DateField,
        description:
          'On which day its papers go. Absent where it had taken place before it was arranged here.',
      }),
    ),
    reason: Type.Optional(TextSchema),
    dayCorrected: Type.Optional(
      Type.Object(
        { was: DateField, reason: TextSchema },
        { ...strict, description: 'On which day it was recorded as held, and why that was corrected.' },
      ),
    ),
    invitees: Type.Array(Invitee),
    seatsUncovered: Type.Array(SeatField, {
      description: "Partners' seats for which nobody is invited, or whoever was has declined.",
    }),
    openedAt: Type.Optional(InstantField),
    closedAt: Type.Optional(InstantField),
    decided: Type.Boolean(),
    attendance: Type.Array(Attendance),
    minutes: Type.Optional(TextSchema),
  },
  strict,
);

export const MeetingsSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    window: Type.Optional({
      ...WindowField,
      description: 'In which a meeting is to be; absent once what it decides is decided.',
    }),
    meetings: Type.Array(MeetingField),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 40,
        window: { opens: '2026-04-10', closes: '2026-04-20' },
        meetings: [
          {
            number: 1,
            stage: 'held',
            startsAt: '2026-04-14T09:00:00.000Z',
            on: '2026-04-14',
            inWords: 'Tuesday 14 April 2026 at 10:00',
            rearranged: 0,
            diary: { date: 'SG-0004', version: 1 },
            papersOn: '2026-04-13',
            invitees: [
              {
                agency: 'AG-0001',
                name: 'Example City Council',
                contacts: ['AG-0001-C1'],
                seat: 'localAuthority',
                reply: 'accepted',
              },
            ],
            seatsUncovered: ['police', 'integratedCareBoard'],
            openedAt: '2026-04-14T09:00:00.000Z',
            closedAt: '2026-04-14T11:15:00.000Z',
            decided: false,
            attendance: [
              {
                attendee: 'AG-0001-C1',
                name: 'Alex Merrow',
                agency: 'AG-0001',
                agencyName: 'Example City Council',
                remote: false,
                arrivedAt: '2026-04-14T09:00:00.000Z',
                leftAt: '2026-04-14T11:15:00.000Z',
                seat: 'localAuthority',
                seatFrom: '2026-04-14T09:00:00.000Z',
              },
            ],
            minutes: { text: 'What was said, in full.' },
          },
        ],
      },
    ],
  },
);
export type MeetingsView = Static<typeof MeetingsSchema>;
export type MeetingView = MeetingsView['meetings'][number];
export type AttendanceView = MeetingView['attendance'][number];
