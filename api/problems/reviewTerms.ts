// The terms of a Rapid Review as people say them: seats, duties, criteria, outcomes, answers, ways, what the Panel may
// reply. The codes are the domain's; no rule rests on the words.

import { sayDate } from '../../domain/calendar/civilDate';
import type { AgencyKind } from '../../domain/policy/agencyKinds';
import type { Criterion, Duty } from '../../domain/policy/decisionTerms';
import { SEAT_WORDS } from '../../domain/policy/decisionWords';
import type { Seat } from '../../domain/policy/policyProfile';
import type { Bound } from '../../domain/rapidReview/decision/rejections';
import type { EndingCause } from '../../domain/rapidReview/ending/state';
import type {
  GateItem,
  Missing,
  OwedToPanel,
  PanelChannel,
  PanelContact,
  PanelReply,
} from '../../domain/rapidReview/panel/state';
import type { Answer, Way } from '../../domain/rapidReview/state';
import { sayList } from '../../domain/timetable/explanation';
import type { Channel } from '../../domain/timetable/facts';

export { LEARNING_REVIEW_WORDS, OUTCOME_WORDS, SEAT_WORDS } from '../../domain/policy/decisionWords';

export const saySeats = (seats: readonly Seat[], last = 'and'): string =>
  sayList(
    seats.map((seat) => SEAT_WORDS[seat]),
    last,
  );

export const AGENCY_KIND_WORDS: Readonly<Record<AgencyKind, string>> = {
  localAuthority: 'a local authority',
  police: 'a police force',
  britishTransportPolice: 'the British Transport Police',
  integratedCareBoard: 'an integrated care board',
  nhsProvider: 'a provider of the NHS',
  generalPractice: 'a general practice',
  school: 'a school',
  earlyYears: 'an early-years setting',
  probation: 'a probation service',
  youthJustice: 'a youth justice service',
  housing: 'a housing body',
  voluntary: 'a voluntary organisation',
  other: 'an organisation of another kind',
};

export const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  facts: 'reviewing the facts',
  immediateSafety: 'discussing immediate safety and sharing learning',
  improvements: 'considering potential improvements',
  decision: 'deciding',
};

export const CRITERION_WORDS: Readonly<Record<Criterion, string>> = {
  improvementsNeeded: 'whether improvements are needed',
  recurrentThemes: 'whether themes recur',
  agenciesWorkingTogether: 'whether agencies worked together',
  panelPrefersLocalReview: 'whether the national Panel thinks a local review more appropriate',
};

const GATE_WORDS: Readonly<Record<GateItem, string>> = {
  decision: 'the quorate decision',
  dutiesEvidenced: 'the evidence of the duties',
  report: 'the report',
  signOff: 'the sign-off',
  notificationReference: "the notification's reference",
};

/** `the report and the sign-off for the police`. */
export const sayMissing = (missing: readonly Missing[]): string =>
  sayList(
    missing.map(({ item, seat }) =>
      seat === undefined ? GATE_WORDS[item] : `${GATE_WORDS[item]} for ${SEAT_WORDS[seat]}`,
    ),
  );

export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  receipt: 'the referral was received',
  notification: 'the national Panel was notified',
  identification: 'the agency was identified',
  otherMeeting: 'another meeting was held',
  decision: 'it was decided',
  signOff: 'the decision was signed off',
  dispatch: 'the national Panel was informed',
  reply: 'the national Panel replied',
  disagreement: 'the national Panel disagreed',
  reconsideration: 'the partners answered the national Panel',
};

export const ENDING_WORDS: Readonly<Record<EndingCause, string>> = {
  withdrawn: 'the referral was withdrawn',
  criteriaNotMet: 'the criteria were found not to be met',
  settled: "the national Panel's reply was settled",
  merged: 'it was merged into another case',
};

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  full: 'a full return',
  partial: 'a partial return',
  nil: 'a nil return',
  notKnown: '"not known to us"',
  wrongOrganisation: '"wrong organisation"',
};

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  mail: 'by mail',
  telephone: 'by telephone',
  secureMail: 'by secure mail',
  paper: 'on paper',
};

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  api: 'recorded in this service',
  ...CHANNEL_WORDS,
  link: 'by its answer link',
};

export const PANEL_CHANNEL_WORDS: Readonly<Record<PanelChannel, string>> = {
  ...CHANNEL_WORDS,
  portal: "through the Panel's portal",
};

export const PANEL_REPLY_WORDS: Readonly<Record<PanelReply, string>> = {
  agrees: 'it agrees',
  disagrees: 'it disagrees',
  asksForMore: 'it asks for more',
  considersNationalReview: 'it considers a national review',
  announcesNationalReview: 'it announces a national review',
};

export const PANEL_CONTACT_WORDS: Readonly<Record<PanelContact, string>> = {
  willBeLate: 'there is a delay',
  chase: 'its reply is awaited',
  other: 'another word',
};

/** What the team hears of what the Panel waits for. */
export const OWED_TO_PANEL_WORDS: Readonly<Record<OwedToPanel['word'], string>> = {
  more: 'the national Panel has asked for more, and waits for it',
  answerToDisagreement: 'the national Panel has not heard what the partners answered to its disagreement',
  decisionAgain: 'the decision that was taken again has not gone to the national Panel',
};

/** What there is to do, for whoever works by HTTP. */
export const sayPanelAwaits = ({ word, on }: OwedToPanel): string => {
  const record = 'record that (POST /cases/{reference}/panel/contacts, "other")';
  switch (word) {
    case 'more':
      return `The national Panel asked for more on ${sayDate(on)}, and nothing that answers it has gone since. Send it what it asks for, and ${record}; decision and report are sent again with POST /cases/{reference}/panel/dispatch, but not while the partners reconsider.`;
    case 'answerToDisagreement':
      return `The partners have answered the disagreement of the national Panel of ${sayDate(on)}, and the Panel has not been told. Tell it, and ${record}.`;
    case 'decisionAgain':
      return `The group decided again on ${sayDate(on)}, and that decision has not gone to the national Panel. Send it with the report (POST /cases/{reference}/panel/dispatch).`;
  }
};
