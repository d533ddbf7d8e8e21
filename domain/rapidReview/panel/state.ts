// What has gone to the national Panel and what has come back, by number, code and date. Letters are in the dossier.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { Seat } from '../../policy/policyProfile';
import type { Channel } from '../../timetable/facts';

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
  /** Proof: the London date on which it was accepted, or went another way. */
  readonly sent?: { readonly on: CivilDate; readonly channel: PanelChannel };
  /** The mail server refused it for good. */
  readonly failed?: true;
}

/** The mail server has neither accepted nor refused it: the Panel may have it any moment. */
export const isOnItsWay = ({ sent, failed }: Dispatch): boolean => sent === undefined && failed !== true;

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
}

/** Any other word to the Panel: that it will be late, a chaser, anything (R5). */
export const PANEL_CONTACTS = ['willBeLate', 'chase', 'other'] as const;
export type PanelContact = (typeof PANEL_CONTACTS)[number];

export interface Panel {
  /** The reference that the notification was given is in the dossier. */
  readonly referenceRecorded: boolean;
  readonly dispatches: readonly Dispatch[];
  readonly replies: readonly Reply[];
  readonly contacts: readonly { readonly contact: PanelContact; readonly on: CivilDate }[];
  /** After a disagreement: the day on which the partners confirmed, or decided again. */
  readonly reconsideredOn?: CivilDate;
}
