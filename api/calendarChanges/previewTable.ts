// A preview in lines: as comma-separated values for a spreadsheet, one line a date, meeting, reminder, warning or notice; and as a
// page of plain text with a table, for people. Both are made from the same data as the answer in JSON.

import type { Foreseen, MailsForeseen, RemindersForeseen, Told } from '../../domain/calendarChange/foreseen';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { DATE_WORDS } from '../chronology/sayObligation';
import { sayDayThatWouldChange } from '../chronology/sayCalendarChange';
import { count } from '../chronology/sayings';
import { EFFECT, mailLines, meetingLines, momentOf, type EffectLine } from '../effects/effectLines';
import { AGENCY_WIDTH, sayAgency, sayFrom, sayUntil, tableOfWidths } from '../effects/table';
import { londonMinute, sayInstant } from '../problems/saying';
import type { CaseEffectView } from './caseEffectSchema';

/** The agency stands last: its name may be long. */
const COLUMNS = ['case', 'what', 'from', 'to', 'effect', 'agency'] as const;
/** The version stands in every line: a spreadsheet loses the name of its file, and a line above the columns would be none. */
const CSV_COLUMNS = [
  'case',
  'what',
  'whatInWords',
  'agency',
  'agencyName',
  'from',
  'to',
  'effect',
  'preview',
];

const TOLD = { byMail: 'is told by mail', inPerson: 'to be told by the team' } as const;
const TOLD_NO_MORE = { byMail: 'falls away', inPerson: 'need not be told' } as const;
const NOTICE = { what: 'notice', inWords: 'the notice of new dates' } as const;

const linesOf = (effects: CaseEffectView): readonly EffectLine[] => [
  ...(effects.cannotFollow === true
    ? [{ what: 'case', inWords: 'the case', effect: 'cannot follow: a date lies beyond the calendar' }]
    : []),
  ...effects.moves.map(({ obligation, agency, was, due, lateness }) => ({
    what: obligation,
    inWords: DATE_WORDS[obligation],
    ...(agency === undefined ? {} : { agency }),
    from: was,
    to: due,
    effect: EFFECT[lateness],
  })),
  ...meetingLines(effects),
  ...mailLines(effects),
  ...effects.told.map(({ agency, how, at, about }) =>
    agency === undefined
      ? { what: 'teamNotice', inWords: 'what the team hears', ...momentOf(at), effect: about }
      : { ...NOTICE, agency, ...momentOf(at), effect: TOLD[how] },
  ),
  ...effects.toldNoMore.map(({ agency = '', how, at }) => {
    const { at: fromAt } = momentOf(at);
    return { ...NOTICE, agency, effect: TOLD_NO_MORE[how], ...(fromAt === undefined ? {} : { fromAt }) };
  }),
];

/** Also where a spreadsheet leaves out blanks before it looks, or takes signs of full width for the others. */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]/;
/** A name may hold a comma or a quotation mark; and no spreadsheet may take it for a formula. */
const csvField = (text: string): string => {
  const plain = LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`;

export const csvHead = csvLine(CSV_COLUMNS);
export const csvOf =
  (version: string) =>
  (effect: CaseEffectView, nameOf: NameAgency): string =>
    linesOf(effect)
      .map(({ what, inWords, agency = '', from = '', fromAt, to = '', at, effect: does }) => {
        const whom = [agency, agency === '' ? '' : nameOf(agency)];
        const since = fromAt === undefined ? from : londonMinute(fromAt);
        const until = at === undefined ? to : londonMinute(at);
        return csvLine([effect.reference, what, inWords, ...whom, since, until, does, version]);
      })
      .join('');

/** In words a day is at the longest `Wednesday 30 September 2026`, and a moment ` at 09:00` longer. */
const { row: tableLine, rule } = tableOfWidths([14, 72, 36, 36, 24, AGENCY_WIDTH]);

/** Which days the calendars differ on, as far as a date may be counted over them. */
const sayDays = ({ days, casesToBring }: Foreseen): readonly string[] => {
  if (days.length > 0) return days.map((day) => `${sayDayThatWouldChange(day)}.`);
  return casesToBring === 0
    ? ['The calendars of the open cases have the same days already.']
    : ['The calendars differ, and not on a day that any date of the open cases is counted over.'];
};

const sayMoving = (cases: number): string => {
  if (cases === 0) return 'none has a date that moves.';
  return cases === 1 ? '1 has a date that moves:' : `${cases} have a date that moves:`;
};

const sayMails = ({ sooner, later, fallAway }: MailsForeseen): string =>
  `${sooner} come sooner, ${later} later, ${fallAway} fall away.`;

/** Counted one by one, and in the mailbox of an agency together. */
const sayReminders = ({ mails = 0, ...reminders }: RemindersForeseen): string =>
  mails === 0
    ? sayMails(reminders)
    : `${sayMails(reminders)} Those that come go in at most ${count(mails, 'mail')}: an agency gets one a day for each case, whatever it owes.`;

const sayTold = ({ byMail, inPerson, at, noMore = 0, team }: Told): readonly string[] => [
  `Told of their new dates: ${byMail} ${byMail === 1 ? 'agency' : 'agencies'} by mail, ${inPerson} by the team itself${at === undefined ? '' : `; the first on ${sayInstant(at)}`}.`,
  ...(noMore === 0
    ? []
    : [
        `No longer told of an earlier change, which this one takes back: ${noMore} ${noMore === 1 ? 'agency' : 'agencies'}.`,
      ]),
  ...(team === undefined
    ? []
    : [
        `Told to the team: ${count(team.atOnce, 'mail')} at once, ${count(team.atNine, 'line')} in its next mails of 09:00.`,
      ]),
];

const NO_MAILS: MailsForeseen = { sooner: 0, later: 0, fallAway: 0 };
const allOf = ({ sooner, later, fallAway }: MailsForeseen): number => sooner + later + fallAway;

/** Nothing stands below the head then. A reminder may come at another time where no date moves. */
const touchesNoCase = ({
  casesThatMove,
  cannotFollow,
  windowsThatOpenAnew = 0,
  meetingsThatLeave,
  meetingDaysRestored = 0,
  reminders,
  teamWarnings = NO_MAILS,
  teamLines = NO_MAILS,
}: Foreseen): boolean =>
  casesThatMove +
    cannotFollow +
    windowsThatOpenAnew +
    meetingsThatLeave +
    meetingDaysRestored +
    allOf(reminders) +
    allOf(teamWarnings) +
    allOf(teamLines) ===
  0;

const isToldToNobody = ({ byMail, inPerson, noMore = 0, team }: Told): boolean =>
  byMail + inPerson + noMore + (team?.atOnce ?? 0) + (team?.atNine ?? 0) === 0;

/** A word where six lines would each say none. That no date moves is said above. */
const changesNothing = (numbers: Foreseen): boolean => touchesNoCase(numbers) && isToldToNobody(numbers.told);

const sayEffects = (numbers: Foreseen): readonly string[] => {
  const { windowsThatOpenAnew = 0, meetingsThatLeave, meetingDaysRestored = 0 } = numbers;
  const { reminders, teamWarnings = NO_MAILS, teamLines = NO_MAILS, told } = numbers;
  return [
    `Windows of meetings that open on another day: ${windowsThatOpenAnew}.`,
    `Meetings that leave their window: ${meetingsThatLeave}; that are in it again, or on a working day: ${meetingDaysRestored}.`,
    `Reminders to agencies: ${sayReminders(reminders)}`,
    `Warnings to the team that a date is at risk: ${sayMails(teamWarnings)}`,
    `Other items in the team's 09:00 mails, but what waits for the next of them anyway: ${sayMails(teamLines)}`,
    ...sayTold(told),
  ];
};

export const tableHead = (numbers: Foreseen, version: string, notes: readonly string[]): string => {
  const { openCases, casesToBring, casesThatMove, cannotFollow } = numbers;
  return [
    'What the change of the calendar would do. Nothing has been changed.',
    '',
    ...sayDays(numbers),
    ...notes,
    '',
    `Of ${count(openCases, 'open case')}, ${casesToBring} would go to the new calendar, and ${sayMoving(casesThatMove)}`,
    ...numbers.obligations.map(
      ({ obligation, move, becomeLate, inTimeAgain }) =>
        `  ${DATE_WORDS[obligation].padEnd(52)} ${String(move).padStart(7)}${becomeLate > 0 ? `, ${becomeLate} late at once` : ''}${inTimeAgain > 0 ? `, ${inTimeAgain} in time again` : ''}`,
    ),
    ...(changesNothing(numbers) ? ['No meeting, reminder or other mail changes.'] : sayEffects(numbers)),
    ...(cannotFollow === 0
      ? []
      : [`Cannot follow, since a date lies beyond the calendar: ${count(cannotFollow, 'case')}.`]),
    `Version of this preview: ${version}`,
    '',
    ...(touchesNoCase(numbers) ? [] : [tableLine(COLUMNS), rule, '']),
  ].join('\n');
};

export const tableOf = (effect: CaseEffectView, nameOf: NameAgency): string =>
  linesOf(effect)
    .map((line) => {
      const row = [effect.reference, line.inWords, sayFrom(line), sayUntil(line), line.effect];
      return `${tableLine([...row, sayAgency(line, nameOf)])}\n`;
    })
    .join('');
