// The tables of the register: agencies, contacts, people and their tokens; and of what is sent to them.

import type { JSONColumnType } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AgencyKind } from '../../domain/policy/agencyKinds';
import type { ContactLevel } from '../../domain/policy/contactLevels';
import type { Seat } from '../../domain/policy/policyProfile';
import type { ActorId, Role } from '../../domain/rapidReview/commands';
import type { DatesTold, NoticeOutcome } from '../../domain/rapidReview/mailReport';
import type { NoticeBody, NoticeKind, Recipient } from '../../domain/rapidReview/notices';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { MailContact } from '../../platform/mail/mailContact';
import type { TokenId } from '../people/people';

export interface NoticeTable {
  key: string;
  reference: CaseReference;
  event: number;
  position: number;
  kind: NoticeKind;
  recipient: JSONColumnType<Recipient>;
  not_after: Instant | null;
  body: JSONColumnType<NoticeBody>;
  accepted: MailContact[];
  refused: MailContact[];
  accepted_at: Instant | null;
  told: JSONColumnType<DatesTold> | null;
  outcome: NoticeOutcome;
  last_error: string | null;
}

export interface NoticeAttemptTable {
  key: string;
  attempt: number;
  began_at: Instant;
  ended_at: Instant | null;
  error: string | null;
}

export interface AgencyTable {
  id: AgencyId;
  number: number;
  version: number;
  name: string;
  kind: AgencyKind;
  seat: Seat | null;
}

export interface AgencyContactTable {
  id: ContactId;
  agency: AgencyId;
  position: number;
  level: ContactLevel;
  withdrawn: boolean;
  key_id: string;
  sealed: Buffer;
}

export interface AgencyChangeTable {
  command_id: string;
  agency: AgencyId;
  version: number;
  fields: string[];
  withdrew: ContactId[];
  by: ActorId;
  at: Instant;
}

export interface PersonTable {
  actor: ActorId;
  number: number;
  key_id: string;
  sealed: Buffer;
}

export interface TokenTable {
  id: TokenId;
  number: number;
  actor: ActorId;
  role: Role;
  seats: Seat[];
  agency: AgencyId | null;
  secret_hash: Buffer;
  issued_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  demo: boolean;
}
