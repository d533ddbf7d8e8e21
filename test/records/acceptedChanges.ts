// Changes of the calendar over the records alone: accepted as the API accepts them, and followed by cases told on paper.

import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { propose, type ChangeAsked } from '../../domain/calendarChange/proposal';
import { standing } from '../../domain/holidayLedger/standing';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import { snapshotOf } from '../../platform/holidays/snapshot';
import type { AcceptanceAct, CalendarChange, Records } from '../../records/records';
import { AGENCY, london, Story } from '../unit/rapidReview/story';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

export const NOW = london('2026-04-01 12:00');
const TODAY = civilDate('2026-04-01');
export const REASON = 'Canaryreason of the change';
const AUTHORITY = 'Canaryauthority of the change';

let commands = 0;
export const actOf = (commandId = `change-${(commands += 1)}`): AcceptanceAct => ({
  commandId,
  by: 'P-0001' as ActorId,
  at: NOW,
  reason: REASON,
  texts: { authority: AUTHORITY, reason: REASON },
});

export const daysOf = (list: readonly string[], withdraw: readonly string[] = []): ChangeAsked => ({
  list: list.map((date) => ({ date: civilDate(date), title: 'State Funeral' })),
  withdraw: withdraw.map((date): CivilDate => civilDate(date)),
});

/** Foreseen for the ledger as it is; the days must be such as can be changed. */
export const accept = async (
  { holidays, calendarChanges }: Records,
  asked: ChangeAsked,
  act = actOf(),
): Promise<CalendarChange> => {
  const proposal = propose(await holidays.facts(), asked, TODAY, NOW);
  if (!proposal.ok) throw new Error(`refused: ${proposal.rejection.code}`);
  const { foreseen } = await calendarChanges.preview(snapshotOf(standing(proposal.ledger)), NOW);
  const result = await calendarChanges.accept(act, ({ ledger }) => {
    const again = propose(ledger, asked, TODAY, NOW);
    return again.ok ? { record: { drafts: again.drafts, foreseen } } : { refused: again.rejection.code };
  });
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result.recorded;
};

export const calendarNow = async ({ holidays }: Records): Promise<WorkingCalendar> =>
  workingCalendar(await holidays.snapshot(NOW));

export interface StoryOfCase {
  readonly reference: CaseReference;
  readonly story: Story;
}

/** Opened on Monday 30 March 2026 and recorded; two agencies, one of them asked the day after. */
export const openedWith = async (records: Records, calendar: WorkingCalendar): Promise<StoryOfCase> => {
  const reference = newReference();
  const story = new Story(calendar).opened('2026-03-30 16:20', {
    reference,
    agencies: [AGENCY(1), AGENCY(2)],
  });
  story.at('2026-03-31 10:00').act({
    kind: 'recordRequestSent',
    agency: AGENCY(1),
    channel: 'paper',
    on: civilDate('2026-03-31'),
    contacts: [],
  });
  story.at(Story.say(NOW));
  await recordStory(records, reference, story);
  return { reference, story };
};

/** The case goes to the calendar of the change, and that is recorded. */
export const follow = async (
  records: Records,
  { reference, story }: StoryOfCase,
  { number, calendar }: CalendarChange,
): Promise<void> => {
  const snapshot = await records.snapshots.byVersion(calendar);
  if (snapshot === undefined) throw new Error(`no calendar ${calendar}`);
  story.adopt(workingCalendar(snapshot), number);
  await recordStory(records, reference, story);
};

/** Of each test its own: a ledger without changes, and no case. */
export const ledgerUnderTest = async (): Promise<RecordsUnderTest> => {
  const under = await recordsUnderTest();
  await under.records.holidays.snapshot(NOW);
  return under;
};
