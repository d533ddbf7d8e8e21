// What a case knows of one asking of one agency: to whom it was mailed, what came back, and who stands above them.

import type { CivilDate } from '../../calendar/civilDate';
import type { ContactLevel } from '../../policy/contactLevels';
import type { ContactId, SentRequest } from '../../timetable/facts';

export interface ContactAsked {
  readonly contact: ContactId;
  readonly bounced: boolean;
  /** What the mail server had accepted came back. */
  readonly returned?: true;
  /** The mail of this round that last went to them; 0 when only another way was used. */
  readonly sending: number;
  /** The first mail to them that nobody has heard has come back: that of an earlier one is forgotten as they are mailed again. Absent: 1. */
  readonly since?: number;
}

/** A contact above the one who is asked first, for fail-over and escalation (R11, R13). */
export interface ContactAbove {
  readonly contact: ContactId;
  readonly level: Exclude<ContactLevel, 'lead'>;
}

/** It reached nobody, or a person says that it does not count. */
export const CAUSES_OF_VOID = ['everyAddressBounced', 'byPerson'] as const;
export type CauseOfVoid = (typeof CAUSES_OF_VOID)[number];

/** One asking of one agency. A void asking gives way to the next round; its events stay. */
export interface ScopingRequest {
  /** 1 for the first, one more after each void. */
  readonly round: number;
  /** How many times mail was asked for in this round; re-sending restarts nothing. */
  readonly sendings: number;
  readonly contacts: readonly ContactAsked[];
  readonly above?: readonly ContactAbove[];
  /** Its mails up to that one came back from every address that they went to; the day on which the first of them was accepted, if any. */
  readonly cameBack?: { readonly sending: number; readonly on?: CivilDate };
  /** So many answers came before it. Absent: none. */
  readonly answersBefore?: number;
}

/** From whom people recorded that a mail came back, since the request was sent last: that may have been a mistake (R8). */
export interface BouncesRecorded {
  readonly round: number;
  readonly contacts: readonly ContactId[];
  /** How the request stood before the first of them that changed anything of it; absent while none has. */
  readonly before?: { readonly sent?: SentRequest; readonly cameBack?: ScopingRequest['cameBack'] };
}
