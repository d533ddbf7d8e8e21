// Any race at all: acts of every kind, in any order, by anybody, on invented calendars, with outages, dying processes and
// mail servers that answer as they like, and bank holidays that change. The promises hold after every step (R5 to R9, R11 to R15, R17 to R20, R23).

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE, DAY } from '../../../domain/calendar/instant';
import { civilDate, fromDayNumber, toDayNumber, type DayNumber } from '../../../domain/calendar/civilDate';
import { COMMAND_KINDS, type CommandBody, type CommandKind } from '../../../domain/rapidReview/commands';
import { profileIds } from '../../../domain/policy/profiles';
import { calendarOf, officialHolidays } from '../calendars';
import { ACTS_OF_AGENCIES, mailsOfRequest, type Draw } from './anyRace/actsOfAgencies';
import { ACTS_OF_CALENDAR } from './anyRace/actsOfCalendar';
import { ACTS_OF_GROUP, IN_MEETING, isUnderWay } from './anyRace/actsOfGroup';
import { AGENCIES, COORDINATOR, PEOPLE, anAgency } from './anyRace/agenciesOfTown';
import { demand } from './anyRace/demand';
import { Dice } from './anyRace/dice';
import { nextStep } from './anyRace/nextStep';
import { Play } from './anyRace/play';
import { holds, isExplained, isOver, isToldWhy } from './anyRace/promises';
import { Watch } from './anyRace/watch';
import { CONTACT, REASON } from './story';

/** More of them on demand: `ANY_RACE_RUNS=3000`. */
const RUNS = Number(process.env['ANY_RACE_RUNS'] ?? 150);
const START = civilDate('2026-02-02');

const DRAWS: Readonly<Record<CommandKind, Draw<CommandBody>>> = {
  ...ACTS_OF_AGENCIES,
  ...ACTS_OF_GROUP,
  ...ACTS_OF_CALENDAR,
};

/** Does one thing; then everything must hold. */
class Step implements fc.Command<Watch, Play> {
  constructor(
    private readonly says: string,
    private readonly does: (play: Play) => void,
  ) {}

  check(): boolean {
    return true;
  }

  run(watch: Watch, play: Play): void {
    const { length } = play.events;
    play.outage = false;
    this.does(play);
    for (const event of play.events.slice(length)) {
      const notices = play.notices.filter((notice) => notice.event === event.number);
      watch.sees(event, notices, play.outage);
      isToldWhy(play, event);
    }
    holds(play, watch);
  }

  toString(): string {
    return this.says;
  }
}

const numbers = fc.array(fc.nat({ max: 999 }), { maxLength: 8 });

/** What ends a case is drawn seldom, or there would be no race. */
const ENDS: readonly CommandKind[] = ['withdrawCase', 'findCriteriaNotMet', 'endAsMerged', 'settleReply'];
const RACING = COMMAND_KINDS.filter((kind) => !ENDS.includes(kind));
const kinds = fc.constantFrom(...COMMAND_KINDS, ...RACING, ...RACING, ...RACING, ...RACING, ...RACING);
const people = fc.option(fc.constantFrom(...PEOPLE), { nil: COORDINATOR });

/** While a meeting is under way, half of what happens is of it. */
const fitting = (play: Play, kind: CommandKind, dice: Dice): CommandKind =>
  isUnderWay(play) && dice.roll(2) === 1 ? dice.pick(IN_MEETING) : kind;

/** Several at once: of random acts most are refused. */
const acts = fc
  .array(fc.tuple(kinds, numbers, people), { minLength: 1, maxLength: 8, size: 'max' })
  .map((drawn) => {
    const said = drawn.map(([kind, rolled, { authority }]) => `${kind} by ${authority} (${rolled.join()})`);
    return new Step(said.join('; '), (play) => {
      for (const [kind, rolled, who] of drawn) {
        const dice = new Dice(rolled);
        play.tried(DRAWS[fitting(play, kind, dice)](play, dice), who);
      }
    });
  });

const step = fc.constant(new Step('next step', nextStep));

/** Where a safety concern waits the alerts would fill the books: hours, not days. */
const pause = (play: Play, minutes: number): number =>
  play.state.status !== 'none' && play.state.concerns.some((one) => one.acknowledgedBy === undefined)
    ? Math.min(minutes, 200) * MINUTE
    : minutes * MINUTE;

const wait = fc
  .integer({ min: 1, max: 5 * 24 * 60 })
  .map((minutes) => new Step(`wait ${minutes} min`, (play) => play.until(play.now + pause(play, minutes))));

const outage = fc
  .integer({ min: 1, max: 4 * 24 * 60 })
  .map((minutes) => new Step(`outage ${minutes} min`, (play) => play.awayFor(minutes * MINUTE)));

const mail = fc
  .tuple(
    fc.constantFrom('accepted' as const, 'refused' as const, 'lapsed' as const),
    fc.nat(5),
    fc.nat(90),
    fc.boolean(),
  )
  .map(
    ([outcome, which, late, byOthers]) =>
      new Step(`mail ${outcome} ${late} min ago${byOthers ? ', not by all' : ''}`, (play) => {
        const { unanswered } = play;
        const notice = unanswered[which % Math.max(unanswered.length, 1)];
        if (notice !== undefined) play.answered(notice, outcome, late * MINUTE, byOthers);
      }),
  );

/** It is on its way: what happens now it knows nothing of. */
const handedOver = fc.nat(5).map(
  (which) =>
    new Step(`mail ${which} handed over`, (play) => {
      const { unanswered } = play;
      const notice = unanswered[which % Math.max(unanswered.length, 1)];
      if (notice !== undefined) play.handedOver(notice);
    }),
);

/** Accepted a second time, it has no effect. */
const proclaimed = numbers.map(
  (rolled) =>
    new Step(`proclaimed (${rolled.join()})`, (play) => {
      const command = ACTS_OF_CALENDAR.adoptCalendar(play, new Dice(rolled));
      if (!play.tried(command)) return;
      const { length } = play.events;
      demand('R9: the same change twice is one', play.tried(command) && play.events.length === length);
    }),
);

/** An agency is asked anew; while that is with the mail server a day is proclaimed: what it tells may not hold any more. */
const meanwhile = numbers.map(
  (rolled) =>
    new Step(`proclaimed while a request is on its way (${rolled.join()})`, (play) => {
      const dice = new Dice(rolled);
      const agency = anAgency(dice);
      play.tried({ kind: 'voidRequest', agency, reason: REASON });
      play.tried({ kind: 'sendScopingRequests', agencies: [{ agency, contacts: [CONTACT(agency)] }] });
      for (const notice of play.unanswered) play.handedOver(notice);
      play.tried(ACTS_OF_CALENDAR.adoptCalendar(play, dice));
    }),
);

/** Each mail is put into words on a day of its own, and nothing need have happened in between. */
const askedTwice = fc.tuple(numbers, fc.nat({ max: 24 * 60 })).map(
  ([rolled, minutes]) =>
    new Step(`asked twice, ${minutes} min between (${rolled.join()})`, (play) => {
      const agency = anAgency(new Dice(rolled));
      for (const contacts of [[CONTACT(agency)], [CONTACT(agency)]])
        play.tried({ kind: 'sendScopingRequests', agencies: [{ agency, contacts }] });
      const [second, first] = play.unanswered;
      if (first !== undefined) play.handedOver(first);
      play.until(play.now + pause(play, minutes));
      if (second !== undefined) play.handedOver(second);
    }),
);

/** Mailed, perhaps rung before word of that, perhaps mailed to another; the first mail comes back, and something is answered. */
const cameBack = fc.tuple(numbers, fc.nat({ max: 2 * 24 * 60 })).map(
  ([rolled, minutes]) =>
    new Step(`came back, ${minutes} min between (${rolled.join()})`, (play) => {
      const dice = new Dice(rolled);
      const agency = dice.pick(AGENCIES.toReversed());
      const mailed = (contact: number, rings: boolean): void => {
        const contacts = [CONTACT(agency, contact)];
        if (!play.tried({ kind: 'sendScopingRequests', agencies: [{ agency, contacts }] })) return;
        const [newest] = play.unanswered;
        if (newest?.body.kind === 'scopingRequest') play.handedOver(newest);
        play.until(play.now + pause(play, minutes));
        if (rings)
          play.tried({ ...ACTS_OF_AGENCIES.recordRequestSent(play, dice), agency, contacts, above: [] });
        if (newest?.body.kind === 'scopingRequest') play.answered(newest, 'accepted');
      };
      play.tried({ kind: 'addAgency', agency });
      play.tried({ kind: 'voidRequest', agency, reason: REASON });
      mailed(1, dice.roll(2) === 0);
      if (dice.roll(2) === 0) mailed(5, false);
      const mails = mailsOfRequest(play, agency);
      play.tried({ kind: 'recordBounce', agency, contact: CONTACT(agency), mails });
      if (dice.roll(2) === 0) play.tried({ ...ACTS_OF_AGENCIES.recordReturn(play, dice), agency });
      if (dice.roll(2) === 0) play.until(play.now + pause(play, minutes));
      const none = {
        kind: 'correctBounce',
        agency,
        contact: CONTACT(agency),
        mails,
        reason: REASON,
      } as const;
      if (dice.roll(2) === 0 && play.tried(none)) demand('R8: it is taken back once', !play.tried(none));
    }),
);

const corrected = numbers.map(
  (rolled) =>
    new Step(`corrected (${rolled.join()})`, (play) =>
      play.tried(ACTS_OF_AGENCIES.correctRequestSent(play, new Dice(rolled))),
    ),
);

const away = fc.constantFrom(
  new Step('restart', (play) => play.restarted()),
  new Step('continue as new', (play) => play.carriedOver()),
  new Step('answers told again', (play) => play.heardAgain()),
);

/** Much of it is what a diligent team does: else no random race would come to a decision. */
const weighted = [
  ...[step, step, step, step, step, step, acts, acts, acts, acts, acts, acts],
  ...[wait, outage, mail, handedOver, meanwhile, askedTwice, cameBack, away, proclaimed, corrected],
];
/** How far the team comes before anything else happens. */
const begun = fc.nat({ max: 16 });

const daysOff = fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 10 });
const official = officialHolidays.map(({ date }) => date).filter((date) => date >= '2024' && date < '2030');
const profile = fc.constantFrom(...profileIds).map((id) => ({ id, version: 1 }));

describe('R14 and R18: any race', () => {
  it('keeps its promises, to the decision and to the Panel', () => {
    const reached = { decision: 0, panel: 0, ended: 0, told: 0, corrected: 0, otherwise: 0, standing: 0 };
    fc.assert(
      fc.property(
        daysOff,
        profile,
        begun,
        fc.commands(weighted, { maxCommands: 30, size: 'max' }),
        (off, opened, steps, commands) => {
          const invented = off.map((day) => fromDayNumber((toDayNumber(START) + day) as DayNumber));
          const calendar = calendarOf([...official, ...invented], 2024, 2029);
          const play = new Play(calendar);
          const watch = new Watch((version) => play.calendarOf(version), calendar);
          const opening = new Step('opening', () => {
            play.opened(`${START} 10:00`, { agencies: AGENCIES.slice(0, 4), profile: opened });
          });
          opening.run(watch, play);
          for (let taken = 0; taken < steps; taken += 1) new Step('next step', nextStep).run(watch, play);
          fc.modelRun(() => ({ model: watch, real: play }), commands);
          isExplained(play);
          if (play.events.some(({ kind }) => kind === 'DecisionTaken')) reached.decision += 1;
          if (play.events.some(({ kind }) => kind === 'PanelDispatchSent')) reached.panel += 1;
          if (play.events.some(({ kind }) => kind === 'AgencyToldOfDates')) reached.told += 1;
          if (play.events.some(({ kind }) => kind === 'MailToldOtherDates')) reached.otherwise += 1;
          if (play.events.some(({ kind }) => kind === 'RequestSentCorrected')) reached.corrected += 1;
          if (play.events.some(({ kind, body }) => kind === 'RequestBounceCorrected' && body.stands))
            reached.standing += 1;
          if (play.state.status === 'ended') reached.ended += 1;
          const end = new Step('end', () => {
            // Word of dates names every date that is owed, so none of it may still wait, nor what came of it.
            for (let waiting = play.unanswered; waiting.length > 0; waiting = play.unanswered)
              for (const notice of waiting.toReversed()) play.answered(notice, 'accepted');
            for (let number = 1; number < 9; number += 1)
              play.tried({ kind: 'acknowledgeSafetyConcern', number });
            play.until(play.now + 45 * DAY);
          });
          end.run(watch, play);
          isOver(play);
        },
      ),
      { numRuns: RUNS },
    );
    // Many races are cut short; enough of them must go the whole way for this to say anything.
    expect(reached.decision).toBeGreaterThan(RUNS / 3);
    expect(reached.panel).toBeGreaterThan(RUNS / 6);
    expect(reached.ended).toBeGreaterThan(0);
    expect(reached.told).toBeGreaterThan(RUNS / 15);
    expect(reached.otherwise).toBeGreaterThan(RUNS / 50);
    expect(reached.standing).toBeGreaterThan(RUNS / 75);
    expect(reached.corrected).toBeGreaterThan(RUNS / 15);
  }, 3_600_000);
});
