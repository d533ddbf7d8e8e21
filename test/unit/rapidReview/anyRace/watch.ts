// Somebody who watches a race from outside and keeps books of their own, by the events alone: what each obligation has come
// to, whom a reminder went to and of what, when those on call were alerted. What the rules promise, they would notice.

import { MINUTE, type Instant } from '../../../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../../../domain/calendar/londonTime';
import {
  addWorkingDays,
  ifCovered,
  isWorkingDay,
  type WorkingCalendar,
} from '../../../../domain/calendar/workingCalendar';
import { profileOf } from '../../../../domain/policy/profiles';
import type { BriefingItem } from '../../../../domain/rapidReview/clock/events';
import type { CaseEvent } from '../../../../domain/rapidReview/events';
import type { Notice, NoticeKind } from '../../../../domain/rapidReview/notices';
import type { ContactId } from '../../../../domain/timetable/facts';
import { Story } from '../story';
import { Attendance } from './attendance';
import { enter, type Books, type Of } from './books';
import { demand } from './demand';
import { DaysOfAsking } from './daysOfAsking';
import { Gatekeeper } from './gatekeeper';
import { MovedDates } from './movedDates';
import { Outcomes } from './outcomes';
import { SeatsTold } from './seatsTold';
import { ToDecide } from './toDecide';
import { WordsOwed } from './wordsOwed';

/** Mails to those asked: of the request itself, and of a meeting, other addresses are given. */
const TO_THOSE_ASKED: readonly NoticeKind[] = [
  'agencyReminder',
  'datesMoved',
  'returnSentBack',
  'answerByMistake',
  'endedToAgency',
  'resumedToAgency',
  'outcomeToAgency',
];

const once = (seen: Set<string>, promise: string, what: string): void => {
  demand(promise, !seen.has(what), what);
  seen.add(what);
};

export class Watch {
  readonly outcomes = new Outcomes();
  readonly attendance = new Attendance();
  readonly daysOfAsking = new DaysOfAsking();
  private readonly gatekeeper = new Gatekeeper();
  private readonly seatsTold = new SeatsTold();
  private readonly toDecide = new ToDecide();
  private readonly wordsOwed = new WordsOwed();
  private readonly answers = new Map<string, Set<number>>();
  private readonly secured = new Set<string>();
  private readonly reminded = new Map<string, readonly string[]>();
  private readonly rungs = new Set<string>();
  private readonly excluded = new Set<ContactId>();
  /** Mail came back from there, or was refused, and the request has not been sent since, there or to those below. */
  private readonly unreachable = new Set<ContactId>();
  private readonly alerted = new Map<number, Instant>();
  private readonly notices = new Set<string>();
  private readonly topics = new Set<string>();
  /** When each begins. */
  private readonly meetings = new Map<number, Instant>();
  private readonly moved: MovedDates;
  private alertEvery = 0;

  constructor(calendarOf: (version: string) => WorkingCalendar, calendar: WorkingCalendar) {
    this.moved = new MovedDates(calendarOf, calendar, this.outcomes);
  }

  private get calendar(): WorkingCalendar {
    return this.moved.calendar;
  }

  /** `outage`: nobody woke, so that what comes may come late. */
  sees(event: CaseEvent, notices: readonly Notice[], outage: boolean): void {
    // Before the outcomes: what is done already must not move.
    for (const books of [
      this.moved.books,
      this.outcomes.books,
      this.attendance.books,
      this.daysOfAsking.books,
      this.gatekeeper.books,
      this.seatsTold.books,
      this.toDecide.books,
      this.wordsOwed.books,
      this.facts,
    ])
      enter(books, event);
    this.alert(event, outage);
    if (event.kind === 'AgencyReminded') this.reminder(event, notices);
    if (event.kind === 'TeamBriefed') this.briefing(event);
    for (const { key, to, body } of notices) {
      once(this.notices, 'nothing is announced twice', key);
      const contacts = to.role === 'agency' ? to.contacts : [];
      demand('R13: nothing to who is excluded', !contacts.some((one) => this.excluded.has(one)), key);
      const dead = TO_THOSE_ASKED.includes(body.kind) && contacts.some((one) => this.unreachable.has(one));
      demand('R11: nothing to where no mail arrives', !dead, key, contacts);
    }
  }

  /** What answers of an agency stop its clock, whose records are secured, who is not to be written to. */
  private readonly facts: Books = {
    CaseOpened: ({ profile }) => {
      this.alertEvery = profileOf(profile).safetyAlertMinutes * MINUTE;
    },
    RecordsSecured: ({ agency }) => this.secured.add(agency),
    RecordsSecuredCorrected: ({ agency, on }) => {
      if (on === undefined) this.secured.delete(agency);
    },
    ReturnReceived: ({ agency, answer, number }) => {
      const answers = this.answers.get(agency) ?? new Set();
      this.answers.set(agency, answer === 'partial' ? answers : answers.add(number));
    },
    ReturnSentBack: ({ agency, number }) => this.answers.get(agency)?.delete(number),
    ReturnCorrected: ({ agency, number, on }) => {
      if (on === undefined) this.answers.get(agency)?.delete(number);
    },
    // Whoever has the outcome by it has the mail of the next under the same key, of which the ledger sends one.
    PanelDispatchCorrected: ({ on }) => {
      if (on !== undefined) return;
      for (const key of this.notices) if (key.includes('/outcome/')) this.notices.delete(key);
    },
    RequestVoided: ({ agency }) => {
      // The next asking has a ladder of its own.
      for (const rung of this.rungs) if (rung.includes(`:${agency} `)) this.rungs.delete(rung);
    },
    RequestBounced: ({ contact }) => this.unreachable.add(contact),
    RequestBounceCorrected: ({ contact }) => this.unreachable.delete(contact),
    ScopingRequested: ({ contacts, above = [] }) => {
      for (const contact of [...contacts, ...above.map((one) => one.contact)])
        this.unreachable.delete(contact);
    },
    ContactExcluded: ({ contact }) => this.excluded.add(contact),
    ContactReadmitted: ({ contact }) => this.excluded.delete(contact),
    MeetingArranged: ({ meeting, startsAt }) => this.meetings.set(meeting, startsAt),
    MeetingRearranged: ({ meeting, startsAt }) => this.meetings.set(meeting, startsAt),
    // Recorded anew, it may be left open anew.
    MeetingOpeningUndone: ({ meeting }) => this.topics.delete(`meetingNotClosed/${meeting}`),
  };

  /** R11: one mail an agency and day, on working days, numbered, each rung once, of nothing that is answered. */
  private reminder({ body, at }: Of<'AgencyReminded'>, notices: readonly Notice[]): void {
    const { agency, on, number, rungs, owes } = body;
    const before = this.reminded.get(agency) ?? [];
    this.reminded.set(agency, [...before, on]);
    demand('R11: no reminder on a day off', isWorkingDay(this.calendar, on), body);
    demand('R11: one mail an agency and day', !before.includes(on), body);
    demand('R11: reminders are numbered', number === before.length + 1, body);
    demand('R11: the ladder keeps its hours', rungs.length === 0 || inHours(at), body);
    for (const { key, rung } of rungs) once(this.rungs, 'R11: each rung once', `${key} ${rung}`);
    const owed = owes.map(({ key }) => key.split(':')[0]);
    const answered = owed.includes('agencyReturn') && (this.answers.get(agency)?.size ?? 0) > 0;
    const secured = owed.includes('recordsSecured') && this.secured.has(agency);
    demand('R11: no reminder after the answer', owed.length > 0 && !answered && !secured, body);
    demand(
      'R11: a reminder reaches somebody',
      notices.some(({ to }) => 'contacts' in to && to.contacts.length > 0),
    );
  }

  /** R12: on working days at nine, or late until half past four, but for what cannot wait for that; each topic once. */
  private briefing({ body, at }: Of<'TeamBriefed'>): void {
    if (body.atOnce === true)
      for (const item of body.items)
        demand('R12, R14: at once is told what cannot wait', this.cannotWait(item, at), body, at);
    else
      demand(
        'R12: the team is told on working days',
        isWorkingDay(this.calendar, body.on) && inHours(at),
        body,
      );
    for (const item of body.items) {
      this.seatsTold.hears(item);
      this.toDecide.hears(item);
    }
    this.wordsOwed.hears(body);
    // The same seats together may come to be at risk again, and the same word to be owed.
    for (const topic of body.topics ?? [])
      if (!/^(?:quorumAtRisk|panelAwaitsWord)\//.test(topic))
        once(this.topics, 'R12: each topic once', topic);
  }

  /** That quorum is at risk, where the next nine of a working day is not before the meeting. */
  private cannotWait(item: BriefingItem, at: Instant): boolean {
    if (item.about !== 'quorumAtRisk') return false;
    const startsAt = this.meetings.get(item.meeting) ?? at;
    const today = londonDateOf(this.calendar, at);
    const next = ifCovered(() => addWorkingDays(this.calendar, today, 1));
    const days = [
      ...(isWorkingDay(this.calendar, today) ? [today] : []),
      ...(next === undefined ? [] : [next]),
    ];
    const nine = days.map((day) => londonInstant(this.calendar, day, 0, 9 * 60)).find((one) => one > at);
    return at < startsAt && (nine === undefined || startsAt <= nine);
  }

  /** R23: again every thirty minutes, never sooner, and later only after an outage. */
  private alert({ kind, body, at }: CaseEvent, outage: boolean): void {
    if (kind === 'SafetyConcernAcknowledged') this.alerted.delete(body.number);
    if (kind === 'SafetyConcernRaised') this.alerted.set(body.number, at);
    if (kind !== 'SafetyAlertRepeated') return;
    const waited = at - (this.alerted.get(body.number) ?? 0);
    const inTime = outage ? waited >= this.alertEvery : waited === this.alertEvery;
    demand('R23: an alert every thirty minutes', inTime, body, waited);
    this.alerted.set(body.number, at);
  }

  /** The last alert of each concern that nobody has acknowledged is not older than that. */
  noAlertIsLate(now: Instant): void {
    for (const [concern, at] of this.alerted)
      demand('R23: no alert is late', now - at < this.alertEvery, concern);
  }
}

const inHours = (at: Instant): boolean => {
  const time = Story.say(at).slice(11);
  return time >= '09:00' && time <= '16:30';
};
