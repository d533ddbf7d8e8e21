// What people should know of a case beside its dates, as the API shows it: as data and in words. Which warnings there are
// is worked out in the domain; nothing is refused for one.

import { Type, type Static } from 'typebox';
import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { TIMESTAMPS } from '../../domain/policy/policyProfile';
import { WAYS_AMISS } from '../../domain/rapidReview/meeting/dayToWindow';
import type { RapidReview } from '../../domain/rapidReview/state';
import type { CaseWarning } from '../../domain/rapidReview/caseWarning';
import { CAUSES_OF_VOID } from '../../domain/rapidReview/scoping/state';
import { warningsOf } from '../../domain/rapidReview/warnings';
import { ANCHORS, sayList } from '../../domain/timetable/explanation';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';
import { namesOfAgencies, type NameAgency } from '../agencies/namesOfAgencies';
import { sayAmissMeeting } from '../chronology/sayMeeting';
import { OBLIGATION_WORDS } from '../chronology/sayObligation';
import { capital, count } from '../chronology/sayings';
import { AgencyIdField, DateField, InstantField, ReferenceField, SeatField, strict } from '../fields/fields';
import { saySeats, sayPanelAwaits } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import { recordOtherWay, SEND_IT, sendAgain } from '../problems/waysOfAsking';
import { TIMESTAMP_WORDS } from '../../domain/policy/timestampWords';
import { codeOf } from '../../domain/rapidReview/codes';
import { mergedCasesOf, registerFor } from './besideWarnings';

const ABOUT = [
  'safetyConcernOpen',
  'returnAfterPapers',
  'returnAfterMeeting',
  'returnAfterWindow',
  'meetingOutsideWindow',
  'noMeetingArranged',
  'decidedWithout',
  'requestVoid',
  'nobodyToAsk',
  'noAgencyNamed',
  'agencyNotReached',
  'askedAreExcluded',
  'agencyOfMerged',
  'answeredInMerged',
  'momentOfMerged',
  'momentNotRecorded',
  'nothingToDecide',
  'outcomeToldTooSoon',
  'panelAwaitsWord',
  'panelHasOtherReference',
  'panelHasOtherDay',
  'panelHasSignOffs',
  'inviteeNotReached',
  'heldOnDayOff',
  'meetingBeforeReceipt',
  'meetingNotClosed',
  'seatsNotInvited',
  'farFromReferral',
  'sentByAgency',
  'securedByAgency',
  'signedByDelegate',
  'referenceFallsAway',
  'copyStays',
  'otherReceiptCounts',
  'movesFar',
] as const satisfies readonly CaseWarning['about'][];

export const WarningSchema = Type.Object(
  {
    about: Type.Enum([...ABOUT]),
    inWords: Type.String(),
    agency: Type.Optional(AgencyIdField),
    agencies: Type.Optional(Type.Array(AgencyIdField)),
    of: Type.Optional(ReferenceField),
    due: Type.Optional(DateField),
    cause: Type.Optional(Type.Enum([...CAUSES_OF_VOID], { description: 'Why a request is void.' })),
    nobody: Type.Optional(
      Type.Literal(true, { description: 'Nobody at it in the register can be written to.' }),
    ),
    cancelled: Type.Optional(Type.Literal(true)),
    missed: Type.Optional(Type.Literal(true, { description: 'That day is past.' })),
    decidedOn: Type.Optional(DateField),
    papersOn: Type.Optional(DateField),
    meetingOn: Type.Optional(DateField),
    on: Type.Optional(DateField),
    at: Type.Optional(InstantField),
    way: Type.Optional(Type.Enum([...WAYS_AMISS])),
    opens: Type.Optional(DateField),
    closes: Type.Optional(DateField),
    completeBy: Type.Optional(DateField),
    why: Type.Optional(Type.String({ description: 'Why it is a day off: Saturday, or the holiday.' })),
    seat: Type.Optional(SeatField),
    seats: Type.Optional(Type.Array(SeatField)),
    what: Type.Optional(Type.Enum([...TIMESTAMPS, 'firstRequest'])),
    received: Type.Optional(DateField),
    receivedAt: Type.Optional(InstantField),
    decided: Type.Optional(Type.Literal(true, { description: 'The meeting has decided.' })),
    days: Type.Optional(Type.Integer({ description: 'Between the two.' })),
    number: Type.Optional(Type.Integer({ description: 'Of the answer, or of the concern.' })),
    canBeSentBack: Type.Optional(Type.Literal(true)),
    onItsPage: Type.Optional(
      Type.Literal(true, { description: 'The page of the agency would say that its word is wanted.' }),
    ),
  },
  strict,
);
export type WarningView = Static<typeof WarningSchema>;

export const warningExample: WarningView = {
  about: 'returnAfterPapers',
  inWords:
    'The return of Example Hospitals NHS Trust is due on Tuesday 21 April 2026, after the papers of the meeting go on Friday 17 April 2026.',
  agency: codeOf('agency', 'AG-0003'),
  due: '2026-04-21',
  papersOn: '2026-04-17',
};

const WHY_VOID = {
  everyAddressBounced: 'reached nobody, since the mail to each address came back or could not go',
  byPerson: 'was declared void',
} as const;

const sayTooLate = ({ completeBy }: { readonly completeBy?: CivilDate }): string =>
  completeBy === undefined ? '' : `, and after the review must be complete, on ${sayDate(completeBy)}`;

type IsDue = Pick<Extract<CaseWarning, { readonly about: 'nobodyToAsk' }>, 'due' | 'missed'>;

const sayDueBy = ({ due, missed }: IsDue): string =>
  `${missed === true ? 'was' : 'is'} due${due === undefined ? '' : `, by the end of ${sayDate(due)}`}`;

const addContact = (agency: AgencyId): string =>
  `add a contact who can be (PATCH /agencies/${agency}, "contacts", with the ids of those that stay)`;

const sayConcern = ({
  number,
  of,
}: Extract<CaseWarning, { readonly about: 'safetyConcernOpen' }>): string => {
  const which = of === undefined ? `${number}` : `${number} of ${of}, which was merged into this case,`;
  const concerns = `/cases/${of ?? '{reference}'}/safety-concerns`;
  return `Safety concern ${which} is not acknowledged: those on call are alerted again until somebody has it in hand and says so (POST ${concerns}/${number}/acknowledgement). What it is about: GET ${concerns}.`;
};

export const sayWarning = (warning: CaseWarning, name: NameAgency): string => {
  switch (warning.about) {
    case 'safetyConcernOpen':
      return sayConcern(warning);
    case 'returnAfterPapers':
      return `The return of ${name(warning.agency)} is due on ${sayDate(warning.due)}, after the papers of the meeting go on ${sayDate(warning.papersOn)}.`;
    case 'returnAfterMeeting':
      return `The return of ${name(warning.agency)} is due on ${sayDate(warning.due)}, after the meeting on ${sayDate(warning.meetingOn)}.`;
    case 'returnAfterWindow':
      return `The return of ${name(warning.agency)} is due on ${sayDate(warning.due)}, after the last day for the meeting, ${sayDate(warning.closes)}.`;
    case 'meetingOutsideWindow':
      return `${capital(sayAmissMeeting(warning))}${warning.way === 'late' ? sayTooLate(warning) : ''}.`;
    case 'noMeetingArranged': {
      const became = warning.cancelled === true ? 'was cancelled' : 'was held, and decided nothing';
      const by =
        warning.due === undefined
          ? ''
          : `, which ${warning.missed === true ? 'was' : 'is'} due by the end of ${sayDate(warning.due)}`;
      return `No meeting is arranged: the last, of ${sayDate(warning.on)}, ${became}. Arrange another${by} (POST /cases/{reference}/meeting).`;
    }
    case 'decidedWithout': {
      const { agencies, on } = warning;
      const [who, has] =
        agencies.length === 1 ? ['An agency', 'has'] : [`${agencies.length} agencies`, 'have'];
      return `${who} that had not answered when it was decided on ${sayDate(on)} ${has} not answered in full since: ${sayList(agencies.map(name))}. The decision names whoever had not by then.`;
    }
    case 'requestVoid': {
      const { agency, cause, nobody } = warning;
      const mailable = cause === 'byPerson' ? '' : ', with a contact of it in the register who can be mailed';
      const askAnew =
        nobody === true
          ? `Nobody at it in the register can be written to any longer: ${addContact(agency)}, and send it again (${SEND_IT})`
          : `Send it again (${SEND_IT})${mailable}`;
      return `The scoping request to ${name(agency)} does not count as sent: it ${WHY_VOID[cause]}. Another ${sayDueBy(warning)}. ${askAnew}, or ask another way and record that (${recordOtherWay(agency)}).`;
    }
    case 'noAgencyNamed':
      return `No agency is on the case: nobody is asked for a return, and no date for asking counts. Add each that knew the child or the family (POST /cases/{reference}/agencies), and ask them (${SEND_IT}): those whom the referral names by the end of ${sayDate(warning.due)}, one that is found later by the end of the next working day.`;
    case 'nobodyToAsk': {
      const { agency } = warning;
      return `Nobody at ${name(agency)} can be written to: it has no contact in the register, or each is excluded from this case. Its scoping request ${sayDueBy(warning)}. To send it, ${addContact(agency)}; or ask another way and record that (${recordOtherWay(agency)}).`;
    }
    case 'agencyNotReached':
      return `No mail reaches ${name(warning.agency)}, which owes something still: those who were asked, and those above them, are excluded or cannot be mailed. Send the request again where the register has somebody now who can be, or mail does arrive (${sendAgain()}), or reach it another way, with the link to its page where that helps.`;
    case 'askedAreExcluded':
      return `Nobody who may answer it has the scoping request to ${name(warning.agency)}: whoever it was addressed to is excluded from this case, or cannot be mailed, and the link in it has ended. Send it again (${sendAgain()}): it goes to another lead of the agency in the register, else to its deputy, else to its senior contact. Where it has none of them, reach it another way.`;
    case 'agencyOfMerged':
      return `${name(warning.agency)} was on ${warning.of}, which was merged into this case, and is not on this one. Add it where it is still needed; what it answered stays with ${warning.of}.`;
    case 'answeredInMerged':
      return `${name(warning.agency)} has answered in ${warning.of}, which was merged into this case, and not here. Where that answer will do, record it here as well.`;
    case 'momentOfMerged':
      return `${capital(TIMESTAMP_WORDS[warning.what])} is not recorded here, and was in ${warning.of}, which was merged into this case: on ${sayInstant(warning.at)}. It was not taken over, since it did not fit what was known here. Record it, or the right moment (POST /cases/{reference}/timestamps); until then no date is counted from it. If it is none of this case, take that back again.`;
    case 'momentNotRecorded': {
      const { what, on } = warning;
      const so =
        on === undefined
          ? `${OBLIGATION_WORDS.notification} has no date`
          : `it is not known whether ${OBLIGATION_WORDS.notification}, sent on ${sayDate(on)}, was in time`;
      return `${capital(ANCHORS[what])} is not recorded, so ${so}. Record the moment (POST /cases/{reference}/timestamps, "${what}").`;
    }
    case 'inviteeNotReached':
      return `Nobody who is invited for ${name(warning.agency)} can be mailed about the meeting on ${sayDate(warning.on)}: invite others of it (POST /cases/{reference}/meeting/rearrangement, its contacts named in "invitees"), or invite it another way, and record its reply.`;
    case 'outcomeToldTooSoon':
      return `Agencies, partners and whoever referred were told by mail that it was decided on ${sayDate(warning.decidedOn)} and that the national Panel has been told: of a dispatch that was recorded by mistake. Inform the Panel; where it takes time, or the decision changes, tell them yourselves. Mail tells nobody the same decision twice.`;
    case 'panelAwaitsWord':
      return sayPanelAwaits(warning);
    case 'panelHasOtherReference':
      return 'The national Panel was sent another reference of the notification with decision and report, which does not stand any more. Tell it, and record that (POST /cases/{reference}/panel/contacts, "other").';
    case 'panelHasOtherDay':
      return `The national Panel was sent the decision as of another day: it was taken on ${sayDate(warning.on)}. Tell it, and record that (POST /cases/{reference}/panel/contacts, "other").`;
    case 'panelHasSignOffs':
      return `The national Panel was sent the decision as signed off for ${saySeats(warning.seats)}, and by what is recorded now it had not been by then. If it had, record that; else tell the Panel, and record that (POST /cases/{reference}/panel/contacts, "other").`;
    case 'nothingToDecide':
      return `Nothing is to be decided at the meeting on ${sayDate(warning.on)}: what it was arranged for is decided, or was recorded by mistake. If it is still to come, cancel it, and whoever is invited hears so; if it was held, record that.`;
    case 'heldOnDayOff':
      return `The meeting of ${sayDate(warning.on)} is recorded as held on a day off (${warning.why}). If the day is mistyped, put it right (one that is not opened yet: cancel it, and record the right one); if it is right, nothing is to be done.`;
    case 'meetingBeforeReceipt': {
      const itsOwn =
        warning.decided === true
          ? '; that of the meeting stays, since it has decided, and no date is counted from its hour'
          : ', or take back what is recorded of the meeting (POST /cases/{reference}/meeting/opening/undoing; of one that is not opened yet: cancel it), and record it anew';
      return `The meeting of ${sayInstant(warning.at)} began before the referral was received, on ${sayInstant(warning.receivedAt)}. One of the hours may be mistyped: correct that of the receipt (POST /cases/{reference}/timestamps/referralReceived/corrections)${itsOwn}.`;
    }
    case 'meetingNotClosed':
      return `The meeting of ${sayDate(warning.on)} is not closed. Record when it ended, with its minutes (POST /cases/{reference}/meeting/closing, "at"); until then no other can be arranged.`;
    case 'seatsNotInvited':
      return `Nobody is coming to the meeting on ${sayDate(warning.on)} for ${saySeats(warning.seats, 'or')}: it would not be quorate.`;
    case 'farFromReferral': {
      const { what, on, received, days } = warning;
      const moment = what === 'firstRequest' ? 'the first scoping request' : TIMESTAMP_WORDS[what];
      return `${capital(moment)} is recorded for ${sayDate(on)}, ${count(days, 'day')} ${on < received ? 'before' : 'after'} the referral was received on ${sayDate(received)}. If a year is mistyped, correct it; if both are right, nothing is to be done.`;
    }
    case 'sentByAgency':
      return `${name(warning.agency)} sent answer ${warning.number} itself. ${warning.canBeSentBack === true ? 'If it is about this case and something is missing in it, send it back instead; it' : 'It'} is a mistake only where it belongs elsewhere.`;
    case 'securedByAgency':
      return `${name(warning.agency)} has told us itself that its records are secured. If they are, nothing is to be taken back. No mail says that its word is${warning.onItsPage === true ? ': it sees on its page what is wanted, and while its day is ahead its reminders say so' : ''}. Tell it.`;
    case 'signedByDelegate':
      return `The delegate of ${saySeats([warning.seat])} signed off from their own account. It is a mistake only where they say so, and no mail tells them.`;
    case 'referenceFallsAway':
      return 'The reference that the notification was given falls away with it. Record that of the right one, where there is one.';
    case 'copyStays':
      return 'That its copy was received stays recorded. Where there was none, take that back as well (POST /cases/{reference}/timestamps/notificationCopyReceived/corrections).';
    case 'otherReceiptCounts': {
      const { of, on } = warning;
      const whose = of === undefined ? "this case's own receipt" : `the receipt of ${of}`;
      const field = of === undefined ? 'without "of"' : `with "of": "${of}"`;
      return `Dates are counted from ${whose}, on ${sayDate(on)}, which is the earlier. If that one is wrong, correct it (POST /cases/{reference}/timestamps/referralReceived/corrections, ${field}).`;
    }
    case 'movesFar':
      return `${capital(TIMESTAMP_WORDS[warning.what])} would move by ${count(warning.days, 'day')}, to ${sayDate(warning.on)}. Check the year that you give.`;
  }
};

const viewOf = (warning: CaseWarning, name: NameAgency): WarningView => {
  const inWords = sayWarning(warning, name);
  if ('seats' in warning) return { ...warning, inWords, seats: [...warning.seats] };
  if (warning.about === 'momentOfMerged') return { ...warning, inWords, at: formatInstant(warning.at) };
  if (warning.about === 'meetingBeforeReceipt') {
    const [at, receivedAt] = [formatInstant(warning.at), formatInstant(warning.receivedAt)];
    return { ...warning, inWords, at, receivedAt };
  }
  return warning.about === 'decidedWithout'
    ? { ...warning, inWords, agencies: [...warning.agencies] }
    : { ...warning, inWords };
};

/** The names are looked up only where there is something to say. */
export const viewsOfWarnings = async (
  records: Records,
  warnings: readonly CaseWarning[],
): Promise<WarningView[]> => {
  const ids = warnings.flatMap((warning) => {
    if (warning.about === 'decidedWithout') return warning.agencies;
    return 'agency' in warning ? [warning.agency] : [];
  });
  const name = await namesOfAgencies(records, ids);
  return warnings.map((warning) => viewOf(warning, name));
};

/** Of the state given, which may be an earlier one. */
export const presentWarnings = async (
  records: Records,
  state: RapidReview,
  calendar: WorkingCalendar,
): Promise<WarningView[]> => {
  const merged = await mergedCasesOf(records, state);
  return viewsOfWarnings(records, warningsOf(state, calendar, merged, await registerFor(records, state)));
};
