// What must hold of a race after every step, whatever the step was.

import { expect } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '../../../../domain/calendar/civilDate';
import { londonDateOf, londonDateToSay } from '../../../../domain/calendar/londonTime';
import { isWorkingDay } from '../../../../domain/calendar/workingCalendar';
import { whyMoved } from '../../../../domain/rapidReview/calendarChange/whyMoved';
import { passTime } from '../../../../domain/rapidReview/decide';
import type { CaseEvent, EventOf } from '../../../../domain/rapidReview/events';
import { fold } from '../../../../domain/rapidReview/evolve';
import { explanationsOfCase } from '../../../../domain/rapidReview/explanationsOfCase';
import { timetableOfCase } from '../../../../domain/rapidReview/timetableOfCase';
import { wakeAt } from '../../../../domain/rapidReview/wake';
import { dueDates, type Due } from '../../../../domain/timetable/dueDates';
import { keyOf } from '../../../../domain/timetable/obligationKey';
import { isOwedByAgency } from '../../../../domain/timetable/owed';
import type { ExplanationOfCase } from '../../../../domain/timetable/sayExplanation';
import type { TimetableLine } from '../../../../domain/timetable/timetable';
import { runningOf } from './agenciesOfTown';
import { demand } from './demand';
import { sayOutcome } from './outcomes';
import type { Play } from './play';
import type { Watch } from './watch';

const same = (found: unknown, wanted: unknown): void => {
  // Only where they differ is it worth what the comparison with words costs.
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
};

/** The record is complete: state and timetable are those that its events give. */
const isItsEvents = ({ state, events, calendar }: Play): void => {
  const afresh = fold(JSON.parse(JSON.stringify(events)) as readonly CaseEvent[]);
  same(afresh, state);
  same(timetableOfCase(afresh, calendar), timetableOfCase(state, calendar));
};

/** What a line says of itself agrees with the day. */
const isJudged = (
  { obligation, status, due, doneOn }: TimetableLine,
  today: CivilDate,
  ended: boolean,
): boolean => {
  switch (status) {
    case 'awaitingAnchor':
      // A notification may have gone before anybody knows from when it is counted.
      return due === undefined && (doneOn === undefined ? !ended : obligation === 'notification');
    case 'open':
      return due !== undefined && due >= today && doneOn === undefined && !ended;
    case 'met':
      return due !== undefined && doneOn !== undefined && doneOn <= due;
    case 'missed':
      return due !== undefined && (doneOn ?? today) > due;
    case 'lapsed':
      return ended && doneOn === undefined;
  }
};

/** R5 to R8, R20: what each obligation is follows from what came of it, the date and the day. */
const everyLineIsJudged = (play: Play, { outcomes }: Watch): void => {
  const recorded = Object.entries(runningOf(play)?.outcomes ?? {});
  same(recorded.map(([key, outcome]) => `${key} ${sayOutcome(outcome)}`).sort(), outcomes.all);
  const today = londonDateOf(play.calendar, play.now);
  for (const line of timetableOfCase(play.state, play.calendar).lines) {
    demand(
      'every line is judged by its day',
      isJudged(line, today, play.state.status === 'ended'),
      line,
      today,
    );
    const came = outcomes.of(line.key)?.split(' ')[0];
    const settled = line.status === 'met' || line.status === 'missed' ? line.status : undefined;
    demand('every line says what came of it', came === settled, line, came);
    const judgedBy = outcomes.of(line.key)?.split(' ')[1];
    demand('R7: what is done keeps its date', line.doneOn === undefined || line.due === judgedBy, line);
  }
};

export const holds = (play: Play, watch: Watch): void => {
  isItsEvents(play);
  everyLineIsJudged(play, watch);
  watch.attendance.everyDecisionWasQuorate();
  watch.attendance.everySeatIsOnes();
  watch.daysOfAsking.agreeWith(runningOf(play)?.agencies ?? []);
  watch.noAlertIsLate(play.now);
  const more = passTime(play.state, play.calendar, play.now);
  demand('every moment up to now is decided', more.length === 0, more);
  const wake = wakeAt(play.state, play.calendar) ?? Infinity;
  demand('the next wake lies ahead', wake > play.now, wake, play.now);
};

/** R9: a bank holiday that is a reason for new dates is one now, and one that was taken back is none. */
export const isToldWhy = (play: Play, told: CaseEvent): void => {
  const running = runningOf(play);
  if (told.kind !== 'AgencyToldOfDates' || running === undefined) return;
  const events = play.events.slice(0, told.number);
  const adopted = events.findLast((event) => event.kind === 'CalendarAdopted');
  if (adopted?.kind !== 'CalendarAdopted') return;
  const calendar = play.calendarOf(adopted.body.to);
  const { days, corrected } = whyMoved(events, told.body, running, calendar);
  demand('R9: some reason', corrected || days.length > 0, told.body);
  for (const day of days)
    demand(
      'R9: a reason that is true',
      isWorkingDay(calendar, day.date) === (day.change === 'withdrawn'),
      day,
    );
};

/** From the date as it was first known, move by move, to the one that stands. */
const leadsToItsDate = ({ changes, due }: ExplanationOfCase): boolean =>
  changes.every(({ was }, index) => was === changes[index - 1]?.due) && changes.at(-1)?.due === due;

/** Every date explains itself, and comes to the same. */
export const isExplained = (play: Play): void => {
  const explanations = explanationsOfCase(play.events, (version) => play.calendarOf(version));
  const explained = new Map(explanations.map((one) => [one.key, one.due]));
  for (const explanation of explanations) {
    demand('every move of a date is told', leadsToItsDate(explanation), explanation);
    const { anchor, count } = explanation;
    if (anchor?.at === undefined || count === undefined) continue;
    const on = londonDateToSay(play.calendar, anchor.at);
    demand('the moment is of the day that is counted from', on === count.counting.anchorDate, anchor, count);
  }
  for (const line of timetableOfCase(play.state, play.calendar).lines) {
    const agrees = line.status === 'open' ? explained.get(line.key) === line.due : explained.has(line.key);
    demand('every date explains itself', agrees, line, explained.get(line.key));
  }
};

/** R9: a date that moved and that an agency owes by and has not heard of. */
const untold = ({ state, calendar }: Play): readonly string[] => {
  if (state.status !== 'open') return [];
  return dueDates(state, calendar).flatMap((owed) => {
    const before = state.untoldMoves[keyOf(owed)]?.was;
    const { due, counting } = owed;
    const own = counting?.anchor !== 'agreed' && isOwedByAgency(state, owed);
    return before === undefined || due === undefined || due === before || !own ? [] : [keyOf(owed)];
  });
};

/** It was void for a mail that had not come back. */
const stoodAllTheWhile = (
  events: readonly CaseEvent[],
  { number, body }: EventOf<'RequestVoided'>,
): boolean => {
  const next = events.find(
    (event) =>
      event.number > number &&
      (event.kind === 'RequestVoided' ||
        (event.kind === 'RequestBounceCorrected' && event.body.stands !== undefined)) &&
      event.body.agency === body.agency,
  );
  return next?.kind === 'RequestBounceCorrected';
};

/** Since its dates were last established, and it written to with them or told: a mail of before that told of other dates. */
const countedAnew = (
  { events, notices }: Play,
  { agency, obligation }: Pick<Due, 'agency' | 'obligation'>,
): number =>
  events.findLast(
    (event) =>
      // No mail says so: the team tells the agency, with the date of that day.
      (obligation === 'recordsSecured' &&
        event.kind === 'RecordsSecuredCorrected' &&
        event.body.agency === agency &&
        event.body.on === undefined) ||
      (event.kind === 'RequestVoided' && event.body.agency === agency && !stoodAllTheWhile(events, event)) ||
      (event.kind === 'ReturnSentBack' && event.body.agency === agency) ||
      notices.some(
        ({ event: by, body }) =>
          by === event.number && body.kind === 'answerByMistake' && body.agency === agency,
      ) ||
      event.kind === 'WithdrawalUndone',
  )?.number ?? 0;

/** R9: what each agency has really been told last, by whatever mail, is what holds. */
const toldWrongly = (play: Play): readonly string[] => {
  const { state, calendar, events, mails } = play;
  if (state.status !== 'open') return [];
  const letters = events.flatMap((event) =>
    event.kind === 'AgencyToldOfDates'
      ? [{ agency: event.body.agency, asOf: event.number, dates: event.body.moves }]
      : [],
  );
  const told = [...mails.arrived, ...letters].sort((a, b) => a.asOf - b.asOf);
  return dueDates(state, calendar).flatMap((owed) => {
    const { agency, due, counting } = owed;
    const own = agency !== undefined && due !== undefined && isOwedByAgency(state, owed);
    if (!own || counting?.anchor === 'agreed') return [];
    const key = keyOf(owed);
    const since = countedAnew(play, owed);
    const last = told
      .filter((one) => one.agency === agency && one.asOf > since)
      .flatMap(({ dates }) => dates.filter((date) => date.key === key))
      .at(-1)?.due;
    return last === undefined || last === due ? [] : [`${key} told ${last}, due ${due}`];
  });
};

/** When everything has had its time: no obligation with a date is still open, and no agency waits to hear of one. */
export const isOver = (play: Play): void => {
  demand('R9: every agency hears of its dates in the end', untold(play).length === 0, untold(play));
  demand('R9: every agency knows its dates in the end', toldWrongly(play).length === 0, toldWrongly(play));
  const open = timetableOfCase(play.state, play.calendar).lines.filter(({ status }) => status === 'open');
  demand('everything is met, missed or lapsed in the end', open.length === 0, open);
};
