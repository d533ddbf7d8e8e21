// A case told on paper: acts at London times, with the clock run to each of them as the workflow would run it.
// Nothing but the domain; what a mail server would answer is said by the test.

import { instant, parseInstant, type Instant } from '../../../domain/calendar/instant';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { broughtCalendar } from '../../../domain/rapidReview/calendarChange/broughtCalendar';
import { currentProfile } from '../../../domain/policy/profiles';
import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { ActorId, Asked, Command, CommandBody } from '../../../domain/rapidReview/commands';
import { decide, hearOfMail, passTime } from '../../../domain/rapidReview/decide';
import { ofKinds, type CaseEvent, type EventKind, type EventOf } from '../../../domain/rapidReview/events';
import { evolve } from '../../../domain/rapidReview/evolve';
import { noticesFor, type Notice } from '../../../domain/rapidReview/notices';
import { scopingRequestKey } from '../../../domain/rapidReview/scoping/requestKey';
import type { OpenCase as OpenCommand } from '../../../domain/rapidReview/referral/commands';
import type { Decided, Rejection } from '../../../domain/rapidReview/rejections';
import { RULES_VERSION } from '../../../domain/rapidReview/rulesVersion';
import type { MailReport } from '../../../domain/rapidReview/mailReport';
import {
  noCase,
  type CaseReference,
  type DossierRow,
  type OpenCase,
  type RapidReview,
} from '../../../domain/rapidReview/state';
import { timetableOfCase } from '../../../domain/rapidReview/timetableOfCase';
import { wakeAt } from '../../../domain/rapidReview/wake';
import type { AgencyId, ContactId } from '../../../domain/timetable/facts';
import type { TimetableLine } from '../../../domain/timetable/timetable';
import { officialCalendar } from '../calendars';

const LONDON = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-03-30 16:20` in London. */
export const london = (text: string): Instant => {
  const [date = '', time = '00:00'] = text.split(' ');
  for (const offset of ['+01:00', 'Z']) {
    const at = parseInstant(`${date}T${time}${offset}`);
    if (at === undefined) continue;
    if (LONDON.format(at) === `${date} ${time.slice(0, 5)}`) return at;
  }
  throw new Error(`${text} is not a London time`);
};

export const AGENCY = (n: number): AgencyId => `AG-${String(n).padStart(4, '0')}` as AgencyId;
export const CONTACT = (agency: AgencyId, n = 1): ContactId => `${agency}-C${n}` as ContactId;
export const REASON = 'c1.reason' as DossierRow;
/** Nothing is wanting of when the local authority became aware. */
export const AWARE = { timestamps: { localAuthorityAware: london('2026-03-28 08:30') } } as const;
export const REFERENCE = 'RR-2026-0007' as CaseReference;

/** `missed meeting`, `mailFailed …`, or the topic alone. */
const sayItem = (item: BriefingItem): string => {
  if (item.about === 'mailFailed') return `mailFailed ${item.notice}`;
  return 'key' in item ? `${item.about} ${item.key}` : item.about;
};

type OpenOptions = Partial<Omit<OpenCommand, 'kind' | 'receivedAt'>>;
/** Who acts, and as what. */
export type Who = Pick<Asked, 'actor' | 'authority' | 'seats'>;

const COORDINATOR: Who = { actor: 'P-0001' as ActorId, authority: 'coordinator' };

export class Story {
  state: RapidReview = noCase;
  readonly events: CaseEvent[] = [];
  readonly notices: Notice[] = [];
  now: Instant = instant(0);
  private commands = 0;
  private asker: Who = COORDINATOR;
  /** By their versions: what it has counted with, and what it was offered. */
  readonly calendars = new Map<string, WorkingCalendar>();

  /** `calendar` is what it counts with now. */
  constructor(public calendar: WorkingCalendar = officialCalendar) {
    this.offered(calendar);
  }

  /** Keeps a calendar that may be adopted, and answers its version. */
  offered(calendar: WorkingCalendar): string {
    const { version } = calendar.snapshot;
    this.calendars.set(version, calendar);
    return version;
  }

  calendarOf(version: string): WorkingCalendar {
    const calendar = this.calendars.get(version);
    if (calendar === undefined) throw new Error(`no calendar ${version}`);
    return calendar;
  }

  /** What travels beside the command. */
  protected givenWith(body: CommandBody): WorkingCalendar | undefined {
    return this.calendars.get(broughtCalendar(body) ?? '');
  }

  protected accept(events: readonly CaseEvent[]): void {
    for (const event of events) {
      this.state = evolve(this.state, event);
      this.events.push(event);
      if (event.kind === 'CalendarAdopted') this.calendar = this.calendarOf(event.body.to);
      this.notices.push(...noticesFor(event, this.state, this.calendar));
    }
  }

  /** Runs the clock to that London time, waking whenever the case asks for it. */
  at(text: string): this {
    const target = london(text);
    for (;;) {
      const wake = this.state.status === 'none' ? undefined : wakeAt(this.state, this.calendar);
      if (wake === undefined || wake > target) break;
      this.now = wake;
      this.accept(passTime(this.state, this.calendar, wake));
    }
    this.now = target;
    this.accept(passTime(this.state, this.calendar, target));
    return this;
  }

  /** Nobody was there to wake: the clock finds everything late, at that time. */
  outageUntil(text: string): this {
    this.now = london(text);
    this.accept(passTime(this.state, this.calendar, this.now));
    return this;
  }

  /** The next act is theirs, not the coordinator's. */
  by(who: Who): this {
    this.asker = who;
    return this;
  }

  command(body: CommandBody, expectedVersion?: number): Command {
    this.commands += 1;
    const { asker } = this;
    this.asker = COORDINATOR;
    return {
      ...body,
      asked: {
        ...asker,
        commandId: `c${this.commands}`,
        askedAt: this.now,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      },
    };
  }

  private answerTo(body: CommandBody, expectedVersion?: number): Decided<CaseEvent> {
    const command = this.command(body, expectedVersion);
    return decide(this.state, command, this.calendar, this.now, this.givenWith(body));
  }

  act(body: CommandBody, expectedVersion?: number): this {
    const decision = this.answerTo(body, expectedVersion);
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
    this.accept(decision.events);
    return this;
  }

  refused(body: CommandBody, expectedVersion?: number): Rejection {
    const before = JSON.stringify(this.state);
    const decision = this.answerTo(body, expectedVersion);
    if (decision.ok) throw new Error(`${body.kind} was accepted`);
    if (JSON.stringify(this.state) !== before) throw new Error('a refusal changed the state');
    return decision.rejection;
  }

  /** The case goes to that calendar by the change of that number, accepted when it follows it unless it was before. */
  adopt(calendar: WorkingCalendar, change = 1, accepted?: string): this {
    return this.act({
      kind: 'adoptCalendar',
      change,
      calendar: this.offered(calendar),
      ...(accepted === undefined ? {} : { accepted: london(accepted) }),
    });
  }

  opened(received: string, options: OpenOptions = {}, loggedAt = received): this {
    this.now = london(loggedAt);
    return this.act({
      kind: 'openCase',
      reference: REFERENCE,
      nature: 'suspectedAbuseOrNeglect',
      profile: currentProfile,
      rulesVersion: RULES_VERSION,
      receivedAt: london(received),
      timestamps: {},
      agencies: [AGENCY(1)],
      ...options,
    });
  }

  /** Presses send for the agencies, each with so many contacts. */
  send(agencies: readonly AgencyId[], contacts = 1): this {
    return this.act({
      kind: 'sendScopingRequests',
      agencies: agencies.map((agency) => ({
        agency,
        contacts: Array.from({ length: contacts }, (_, index) => CONTACT(agency, index + 1)),
      })),
    });
  }

  hear(...reports: readonly MailReport[]): this {
    this.accept(hearOfMail(this.state, reports, this.calendar, this.now).events);
    return this;
  }

  report(
    agency: AgencyId,
    outcome: MailReport['outcome'],
    rest: Partial<MailReport> & { round?: number; sending?: number } = {},
  ): MailReport {
    const { round = 1, sending = 1, ...report } = rest;
    return {
      key: `${REFERENCE}/${scopingRequestKey(agency, round, sending)}`,
      to: { role: 'agency', agency, contacts: [CONTACT(agency)] },
      refused: [],
      outcome,
      ...(outcome === 'accepted' ? { acceptedAt: this.now } : {}),
      ...report,
    };
  }

  /** Sends by mail, and the mail server accepts at once. */
  sent(...agencies: readonly AgencyId[]): this {
    return this.send(agencies).hear(...agencies.map((agency) => this.report(agency, 'accepted')));
  }

  get open(): OpenCase {
    if (this.state.status !== 'open') throw new Error(`the case is ${this.state.status}`);
    return this.state;
  }

  line(obligation: string, agency?: AgencyId): TimetableLine {
    const key = agency === undefined ? obligation : `${obligation}:${agency}`;
    const found = timetableOfCase(this.state, this.calendar).lines.find((line) => line.key === key);
    if (found === undefined) throw new Error(`no obligation ${key}`);
    return found;
  }

  get headline(): string | undefined {
    return timetableOfCase(this.state, this.calendar).headline;
  }

  of<K extends EventKind>(kind: K): readonly EventOf<K>[] {
    return this.events.filter(ofKinds([kind]));
  }

  /** `2026-04-07 09:00` in London. */
  static say(at: Instant): string {
    return LONDON.format(at);
  }

  /** When an agency was reminded, and by which rungs. */
  reminders(agency: AgencyId): readonly string[] {
    return this.of('AgencyReminded')
      .filter(({ body }) => body.agency === agency)
      .map(
        ({ at, body }) =>
          `${Story.say(at)} ${body.number}: ${body.rungs.map(({ key, rung }) => `${key.split(':')[0] ?? ''} ${rung}`).join(', ')}`,
      );
  }

  misses(): readonly string[] {
    return this.of('ObligationMissed').map(
      ({ body }) => `${Story.say(body.noticed)} ${body.key} due ${body.due}`,
    );
  }

  briefings(): readonly string[] {
    return this.of('TeamBriefed').map(
      ({ at, body }) => `${Story.say(at)} ${body.items.map(sayItem).join(', ')}`,
    );
  }
}
