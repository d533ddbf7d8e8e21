// Effects of what is previewed as lines, each with what it is about, from when to when, and what becomes of it: the meeting's day
// and window, reminders to agencies, warnings and other lines to the team. One form for corrections of a case and for changes of the calendar.

import type { Static } from 'typebox';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { refOf } from '../../domain/timetable/obligationKey';
import { OBLIGATION_WORDS, wordsIn } from '../chronology/sayObligation';
import type {
  MeetingDayRestoredField,
  MeetingLeavesField,
  WindowOpensField,
} from '../meetings/meetingDayFields';
import type { ReminderMovesField, TeamLinesField, TeamWarningsField } from '../reminders/mailMoveFields';

/** An effect on one case. What it is about stands in it twice: as a code for programs, and in words. */
export interface EffectLine {
  readonly what: string;
  readonly inWords: string;
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  /** In place of `from` and `to`: a mail goes at a time of its day. */
  readonly fromAt?: Instant;
  readonly at?: Instant;
  readonly effect: string;
}

export const EFFECT = { unchanged: 'moves', late: 'becomes late', inTimeAgain: 'in time again' } as const;
const REMINDER = { sooner: 'comes sooner', later: 'comes later', fallsAway: 'falls away' } as const;
const MEETING = {
  late: 'lies after its window',
  early: 'lies before its window',
  dayOff: 'becomes a day off',
} as const;
const RESTORED = {
  inside: 'lies inside its window',
  early: 'is a working day again, before its window',
  late: 'is a working day again, after its window',
} as const;

/** When a rung of the ladder comes; a ladder may have others, which keep their name. */
const RUNG_WORDS: Readonly<Record<string, string>> = {
  twoBefore: 'two working days before',
  oneBefore: 'one working day before',
  onTheDay: 'on the day itself',
  oneAfter: 'one working day after',
  twoAfter: 'two working days after',
};

const TEAM_LINES = {
  meetingNotFixed: "team's line that no meeting is fixed",
  papersDue: "team's line that the papers of the meeting are due",
  panelSilent: "team's line that the national Panel is silent",
  escalationWaits: "team's line that a reminder to the executive waits",
} as const;

export const ofAgencyIn = (key: string): Pick<EffectLine, 'agency'> => {
  const { agency } = refOf(key);
  return agency === undefined ? {} : { agency };
};

/** Of a moment that the API itself has written. */
export const momentOf = (text: string): Pick<EffectLine, 'at'> => {
  const at = parseInstant(text);
  return at === undefined ? {} : { at };
};

/** A mail that comes on another day: without `was` it would not have come, without `comes` it falls away. */
type Moving = Pick<Static<typeof ReminderMovesField>[number], 'how' | 'was' | 'comes'>;

/** `anew` is said of one that would not have come any more. */
const movingMail = (
  { how, was, comes }: Moving,
  anew: string,
): Pick<EffectLine, 'from' | 'to' | 'effect'> => ({
  ...(was === undefined ? {} : { from: was }),
  ...(comes === undefined ? {} : { to: comes }),
  effect: how === 'later' && was === undefined ? anew : REMINDER[how],
});

/** What is common to the effects on one case, whatever is previewed. */
export interface CommonEffects {
  readonly windowOpens?: Static<typeof WindowOpensField>;
  readonly meetingLeaves?: Static<typeof MeetingLeavesField>;
  readonly meetingDayRestored?: Static<typeof MeetingDayRestoredField>;
  readonly reminders: Static<typeof ReminderMovesField>;
  readonly teamWarnings: Static<typeof TeamWarningsField>;
  readonly teamLines: Static<typeof TeamLinesField>;
}

export const meetingLines = ({
  windowOpens,
  meetingLeaves,
  meetingDayRestored,
}: CommonEffects): readonly EffectLine[] => [
  ...(windowOpens === undefined
    ? []
    : [
        {
          what: 'meetingOpens',
          inWords: 'the first day on which the meeting can be',
          from: windowOpens.was,
          to: windowOpens.opens,
          effect: EFFECT.unchanged,
        },
      ]),
  ...(meetingLeaves === undefined
    ? []
    : [
        {
          what: 'meetingDay',
          inWords: 'the day of the meeting',
          from: meetingLeaves.on,
          effect: MEETING[meetingLeaves.way],
        },
      ]),
  ...(meetingDayRestored === undefined
    ? []
    : [
        {
          what: 'meetingDay',
          inWords: 'the day of the meeting',
          from: meetingDayRestored.on,
          effect: RESTORED[meetingDayRestored.way],
        },
      ]),
];

export const mailLines = ({ reminders, teamWarnings, teamLines }: CommonEffects): readonly EffectLine[] => [
  ...reminders.map((reminder) => ({
    what: `reminder ${reminder.rung} of ${refOf(reminder.key).obligation}`,
    inWords: `reminder ${RUNG_WORDS[reminder.rung] ?? reminder.rung}, of ${wordsIn(OBLIGATION_WORDS, reminder.key)}`,
    ...ofAgencyIn(reminder.key),
    ...movingMail(reminder, 'comes after all'),
  })),
  ...teamWarnings.map((warning) => ({
    what: `teamWarning ${warning.workingDaysBefore} of ${refOf(warning.key).obligation}`,
    inWords: `team's warning ${warning.workingDaysBefore === 0 ? 'on the day of' : 'before'} ${wordsIn(OBLIGATION_WORDS, warning.key)}`,
    ...ofAgencyIn(warning.key),
    ...movingMail(warning, 'comes anew'),
  })),
  ...teamLines.map(({ about, agency, ...line }) => ({
    what: `teamLine ${about}`,
    inWords: TEAM_LINES[about],
    ...(agency === undefined ? {} : { agency }),
    ...movingMail(line, 'comes anew'),
  })),
];
