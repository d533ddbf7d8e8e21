// What the team believes of answers to the national Panel that were missed, after any letters, answers and corrections of both: as many misses
// as there are, told by its mails of nine and taken back by them (R6, R8, R19).

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { HOUR, instant } from '../../../domain/calendar/instant';
import { londonDateOf } from '../../../domain/calendar/londonTime';
import { untoldMisses } from '../../../domain/rapidReview/clock/untoldMisses';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { decide } from '../../../domain/rapidReview/decide';
import { missesOvertaken, RECONSIDERATION } from '../../../domain/rapidReview/panel/reconsidered';
import { Race, confirmed } from './race';
import { REASON, Story } from './story';

/** More of them on demand: `ANY_RACE_RUNS=3000`. */
const RUNS = Number(process.env['ANY_RACE_RUNS'] ?? 150);

class Believed extends Race {
  tried(body: CommandBody): void {
    const decided = decide(this.state, this.command(body), this.calendar, this.now);
    if (decided.ok) this.accept(decided.events);
  }

  /** Mails to the team are of London minutes. */
  after(hours: number): void {
    this.at(Story.say(instant(this.now + hours * HOUR)));
  }

  dayBefore(days: number): CivilDate {
    return addDays(this.today, -days);
  }

  private get today(): CivilDate {
    return londonDateOf(this.calendar, this.now);
  }

  /** By its mails; none tells what it takes back, nor takes back what was not told. */
  get believed(): number {
    let misses = 0;
    for (const { body } of this.of('TeamBriefed')) {
      const items = body.items.filter((item) => 'key' in item && item.key === RECONSIDERATION);
      const missed = items.flatMap((item) => (item.about === 'missed' ? [item.due] : []));
      const none = items.flatMap((item) => (item.about === 'missTakenBack' ? [item.was] : []));
      expect(missed.filter((due) => none.includes(due))).toEqual([]);
      misses += missed.length - none.length;
      expect(misses).toBeGreaterThanOrEqual(0);
    }
    return misses;
  }

  get missed(): number {
    const present = this.open.outcomes[RECONSIDERATION]?.kind === 'missed' ? 1 : 0;
    return missesOvertaken(this.open).length + present;
  }
}

const ACTS: Readonly<Record<string, (race: Believed, on: CivilDate, letter: number) => CommandBody>> = {
  letter: (_race, on) => ({ kind: 'recordPanelReply', reply: 'disagrees', on }),
  answer: (_race, on) => confirmed(on),
  letterWasOn: (_race, on, number) => ({ kind: 'correctPanelReply', number, on, reason: REASON }),
  answerWasOn: (_race, on) => ({ kind: 'correctConfirmation', on, reason: REASON }),
  noLetter: ({ open }) => ({
    kind: 'correctPanelReply',
    number: open.panel.replies.at(-1)?.number ?? 1,
    reason: REASON,
  }),
  noAnswer: () => ({ kind: 'correctConfirmation', reason: REASON }),
};

const act = fc.record({
  kind: fc.constantFrom('letter', 'letterWasOn', 'answer', ...Object.keys(ACTS)),
  daysBefore: fc.constantFrom(0, 0, 1, 2, 3, 7, 14, 15, 16, 20),
  letter: fc.integer({ min: 1, max: 3 }),
  hours: fc.constantFrom(0, 0, 0, 6, 12, 24, 48, 240, 336, 360),
});

it('R6, R8, R19: the team believes as many answers to the Panel to be missed as are', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 12 }), (acts) => {
      const race = new Believed().toPanel().at('2026-05-20 12:00');
      race.act({ kind: 'recordPanelReply', reply: 'disagrees', on: civilDate('2026-04-20') });
      for (const { kind, daysBefore, letter, hours } of acts) {
        race.after(hours);
        const body = ACTS[kind]?.(race, race.dayBefore(daysBefore), letter);
        if (body !== undefined) race.tried(body);
      }
      race.after(6 * 24);
      if (untoldMisses(race.open).length > 0) race.after(5 * 24);
      expect(race.believed).toBe(race.missed);
    }),
    { numRuns: RUNS },
  );
}, 600_000);
