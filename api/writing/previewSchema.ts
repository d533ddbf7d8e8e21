// What a preview of a correction answers, on the wire.

import { Type, type Static } from 'typebox';
import { codeOf } from '../../domain/rapidReview/codes';
import { warningExample, WarningSchema } from '../cases/presentWarnings';
import { ToldField } from '../chronology/told';
import { DateField, ObligationKeyField, ReferenceField, strict, VersionField } from '../fields/fields';
import { MeetingDayRestoredField, MeetingLeavesField, WindowOpensField } from '../meetings/meetingDayFields';
import { ReminderMovesField, TeamLinesField, TeamWarningsField } from '../reminders/mailMoveFields';
import { LocalDaysBeside } from '../timetable/timetableSchema';

const OutcomeField = Type.Object(
  { kind: Type.Enum(['met', 'missed']), due: DateField, on: Type.Optional(DateField) },
  strict,
);

const OwedField = Type.Object({ key: ObligationKeyField, due: DateField }, strict);

const JudgedField = Type.Object(
  { key: ObligationKeyField, due: DateField, doneOn: Type.Optional(DateField) },
  strict,
);

export const previewExample = {
  reference: codeOf('case', 'RR-2026-0007'),
  version: 16,
  preview: '16.9f86d081884c',
  moves: [{ key: 'agencyReturn:AG-0003', was: '2026-04-09', due: '2026-04-08' }],
  becomeLate: [],
  inTimeAgain: [],
  restated: [],
  owedNoMore: [],
  newlyOwed: [],
  reminders: [
    {
      key: 'agencyReturn:AG-0003',
      rung: 'oneBefore',
      how: 'sooner' as const,
      was: '2026-04-08',
      comes: '2026-04-07',
    },
  ],
  teamWarnings: [
    {
      key: 'agencyReturn:AG-0003',
      workingDaysBefore: 1,
      how: 'sooner' as const,
      was: '2026-04-08',
      comes: '2026-04-07',
    },
  ],
  teamLines: [],
  told: [
    {
      who: 'agency' as const,
      agency: codeOf('agency', 'AG-0003'),
      how: 'byMail' as const,
      at: '2026-04-01T11:00:00.000Z',
      about: 'its new dates: the scoping return from Thursday 9 April 2026 to Wednesday 8 April 2026',
    },
  ],
  toldNoMore: [],
  warnings: [warningExample],
  localDays: [],
  chronology: [
    'Dates moved: the scoping return (Example Academy) from Thursday 9 April 2026 to Wednesday 8 April 2026.',
  ],
};

export const PreviewSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    preview: Type.String({
      description: 'Send it back in If-Match with the correction; the ETag is the same.',
    }),
    moves: Type.Array(Type.Object({ key: ObligationKeyField, was: DateField, due: DateField }, strict)),
    becomeLate: Type.Array(JudgedField, {
      description:
        'What would be missed and is not so now: what is still to be done, and what was done in time and would have been done late, with "doneOn".',
    }),
    inTimeAgain: Type.Array(JudgedField, {
      description:
        'What is missed now and would not be: what has its date ahead again, and what would have been done in time, with "doneOn".',
    }),
    restated: Type.Array(
      Type.Object(
        {
          key: ObligationKeyField,
          was: OutcomeField,
          now: Type.Optional(OutcomeField),
          due: Type.Optional({ ...DateField, description: 'By when it would be open again.' }),
          lapsed: Type.Optional(
            Type.Literal(true, { description: 'The case has ended: it would have lapsed.' }),
          ),
        },
        strict,
      ),
      {
        description:
          'Outcomes as they stand, and as they would; open where "now" is absent (R8), lapsed, or under owedNoMore. One that turns from met to missed, or back, is under becomeLate or inTimeAgain as well.',
      },
    ),
    owedNoMore: Type.Array(OwedField, {
      description:
        'What has a date now and would have none: what it is counted from was recorded by mistake.',
    }),
    newlyOwed: Type.Array(OwedField, {
      description:
        'What has no date now and would have one, and is not done: what it is counted from stands again. What would be missed then is under becomeLate as well.',
    }),
    windowOpens: Type.Optional(WindowOpensField),
    meetingLeaves: Type.Optional(MeetingLeavesField),
    meetingDayRestored: Type.Optional(MeetingDayRestoredField),
    reminders: ReminderMovesField,
    teamWarnings: TeamWarningsField,
    teamLines: TeamLinesField,
    told: Type.Array(ToldField, {
      description:
        'Who would hear of something because of it, at once or up to the next mails of 09:00: a line for each thing that somebody hears.',
    }),
    toldNoMore: Type.Array(ToldField, {
      description:
        'Who would hear of something in the next mails of 09:00, and would not because of it; or would hear it otherwise, and that is under told.',
    }),
    warnings: Type.Array(WarningSchema, {
      description:
        'What people should know that is not so now: a meeting outside its window, a year that may be mistyped.',
    }),
    localDays: Type.Array(Type.Object({ key: ObligationKeyField, ...LocalDaysBeside.properties }, strict), {
      description: 'Closures and school holidays in which a date would lie then, and does not now.',
    }),
    chronology: Type.Array(Type.String(), {
      description: 'What the chronology would say once it is made, in order.',
    }),
  },
  {
    ...strict,
    examples: [previewExample],
  },
);
export type PreviewView = Static<typeof PreviewSchema>;
export type Outcome = Static<typeof OutcomeField>;
