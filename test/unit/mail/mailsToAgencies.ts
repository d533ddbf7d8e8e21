// Every mail that an agency gets, with the facts of the day it goes.

import type { DayChanged } from '../../../domain/calendar/daysChanged';
import type { ObligationName } from '../../../domain/policy/policyProfile';
import type { EndingCause } from '../../../domain/rapidReview/ending/state';
import type { Notice, NoticeBodyOf, NoticeKind, ToldOutcome } from '../../../domain/rapidReview/notices';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { daysPassedOver } from '../../../domain/timetable/explanation';
import { keyOf } from '../../../domain/timetable/obligationKey';
import type { MailFacts } from '../../../platform/mail/wording/mailFacts';
import { officialCalendar } from '../calendars';
import { proclaimed } from '../rapidReview/otherCalendars';
import { london } from '../rapidReview/story';
import {
  facts,
  type Mails,
  movedRecords,
  movedReturn,
  notice,
  on,
  owed,
  recordsDue,
  reminder,
  returnDue,
  RIVERBEND,
  scopingRequest,
} from './examples';
import { MAILS_ABOUT_ANSWERS } from './mailsAboutAnswers';

const agreedReturn = owed(`agencyReturn:${RIVERBEND}`, '2026-04-14', ['agreed', '2026-04-14', 0]);

const agreedReturnPutOff = owed(`agencyReturn:${RIVERBEND}`, '2026-04-15', ['agreed', '2026-04-14', 1]);
const FUNERAL: DayChanged = { date: on('2026-04-09'), title: 'State Funeral', change: 'listed' };

/** Counted over the day that was proclaimed. */
const laterReturn = owed(`agencyReturn:${RIVERBEND}`, '2026-04-13', ['requestSent', '2026-04-01', 5], {
  passedOver: daysPassedOver(proclaimed(officialCalendar, FUNERAL.date), on('2026-04-01'), on('2026-04-13')),
});

const byDays = (...days: readonly DayChanged[]): NonNullable<MailFacts['movedBy']> => ({
  days,
  corrected: false,
});

const moved = (...moves: readonly (readonly [ObligationName, string, string])[]): Notice =>
  notice({
    kind: 'datesMoved',
    agency: RIVERBEND,
    because: [4],
    moves: moves.map(([obligation, was, due]) => ({
      key: keyOf({ obligation, agency: RIVERBEND }),
      was: on(was),
      due: on(due),
    })),
  });

/** A day before it is due. */
const owingReturn = (more: Parameters<typeof facts>[0]): ReturnType<typeof facts> =>
  facts({ today: on('2026-04-09'), dates: [returnDue], ...more });

/** By itself the first invitation, to Monday 13 April at 10:00. */
const invitation = (more: Partial<NoticeBodyOf<'meetingInvitation'>> = {}): Notice =>
  notice({
    kind: 'meetingInvitation',
    agency: RIVERBEND,
    meeting: 1,
    change: 0,
    startsAt: london('2026-04-13 10:00'),
    papersOn: on('2026-04-10'),
    ...more,
  });

/** Of the first invitation. */
const cancelled = (more: Partial<NoticeBodyOf<'meetingCancelled'>> = {}): Notice =>
  notice({
    kind: 'meetingCancelled',
    agency: RIVERBEND,
    meeting: 1,
    startsAt: london('2026-04-13 10:00'),
    ...more,
  });

const outcome = (told: ToldOutcome): Notice =>
  notice({ kind: 'outcomeToAgency', agency: RIVERBEND, ...told });

const ended = (cause: EndingCause): Notice => notice({ kind: 'endedToAgency', agency: RIVERBEND, cause });

const MAILS: Mails = {
  scopingRequest: [scopingRequest(), facts()],
  scopingRequestOnALaterDay: [
    scopingRequest(),
    facts({ today: on('2026-04-02'), dates: [movedReturn, movedRecords] }),
  ],
  scopingRequestAgain: [scopingRequest(2), facts({ today: on('2026-04-02') })],
  scopingRequestRepeated: [scopingRequest(), facts({ repeated: true })],
  scopingRequestAgainLate: [
    scopingRequest(2),
    facts({
      today: on('2026-04-13'),
      dates: [
        { ...returnDue, missed: true },
        { ...recordsDue, missed: true },
      ],
    }),
  ],
  scopingRequestAnswered: [scopingRequest(2), facts({ dates: [] })],
  agencyReminder: [reminder(2), facts({ today: on('2026-04-08'), dates: [returnDue] })],
  agencyReminderForBoth: [reminder(1), facts({ today: on('2026-04-02') })],
  agencyReminderLate: [
    reminder(3),
    facts({
      today: on('2026-04-13'),
      dates: [
        { ...returnDue, missed: true },
        { ...recordsDue, missed: true },
      ],
    }),
  ],
  agencyReminderOfRecordsLate: [
    reminder(3),
    facts({ today: on('2026-04-08'), dates: [{ ...recordsDue, missed: true }] }),
  ],
  agencyReminderAnswered: [reminder(2), facts({ dates: [] })],
  agencyReminderToPeopleAbove: [
    reminder(4),
    facts({ today: on('2026-04-13'), dates: [{ ...returnDue, missed: true }], reaches: 'peopleAboveToo' }),
  ],
  agencyReminderInPlaceOfOthers: [
    reminder(2),
    facts({ today: on('2026-04-08'), dates: [returnDue], reaches: 'peopleAboveOnly' }),
  ],
  agencyReminderAfterSendingBack: [reminder(2), owingReturn({ answered: 'sentBack' })],
  agencyReminderAfterSendingBackAWord: [
    reminder(2),
    owingReturn({ answered: 'sentBack', saidInstead: 'wrongOrganisation' }),
  ],
  agencyReminderOfRecordsAlone: [reminder(2), facts({ today: on('2026-04-08'), dates: [recordsDue] })],
  agencyReminderOfTheRest: [reminder(2), owingReturn({ answered: 'inPart' })],
  agencyReminderOfAgreedDate: [reminder(2), facts({ today: on('2026-04-13'), dates: [agreedReturn] })],
  agencyReminderOfDateAgreedAfterTheMiss: [
    reminder(4),
    facts({ today: on('2026-04-13'), dates: [{ ...agreedReturn, missed: true }] }),
  ],
  agencyReminderOfAgreedDateMissed: [
    reminder(5),
    facts({ today: on('2026-04-15'), dates: [{ ...agreedReturn, missed: true }] }),
  ],
  agencyReminderOfAgreedDateThatBecameHoliday: [reminder(2), owingReturn({ dates: [agreedReturnPutOff] })],
  scopingRequestAgainWithAgreedDate: [scopingRequest(2), owingReturn({ dates: [agreedReturn] })],
  datesMovedByProclamation: [
    moved(['agencyReturn', '2026-04-10', '2026-04-13']),
    facts({ today: on('2026-04-07'), dates: [laterReturn], movedBy: byDays(FUNERAL) }),
  ],
  datesMovedByDayTakenBack: [
    moved(['agencyReturn', '2026-04-13', '2026-04-10']),
    facts({
      today: on('2026-04-07'),
      dates: [returnDue],
      movedBy: byDays({ ...FUNERAL, change: 'withdrawn' }),
    }),
  ],
  datesMovedByCorrection: [
    moved(['recordsSecured', '2026-04-07', '2026-04-08'], ['agencyReturn', '2026-04-10', '2026-04-13']),
    facts({
      today: on('2026-04-02'),
      dates: [movedReturn, movedRecords],
      movedBy: { days: [], corrected: true },
    }),
  ],
  datesMovedByBothAndOneLate: [
    moved(['recordsSecured', '2026-04-08', '2026-04-07'], ['agencyReturn', '2026-04-13', '2026-04-10']),
    facts({
      today: on('2026-04-09'),
      dates: [returnDue, { ...recordsDue, missed: true }],
      movedBy: { ...byDays({ ...FUNERAL, change: 'withdrawn' }), corrected: true },
    }),
  ],
  datesMovedByTwoDays: [
    moved(['agencyReturn', '2026-04-10', '2026-04-13']),
    facts({
      today: on('2026-04-02'),
      dates: [laterReturn],
      movedBy: byDays(FUNERAL, {
        date: on('2026-05-04'),
        title: 'Early May bank holiday',
        change: 'withdrawn',
      }),
    }),
  ],
  datesMovedAnswered: [
    moved(['agencyReturn', '2026-04-10', '2026-04-13']),
    facts({ today: on('2026-04-07'), dates: [], movedBy: byDays(FUNERAL) }),
  ],
  ...MAILS_ABOUT_ANSWERS,
  meetingInvitation: [invitation(), facts()],
  meetingInvitationForASeat: [invitation({ seat: 'police' }), facts()],
  meetingInvitationRearranged: [
    invitation({
      change: 2,
      startsAt: london('2026-04-14 13:30'),
      papersOn: on('2026-04-13'),
      seat: 'police',
    }),
    facts({ knownFor: london('2026-04-13 10:00') }),
  ],
  meetingInvitationRearrangedToSuccessors: [
    invitation({ change: 1, startsAt: london('2026-04-14 13:30'), papersOn: on('2026-04-13') }),
    facts({ knownFor: london('2026-04-13 10:00'), toSuccessors: true }),
  ],
  meetingInvitationAmongOthers: [invitation({ change: 1, unmoved: true, seat: 'police' }), facts()],
  meetingInvitationOnPapersDay: [invitation(), facts({ today: on('2026-04-10') })],
  meetingInvitationInWinter: [
    invitation({ startsAt: london('2026-12-15 10:00'), papersOn: on('2026-12-14') }),
    facts({ today: on('2026-12-01') }),
  ],
  meetingCancelled: [cancelled(), facts()],
  meetingCancelledToSuccessors: [cancelled(), facts({ toSuccessors: true })],
  meetingWithoutThemToSuccessors: [cancelled({ uninvited: true }), facts({ toSuccessors: true })],
  meetingWithoutThem: [cancelled({ uninvited: true }), facts()],
  meetingCancelledAsTheCaseEnded: [cancelled({ ended: true }), facts()],
  meetingCancelledAsTheCaseWasMerged: [
    cancelled({ ended: true }),
    facts({ mergedInto: 'RR-2026-0008' as CaseReference }),
  ],
  outcomeToAgency: [outcome({ outcome: 'practiceReview', again: false }), facts({ dates: [] })],
  outcomeToAgencyAgain: [outcome({ outcome: 'noFurtherReview', again: true }), facts({ dates: [] })],
  outcomeToAgencyThatHoldsNothing: [
    outcome({ outcome: 'noFurtherReview', again: false }),
    facts({ dates: [], nothingToSecure: true }),
  ],
  outcomeToAgencyThatOwes: [
    outcome({ outcome: 'noFurtherReview', again: false }),
    facts({
      today: on('2026-04-09'),
      dates: [returnDue, { ...recordsDue, missed: true }],
      answered: 'inPart',
    }),
  ],
  outcomeToAgencyThatOwesWithReview: [
    outcome({ outcome: 'practiceReview', again: false }),
    facts({ today: on('2026-04-13'), dates: [{ ...returnDue, missed: true }] }),
  ],
  endedToAgencyWithdrawn: [ended('withdrawn'), facts()],
  endedToAgencyCriteriaNotMet: [ended('criteriaNotMet'), facts()],
  endedToAgencySettled: [ended('settled'), facts()],
  endedToAgencyMerged: [ended('merged'), facts({ mergedInto: 'RR-2026-0008' as CaseReference })],
  endedToAgencyThatHasReturned: [ended('withdrawn'), facts({ hasReturned: true })],
  endedToAgencyThatHoldsNothing: [ended('withdrawn'), facts({ hasReturned: true, nothingToSecure: true })],
  resumedToAgency: [
    notice({ kind: 'resumedToAgency', agency: RIVERBEND }),
    facts({ today: on('2026-04-08'), dates: [returnDue, { ...recordsDue, missed: true }] }),
  ],
  resumedToAgencyOfSettledCase: [
    notice({ kind: 'resumedToAgency', agency: RIVERBEND, settled: true }),
    facts({ today: on('2026-04-08'), dates: [returnDue] }),
  ],
  resumedToAgencyMoved: [
    notice({ kind: 'resumedToAgency', agency: RIVERBEND }),
    facts({ today: on('2026-04-08'), dates: [laterReturn], movedBy: byDays(FUNERAL) }),
  ],
  resumedToAgencyThatHoldsNothing: [
    notice({ kind: 'resumedToAgency', agency: RIVERBEND }),
    facts({ today: on('2026-04-08'), dates: [], nothingToSecure: true }),
  ],
  resumedToAgencyAnswered: [
    notice({ kind: 'resumedToAgency', agency: RIVERBEND }),
    facts({ today: on('2026-04-08'), dates: [] }),
  ],
};

const ASK_FOR_AN_ANSWER: readonly NoticeKind[] = [
  ...([
    'scopingRequest',
    'agencyReminder',
    'datesMoved',
    'returnSentBack',
    'answerByMistake',
    'resumedToAgency',
  ] as const),
  'outcomeToAgency',
];

/** As the messenger gives them: an agency that owes something has a link to answer by. */
export const MAILS_TO_AGENCIES: Mails = Object.fromEntries(
  Object.entries(MAILS).map(([name, [mail, given]]) => [
    name,
    ASK_FOR_AN_ANSWER.includes(mail.body.kind) && given.dates.length > 0
      ? [
          mail,
          {
            ...given,
            answerUrl:
              'https://rapid-review.partnership.example/answers/RR-2026-0007/AG-0003/Zt0yYq3mQm2xq0mYc1b9xA',
          },
        ]
      : [mail, given],
  ]),
);
