// What time alone has brought between the last event and now: misses first, then reminders and briefings (R6,
// R11, R12). Runs before every act and at every wake; the same moment decided twice brings nothing new.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId } from '../../timetable/facts';
import { owedByAgency } from '../../timetable/owed';
import { agencyOn } from '../agenciesOfCase';
import { contactsFor } from '../reminders/reach';
import type { Counted, OpenCase } from '../state';
import { briefingItems, topicsTold, warnings, type Warning } from './briefing';
import { briefingAt, briefingsSince, stillGoes } from './briefingTimes';
import type {
  AgencyReminded,
  BriefingItem,
  BriefingSkipped,
  ClockEvent,
  RungRef,
  RungsSkipped,
  TeamBriefed,
} from './events';
import { hasMovesToTell } from './moves';
import { rungsAhead, type RungAhead } from './rungs';

const rungRefOf = ({ key, rung, due }: RungAhead): RungRef => ({ key, rung, due });

const byAgency = (rungs: readonly RungAhead[]): readonly (readonly [AgencyId, readonly RungAhead[]])[] => [
  ...Map.groupBy(rungs, ({ agency }) => agency),
];

/** Absent where nobody is written to but those who are asked first. */
const escalation = (rungs: readonly RungAhead[]): Pick<AgencyReminded['body'], 'escalatesTo'> => {
  const levels = [...new Set(rungs.flatMap(({ escalatesTo }) => escalatesTo))];
  return levels.length === 0 ? {} : { escalatesTo: levels };
};

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
    number: (agencyOn(state, agency)?.reminders ?? 0) + 1,
    rungs: rungs.map(rungRefOf),
    ...escalation(rungs),
    owes: owedByAgency(state, calendar, agency).map(({ key, due, missed }) => ({ key, due, missed })),
  },
});

const skipped = (
  rungs: readonly RungAhead[],
  cause: RungsSkipped['body']['cause'],
): readonly RungsSkipped[] =>
  byAgency(rungs).map(([agency, passed]) => ({
    kind: 'RungsSkipped',
    body: { agency, rungs: passed.map(rungRefOf), cause },
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

const SKIPPED_IN_ORDER = ['outage', 'notConfirmed', 'remindedToday', 'noContact'] as const;

/** Reminders whose 09:00 has come. `state` is the state with misses up to now recorded. */
export const reminderEvents = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly ClockEvent[] => {
  const due = rungsAhead(state, calendar).filter(({ at }) => at <= now);
  const today = londonDateOf(calendar, now);
  /** Why it does not go; nothing where it does. */
  const whyNot = (rung: RungAhead): RungsSkipped['body']['cause'] | undefined => {
    if (!stillGoes(state, calendar, rung.at, now)) return 'outage';
    if (rung.unconfirmed) return 'notConfirmed';
    if (agencyOn(state, rung.agency)?.remindedOn === today) return 'remindedToday';
    return contactsFor(state, rung.agency, rung.escalatesTo).length === 0 ? 'noContact' : undefined;
  };
  const sorted = Map.groupBy(due, whyNot);
  return [
    ...SKIPPED_IN_ORDER.flatMap((cause) => skipped(sorted.get(cause) ?? [], cause)),
    ...byAgency(sorted.get(undefined) ?? []).map(([agency, rungs]) =>
      reminded(state, calendar, agency, rungs, now),
    ),
  ];
};

const lapsed = (on: CivilDate, warned: readonly Warning[]): BriefingSkipped => ({
  kind: 'BriefingSkipped',
  body: { on, lapsedWarnings: warned.map(({ key }) => key) },
});

/** Told on that very day or the next: that it was not is recorded. */
const isLost = ({ about }: BriefingItem): boolean => about === 'missed' || about === 'mailFailed';

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
  let waiting: CivilDate | undefined;
  for (const { on, at } of briefingsSince(state, calendar, before.lastEventAt, now)) {
    const goes = stillGoes(state, calendar, at, now);
    const items = briefingItems(state, calendar, on, goes ? now : at);
    if (goes) {
      if (items.length > 0)
        events.push({ kind: 'TeamBriefed', body: { on, items, ...topicsTold(state, calendar, on) } });
      continue;
    }
    const warned = warnings(before, calendar).filter((warning) => warning.on === on);
    if (warned.length > 0 || items.some(isLost)) events.push(lapsed(on, warned));
    else if (items.length > 0 || hasMovesToTell(state, calendar)) waiting = on;
  }
  // Topics and moved dates wait for the next mail and lose nothing; but the clock goes on from the last event, so there must be one.
  return waiting === undefined || events.length > 0 ? events : [lapsed(waiting, [])];
};

/** Warnings that the clock has dealt with or will: all of a case that was open; of one that had ended, those from before its end. */
const dealtWith = ({ state: before, calendar }: Counted): readonly Warning[] => {
  if (before.status === 'open') return warnings(before, calendar);
  return before.status === 'ended'
    ? warnings(before, calendar).filter(({ on }) => briefingAt(before, calendar, on) <= before.lastEventAt)
    : [];
};

/** Of that very date, before what it warns of was done: open again, it has not lapsed. */
const wasGiven = ({ warned }: OpenCase, { key, due, on }: Warning): boolean => {
  const last = warned?.[key]?.[due];
  return last !== undefined && on <= last;
};

/** Warnings whose 09:00 had come before their date was even set: recorded as lapsed, like a rung of the ladder. */
export const warningsAlreadyPast = (
  before: Counted,
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly BriefingSkipped[] => {
  const idOf = ({ key, on }: Warning): string => `${key} ${on}`;
  const known = new Set(dealtWith(before).map(idOf));
  const past = warnings(state, calendar).filter(
    (warning) =>
      !known.has(idOf(warning)) &&
      !wasGiven(state, warning) &&
      briefingAt(state, calendar, warning.on) <= now,
  );
  return [...Map.groupBy(past, ({ on }) => on)].map(([on, warned]) => lapsed(on, warned));
};
