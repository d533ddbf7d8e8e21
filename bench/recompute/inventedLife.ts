// The life of one invented open case with eight agencies, as events: received on one of the last working days, its requests
// sent, some answered, some late, some with a meeting and a notification. Which number it has decides what it is like.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { currentProfile } from '../../domain/policy/profiles';
import type { ActorId, CommandBody } from '../../domain/rapidReview/commands';
import { decide, passTime } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve } from '../../domain/rapidReview/evolve';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/references';
import { RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import { noCase, type RapidReview } from '../../domain/rapidReview/state';
import { wakeAtOrNever } from '../../domain/rapidReview/wake';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';

const AGENCIES = 8;
/** Receipts lie on so many working days back from today. */
const WORKING_DAYS_BACK = 14;
const TEXT = 'invented' as DossierRow;

export const agencyOf = (n: number): AgencyId => `AG-${String(n).padStart(4, '0')}` as AgencyId;
const contactOf = (agency: AgencyId): ContactId => `${agency}-C1` as ContactId;

/** Repeatable, and without a pattern that a database could use. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

interface Step {
  readonly at: Instant;
  readonly act: CommandBody;
}

const stepsOf = (
  number: number,
  reference: CaseReference,
  calendar: WorkingCalendar,
  today: CivilDate,
): readonly Step[] => {
  const roll = dice(number);
  const received = addWorkingDays(calendar, today, -1 - roll(WORKING_DAYS_BACK));
  const day = (n: number): CivilDate => addWorkingDays(calendar, received, n);
  const at = (n: number, hour: number, minute = 0): Instant =>
    londonInstant(calendar, n === 0 ? received : day(n), hour, minute);
  const first = 1 + roll(40);
  const agencies = Array.from({ length: AGENCIES }, (_, index) => agencyOf(first + index));
  const steps: Step[] = [
    {
      at: at(0, 16, 30),
      act: {
        kind: 'openCase',
        reference,
        nature: 'suspectedAbuseOrNeglect',
        profile: currentProfile,
        rulesVersion: RULES_VERSION,
        receivedAt: at(0, 16, 20),
        agencies,
        timestamps: {
          incident: londonInstant(calendar, addWorkingDays(calendar, received, -3 - roll(20)), 20),
          ...(roll(3) === 0
            ? {
                localAuthorityAware: londonInstant(calendar, addWorkingDays(calendar, received, -roll(3)), 9),
              }
            : {}),
        },
      },
    },
  ];
  for (const [index, agency] of agencies.entries()) {
    const sent = 1 + (index < 5 ? 0 : roll(3));
    steps.push({
      at: at(sent, 10, index),
      act: {
        kind: 'recordRequestSent',
        agency,
        channel: 'secureMail',
        on: day(sent),
        contacts: [contactOf(agency)],
      },
    });
    if (roll(2) === 0)
      steps.push({
        at: at(sent + 2 + roll(5), 14, index),
        act: {
          kind: 'recordReturn',
          agency,
          how: 'secureMail',
          answer: roll(4) === 0 ? 'nil' : 'full',
          on: received,
        },
      });
  }
  if (roll(2) === 0)
    steps.push({
      at: at(2, 12),
      act: { kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(2, 11) },
    });
  if (roll(2) === 0)
    steps.push({
      at: at(2, 13),
      act: { kind: 'recordTimestamp', timestamp: 'acceptedAsRapidReview', at: at(1, 9 + roll(8)) },
    });
  if (roll(2) === 0)
    steps.push({
      at: at(2, 15),
      act: { kind: 'arrangeMeeting', startsAt: at(9 + roll(6), 10), invitees: [], reason: TEXT },
    });
  return steps.sort((a, b) => a.at - b.at);
};

/** What is refused (a return before its request, a meeting in the past) simply has not happened. */
export const inventedLife = (
  number: number,
  reference: CaseReference,
  calendar: WorkingCalendar,
  now: Instant,
): readonly CaseEvent[] => {
  const events: CaseEvent[] = [];
  let state: RapidReview = noCase;
  const take = (brought: readonly CaseEvent[]): void => {
    for (const event of brought) {
      state = evolve(state, event);
      events.push(event);
    }
  };
  const passTo = (moment: Instant): void => {
    for (;;) {
      const wake =
        state.status === 'none' ? undefined : wakeAtOrNever(state, calendar, events.at(-1)?.at ?? moment);
      if (wake === undefined || wake > moment) return;
      const brought = passTime(state, calendar, wake);
      if (brought.length === 0) return;
      take(brought);
    }
  };
  const today = londonDateOf(calendar, now);
  for (const { at, act } of stepsOf(number, reference, calendar, today)) {
    if (at > now) break;
    passTo(at);
    const body = act.kind === 'recordReturn' ? { ...act, on: londonDateOf(calendar, at) } : act;
    const asked = {
      actor: 'P-0001' as ActorId,
      authority: 'coordinator' as const,
      commandId: `${reference}/${events.length}`,
      askedAt: at,
    };
    const decision = decide(state, { ...body, asked }, calendar, at);
    if (decision.ok) take(decision.events);
  }
  passTo(now);
  return events;
};
