// What time alone has brought between the last event and now: misses first, then reminders and briefings (R6,
// R11, R12). Runs before every act and at every wake; the same moment decided twice brings nothing new.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf, londonInstant } from '../../calendar/londonTime';
import { ifCovered, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import type { AgencyId } from '../../timetable/facts';
import { owedByAgency } from '../../timetable/owed';
import { reachableContacts } from '../notices';
import type { OpenCase } from '../state';
import { briefingAt, briefingItems, nextBriefingDay, warnings, type Warning } from './briefing';
import type {
  AgencyReminded,
  BriefingSkipped,
  ClockEvent,
  RungRef,
  RungsSkipped,
  TeamBriefed,
} from './events';
import { rungsAhead, type RungAhead } from './rungs';

/** R11: a notice of 09:00 still goes until 16:30 of its day. */
const stillGoes = (state: OpenCase, calendar: WorkingCalendar, at: Instant, now: Instant): boolean => {
  const on = londonDateOf(calendar, at);
  return at <= now && now <= londonInstant(calendar, on, 0, profileOf(state.profile).noticesUntil);
};

const refOf = ({ key, rung, due }: RungAhead): RungRef => ({ key, rung, due });

const byAgency = (rungs: readonly RungAhead[]): readonly (readonly [AgencyId, readonly RungAhead[]])[] => [
  ...Map.groupBy(rungs, ({ agency }) => agency),
];

const reminded = (
  state: OpenCase,
  calendar: WorkingCalendar,
  agency: AgencyId,
  rungs: readonly RungAhead[],
  now: Instant,
): AgencyReminded => ({
  kind: 'AgencyReminded',
  body: {
    agency,
    on: londonDateOf(calendar, now),
    number: (state.agencies.find((known) => known.agency === agency)?.reminders ?? 0) + 1,
    rungs: rungs.map(refOf),
    owes: owedByAgency(state, calendar, agency).map(({ key, due, missed }) => ({ key, due, missed })),
  },
});

const skipped = (
  rungs: readonly RungAhead[],
  cause: RungsSkipped['body']['cause'],
): readonly RungsSkipped[] =>
  byAgency(rungs).map(([agency, passed]) => ({
    kind: 'RungsSkipped',
    body: { agency, rungs: passed.map(refOf), cause },
  }));

/** Rungs whose time had come before the date was even set: skipped and recorded, never sent (R11). */
export const rungsAlreadyPast = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly RungsSkipped[] =>
  skipped(
    rungsAhead(state, calendar).filter(({ at }) => at <= now),
    'alreadyPast',
  );

/** Reminders whose 09:00 has come. `state` is the state with misses up to now recorded. */
export const reminderEvents = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly ClockEvent[] => {
  const due = rungsAhead(state, calendar).filter(({ at }) => at <= now);
  const today = due.filter(({ at }) => stillGoes(state, calendar, at, now));
  const goes = today.filter(({ agency }) => reachableContacts(state, agency).length > 0);
  return [
    ...skipped(
      due.filter((rung) => !today.includes(rung)),
      'outage',
    ),
    ...skipped(
      today.filter((rung) => !goes.includes(rung)),
      'noContact',
    ),
    ...byAgency(goes).map(([agency, rungs]) => reminded(state, calendar, agency, rungs, now)),
  ];
};

const lapsed = (on: CivilDate, warned: readonly Warning[]): BriefingSkipped => ({
  kind: 'BriefingSkipped',
  body: { on, lapsedWarnings: warned.map(({ key }) => key) },
});

/**
 * The team's mails whose 09:00 has come since the last event; at most one of them still goes, that of today. `before` is
 * the state before the misses up to now: what it would have warned of has lapsed.
 */
export const briefingEvents = (
  before: OpenCase,
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly (TeamBriefed | BriefingSkipped)[] => {
  const events: (TeamBriefed | BriefingSkipped)[] = [];
  const next = (after: Instant) => ifCovered(() => nextBriefingDay(state, calendar, after));
  for (let on = next(before.lastEventAt); on !== undefined; on = next(briefingAt(state, calendar, on))) {
    const at = briefingAt(state, calendar, on);
    if (at > now) break;
    const day = on;
    const items = briefingItems(state, calendar, on);
    if (stillGoes(state, calendar, at, now)) {
      if (items.length > 0) events.push({ kind: 'TeamBriefed', body: { on, items } });
      continue;
    }
    const warned = warnings(before, calendar).filter((warning) => warning.on === day);
    if (warned.length > 0 || items.length > 0) events.push(lapsed(on, warned));
  }
  return events;
};

/** Warnings whose 09:00 had come before their date was even set: recorded as lapsed, like a rung of the ladder. */
export const warningsAlreadyPast = (
  before: OpenCase | undefined,
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly BriefingSkipped[] => {
  const idOf = ({ key, on }: Warning): string => `${key} ${on}`;
  const known = new Set(before === undefined ? [] : warnings(before, calendar).map(idOf));
  const past = warnings(state, calendar).filter(
    (warning) => !known.has(idOf(warning)) && briefingAt(state, calendar, warning.on) <= now,
  );
  return [...Map.groupBy(past, ({ on }) => on)].map(([on, warned]) => lapsed(on, warned));
};
