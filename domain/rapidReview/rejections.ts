// Why a command is refused: a code, and the facts that make the refusal plain. A refusal is a value, never an
// exception, and changes nothing. The sentences are the API's; the codes are never renamed.

import type { CalendarChangeRejection } from './calendarChange/rejections';
import type { DecisionRejection } from './decision/rejections';
import type { DuplicatesRejection } from './duplicates/rejections';
import type { EndingRejection } from './ending/rejections';
import type { MeetingRejection } from './meeting/rejections';
import type { PanelRejection } from './panel/rejections';
import type { ReferralRejection } from './referral/rejections';
import type { RemindersRejection } from './reminders/rejections';
import type { ReturnsRejection } from './returns/rejections';
import type { SafetyRejection } from './safety/rejections';
import type { ScopingRejection } from './scoping/rejections';

export type Rejection =
  | ReferralRejection
  | ScopingRejection
  | ReturnsRejection
  | RemindersRejection
  | MeetingRejection
  | DecisionRejection
  | PanelRejection
  | EndingRejection
  | SafetyRejection
  | DuplicatesRejection
  | CalendarChangeRejection;

export type RejectionCode = Rejection['code'];

/** What a decision comes to: the events, or why there are none. */
export type Decided<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** Of what is found, or why not. */
export const isRejection = (found: object): found is Rejection => 'code' in found;

export const refuse = (rejection: Rejection): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection,
});

export const accept = <E>(...events: readonly E[]): { readonly ok: true; readonly events: readonly E[] } => ({
  ok: true,
  events,
});
