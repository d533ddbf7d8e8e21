// The whole race on paper: a case of four agencies, three of them the partners, and each step from the requests to the
// Panel's reply in one word. What a test does not say goes well and in time.

import { civilDate } from '../../../domain/calendar/civilDate';
import { SEATS, type Seat } from '../../../domain/policy/policyProfile';
import type { ActorId, CommandBody } from '../../../domain/rapidReview/commands';
import type { TakeDecision } from '../../../domain/rapidReview/decision/commands';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import type { ArrangeMeeting, RecordArrival } from '../../../domain/rapidReview/meeting/commands';
import { standingMeeting } from '../../../domain/rapidReview/meeting/state';
import type { RecordPanelInformed } from '../../../domain/rapidReview/panel/commands';
import type { PanelReply } from '../../../domain/rapidReview/panel/state';
import type { ExcludeContact } from '../../../domain/rapidReview/reminders/commands';
import type { RecordReturn } from '../../../domain/rapidReview/returns/commands';
import type { MailReport } from '../../../domain/rapidReview/mailReport';
import type { DossierRow } from '../../../domain/rapidReview/state';
import type { AgencyId } from '../../../domain/timetable/facts';
import { AGENCY, CONTACT, REASON, REFERENCE, Story, london, type Who } from './story';

export const COUNCIL = AGENCY(1);
export const POLICE = AGENCY(2);
export const BOARD = AGENCY(3);
export const SCHOOL = AGENCY(4);
export const PARTNER: Readonly<Record<Seat, AgencyId>> = {
  localAuthority: COUNCIL,
  police: POLICE,
  integratedCareBoard: BOARD,
};

/** A row of the dossier; what is written there no test of the rules needs to know. */
export const row = (name: string): DossierRow => `c9.${name}` as DossierRow;

export const CHAIR: Who = { actor: 'P-0002' as ActorId, authority: 'meetingChair' };
/** By an account of its own, or by its link. */
export const OF_AGENCY: Who = { actor: 'P-0009' as ActorId, authority: 'agencyContact' };
export const DELEGATE: Readonly<Record<Seat, Who>> = {
  localAuthority: { actor: 'P-0011' as ActorId, authority: 'partnerDelegate', seats: ['localAuthority'] },
  police: { actor: 'P-0012' as ActorId, authority: 'partnerDelegate', seats: ['police'] },
  integratedCareBoard: {
    actor: 'P-0013' as ActorId,
    authority: 'partnerDelegate',
    seats: ['integratedCareBoard'],
  },
};

/** Each partner's word, in writing. */
export const ALL_AGREE = SEATS.map((seat) => ({ seat, evidence: row('word') }));

/** By all three, before the Panel is notified. */
export const WITHDRAWAL = { kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON } as const;

export const invitation = (startsAt: string, rest: Partial<ArrangeMeeting> = {}): ArrangeMeeting => ({
  kind: 'arrangeMeeting',
  startsAt: london(startsAt),
  invitees: [
    ...SEATS.map((seat) => ({
      agency: PARTNER[seat],
      agencyKind: seat,
      contacts: [CONTACT(PARTNER[seat])],
      seat,
    })),
    { agency: SCHOOL, agencyKind: 'school', contacts: [CONTACT(SCHOOL)] },
  ],
  ...rest,
});

export const answer = (
  agency: AgencyId,
  on: string,
  rest: Partial<Omit<RecordReturn, 'kind' | 'agency' | 'on'>> = {},
): RecordReturn => ({ kind: 'recordReturn', agency, answer: 'full', how: 'api', on: civilDate(on), ...rest });

/** The partners' answer to a disagreement of the Panel, in writing. */
export const confirmed = (on: string): CommandBody => ({
  kind: 'confirmDecision',
  on: civilDate(on),
  agreedBy: ALL_AGREE,
  reason: REASON,
});

/** Any other word to the Panel, by telephone. */
export const said = (on: string): CommandBody => ({
  kind: 'contactPanel',
  contact: 'other',
  channel: 'telephone',
  on: civilDate(on),
  note: REASON,
});

/** The decision and the report went to the Panel by its portal, recorded by hand. */
export const wentByPortal = (on: string): RecordPanelInformed => ({
  kind: 'recordPanelInformed',
  channel: 'portal',
  on: civilDate(on),
  evidence: REASON,
});

/** Kept off the case: the first contact of the agency, where none is named. */
export const excluded = (agency: AgencyId, contact = CONTACT(agency)): ExcludeContact => ({
  kind: 'excludeContact',
  agency,
  contact,
  reason: REASON,
});

export const arrival = (seat: Seat, at: string, rest: Partial<RecordArrival> = {}): RecordArrival => ({
  kind: 'recordArrival',
  who: { contact: CONTACT(PARTNER[seat]) },
  agency: PARTNER[seat],
  agencyKind: seat,
  seat,
  remote: false,
  at: london(at),
  ...rest,
});

export const decision = (at: string, rest: Partial<TakeDecision> = {}): TakeDecision => ({
  kind: 'takeDecision',
  at: london(at),
  threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
  criteria: (
    ['improvementsNeeded', 'recurrentThemes', 'agenciesWorkingTogether', 'panelPrefersLocalReview'] as const
  ).map((criterion) => ({ criterion, met: true, reasons: row('criterion') })),
  outcome: 'practiceReview',
  rationale: row('rationale'),
  dissent: [],
  ...rest,
});

export class Race extends Story {
  /** Received on Monday 30 March 2026: WD2 Wed 1 April, WD7 Fri 10, WD13 Mon 20, WD15 Wed 22. */
  received(options: Parameters<Story['opened']>[1] = {}): this {
    return this.opened('2026-03-30 16:20', { agencies: [COUNCIL, POLICE, BOARD, SCHOOL], ...options });
  }

  /** All four on WD1: their returns are due on Thursday 9 April. */
  asked(at = '2026-03-31 10:00'): this {
    return this.at(at).sent(COUNCIL, POLICE, BOARD, SCHOOL);
  }

  returned(on = '2026-04-08', ...agencies: readonly AgencyId[]): this {
    this.at(`${on} 12:00`);
    for (const agency of agencies.length === 0 ? [COUNCIL, POLICE, BOARD, SCHOOL] : agencies)
      this.act(answer(agency, on));
    return this;
  }

  meetingArranged(startsAt = '2026-04-14 10:00', rest: Partial<ArrangeMeeting> = {}): this {
    return this.act(invitation(startsAt, rest));
  }

  /** The clock runs to the start of the meeting that stands, and it is opened. */
  convened(): this {
    const startsAt = standingMeeting(this.open)?.startsAt;
    if (startsAt === undefined) throw new Error('no meeting stands');
    return this.at(Story.say(startsAt)).act({ kind: 'openMeeting', at: startsAt });
  }

  /** Those who fill the seats arrive; all three where none is named. */
  arrived(...seats: readonly Seat[]): this {
    for (const seat of seats.length === 0 ? SEATS : seats) this.act(arrival(seat, Story.say(this.now)));
    return this;
  }

  quorate(): this {
    return this.convened().arrived();
  }

  decided(rest: Partial<TakeDecision> = {}): this {
    return this.act(decision(Story.say(this.now), rest));
  }

  evidenced(): this {
    for (const duty of ['facts', 'immediateSafety', 'improvements'] as const)
      this.act({ kind: 'evidenceDuty', duty, evidence: row('minutes') });
    return this;
  }

  closed(): this {
    return this.act({ kind: 'closeMeeting', at: this.now, minutes: row('minutes') });
  }

  signedOff(...seats: readonly Seat[]): this {
    const on = civilDate(Story.say(this.now).slice(0, 10));
    for (const seat of seats.length === 0 ? SEATS : seats)
      this.by(DELEGATE[seat]).act({ kind: 'signOffDecision', seat, on });
    return this;
  }

  reported(): this {
    return this.act({ kind: 'attachReport', document: row('report') });
  }

  referenced(): this {
    return this.act({ kind: 'recordNotificationReference', reference: row('reference') });
  }

  /** Sends to the Panel by mail, and the mail server accepts at once. */
  informed(): this {
    this.act({ kind: 'informPanel' });
    return this.hear(this.dispatch('accepted'));
  }

  /** What became of the last mail to the Panel. */
  dispatch(outcome: MailReport['outcome']): MailReport {
    return {
      key: `${REFERENCE}/panelDispatch/${this.open.panel.dispatches.length}`,
      to: { role: 'panel' },
      refused: [],
      outcome,
      ...(outcome === 'accepted' ? { acceptedAt: this.now } : {}),
    };
  }

  replied(reply: PanelReply): this {
    return this.act({ kind: 'recordPanelReply', reply, on: civilDate(Story.say(this.now).slice(0, 10)) });
  }

  /** From the referral to a decision on Tuesday 14 April, in time all the way; the meeting goes on. */
  toDecision(options: Parameters<Story['opened']>[1] = {}): this {
    return this.received(options).asked().meetingArranged().returned().quorate().decided();
  }

  /** And to the gate of the Panel: evidence, three sign-offs, the report, the reference. */
  toGate(options: Parameters<Story['opened']>[1] = {}): this {
    return this.toDecision(options).evidenced().closed().signedOff().reported().referenced();
  }

  /** And to the Panel. */
  toPanel(options: Parameters<Story['opened']>[1] = {}): this {
    return this.toGate(options).informed();
  }

  refusal(body: CommandBody, who?: Who): string {
    return (who === undefined ? this : this.by(who)).refused(body).code;
  }

  get last(): CaseEvent {
    const last = this.events.at(-1);
    if (last === undefined) throw new Error('nothing has happened');
    return last;
  }

  /** Keys of the notices of that kind, without the case. */
  mails(kind: string): readonly string[] {
    return this.notices
      .filter(({ body }) => body.kind === kind)
      .map(({ key }) => key.slice(`${REFERENCE}/`.length));
  }
}
