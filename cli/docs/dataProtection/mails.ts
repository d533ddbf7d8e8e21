// What each mail tells whom, for docs/data-protection.md. Every kind of mail must be here; that they go to nobody else,
// test/architecture/dataProtection.test.ts holds against the recorded cases.

import type { NoticeKind, Recipient } from '../../../domain/rapidReview/noticeBodies';
import { code, table } from '../markdown';

interface Mail {
  readonly to: Recipient['role'];
  readonly tells: string;
}

export const MAILS: Readonly<Record<NoticeKind, Mail>> = {
  scopingRequest: { to: 'agency', tells: 'that it is asked, and by when' },
  agencyReminder: { to: 'agency', tells: 'everything that it owes, and by when' },
  datesMoved: { to: 'agency', tells: 'its new dates, and the kind of cause' },
  answerReceived: { to: 'agency', tells: 'that its answer came by the link, of what kind and on which day' },
  returnSentBack: { to: 'agency', tells: 'that something is missing in its answer' },
  answerByMistake: {
    to: 'agency',
    tells: 'that an answer was recorded for it by mistake, and by when its own is due',
  },
  meetingInvitation: {
    to: 'agency',
    tells: 'when the meeting is, and whose seat it is asked to fill; with a diary entry, marked private',
  },
  meetingCancelled: {
    to: 'agency',
    tells: 'that the meeting is cancelled, or held without it; with word to the diary',
  },
  teamBriefing: { to: 'team', tells: 'what is due, missed, at risk or failed, by agency and date' },
  completionMissed: { to: 'team', tells: 'that the Rapid Review is late' },
  meetingWindowLeavesNothing: { to: 'team', tells: 'that the meeting window has no day left' },
  meetingOutsideWindow: { to: 'team', tells: 'that the meeting lies outside its window' },
  panelDispatch: { to: 'panel', tells: 'that it is decided, when, and what it goes without' },
  panelWillBeLate: { to: 'panel', tells: 'when the Rapid Review is expected' },
  panelChase: { to: 'panel', tells: 'that a reply is awaited' },
  panelContact: { to: 'panel', tells: 'that the partnership has word for it' },
  panelCriteriaNotMet: { to: 'panel', tells: 'that the criteria were found not to be met' },
  outcomeToAgency: { to: 'agency', tells: 'what was decided: the kind of review' },
  outcomeToPartner: { to: 'partner', tells: 'what was decided: the kind of review' },
  outcomeToReferrer: { to: 'referrer', tells: 'that it was decided' },
  endedToAgency: { to: 'agency', tells: 'that the case has ended, and the kind of cause' },
  endedToReferrer: { to: 'referrer', tells: 'that the case has ended, and the kind of cause' },
  resumedToAgency: { to: 'agency', tells: 'that the case goes on after all' },
  resumedToReferrer: { to: 'referrer', tells: 'that the case goes on after all' },
  safetyAlert: { to: 'onCall', tells: 'that a concern was raised, to be read in the case' },
};

const RECIPIENTS: Readonly<Record<Recipient['role'], string>> = {
  agency: 'the agency, at its contacts in the register',
  team: 'the support team (`TEAM_MAILBOX`)',
  panel: 'the national Panel (`PANEL_MAILBOX`)',
  partner: 'the agencies that hold the seat, at their contacts in the register',
  referrer: 'who referred, at the address in the dossier',
  onCall: 'those on call (`ON_CALL_MAILBOXES`)',
};

export const mailsSection = (): readonly string[] =>
  table(
    ['mail', 'to', 'beside the reference it tells'],
    Object.entries(MAILS).map(([kind, { to, tells }]) => [code(kind), RECIPIENTS[to], tells]),
  );
