// The same acts told on paper, by the domain alone: the clock wakes whenever the case asks for it, and every mail is
// accepted in the minute in which it was called for.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import type { Command } from '../../domain/rapidReview/commands';
import { decide, hearOfMail, passTime } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve } from '../../domain/rapidReview/evolve';
import { noticesFor, type Notice } from '../../domain/rapidReview/notices';
import { noCase, type RapidReview } from '../../domain/rapidReview/state';
import { wakeAtOrNever } from '../../domain/rapidReview/wake';
import type { WorkflowCase } from './case';
import { bodyOf, type Step } from './script';

const accepted = ({ key, to }: Notice, at: Instant) =>
  ({ key, to, refused: [], outcome: 'accepted', acceptedAt: at }) as const;

/** The events up to `until`, of the opening at its moment and then of the steps. */
export const onPaper = (
  one: WorkflowCase,
  opening: Command,
  steps: readonly Step[],
  snapshot: CalendarSnapshot,
  until: Instant,
): readonly CaseEvent[] => {
  const calendar = workingCalendar(snapshot);
  const events: CaseEvent[] = [];
  let state: RapidReview = noCase;

  /** Answers the mails that they call for. */
  const accept = (brought: readonly CaseEvent[]): readonly Notice[] =>
    brought.flatMap((event) => {
      state = evolve(state, event);
      events.push(event);
      return noticesFor(event, state, calendar);
    });
  const send = (notices: readonly Notice[], at: Instant): void => {
    if (notices.length === 0) return;
    send(
      accept(
        hearOfMail(
          state,
          notices.map((notice) => accepted(notice, at)),
          calendar,
          at,
        ).events,
      ),
      at,
    );
  };
  const pass = (to: Instant): void => {
    for (;;) {
      const wake = wakeAtOrNever(state, calendar, events.at(-1)?.at ?? to);
      if (wake === undefined || wake > to) return;
      send(accept(passTime(state, calendar, wake)), wake);
    }
  };
  const act = (command: Command, at: Instant): void => {
    pass(at);
    const decision = decide(state, command, calendar, at);
    if (!decision.ok) throw new Error(`${command.kind} is refused on paper: ${decision.rejection.code}`);
    send(accept(decision.events), at);
  };

  if (opening.kind === 'openCase') act(opening, opening.receivedAt);
  for (const step of steps) act(one.command(bodyOf(step, events), undefined, step.as), step.when);
  pass(until);
  return events;
};
