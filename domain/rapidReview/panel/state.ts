// What has gone to the national Panel and what has come back, by number, code and date. Letters are in the dossier.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Seat } from '../../policy/policyProfile';
import type { Channel, Outcome } from '../../timetable/facts';

/** A version of the Rapid Review report: a document that lies elsewhere, named in the dossier. */
export interface Report {
  readonly number: number;
  readonly attachedAt: Instant;
}

export const PANEL_CHANNELS = [
  'mail',
  'telephone',
  'secureMail',
  'paper',
  'portal',
] as const satisfies readonly (Channel | 'portal')[];
export type PanelChannel = (typeof PANEL_CHANNELS)[number];

/** What the gate can find missing. The first three are never waived; the others the chair may go without (R17). */
export const GATE = ['decision', 'dutiesEvidenced', 'report', 'signOff', 'notificationReference'] as const;
export type GateItem = (typeof GATE)[number];

export interface Missing {
  readonly item: GateItem;
  /** For a sign-off. */
  readonly seat?: Seat;
}

/** Decision and report on their way to the Panel. */
export interface Dispatch {
  readonly number: number;
  readonly decision: number;
  readonly report: number;
  /** What it went without, by the chair's word. */
  readonly without: readonly Missing[];
  readonly orderedAt: Instant;
  /** Number of its event. */
  readonly event: number;
  /** Proof: the London date on which it was accepted, or went another way. */
  readonly sent?: { readonly on: CivilDate; readonly channel: PanelChannel };
  /** Number of the event by which the case heard that it went another way, and of the last that put that day right. */
  readonly sentBy?: number;
  readonly putRightBy?: number;
  /** The mail server refused it for good, or nobody knows how it ended. */
  readonly failed?: true;
  /** Then the Panel may have it all the same. */
  readonly mayHaveArrived?: true;
  /** It was recorded as gone by mistake: nothing went then. */
  readonly takenBack?: true;
}

/** With its proof. */
export type SentDispatch = Dispatch & Required<Pick<Dispatch, 'sent'>>;
const isSent = (dispatch: Dispatch): dispatch is SentDispatch => dispatch.sent !== undefined;

/** What went and was ordered last. */
export const lastSent = ({ dispatches }: Pick<Panel, 'dispatches'>): SentDispatch | undefined =>
  dispatches.findLast(isSent);

/** Refused, of unknown end, or none at all: another one says what this one would have said. */
export const cameToNothing = ({ sent, failed, takenBack }: Dispatch): boolean =>
  sent === undefined && (failed === true || takenBack === true);

/** It is with the Panel, or may be any moment; also where nobody knows whether it arrived. */
export const mayBeWithPanel = (dispatch: Dispatch): boolean =>
  !cameToNothing(dispatch) || dispatch.mayHaveArrived === true;

/** By which event the case heard of it: of a mail that it was ordered, of what went another way that it went. */
export const heardOfBy = ({ sent, sentBy, event }: Dispatch): number =>
  sent === undefined || sent.channel === 'mail' ? event : (sentBy ?? event);

/** The mail server has neither accepted nor refused it: the Panel may have it any moment. */
export const isOnItsWay = (dispatch: Dispatch): boolean =>
  dispatch.sent === undefined && !cameToNothing(dispatch);

/** The London date since which the Panel has a decision. Of what was ordered first, word may come last. */
export const panelHasSince = (dispatches: readonly Dispatch[]): CivilDate | undefined =>
  dispatches
    .flatMap(({ sent }) => (sent === undefined ? [] : [sent.on]))
    .sort()
    .at(0);

export const PANEL_REPLIES = [
  'agrees',
  'disagrees',
  'asksForMore',
  'considersNationalReview',
  'announcesNationalReview',
] as const;
export type PanelReply = (typeof PANEL_REPLIES)[number];

export interface Reply {
  readonly number: number;
  readonly reply: PanelReply;
  /** The London date on which it was received. */
  readonly on: CivilDate;
  /** Number of its event. */
  readonly event: number;
  /** Of a further disagreement: what had come of the one before, where the partners had answered that. */
  readonly before?: {
    readonly reconsideredOn: CivilDate;
    readonly reconsideredBy: number;
    readonly outcome?: Outcome;
    /** The team had heard that it was missed, and it was not: the day of that disagreement was put right. */
    readonly missTakenBack?: { readonly was: CivilDate; readonly event: number; readonly at: Instant };
  };
}

/** Any other word to the Panel: that it will be late, a chaser, anything (R5). */
export const PANEL_CONTACTS = ['willBeLate', 'chase', 'other'] as const;
export type PanelContact = (typeof PANEL_CONTACTS)[number];

/** One of them, as it was made. */
export interface ContactMade {
  readonly contact: PanelContact;
  readonly on: CivilDate;
  /** Number of its event, and of the last that put its day right. */
  readonly event: number;
  readonly putRightBy?: number;
  /** Number of its event, where it goes by mail: its notice is known by it. */
  readonly mailedBy?: number;
  /** Number of the reply that it answers. */
  readonly answers?: number;
  /** It was recorded by mistake: the Panel was not told so. */
  readonly takenBack?: true;
}

/** Nothing more is to come of it: the case ends with it. */
export const settles = (reply: PanelReply): boolean =>
  reply === 'agrees' || reply === 'announcesNationalReview';

/** It asks something of the partners: more, or to think again. */
export const asksSomething = ({ reply }: Pick<Reply, 'reply'>): boolean =>
  reply === 'asksForMore' || reply === 'disagrees';

/** What the next word to the Panel is to be: the answer to what it asked, or the decision that was taken again; and of which day that is. */
export interface OwedToPanel {
  readonly word: 'more' | 'answerToDisagreement' | 'decisionAgain';
  readonly on: CivilDate;
}

/** By which event what the Panel may have been sent does not stand any more, and how many other words it had had by then. */
export interface NoMore {
  readonly event: number;
  readonly contacts: number;
}

export interface Panel {
  /** The reference that the notification was given is in the dossier. */
  readonly referenceRecorded: boolean;
  /** Another one has stood for it since, or none. */
  readonly referenceChanged?: NoMore;
  readonly dispatches: readonly Dispatch[];
  readonly replies: readonly Reply[];
  /** How many were recorded by mistake, and are none: a number is given once. */
  readonly repliesTakenBack?: number;
  readonly contacts: readonly ContactMade[];
  /** After a disagreement: the day on which the partners confirmed, or decided again. */
  readonly reconsideredOn?: CivilDate;
  /** Number of the event that said so first. */
  readonly reconsideredBy?: number;
}

/** The number that the next one has. */
export const nextReply = ({ replies, repliesTakenBack = 0 }: Panel): number =>
  replies.length + repliesTakenBack + 1;
