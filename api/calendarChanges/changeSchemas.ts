// The forms of a change of the calendar on the wire: what is asked, what it would do, and how far it has got.

import { Type, type Static } from 'typebox';
import {
  DateField,
  InstantField,
  LineField,
  ObligationField,
  ReferenceField,
  strict,
  TextField,
  TextOf,
} from '../fields/fields';
import { PageLimit } from '../fields/pageQuery';
import { CaseEffect, caseExample } from './caseEffectSchema';
import { DayChangedSchema } from './dayChangedSchema';
import { ToldNumbers } from './toldNumbersSchema';

const DAYS_AT_ONCE = 20;
export const CHANGES_AT_ONCE = 20;
/** Of the cases that could not be brought along; their number stands beside them. */
export const FAILURES_SHOWN = 200;

const askedFields = {
  list: Type.Optional(
    Type.Array(Type.Object({ date: DateField, title: LineField(100) }, strict), {
      maxItems: DAYS_AT_ONCE,
      description: 'Days to list as bank holidays, on top of what the ledger holds.',
    }),
  ),
  withdraw: Type.Optional(
    Type.Array(DateField, { maxItems: DAYS_AT_ONCE, description: 'Days to take back.' }),
  ),
};
const funeral = { date: '2022-09-19', title: 'Bank Holiday for the State Funeral of Queen Elizabeth II' };

const AUTHORITY_LIMIT = 500;
const REASON_LIMIT = 2_000;

export const PreviewBody = Type.Object(
  {
    ...askedFields,
    authority: TextOf('the acceptance', AUTHORITY_LIMIT),
    reason: TextOf('the acceptance', REASON_LIMIT),
  },
  { ...strict, examples: [{ list: [funeral] }, {}] },
);
export const PreviewQuery = Type.Object(
  {
    limit: PageLimit,
    after: Type.Optional(ReferenceField),
  },
  strict,
);

export const ChangesQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: CHANGES_AT_ONCE })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only changes with a smaller number.' })),
  },
  strict,
);

export const AcceptBody = Type.Object(
  {
    preview: Type.String({
      minLength: 1,
      maxLength: 60,
      description: 'must be the version of the preview that this change was decided on',
    }),
    ...askedFields,
    authority: Type.Optional(
      Type.String({
        ...TextField(AUTHORITY_LIMIT),
        description:
          'must name what makes the days holidays or undoes them, and not be blank; needed with days to list or withdraw',
      }),
    ),
    reason: TextField(REASON_LIMIT),
  },
  {
    ...strict,
    examples: [
      {
        preview: '152.3.9f86d081884c',
        list: [funeral],
        authority: 'Royal Proclamation of 10 September 2022',
        reason: 'Proclaimed on Saturday; running reviews must not count that Monday.',
      },
    ],
  },
);

const mails = {
  sooner: Type.Integer(),
  later: Type.Integer(),
  fallAway: Type.Integer({ description: 'Their new time is past already.' }),
};
const Numbers = {
  days: Type.Array(DayChangedSchema, {
    description: 'On which days the calendars of the open cases and this one differ.',
  }),
  openCases: Type.Integer(),
  casesToBring: Type.Integer({ description: 'Open cases that count with another calendar.' }),
  casesThatMove: Type.Integer(),
  cannotFollow: Type.Integer({
    description:
      'Cases of which a date lies beyond the calendar: they would keep the one they have. The other numbers are without them.',
  }),
  obligations: Type.Array(
    Type.Object(
      {
        obligation: ObligationField,
        move: Type.Integer(),
        becomeLate: Type.Integer({
          description: 'The new date is past: missed at once. What is done keeps its date (R7).',
        }),
        inTimeAgain: Type.Integer({ description: 'Missed, and the new date is still ahead (R7).' }),
      },
      strict,
    ),
  ),
  windowsThatOpenAnew: Type.Optional(
    Type.Integer({
      description:
        "Cases of which the meeting's window opens on another day. Absent where it was accepted before this was worked out.",
    }),
  ),
  meetingsThatLeave: Type.Integer({ description: 'Meetings whose day lies outside their window then.' }),
  meetingDaysRestored: Type.Optional(
    Type.Integer({
      description:
        'Meetings that are inside their window again, or on a working day. Absent where it was accepted before this was worked out.',
    }),
  ),
  reminders: Type.Object(
    {
      ...mails,
      mails: Type.Optional(
        Type.Integer({
          description:
            'In how many mails those that come sooner or later go, at most: an agency gets one a day for each case, whatever it owes (R11). One to an executive waits for a word besides. Absent where it was accepted before this was worked out.',
        }),
      ),
    },
    { ...strict, description: 'To agencies.' },
  ),
  teamWarnings: Type.Optional(
    Type.Object(mails, {
      ...strict,
      description:
        'To the team, that a date is at risk. Absent where it was accepted before this was worked out.',
    }),
  ),
  teamLines: Type.Optional(
    Type.Object(mails, {
      ...strict,
      description:
        'The other lines of its mails of 09:00 that are told of a day ahead. A miss, or mail that failed, goes with whichever is the next, and is not counted. Absent where it was accepted before this was worked out.',
    }),
  ),
  told: ToldNumbers,
};
const ForeseenField = Type.Object(Numbers, strict);
export type ForeseenView = Static<typeof ForeseenField>;

export const versionExample = '152.3.9f86d081884c';
const numbersExample = {
  days: [
    {
      ...funeral,
      change: 'listed' as const,
      inWords: 'Monday 19 September 2022 is a bank holiday now (State Funeral)',
    },
  ],
  openCases: 12,
  casesToBring: 12,
  casesThatMove: 9,
  cannotFollow: 0,
  obligations: [{ obligation: 'completeLocal' as const, move: 9, becomeLate: 0, inTimeAgain: 0 }],
  windowsThatOpenAnew: 2,
  meetingsThatLeave: 1,
  meetingDaysRestored: 0,
  reminders: { sooner: 0, later: 14, fallAway: 0, mails: 11 },
  teamWarnings: { sooner: 0, later: 16, fallAway: 0 },
  teamLines: { sooner: 0, later: 3, fallAway: 0 },
  told: { byMail: 7, inPerson: 0, at: '2022-09-12T08:00:00.000Z', noMore: 0, team: { atOnce: 1, atNine: 0 } },
};
/** Before it is accepted. */
export const previewExample = {
  ...numbersExample,
  days: numbersExample.days.map((day) => ({
    ...day,
    inWords: 'Monday 19 September 2022 would be a bank holiday (State Funeral)',
  })),
};

export const PreviewSchema = Type.Object(
  {
    version: Type.String({ description: 'Send it back with the acceptance.' }),
    calendar: Type.String({ description: 'The version of the calendar that the cases would go to.' }),
    ...Numbers,
    notes: Type.Array(Type.String(), {
      description: 'About days that were asked for: that they are past.',
    }),
    cases: Type.Array(CaseEffect, { description: 'A page of the cases to which it does something.' }),
    next: Type.Optional(Type.String({ description: 'Ask again with this as "after" for the next page.' })),
  },
  {
    ...strict,
    examples: [
      {
        version: '152.3.9f86d081884c',
        calendar: '1d60b7a2c94e3f58',
        ...previewExample,
        notes: [],
        cases: [caseExample],
      },
    ],
  },
);
export type PreviewView = Static<typeof PreviewSchema>;

const changeFields = {
  number: Type.Integer(),
  at: InstantField,
  by: Type.String({ description: 'The code of whoever accepted it.' }),
  who: Type.String(),
  authority: Type.Optional(Type.String({ description: 'On whose word its days stand.' })),
  reason: Type.Optional(Type.String()),
  reasonWithheld: Type.Optional(Type.Enum(['notPermitted'])),
  calendar: Type.String(),
  foreseen: ForeseenField,
  progress: Type.Object(
    {
      brought: Type.Integer({ description: 'Cases that have followed it.' }),
      moved: Type.Integer({ description: 'Those of them of which a date moved.' }),
      obligationsMoved: Type.Integer(),
      behind: Type.Integer({ description: 'Open cases that have not followed yet.' }),
      refused: Type.Integer({ description: 'Those of them that could not; they are asked again.' }),
      done: Type.Boolean({ description: 'Nobody is left to be asked for the first time.' }),
    },
    strict,
  ),
  failures: Type.Array(
    Type.Object(
      {
        reference: ReferenceField,
        code: Type.String(),
        type: Type.Optional(
          Type.String({ description: 'The page of the problem, where there is one for that code.' }),
        ),
        inWords: Type.String(),
        at: InstantField,
        times: Type.Integer(),
      },
      strict,
    ),
    {
      description: `Cases that could not be brought along, the first ${FAILURES_SHOWN} by reference; progress.refused counts all. They stopped no other.`,
    },
  ),
};
const changeExample = {
  number: 4,
  at: '2022-09-10T17:30:00.000Z',
  by: 'P-0002',
  who: 'Sam Inglewood',
  authority: 'Royal Proclamation of 10 September 2022',
  calendar: '1d60b7a2c94e3f58',
  reason: 'Proclaimed on Saturday; running reviews must not count that Monday.',
  foreseen: numbersExample,
  progress: { brought: 12, moved: 9, obligationsMoved: 31, behind: 0, refused: 0, done: true },
  failures: [],
};

export const ChangeSchema = Type.Object(changeFields, { ...strict, examples: [changeExample] });
export type ChangeView = Static<typeof ChangeSchema>;
export const ChangesSchema = Type.Object(
  {
    items: Type.Array(Type.Object(changeFields, strict)),
    next: Type.Optional(Type.Integer({ description: 'Ask again with this as "before" for the next page.' })),
  },
  { ...strict, examples: [{ items: [changeExample] }] },
);
