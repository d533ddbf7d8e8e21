// What the cases themselves decide when they are told to adopt a calendar, said as a preview says it: to hold the one
// against the other. Nothing of it is worked out from shapes.

import { MINUTE, type Instant } from '../../domain/calendar/instant';
import { londonInstant } from '../../domain/calendar/londonTime';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { Lateness } from '../../domain/calendarChange/moves';
import type { ReminderMove } from '../../domain/rapidReview/clock/reminderMoves';
import { warnings } from '../../domain/rapidReview/clock/briefing';
import { rungsAhead } from '../../domain/rapidReview/clock/rungs';
import type { WarningMove } from '../../domain/rapidReview/clock/warningMoves';
import type { ActorId, Command } from '../../domain/rapidReview/commands';
import { decide, passTime } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve } from '../../domain/rapidReview/evolve';
import { noticesFor } from '../../domain/rapidReview/notices';
import { contactsFor } from '../../domain/rapidReview/reminders/reach';
import type { CaseReference, OpenCase, RapidReview } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { EffectOnOne } from '../../records/records';
import { teamLinesByCase, teamLinesByPreview } from './teamLinesByCases';
import { keyFor, nextNineOf, of, toldByPreview, toldNoMoreOf, toldOf } from './toldByCases';

/** One effect a line, in order. */
export interface SaidOfCase {
  readonly reference: CaseReference;
  readonly moves: readonly string[];
  readonly windowOpens: readonly string[];
  readonly meetingLeaves: readonly string[];
  readonly meetingDayRestored: readonly string[];
  readonly reminders: readonly string[];
  /** In which those reminders go that come. */
  readonly reminderMails: number;
  readonly teamWarnings: readonly string[];
  readonly teamLines: readonly string[];
  readonly told: readonly string[];
  readonly toldNoMore: readonly string[];
  readonly team: readonly string[];
}

const sayHeard = (
  heard: Readonly<Partial<Record<'key' | 'on' | 'way' | 'due' | 'was', string>>> & { readonly about: string },
  at: Instant,
): string =>
  `${heard.key ?? heard.on ?? ''} ${heard.was ?? heard.way ?? ''} ${heard.due ?? ''} ${at} ${heard.about}`;

interface DayToWindow {
  readonly on: string;
  readonly way: string;
  readonly opens?: string;
  readonly closes: string;
}
const sayDay = ({ on, way, opens = '', closes }: DayToWindow): string => `${on} ${way} ${opens} ${closes}`;

const sayWarning = ({ key, workingDaysBefore, how, was, comes }: WarningMove): string =>
  `${key} ${workingDaysBefore} ${was ?? ''} ${comes ?? ''} ${how}`;

/** The preview of one case. */
export const saidByPreview = ({
  reference,
  moves,
  windowOpens,
  meetingLeaves,
  meetingDayRestored,
  teamWarnings,
  teamLines,
  agencies,
  team,
}: EffectOnOne): SaidOfCase => ({
  reference,
  moves: [
    ...moves.map(({ key, was, due, lateness }) => `${key} ${was} ${due} ${lateness}`),
    ...agencies.flatMap(({ agency, moves: own }) =>
      own.map(({ key, was, due, lateness }) => `${keyFor(key, agency)} ${was} ${due} ${lateness}`),
    ),
  ].sort(),
  windowOpens: windowOpens === undefined ? [] : [`${windowOpens.was} ${windowOpens.opens}`],
  meetingLeaves: meetingLeaves === undefined ? [] : [sayDay(meetingLeaves)],
  meetingDayRestored: meetingDayRestored === undefined ? [] : [sayDay(meetingDayRestored)],
  reminders: agencies
    .flatMap(({ agency, reminders }) =>
      reminders.map(({ key, rung, how }) => `${keyFor(key, agency)} ${rung} ${how}`),
    )
    .sort(),
  reminderMails: agencies.reduce((sum, { reminderMails }) => sum + reminderMails, 0),
  teamWarnings: [
    ...teamWarnings.map(sayWarning),
    ...agencies.flatMap(({ agency, teamWarnings: own }) =>
      own.map((warning) => sayWarning({ ...warning, key: keyFor(warning.key, agency) })),
    ),
  ].sort(),
  teamLines: teamLinesByPreview({ teamLines, agencies }),
  told: toldByPreview(agencies, ({ told }) => told),
  toldNoMore: toldByPreview(agencies, ({ toldNoMore }) => toldNoMore),
  team: [
    ...team.map((hears) => sayHeard(hears, hears.at)),
    ...agencies.flatMap(({ agency, team: own }) =>
      own.map((hears) =>
        sayHeard(
          {
            ...hears,
            ...('key' in hears ? { key: keyFor(hears.key, agency) } : {}),
            ...(hears.about === 'agencyToTell' ? { key: agency } : {}),
          },
          hears.at,
        ),
      ),
    ),
  ].sort(),
});

const remindersOf = (
  state: OpenCase,
  before: WorkingCalendar,
  after: WorkingCalendar,
  now: Instant,
): Pick<SaidOfCase, 'reminders' | 'reminderMails'> => {
  const ahead = (calendar: WorkingCalendar) =>
    new Map(
      rungsAhead(state, calendar)
        .filter(({ agency, escalatesTo }) => contactsFor(state, agency, escalatesTo).length > 0)
        .map((rung) => [`${rung.key} ${rung.rung}`, rung]),
    );
  const [were, are] = [ahead(before), ahead(after)];
  const how = (was: Instant | undefined, is: Instant | undefined): ReminderMove['how'] | undefined => {
    if (was === is) return undefined;
    if (is === undefined || is <= now) return was === undefined ? undefined : 'fallsAway';
    // Passed over for its old date, it comes for the new one.
    return was === undefined || is > was ? 'later' : 'sooner';
  };
  const moved = [...new Set([...were.keys(), ...are.keys()])].flatMap((id) => {
    const comes = how(were.get(id)?.at, are.get(id)?.at);
    return comes === undefined ? [] : [{ id, comes }];
  });
  const mails = moved.flatMap(({ id, comes }) => {
    const rung = are.get(id);
    if (rung === undefined || comes === 'fallsAway') return [];
    return [`${rung.agency} ${rung.at}`];
  });
  return {
    reminders: moved.map(({ id, comes }) => `${id} ${comes}`).sort(),
    reminderMails: new Set(mails).size,
  };
};

/** Each day on which the team would still have been warned, and is to be by the case as it has become. */
const warningsOf = (
  before: { readonly state: OpenCase; readonly calendar: WorkingCalendar },
  after: { readonly state: OpenCase; readonly calendar: WorkingCalendar },
  now: Instant,
): readonly string[] => {
  const ahead = ({ state, calendar }: typeof before) =>
    new Map(
      warnings(state, calendar)
        .filter(({ on }) => londonInstant(calendar, on, 0, 9 * 60) > now)
        .map(({ key, workingDaysBefore, on }) => [`${key} ${workingDaysBefore}`, on]),
    );
  const [were, are] = [ahead(before), ahead(after)];
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((id) => {
    const [was = '', comes = ''] = [were.get(id), are.get(id)];
    if (was === comes) return [];
    const how = comes === '' ? 'fallsAway' : comes > was ? 'later' : 'sooner';
    return [`${id} ${was} ${comes} ${how}`];
  });
};

/**
 * Mails of the act itself, and what its misses, those it took back, a meeting that it put right and each agency that is told of its dates in
 * person put into the next mail of nine.
 */
const teamOf = (
  state: OpenCase,
  events: readonly CaseEvent[],
  atNine: readonly CaseEvent[],
  after: WorkingCalendar,
  judged: ReadonlySet<string>,
  moved: ReadonlySet<string>,
): readonly string[] => {
  let current: RapidReview = state;
  const putsRight = of(events, 'MeetingDayRestored').length > 0;
  const atOnce = events.flatMap((event) => {
    current = evolve(current, event);
    return noticesFor(event, current, after).flatMap(({ to, body }) => {
      if (to.role !== 'team') return [];
      return body.kind === 'teamBriefing'
        ? body.items.map((item) => sayHeard(item, event.at))
        : [sayHeard({ ...body, about: body.kind }, event.at)];
    });
  });
  const inPerson = new Set(
    of([...events, ...atNine], 'AgencyToldOfDates').flatMap(({ body }) =>
      body.noContact === true && body.moves.some(({ key }) => moved.has(key))
        ? [`datesMoved/${body.agency}`]
        : [],
    ),
  );
  return [
    ...atOnce,
    ...of(atNine, 'TeamBriefed').flatMap(({ body, at }) =>
      body.items.flatMap((item) =>
        ((item.about === 'missed' || item.about === 'missTakenBack') && judged.has(item.key)) ||
        (item.about === 'meetingDayRestored' && putsRight)
          ? [sayHeard(item, at)]
          : item.about === 'mailFailed' && inPerson.delete(item.notice.split('/').slice(0, 2).join('/'))
            ? [sayHeard({ about: 'agencyToTell', key: item.agency ?? '' }, at)]
            : [],
      ),
    ),
  ];
};

/** The first day of the window in the timetable of the case, as it was and as it has become. */
const opensOf = (
  state: OpenCase,
  before: WorkingCalendar,
  afterwards: RapidReview,
  after: WorkingCalendar,
): readonly string[] => {
  const [was, is] = [timetableOfCase(state, before), timetableOfCase(afterwards, after)].map(({ lines }) =>
    lines.find(({ obligation }) => obligation === 'meeting'),
  );
  return is?.doneOn !== undefined || was?.opens === is?.opens
    ? []
    : [`${was?.opens ?? ''} ${is?.opens ?? ''}`];
};

let commands = 0;

/** The clock of the case has run up to now. Throws where the case refuses. */
export const saidByCase = (
  state: OpenCase,
  before: WorkingCalendar,
  after: WorkingCalendar,
  now: Instant,
): SaidOfCase => {
  commands += 1;
  const command: Command = {
    kind: 'adoptCalendar',
    change: (state.calendarChange ?? 0) + 1,
    calendar: after.snapshot.version,
    asked: {
      actor: 'P-0001' as ActorId,
      authority: 'coordinator',
      commandId: `calendar-${commands}`,
      askedAt: (now - MINUTE) as Instant,
    },
  };
  const decision = decide(state, command, before, now, after);
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
  const { events } = decision;
  if (events.length > 0 && events[0]?.kind !== 'CalendarAdopted')
    throw new Error(`the clock had not run: ${events[0]?.kind ?? ''}`);
  const late = new Set<string>(of(events, 'ObligationMissed').map(({ body }) => body.key));
  const again = new Set<string>(of(events, 'ObligationReinstated').map(({ body }) => body.key));
  const latenessOf = (key: string): Lateness =>
    late.has(key) ? 'late' : again.has(key) ? 'inTimeAgain' : 'unchanged';
  const moves = of(events, 'DatesMoved').flatMap(({ body }) => body.moves);
  const moved = new Set<string>(moves.map(({ key }) => key));
  for (const key of [...late, ...again])
    if (!moved.has(key)) throw new Error(`${key} is judged anew, and has not moved`);
  const afterwards = events.reduce<RapidReview>(evolve, state);
  const atNine = events.length === 0 ? [] : passTime(afterwards, after, nextNineOf(after, now));
  return {
    reference: state.reference,
    moves: moves.map(({ key, was, due }) => `${key} ${was} ${due} ${latenessOf(key)}`).sort(),
    windowOpens: opensOf(state, before, afterwards, after),
    meetingLeaves: of(events, 'MeetingOutsideWindow').map(({ body }) => sayDay(body)),
    meetingDayRestored: of(events, 'MeetingDayRestored').map(({ body }) => sayDay(body)),
    ...remindersOf(state, before, after, now),
    teamWarnings:
      afterwards.status === 'open'
        ? [...warningsOf({ state, calendar: before }, { state: afterwards, calendar: after }, now)].sort()
        : [],
    teamLines:
      afterwards.status === 'open'
        ? teamLinesByCase({ state, calendar: before }, { state: afterwards, calendar: after }, now)
        : [],
    told: [...toldOf(events, atNine, moved)].sort(),
    toldNoMore:
      events.length === 0
        ? []
        : [...toldNoMoreOf({ state, calendar: before }, [...events, ...atNine], now)].sort(),
    team: [...teamOf(state, events, atNine, after, new Set([...late, ...again]), moved)].sort(),
  };
};

export const saysAnything = ({
  reference: _,
  told: __,
  toldNoMore: ____,
  reminderMails: ___,
  ...said
}: SaidOfCase): boolean => Object.values(said).some((lines) => lines.length > 0);
