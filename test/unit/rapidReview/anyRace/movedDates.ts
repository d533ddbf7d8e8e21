// What became of dates that moved without anybody's doing, by the events alone: which calendar is counted with, what it may
// move, and which agency has heard of which date (R7 to R9).

import { isWorkingDay, type WorkingCalendar } from '../../../../domain/calendar/workingCalendar';
import { londonDateOf } from '../../../../domain/calendar/londonTime';
import type { CivilDate } from '../../../../domain/calendar/civilDate';
import type { Instant } from '../../../../domain/calendar/instant';
import { Story } from '../story';
import type { Books, Of } from './books';
import { demand } from './demand';
import type { Outcomes } from './outcomes';

export class MovedDates {
  /** What the case counts with. */
  calendar: WorkingCalendar;
  private change = 0;
  /** The act by which the last calendar was adopted. */
  private adoption: string | undefined;
  /** And from when it holds. */
  private holdsFrom: { readonly day: CivilDate; readonly at: Instant } | undefined;
  /** When it was recorded that something was done on that day. */
  private readonly recorded = new Map<string, { readonly on: CivilDate; readonly at: Instant }>();
  /** The act by which the case was taken up again last. */
  private undoing: string | undefined;
  private hasEnded = false;
  /** What agencies did while the case had ended, by obligation: it counts once the case is taken up again (R20, R21). */
  private readonly doneMeanwhile = new Map<string, CivilDate>();
  private readonly causes = new Set<number>();
  /** The date that the agency was told last, by obligation. */
  private readonly heard = new Map<string, CivilDate>();
  private readonly told = new Set<string>();

  /** `before` knows what each obligation has come to, the event at hand not yet counted. */
  constructor(
    private readonly calendarOf: (version: string) => WorkingCalendar,
    calendar: WorkingCalendar,
    private readonly before: Outcomes,
  ) {
    this.calendar = calendar;
  }

  readonly books: Books = {
    CalendarAdopted: ({ change, from, to, days, accepted }, { number, commandId, at }) => {
      demand('R9: a later change wins', change > this.change, change, this.change);
      demand('R9: from the calendar that it counted with', from === this.calendar.snapshot.version, from);
      demand('R9: each day that changed once', new Set(days.map(({ date }) => date)).size === days.length);
      this.change = change;
      this.calendar = this.calendarOf(to);
      this.adoption = commandId;
      this.holdsFrom = { day: londonDateOf(this.calendar, accepted ?? at), at: accepted ?? at };
      this.causes.add(number);
    },
    RequestSentCorrected: ({ was, on, channel, mailedOn }, { number }) => {
      demand(
        'R8: another day',
        mailedOn === undefined ? was !== on || channel !== undefined : was === on,
        was,
      );
      if (mailedOn === undefined) this.causes.add(number);
    },
    // What has changed of the calendar meanwhile the agency is to hear.
    RequestBounceCorrected: (_body, { number }) => this.causes.add(number),
    DatesMoved: ({ moves, toTell }) => {
      demand('R9: a cause that there is', toTell === undefined || this.causes.has(toTell), toTell);
      for (const { key, was, due } of moves)
        demand('R7: only what is not done moves', was !== due && !this.isDone(key), key, was, due);
    },
    CaseEnded: () => {
      this.hasEnded = true;
      this.doneMeanwhile.clear();
    },
    WithdrawalUndone: (_body, event) => {
      this.takenUp(event);
      // The mail that the case goes on names every date as the calendar that comes with it has it.
      this.heard.clear();
    },
    SettlementUndone: (_body, event) => this.takenUp(event),
    ReturnReceived: ({ agency, answer, on }) => {
      if (answer !== 'partial') this.done(`agencyReturn:${agency}`, on);
      // Who has nothing has nothing to secure.
      if (answer !== 'partial' && answer !== 'full') this.done(`recordsSecured:${agency}`, on);
    },
    RecordsSecured: ({ agency, on }) => this.done(`recordsSecured:${agency}`, on),
    ObligationMet: ({ key, on }, { commandId, at }) => {
      this.recorded.set(key, { on, at });
      // The act that takes a case up again may bring a calendar too: what meets it then was done meanwhile, on that day.
      const takenUp = commandId === this.undoing && this.doneMeanwhile.get(key) === on;
      demand('R7: no calendar meets anything', commandId !== this.adoption || takenUp, key, on);
    },
    OutcomeRestated: ({ key, was, now }, { commandId, at }) => {
      const open = was.on === undefined && now !== undefined && now.on === undefined;
      const lateSince = was.kind === 'missed' && this.isSince(key, was.on);
      if (now?.on !== undefined && this.recorded.get(key)?.on !== now.on)
        this.recorded.set(key, { on: now.on, at });
      demand(
        'R7, R8: no calendar restates what is done, but for what was late after it',
        open || lateSince || commandId !== this.adoption,
        ...[key, was, now],
      );
    },
    ReturnDateAgreed: ({ agency, due }) => this.heard.set(`agencyReturn:${agency}`, due),
    // The request to complete it names every date of the agency that stands then, and may have moved while the return was in: with a
    // nil return, which says that there is nothing to secure, the date of the records too.
    ReturnSentBack: ({ agency }) => this.forget(agency),
    ReturnCorrected: ({ agency, on }) => {
      if (on === undefined) this.forget(agency);
    },
    RequestVoided: ({ agency }) => this.forget(agency),
    // From here on it is told from the date that the mail named, or still from the one before it.
    MailToldOtherDates: ({ agency, dates }, { number }) => {
      this.causes.add(number);
      for (const { key } of dates) {
        demand('R9: of its own dates only', key.endsWith(`:${agency}`) && !this.isDone(key), agency, key);
        this.heard.delete(key);
      }
    },
    AgencyToldOfDates: (body, event) => this.agencyTold(body, event),
  };

  private takenUp({ commandId }: Pick<Of<'WithdrawalUndone'>, 'commandId'>): void {
    this.hasEnded = false;
    this.undoing = commandId;
  }

  /** Of two that do, the earlier stands. */
  private done(key: string, on: CivilDate): void {
    const before = this.doneMeanwhile.get(key);
    if (this.hasEnded && (before === undefined || on < before)) this.doneMeanwhile.set(key, on);
  }

  private forget(agency: string): void {
    for (const key of this.heard.keys()) if (key.endsWith(`:${agency}`)) this.heard.delete(key);
  }

  /** Done after the day from which the calendar holds, or on it and recorded since. */
  private isSince(key: string, on: CivilDate | undefined): boolean {
    if (on === undefined || this.holdsFrom === undefined) return false;
    const { day, at } = this.holdsFrom;
    const recorded = this.recorded.get(key);
    return on > day || (on === day && recorded?.on === on && recorded.at > at);
  }

  private isDone(key: string): boolean {
    return this.before.of(key)?.includes(' on ') === true;
  }

  private agencyTold(
    { agency, moves, because }: Of<'AgencyToldOfDates'>['body'],
    { at }: { at: Of<'AgencyToldOfDates'>['at'] },
  ): void {
    const time = Story.say(at).slice(11);
    const inHours =
      time >= '09:00' && time <= '16:30' && isWorkingDay(this.calendar, londonDateOf(this.calendar, at));
    demand('R9: an agency is told in the hours of notices', inHours, at, time);
    demand('R9: of something, and why', moves.length > 0 && because.length > 0, moves, because);
    demand(
      'R9: of causes that there are',
      because.every((cause) => this.causes.has(cause)),
      because,
    );
    for (const { key, was, due } of moves) {
      demand('R9: of its own dates only', key.endsWith(`:${agency}`) && !this.isDone(key), agency, key);
      const heard = this.heard.get(key);
      demand('R9: never of the date that it knows', due !== was && due !== heard, key, was, due, heard);
      demand('R9: moved from the date that it knows', heard === undefined || was === heard, key, was, heard);
      const once = because.map((cause) => `${key} ${due} ${cause}`);
      demand('R9: once of a date and cause', !once.some((one) => this.told.has(one)), once);
      for (const one of once) this.told.add(one);
      this.heard.set(key, due);
    }
  }
}
