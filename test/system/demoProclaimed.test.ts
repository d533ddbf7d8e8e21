// `npm run demo -- --story proclaimed`: a bank holiday proclaimed on a Saturday for the Monday nine days later. Days are
// those of the document; what the calendar was before the change is the list that comes with this version.

import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, weekdayName, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import { addWorkingDays, isWorkingDay, workingCalendar } from '../../domain/calendar/workingCalendar';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { demo, instantOf, type Outcome, type Ran } from './demoProgram';

jest.setTimeout(180_000);

const before = workingCalendar(shippedSnapshot(londonDayAt(Date.now() as Instant)));

interface Foreseen {
  readonly casesThatMove: number;
  readonly meetingsThatLeave: number;
  readonly told: { readonly byMail: number; readonly inPerson: number };
  readonly obligations: readonly { readonly obligation: string; readonly move: number }[];
}

interface Document extends Outcome {
  readonly earlier: Outcome;
  readonly change: {
    readonly number: number;
    readonly proclaimedOn: CivilDate;
    readonly holiday: CivilDate;
    readonly acceptedAt: string;
    readonly foreseenOnSaturday: Foreseen;
    readonly foreseen: Foreseen;
    readonly progress: Readonly<Record<string, number | boolean>>;
    readonly cases: readonly {
      readonly reference: string;
      readonly moves: readonly { readonly key: string; readonly was: CivilDate; readonly due: CivilDate }[];
    }[];
    readonly again: { readonly status: number; readonly problem: string };
  };
}

let ran: Ran;
let told: Document;
const dayOf = (at: string): CivilDate => londonDateOf(before, instantOf(at));
const notices = (): Outcome['notices'] => [...told.notices, ...told.earlier.notices];
const moveOf = (reference: string, key: string) =>
  told.change.cases.find((one) => one.reference === reference)?.moves.find((move) => move.key === key);

beforeAll(async () => {
  ran = await demo('--json', '--story', 'proclaimed');
  if (ran.code === 0) told = JSON.parse(ran.out) as Document;
});

describe('the proclaimed day', () => {
  it('is played to its end, and told as one document', () => {
    expect(ran).toMatchObject({ code: 0 });
    expect(Object.keys(told)).toEqual(['case', 'timetable', 'events', 'notices', 'earlier', 'change']);
  });

  it('is a Monday that was a working day, proclaimed on the second Saturday of September', () => {
    const { proclaimedOn, holiday } = told.change;
    expect(proclaimedOn).toMatch(/-09-(08|09|10|11|12|13|14)$/);
    expect([weekdayName(proclaimedOn), weekdayName(holiday)]).toEqual(['Saturday', 'Monday']);
    expect(addDays(proclaimedOn, 9)).toBe(holiday);
    expect(isWorkingDay(before, holiday)).toBe(true);
  });

  it('R7: moves the completion by one working day, on which it is met', () => {
    const received = dayOf(told.events[0]?.at ?? '');
    const { holiday } = told.change;
    const move = moveOf(told.case, 'completeLocal');
    expect(received).toBe(addDays(holiday, -11));
    expect(move?.was).toBe(addWorkingDays(before, received, 15));
    expect(move?.due).toBe(addWorkingDays(before, received, 16));
    expect(told.timetable.find(({ obligation }) => obligation === 'completeLocal')).toMatchObject({
      status: 'met',
      due: move?.due,
      doneOn: move?.due,
      workingDaysEarly: 0,
    });
  });

  it('R7: leaves a meeting that was held before it with the date that it was held under', () => {
    const reference = told.earlier.case;
    expect(moveOf(reference, 'meeting')).toBeUndefined();
    expect(moveOf(reference, 'completeLocal')).toBeDefined();
    const meeting = told.earlier.timetable.find(({ obligation }) => obligation === 'meeting');
    expect(meeting).toMatchObject({ status: 'met', due: told.change.holiday });
  });

  it('R9: tells each agency whose date moves once, on the Monday after at 09:00', () => {
    const moved = told.change.cases.flatMap(({ moves }) =>
      moves.flatMap(({ key }) => /^(?:agencyReturn|recordsSecured):(.+)$/.exec(key)?.[1] ?? []),
    );
    const mails = notices().filter(({ kind }) => kind === 'datesMoved');
    expect(moved.length).toBeGreaterThan(0);
    expect(mails.map(({ to }) => to).sort()).toEqual([...new Set(moved)].sort().map((id) => `agency:${id}`));
    const nine = londonInstant(before, addDays(told.change.proclaimedOn, 2), 9, 0);
    for (const { at, outcome } of mails) {
      expect(outcome).toBe('accepted');
      expect(instantOf(at) - nine).toBeGreaterThanOrEqual(0);
      expect(instantOf(at) - nine).toBeLessThan(60_000);
    }
  });

  it('R11: has nobody mailed on a Saturday, a Sunday or the day itself', () => {
    expect(notices().filter(({ kind }) => kind === 'agencyReminder').length).toBeGreaterThan(0);
    const daysOff = notices()
      .map(({ at }) => dayOf(at))
      .filter((day) => !isWorkingDay(before, day) || day === told.change.holiday);
    expect(daysOff).toEqual([]);
  });

  it('R11: has the reminder that would have come on it come the day after', () => {
    const { holiday } = told.change;
    const late = told.timetable.find(({ status }) => status === 'missed');
    expect(late).toMatchObject({ obligation: 'agencyReturn', due: addWorkingDays(before, holiday, -1) });
    const days = told.notices
      .filter(({ kind, to }) => kind === 'agencyReminder' && to === `agency:${late?.agency}`)
      .map(({ at }) => dayOf(at));
    expect(days.sort().at(-1)).toBe(addDays(holiday, 1));
  });

  it('was foreseen, reached both cases, and cannot be accepted twice from one preview', () => {
    const { foreseenOnSaturday, foreseen, progress, again, cases } = told.change;
    expect(foreseenOnSaturday.told).toEqual({
      byMail: 0,
      inPerson: 0,
      noMore: 0,
      team: { atOnce: 1, atNine: 0 },
    });
    expect(foreseen).toMatchObject({
      casesThatMove: 2,
      meetingsThatLeave: 1,
      told: { byMail: 2, inPerson: 0 },
    });
    const moves = cases.flatMap((one) => one.moves);
    const sum = foreseen.obligations.reduce((total, { move }) => total + move, 0);
    expect(moves).toHaveLength(sum);
    expect(progress).toMatchObject({
      brought: 2,
      moved: 2,
      obligationsMoved: sum,
      behind: 0,
      refused: 0,
      done: true,
    });
    expect(again).toMatchObject({ status: 409, problem: 'change-already-accepted' });
  });
});
