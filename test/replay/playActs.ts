// A recorded case played again on paper: its acts, at their instants, through the rules of today or of a twin. What
// comes out must be the events that were recorded; a replay by Temporal alone would not notice other ones.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { broughtCalendar } from '../../domain/rapidReview/calendarChange/broughtCalendar';
import type { Command } from '../../domain/rapidReview/commands';
import { decide, hearOfMail, passTime } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve } from '../../domain/rapidReview/evolve';
import { noCase, type RapidReview } from '../../domain/rapidReview/state';
import { wakeAtOrNever } from '../../domain/rapidReview/wake';
import type { CommittedStory } from './acts';

export interface Rules {
  readonly decide: typeof decide;
  readonly passTime: typeof passTime;
  readonly hearOfMail: typeof hearOfMail;
  readonly wakeAt: typeof wakeAtOrNever;
}

export const presentRules: Rules = { decide, passTime, hearOfMail, wakeAt: wakeAtOrNever };

/** A timer fires so much late at most; a wake that lies longer before the next act is one that was not there. */
const LATE_TIMER = 60_000;

/** The calendar that came with the command. */
const calendarWith = (
  command: Command,
  calendars: readonly CalendarSnapshot[],
): WorkingCalendar | undefined => {
  const brought = broughtCalendar(command);
  const found = calendars.find(({ version }) => version === brought);
  return found === undefined ? undefined : workingCalendar(found);
};

/** The events of the story by these rules. Throws where an accepted command is refused now. */
export const playActs = (
  { acts, until }: Pick<CommittedStory, 'acts' | 'until'>,
  [opening, ...later]: readonly CalendarSnapshot[],
  rules: Rules = presentRules,
): readonly CaseEvent[] => {
  if (opening === undefined) throw new Error('the case has no calendar');
  let calendar = workingCalendar(opening);
  const events: CaseEvent[] = [];
  let state: RapidReview = noCase;

  const accept = (brought: readonly CaseEvent[]): void => {
    for (const event of brought) {
      state = evolve(state, event);
      events.push(event);
    }
  };
  const wakeBefore = (at: Instant): Instant | undefined => {
    const wake = state.status === 'none' ? undefined : rules.wakeAt(state, calendar, events.at(-1)?.at ?? at);
    return wake !== undefined && wake < at - LATE_TIMER ? wake : undefined;
  };
  const pass = (at: Instant): readonly CaseEvent[] =>
    state.status === 'none' ? [] : rules.passTime(state, calendar, at);

  for (const act of [...acts, { kind: 'woke', at: until } as const]) {
    for (let wake = wakeBefore(act.at); wake !== undefined; wake = wakeBefore(act.at)) {
      const brought = pass(wake);
      if (brought.length === 0) break;
      accept(brought);
    }
    if (act.kind === 'woke') accept(pass(act.at));
    else if (act.kind === 'heard') accept(rules.hearOfMail(state, act.reports, calendar, act.at).events);
    else {
      const given = calendarWith(act.command, later);
      const decision = rules.decide(state, act.command, calendar, act.at, given);
      if (!decision.ok) throw new Error(`${act.command.kind} is refused now: ${decision.rejection.code}`);
      accept(decision.events);
      if (given !== undefined && decision.events.some(({ kind }) => kind === 'CalendarAdopted'))
        calendar = given;
    }
  }
  return events;
};
