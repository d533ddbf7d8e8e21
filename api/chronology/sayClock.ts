// What time alone brought, in words: misses, reminders, what the team was told.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type {
  BriefingItem,
  ClockEvent,
  MailToldOtherDates,
  NoticeFailed,
  OutcomeRestated,
  RungsSkipped,
} from '../../domain/rapidReview/clock/events';
import { isForPanel, partnerOfNotice, partsOfNoticeKey } from '../../domain/rapidReview/noticeKey';
import { ANCHORS, sayList } from '../../domain/timetable/explanation';
import type { Outcome } from '../../domain/timetable/facts';
import { saySeats, OWED_TO_PANEL_WORDS } from '../problems/reviewTerms';
import { sayRestoredMeeting } from './sayMeeting';
import { capital, count, type Name, type Sayings } from './sayings';
import { OBLIGATION_WORDS, sayLastDay, sayObligation, wordsIn } from './sayObligation';

const sayOutcome = (outcome: Outcome): string => {
  if (outcome.kind === 'met') return `met on ${sayDate(outcome.on)} (due ${sayDate(outcome.due)})`;
  return outcome.on === undefined
    ? `missed (due ${sayDate(outcome.due)})`
    : `late, on ${sayDate(outcome.on)} (due ${sayDate(outcome.due)})`;
};

const sayRestated = ({ now, owedNoMore, lapsed }: Omit<OutcomeRestated['body'], 'was'>): string => {
  if (now !== undefined) return `is ${sayOutcome(now)}`;
  if (owedNoMore === true) return 'is not owed';
  return lapsed === true ? 'has lapsed' : 'is open';
};

const OTHERS: Readonly<Record<NonNullable<NoticeFailed['body']['to']>, string>> = {
  panel: 'the national Panel',
  partner: 'a partner',
  referrer: 'the referrer',
  onCall: 'those on call',
};

const partnerOf = (notice: string): string => {
  const seat = partnerOfNotice(notice);
  return seat === undefined ? OTHERS.partner : `${saySeats([seat])} as a partner`;
};

const whomOutside = (notice: string): string => {
  if (isForPanel(notice)) return OTHERS.panel;
  const [, , role] = partsOfNoticeKey(notice);
  if (role === 'partner') return partnerOf(notice);
  return role === 'referrer' ? OTHERS.referrer : 'somebody outside';
};

/** One thing that the team's mail tells. `notHeldOn`: the day of a meeting that has passed unopened, where that is known. */
export const sayItem = (item: BriefingItem, name: Name, notHeldOn?: CivilDate): string => {
  switch (item.about) {
    case 'atRisk':
      return `due ${sayDate(item.due)}: ${sayObligation(item.key, name)}`;
    case 'missed':
      return `missed${item.on === undefined ? '' : `, and done on ${sayDate(item.on)}`}: ${sayObligation(item.key, name)}`;
    case 'missTakenBack': {
      const { on, due } = item;
      const done = on === undefined ? '' : `, and was done on ${sayDate(on)}`;
      const owed = due === undefined ? '' : `, and is now due ${sayDate(due)}`;
      return `not missed after all: ${sayObligation(item.key, name)}, which stood as missed (due ${sayDate(item.was)})${done}${owed}`;
    }
    case 'mailFailed':
      if (item.agency !== undefined) return `mail to ${name(item.agency)} that did not go`;
      return `a mail to ${whomOutside(item.notice)} that did not go`;
    case 'momentNotRecorded':
      return `${ANCHORS[item.what]} is not recorded, and the notification to the national Panel is counted from it`;
    case 'noAgencyNamed':
      return `no agency is on the case, and those whom the referral names are to be asked by the end of ${sayDate(item.due)}`;
    case 'meetingNotFixed':
      return notHeldOn === undefined
        ? `no meeting is fixed, which was wanted by ${sayDate(item.by)}`
        : `nobody opened the meeting of ${sayDate(notHeldOn)} on that day: if it was held, it is to be opened with a moment of that day; if not, no other is fixed`;
    case 'quorumAtRisk':
      return `nobody is coming to the meeting of ${sayDate(item.on)} for ${saySeats(item.seats, 'or')}`;
    case 'meetingDayRestored':
      return sayRestoredMeeting(item);
    case 'papersDue':
      return `the papers of the meeting of ${sayDate(item.on)} are due`;
    case 'meetingNotClosed':
      return `nobody has closed the meeting of ${sayDate(item.on)}`;
    case 'panelSilent':
      return `the national Panel has been silent since ${sayDate(item.since)}`;
    case 'panelAwaitsWord':
      return OWED_TO_PANEL_WORDS[item.word];
    case 'agencyProposed':
      return item.agency === undefined
        ? `${name(item.by)} says that another organisation should be asked`
        : `${name(item.by)} says that ${name(item.agency)} should be asked`;
    case 'escalationWaits':
      return `the reminder of ${sayDate(item.on)} to the executive of ${name(item.agency)} waits for a word`;
  }
};

const WHY_SKIPPED: Readonly<Record<RungsSkipped['body']['cause'], string>> = {
  alreadyPast: 'did not go, and need not: when the date was set, its day had come or was past',
  outage: 'could not go in time and lapsed',
  noContact: 'did not go: there is nobody who can be mailed',
  remindedToday: 'did not go: somebody had sent one that day',
  notConfirmed: 'did not go: nobody had confirmed that the executive may be written to',
};

const whomItWasFor = ({ agency, to, notice }: NoticeFailed['body'], name: Name): string => {
  if (agency !== undefined) return name(agency);
  if (to === 'partner') return partnerOf(notice);
  return to === undefined ? 'the team' : OTHERS[to];
};

const sayToldByMail = ({ key, told, due }: MailToldOtherDates['body']['dates'][number]): string =>
  told === due
    ? `${wordsIn(OBLIGATION_WORDS, key)}, due ${sayDate(due)} as it is now, without the reason`
    : `${wordsIn(OBLIGATION_WORDS, key)}, due ${sayDate(told)} and not ${sayDate(due)}, as it is now`;

/** Why nobody got a mail that is not to be tried again, as the ledger of mails has it. */
export type WhyRefused = 'byServer' | 'noAddress' | 'noAddressOrExcluded';

const WHY_REFUSED: Readonly<Record<WhyRefused | 'unknown', string>> = {
  byServer: 'the mail server refused it for good',
  noAddress: 'no address is known',
  noAddressOrExcluded: 'no address is known, or whoever it was for is excluded from the case',
  unknown:
    'the mail server refused it for good, no address is known, or whoever it was for is excluded from the case',
};

export const sayFailedMail = (
  body: NoticeFailed['body'],
  name: Name,
  why: WhyRefused | 'unknown' = 'unknown',
): string =>
  capital(
    `a mail to ${whomItWasFor(body, name)} could not go${body.outcome === 'refused' ? `: ${WHY_REFUSED[why]}` : ' in time and lapsed'}.`,
  );

export const sayClock: Sayings<ClockEvent> = {
  ObligationMissed: ({ key, due }, name) =>
    `Missed: ${sayObligation(key, name)}, due by the end of ${sayDate(due)}.`,
  ObligationMet: ({ key, due, on }, name) =>
    `${on <= due ? 'Met' : 'Done late'}: ${sayObligation(key, name)}, on ${sayDate(on)} (due ${sayDate(due)}).`,
  ObligationReinstated: ({ key, was, due }, name) =>
    `Open again: ${sayObligation(key, name)}, now due ${sayDate(due)} instead of ${sayDate(was)}. The miss stays recorded.`,
  OutcomeRestated: ({ was, ...restated }, name) =>
    `Restated: ${sayObligation(restated.key, name)} ${sayRestated(restated)}; it stood as ${sayOutcome(was)}.`,
  DatesMoved: ({ moves }, name) =>
    `Dates moved: ${sayList(moves.map(({ key, was, due }) => `${sayLastDay(key, name)} from ${sayDate(was)} to ${sayDate(due)}`))}.`,
  AgencyToldOfDates: ({ agency, moves, noContact }, name) =>
    `${noContact === true ? `Nobody at ${name(agency)} can be mailed about` : `${name(agency)} was told of`} its new dates: ${sayList(moves.map(({ key, due }) => `${wordsIn(OBLIGATION_WORDS, key)}, due ${sayDate(due)}`))}.`,
  MailToldOtherDates: ({ agency, dates }, name) =>
    `A mail told ${name(agency)} other dates than it was known to have been told: ${sayList(dates.map(sayToldByMail))}.`,
  MeetingWindowLeavesNothing: ({ headline, earliestWorkable }) =>
    `The headline date ${sayDate(headline)} leaves the meeting window no day; the earliest workable date is ${sayDate(earliestWorkable)}.`,
  AgencyReminded: ({ agency, number, owes, escalatesTo = [] }, name) =>
    `Reminder ${number} to ${name(agency)}${escalatesTo.length === 0 ? '' : `, to its ${sayList(escalatesTo)} as well`}: ${sayList(owes.map(({ key, due }) => `${wordsIn(OBLIGATION_WORDS, key)}, due ${sayDate(due)}`))}.`,
  RungsSkipped: ({ agency, rungs, cause }, name) =>
    `${count(rungs.length, 'reminder')} to ${name(agency)} ${WHY_SKIPPED[cause]}.`,
  TeamBriefed: ({ items }, name) =>
    `The team was told: ${sayList(items.map((item) => sayItem(item, name)))}.`,
  BriefingSkipped: ({ on, lapsedWarnings }, name) =>
    lapsedWarnings.length === 0
      ? `What was to be told to the team at 09:00 on ${sayDate(on)} waits for its next mail: that moment had passed.`
      : `The team was not warned at 09:00 on ${sayDate(on)} of ${sayList(lapsedWarnings.map((key) => sayObligation(key, name)))}: that moment had passed.`,
  NoticeFailed: (body, name) => sayFailedMail(body, name),
};
