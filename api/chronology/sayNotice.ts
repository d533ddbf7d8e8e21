// What a mail is about, in a few words, and whom it is for: of one that was sent, or that is to come.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { NoticeBody, Recipient, ToldOutcome } from '../../domain/rapidReview/noticeBodies';
import { sayList } from '../../domain/timetable/explanation';
import { ENDING_WORDS, OUTCOME_WORDS, sayMissing, SEAT_WORDS } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import { sayItem } from './sayClock';
import { sayAmissMeeting } from './sayMeeting';
import type { Name } from './sayings';
import { OBLIGATION_WORDS, sayObligation, wordsIn } from './sayObligation';

const sayOutcome = ({ outcome, again }: ToldOutcome): string =>
  `${again ? 'what was decided anew' : 'what was decided'}: ${OUTCOME_WORDS[outcome]}`;

/** `notHeldOn` is as for `sayItem`. */
export const sayNotice = (body: NoticeBody, name: Name, notHeldOn?: CivilDate): string => {
  switch (body.kind) {
    case 'scopingRequest':
      return body.sending === 1
        ? 'the scoping request'
        : `the scoping request again (sending ${body.sending})`;
    case 'agencyReminder':
      return `reminder ${body.number} of everything that it owes`;
    case 'datesMoved':
      return `its new dates: ${sayList(body.moves.map(({ key, was, due }) => `${wordsIn(OBLIGATION_WORDS, key)} from ${sayDate(was)} to ${sayDate(due)}`))}`;
    case 'answerReceived':
      return `the receipt for its answer ${body.number}`;
    case 'returnSentBack':
      return `something is missing in its answer ${body.number}`;
    case 'answerByMistake':
      return `its answer ${body.number} was recorded by mistake`;
    case 'meetingInvitation':
      return body.change === 0 || body.unmoved === true
        ? `the invitation to the meeting on ${sayInstant(body.startsAt)}`
        : `the meeting as it is now arranged, on ${sayInstant(body.startsAt)}`;
    case 'meetingCancelled':
      return body.uninvited === true
        ? `not invited any more to the meeting on ${sayInstant(body.startsAt)}`
        : `the meeting on ${sayInstant(body.startsAt)} is cancelled`;
    case 'teamBriefing':
      return sayList(body.items.map((item) => sayItem(item, name, notHeldOn)));
    case 'completionMissed':
      return `missed: ${sayObligation(body.key, name)}, due on ${sayDate(body.due)}`;
    case 'meetingWindowLeavesNothing':
      return `the headline date ${sayDate(body.headline)} leaves the meeting window no day`;
    case 'meetingOutsideWindow':
      return sayAmissMeeting(body);
    case 'panelDispatch':
      return body.without.length === 0
        ? 'decision and report'
        : `decision and report, without ${sayMissing(body.without)}`;
    case 'panelWillBeLate':
      return `${body.disagreedOn === undefined && body.askedOn === undefined ? 'the Rapid Review' : 'the answer to what the Panel wrote'} will be late, and is expected on ${sayDate(body.expected)}`;
    case 'panelChase':
      return body.repliedOn === undefined
        ? `a reply is awaited to what went on ${sayDate(body.sentOn)}`
        : `its next word is awaited, after that of ${sayDate(body.repliedOn)}`;
    case 'panelContact':
      return 'a word of the partnership';
    case 'panelCriteriaNotMet':
      return 'the criteria were found not to be met';
    case 'outcomeToAgency':
    case 'outcomeToPartner':
      return sayOutcome(body);
    case 'outcomeToReferrer':
      return body.again ? 'that the review has decided anew' : 'that the review has decided';
    case 'endedToAgency':
    case 'endedToReferrer':
      return `the case has ended: ${ENDING_WORDS[body.cause]}`;
    case 'resumedToAgency':
    case 'resumedToReferrer':
      return 'the case goes on: its withdrawal was undone';
    case 'safetyAlert':
      return `safety concern ${body.concern}, alert ${body.alert}`;
  }
};

/** Who hears, where the role says it; which agency or partner it is, a code says. */
export const ROLE_WORDS = {
  team: 'the team',
  panel: 'the national Panel',
  referrer: 'the referrer',
  onCall: 'those on call for safety',
} as const satisfies Partial<Record<Recipient['role'], string>>;

export const sayRecipient = (to: Recipient, name: Name): string => {
  switch (to.role) {
    case 'agency':
      return `${name(to.agency)} (${to.contacts.join(', ')})`;
    case 'partner':
      return SEAT_WORDS[to.seat];
    case 'team':
    case 'panel':
    case 'referrer':
    case 'onCall':
      return ROLE_WORDS[to.role];
  }
};
