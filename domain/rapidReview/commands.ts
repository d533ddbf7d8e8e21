// What people and systems may ask of a case, put together from the slices. Free text never travels in a command:
// it is in the dossier, and the command carries its row.

import type { Instant } from '../calendar/instant';
import type { ReferralCommand } from './referral/commands';
import type { ScopingCommand } from './scoping/commands';

export const ROLES = [
  'coordinator',
  'meetingChair',
  'independentChair',
  'partnerDelegate',
  'agencyContact',
  'auditor',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, as a code from the identity register; the name stays there. */
export type ActorId = string & { readonly __brand: 'ActorId' };

export interface Asked {
  readonly actor: ActorId;
  /** The role under which they act. */
  readonly authority: Role;
  /** The same id twice has the effect of once. */
  readonly commandId: string;
  /** When the request first reached the API: the receipt of a referral that gives no other. */
  readonly askedAt: Instant;
  /** The version that the person saw (`If-Match`); refused when the case has moved on. */
  readonly expectedVersion?: number;
}

export type CommandBody = ReferralCommand | ScopingCommand;
export type Command = CommandBody & { readonly asked: Asked };
export type CommandKind = Command['kind'];

/** Every command, by the name under which it is sent as an update. */
export const COMMAND_KINDS = [
  'openCase',
  'recordTimestamp',
  'correctTimestamp',
  'addAgency',
  'sendScopingRequests',
  'recordRequestSent',
  'recordBounce',
  'voidRequest',
] as const satisfies readonly CommandKind[];
