// Every date of a case explained: besides the count, who recorded what it is counted from, the date as it was first
// known, and each move with the event that caused it. Folded from the events whenever it is asked for; never stored.

import type { CivilDate } from '../calendar/civilDate';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { changedOn } from '../timetable/calendarsOfCase';
import { dueDates, type Due } from '../timetable/dueDates';
import { explainDue } from '../timetable/explain';
import type { ObligationKey } from '../timetable/facts';
import { keyOf } from '../timetable/obligationKey';
import type { DateChange, ExplanationOfCase } from '../timetable/sayExplanation';
import { anchorOf, CORRECTIONS, noteAnchor, type DueCounted } from './anchorRecords';
import { noteSinceWhen, type Anchors } from './duplicates/sinceWhen';
import type { CaseEvent } from './events';
import { evolve } from './evolve';
import { carriesReview, noCase, type CaseWithReview, type RapidReview } from './state';

/** How one obligation's date came about. */
interface Told {
  /** The last count for each date that it has had, the present one last. */
  readonly dues: DueCounted[];
  readonly changes: (DateChange & { readonly commandId: string })[];
}

/**
 * From the date that was said last, whatever it has been counted to since. Of the changes within one act only the last is one: an opening
 * records its timestamps one after the other.
 */
const changed = (told: Told, due: CivilDate | undefined, event: CaseEvent): void => {
  const { number, at, commandId } = event;
  const before = told.changes.at(-1);
  if (before?.due === due) return;
  const sameAct = before !== undefined && commandId !== '' && before.commandId === commandId;
  if (sameAct) told.changes.pop();
  const from = sameAct ? before.was : before?.due;
  if (from === due) return;
  told.changes.push({
    ...(due === undefined ? {} : { due }),
    ...(from === undefined ? {} : { was: from }),
    event: number,
    at,
    commandId,
  });
};

/** What it is counted from was recorded by mistake, or whose it is was on the case by mistake: nobody owes it. */
const noteGone = (told: Told, event: CaseEvent): void => {
  const last = told.dues.at(-1);
  if (last?.due.due === undefined) return;
  const { due: _gone, ...due } = last.due;
  told.dues.push({ due, calendar: last.calendar });
  changed(told, undefined, event);
};

const countedFrom = ({ counting, ordinary }: Due): string =>
  [counting, ordinary].map((one) => `${one?.anchor} ${one?.anchorDate}`).join();

/** R8: it is counted from another day, though the date came to be the same. */
const isCountedAnew = (event: CaseEvent, before: Due, due: Due): boolean =>
  CORRECTIONS.includes(event.kind) && countedFrom(before) !== countedFrom(due);

/** R8: beside each date that was agreed stands the obligation's own count, from the day of asking that is right now. */
const countOwnAnew = ({ dues }: Told, { ordinary }: Due): void => {
  for (const [index, { due, calendar }] of dues.entries())
    if (due.counting?.anchor === 'agreed' && ordinary !== undefined)
      dues[index] = { due: { ...due, ordinary }, calendar };
};

/** The last count for each date; done, it keeps the calendar that it was judged under (R8). */
const noteCounts = (
  told: Map<ObligationKey, Told>,
  state: CaseWithReview,
  calendar: WorkingCalendar,
  event: CaseEvent,
): void => {
  const owed = dueDates(state, calendar);
  const keys = new Set(owed.map(keyOf));
  for (const [key, known] of told) if (!keys.has(key)) noteGone(known, event);
  for (const due of owed) {
    const key = keyOf(due);
    const known = told.get(key) ?? { dues: [], changes: [] };
    told.set(key, known);
    if (CORRECTIONS.includes(event.kind)) countOwnAnew(known, due);
    const before = known.dues.at(-1)?.due;
    const done = state.outcomes[key]?.on !== undefined;
    if (done && before !== undefined && before.due === due.due && !isCountedAnew(event, before, due))
      continue;
    if (before?.due === due.due) known.dues.pop();
    known.dues.push({ due, calendar });
  }
};

/**
 * The date that stands: of what is done the one that it is judged by, which may be none that it had last (R7, R8); but of what has no date
 * any more none. A restated outcome is put down to the first event of its act: the restatement does not say what caused it.
 */
const noteChanges = (
  told: Map<ObligationKey, Told>,
  { outcomes }: CaseWithReview,
  event: CaseEvent,
  act: CaseEvent,
): void => {
  const cause = event.kind === 'OutcomeRestated' ? act : event;
  for (const [key, known] of told) {
    const counted = known.dues.at(-1)?.due.due;
    const outcome = outcomes[key];
    const done = outcome?.on !== undefined;
    changed(known, done && counted !== undefined ? outcome.due : counted, cause);
  }
};

/** Of what was done and is judged by a date that it never had: by a calendar that the case has followed and that gives it. */
const countOf = (
  state: CaseWithReview,
  calendars: readonly WorkingCalendar[],
  key: ObligationKey,
  judgedBy: CivilDate,
): DueCounted | undefined => {
  for (const calendar of calendars) {
    const due = dueDates(state, calendar).find((one) => keyOf(one) === key);
    if (due?.due === judgedBy) return { due, calendar };
  }
  return undefined;
};

/**
 * In the order of the timetable. `calendarOf` gives the calendar of a snapshot version that the case has counted
 * with. Throws `BeyondCalendar`.
 */
export const explanationsOfCase = (
  events: readonly CaseEvent[],
  calendarOf: (version: string) => WorkingCalendar,
): readonly ExplanationOfCase[] => {
  const anchors: Anchors = new Map();
  const told = new Map<ObligationKey, Told>();
  const followed: WorkingCalendar[] = [];
  let state: RapidReview = noCase;
  /** The first event of the act that the event belongs to; the clock's are one by one. */
  let act: CaseEvent | undefined;
  for (const event of events) {
    act = act === undefined || event.commandId === '' || act.commandId !== event.commandId ? event : act;
    state = evolve(state, event);
    noteAnchor(anchors, event);
    noteSinceWhen(anchors, event);
    if (event.kind === 'CaseOpened') followed.unshift(calendarOf(event.body.calendar));
    if (event.kind === 'CalendarAdopted') followed.unshift(calendarOf(event.body.to));
    if (state.status === 'open') noteCounts(told, state, calendarOf(state.calendar), event);
    if (carriesReview(state)) noteChanges(told, state, event, act);
  }
  if (!carriesReview(state)) return [];
  const review = state;
  const { outcomes, profile } = review;
  return dueDates(state, calendarOf(state.calendar)).map((present) => {
    const key = keyOf(present);
    const { dues, changes } = told.get(key) ?? { dues: [], changes: [] };
    const outcome = outcomes[key];
    // Done: the count is shown that gave the date it was judged by.
    const judged =
      outcome?.on === undefined
        ? undefined
        : (dues.findLast(({ due }) => due.due === outcome.due) ??
          countOf(review, followed, key, outcome.due));
    const counted = judged ?? dues.at(-1) ?? { due: present, calendar: calendarOf(state.calendar) };
    const { due, calendar } = counted;
    const anchor = anchorOf(anchors, review, counted);
    return {
      ...explainDue(due, profile, calendar),
      ...(anchor === undefined ? {} : { anchor }),
      ...(outcome?.on === undefined ? {} : { doneOn: outcome.on }),
      ...(outcome?.on !== undefined && outcome.due !== present.due && changedOn(review, calendar, outcome.on)
        ? { changedThatDay: true }
        : {}),
      ...(present.missStands === true && outcome?.kind === 'missed' ? { missStands: outcome.due } : {}),
      changes: changes.map(({ commandId: _, ...change }) => change),
    };
  });
};
