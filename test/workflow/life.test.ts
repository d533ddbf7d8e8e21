// A case's life in a real worker, weeks in milliseconds: the same story as on paper, whatever the loop does with
// its history, and whatever is away meanwhile.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  civilDate,
  fromDayNumber,
  toDayNumber,
  type CivilDate,
  type DayNumber,
} from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { addWorkingDays, workingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { startTimeSkipping, type TimeSkipping } from '../temporal/timeSkipping';
import { AGENCY, CONTACT } from '../unit/rapidReview/story';
import { londonAt, nextMonday } from './londonWeek';
import { PaperRecords } from './paperRecords';
import { WorkflowCase } from './case';

const snapshot = shippedSnapshot();
const calendar = workingCalendar(snapshot);
const ONE = AGENCY(1);
const TWO = AGENCY(2);
const at = (date: CivilDate, hour: number, minute = 0): Instant => londonAt(calendar, date, hour, minute);

let time: TimeSkipping;
beforeAll(async () => {
  time = await startTimeSkipping();
}, 120_000);
afterAll(async () => {
  await time.stop();
});

/** A miss is noticed at the first second after its day, whatever day that is. */
const after = (date: CivilDate): CivilDate => fromDayNumber((toDayNumber(date) + 1) as DayNumber);

const told = (event: CaseEvent): string => {
  if (event.kind === 'ObligationMissed') {
    const { key, due, noticed } = event.body;
    return `${key} missed, due ${due}, noticed ${londonDateOf(calendar, noticed)}`;
  }
  if (event.kind === 'ObligationMet')
    return `${event.body.key} met on ${event.body.on}, due ${event.body.due}`;
  if (event.kind === 'AgencyReminded') {
    const { agency, on, number, rungs } = event.body;
    return `${agency} reminded on ${on}, number ${number}: ${rungs.map(({ key, rung }) => `${key} ${rung}`).join(', ')}`;
  }
  if (event.kind === 'TeamBriefed') {
    const { on, items } = event.body;
    return `team briefed on ${on}: ${items.map((item) => ('key' in item ? `${item.about} ${item.key}` : item.about)).join(', ')}`;
  }
  return event.kind;
};

/** Opens on a Monday, asks one agency on Tuesday, leaves the other unasked, and lets five weeks pass. */
const play = async (
  options: {
    historyLimit?: number;
    maxCachedWorkflows?: number;
    before?: (records: PaperRecords) => void;
  } = {},
) => {
  const records = new PaperRecords(() => time.now());
  options.before?.(records);
  const worker = await time.worker(
    records,
    options.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: options.maxCachedWorkflows },
  );
  const monday = nextMonday(calendar, await time.now());
  const one = new WorkflowCase(
    time,
    worker.options.taskQueue,
    snapshot,
    options.historyLimit === undefined ? {} : { historyLimit: options.historyLimit },
  );
  await worker.runUntil(async () => {
    await time.skipTo(at(monday, 16, 20));
    await one.open(await time.now(), { agencies: [ONE, TWO] });
    await time.skipTo(at(addWorkingDays(calendar, monday, 1), 11));
    await one.act({ kind: 'sendScopingRequests', agencies: [{ agency: ONE, contacts: [CONTACT(ONE)] }] });
    await time.skipTo(at(addWorkingDays(calendar, monday, 25), 12));
  });
  return { records, one, monday, day: (n: number) => addWorkingDays(calendar, monday, n) };
};

describe('a life', () => {
  it('brings every miss, reminder and briefing on its day, once', async () => {
    const { records, day } = await play();
    expect(records.events.map(told)).toEqual([
      'CaseOpened',
      'AgencyIdentified',
      'AgencyIdentified',
      `team briefed on ${day(1)}: atRisk scopingDispatch:${ONE}, atRisk scopingDispatch:${TWO}, momentNotRecorded`,
      'ScopingRequested',
      'ScopingRequestSent',
      `scopingDispatch:${ONE} met on ${day(1)}, due ${day(2)}`,
      'RungsSkipped',
      `${ONE} reminded on ${day(2)}, number 1: recordsSecured:${ONE} oneBefore`,
      `team briefed on ${day(2)}: atRisk scopingDispatch:${TWO}, atRisk recordsSecured:${ONE}, meetingNotFixed`,
      `scopingDispatch:${TWO} missed, due ${day(2)}, noticed ${after(day(2))}`,
      `team briefed on ${day(3)}: missed scopingDispatch:${TWO}`,
      `recordsSecured:${ONE} missed, due ${day(3)}, noticed ${after(day(3))}`,
      `${ONE} reminded on ${day(4)}, number 2: agencyReturn:${ONE} twoBefore, recordsSecured:${ONE} oneAfter`,
      `team briefed on ${day(4)}: missed recordsSecured:${ONE}`,
      `${ONE} reminded on ${day(5)}, number 3: agencyReturn:${ONE} oneBefore`,
      `team briefed on ${day(5)}: atRisk agencyReturn:${ONE}`,
      `agencyReturn:${ONE} missed, due ${day(6)}, noticed ${after(day(6))}`,
      `${ONE} reminded on ${day(7)}, number 4: agencyReturn:${ONE} oneAfter`,
      `team briefed on ${day(7)}: missed agencyReturn:${ONE}`,
      `team briefed on ${day(12)}: atRisk meeting`,
      `meeting missed, due ${day(13)}, noticed ${after(day(13))}`,
      `team briefed on ${day(14)}: atRisk completeLocal, missed meeting`,
      `completeLocal missed, due ${day(15)}, noticed ${after(day(15))}`,
    ]);
    expect(records.events.map(({ number }) => number)).toEqual(records.events.map((_, index) => index + 1));
    expect([...records.sent.keys()].sort()).toEqual(records.notices.map(({ key }) => key).sort());
  }, 120_000);

  it('is the same with every task replayed from the start, and continued as new every few events', async () => {
    const plain = await play();
    const chopped = await play({ historyLimit: 12, maxCachedWorkflows: 0 });
    const dayOf = ({ monday }: { monday: CivilDate }, text: string) =>
      text.replace(/\d{4}-\d{2}-\d{2}/g, (date) =>
        String(toDayNumber(civilDate(date)) - toDayNumber(monday)),
      );
    // Different Mondays may have different holidays ahead: the shape of the story is compared.
    expect(chopped.records.events.map(({ kind }) => kind)).toEqual(
      plain.records.events.map(({ kind }) => kind),
    );
    expect(new Set(chopped.records.notices.map(({ key }) => key)).size).toBe(chopped.records.notices.length);
    expect(dayOf(chopped, told(chopped.records.events[5] as CaseEvent))).toBe(
      dayOf(plain, told(plain.records.events[5] as CaseEvent)),
    );
  }, 240_000);

  it('keeps its deadlines while records and mail are away, and loses nothing', async () => {
    const records = new PaperRecords(() => time.now());
    const worker = await time.worker(records);
    const monday = nextMonday(calendar, await time.now());
    const one = new WorkflowCase(time, worker.options.taskQueue, snapshot);
    await worker.runUntil(async () => {
      await time.skipTo(at(monday, 10));
      await one.open(await time.now(), { agencies: [ONE] });
      records.mailAway = true;
      await time.skipTo(at(monday, 11));
      await one.act({ kind: 'sendScopingRequests', agencies: [{ agency: ONE, contacts: [CONTACT(ONE)] }] });
      await time.skipTo(at(addWorkingDays(calendar, monday, 3), 8));
      const missed = records.events.filter(({ kind }) => kind === 'ObligationMissed');
      expect(missed.map(told)).toEqual([
        `scopingDispatch:${ONE} missed, due ${addWorkingDays(calendar, monday, 2)}, noticed ${after(addWorkingDays(calendar, monday, 2))}`,
      ]);
      expect(records.sent.size).toBe(0);
      records.mailAway = false;
      await time.skipTo(at(addWorkingDays(calendar, monday, 3), 8, 45));
      expect(records.events.filter(({ kind }) => kind === 'ScopingRequestSent')).toHaveLength(1);
      const due = addWorkingDays(calendar, monday, 8);
      await time.skipTo(at(due, 23, 30));
      records.recordsAway = true;
      await time.skipTo((at(due, 24) + 1_800_000) as Instant);
      expect(records.events.some((event) => told(event).startsWith('agencyReturn'))).toBe(false);
      records.recordsAway = false;
      await time.skipTo((at(due, 24) + 3_600_000) as Instant);
    });
    const returned = records.events.find((event) => told(event).startsWith(`agencyReturn:${ONE} missed`));
    expect(returned?.at).toBeLessThan(at(addWorkingDays(calendar, monday, 8), 24) + 60_000);
    expect(records.events.map(({ number }) => number)).toEqual(records.events.map((_, index) => index + 1));
  }, 120_000);
});
