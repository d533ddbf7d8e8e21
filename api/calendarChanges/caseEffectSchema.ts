// What a change of the calendar would do to one case, on the wire: its dates, its meeting, its reminders, who is told.

import { Type, type Static } from 'typebox';
import { codeOf } from '../../domain/rapidReview/codes';
import { ToldField } from '../chronology/told';
import {
  AgencyIdField,
  DateField,
  ObligationField,
  ObligationKeyField,
  ReferenceField,
  strict,
} from '../fields/fields';
import { MeetingDayRestoredField, MeetingLeavesField, WindowOpensField } from '../meetings/meetingDayFields';
import { ReminderMovesField, TeamLinesField, TeamWarningsField } from '../reminders/mailMoveFields';

const Move = Type.Object(
  {
    key: ObligationKeyField,
    obligation: ObligationField,
    agency: Type.Optional(AgencyIdField),
    was: DateField,
    due: DateField,
    lateness: Type.Enum(['unchanged', 'late', 'inTimeAgain']),
  },
  strict,
);
export const CaseEffect = Type.Object(
  {
    reference: ReferenceField,
    moves: Type.Array(Move),
    windowOpens: Type.Optional(WindowOpensField),
    meetingLeaves: Type.Optional(MeetingLeavesField),
    meetingDayRestored: Type.Optional(MeetingDayRestoredField),
    cannotFollow: Type.Optional(
      Type.Boolean({ description: 'A date lies beyond the calendar: the case keeps the one it has.' }),
    ),
    reminders: ReminderMovesField,
    teamWarnings: TeamWarningsField,
    teamLines: TeamLinesField,
    told: Type.Array(ToldField, {
      description:
        'Who hears of what, and when, with nobody acting until then: a line for each thing that the team hears.',
    }),
    toldNoMore: Type.Array(ToldField, {
      description:
        'Agencies that are to hear of an earlier change and would not: this one takes back what moved their dates.',
    }),
  },
  strict,
);
export type CaseEffectView = Static<typeof CaseEffect>;

export const caseExample = {
  reference: codeOf('case', 'RR-2022-0007'),
  moves: [
    {
      key: 'completeLocal',
      obligation: 'completeLocal' as const,
      was: '2022-09-29',
      due: '2022-09-30',
      lateness: 'unchanged' as const,
    },
  ],
  reminders: [],
  teamWarnings: [
    {
      key: 'completeLocal',
      workingDaysBefore: 1,
      how: 'later' as const,
      was: '2022-09-28',
      comes: '2022-09-29',
    },
  ],
  teamLines: [],
  told: [],
  toldNoMore: [],
};
