// Codes that were given before these records, as after the restore of an older backup: whatever an event that is taken over
// names is nobody else's, and what the registers lack of it is said.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { codesLacking } from '../../cli/verify/codesLacking';
import { codesNamed } from '../../records/givenCodes/codesNamed';
import type { CodesNamed } from '../../records/records';
import { Race } from '../unit/rapidReview/race';
import { london } from '../unit/rapidReview/story';
import { accept, calendarNow, daysOf, follow, openedWith } from './acceptedChanges';
import { act, added, lead } from './inventedAgency';
import { newReference, recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeEach(async () => {
  under = await recordsUnderTest();
});
afterEach(() => under.close());

const NONE: CodesNamed = {
  cases: [],
  agencies: [],
  contacts: [],
  people: [],
  diaryDates: [],
  calendarChanges: [],
};

/** As if the register had it no more: a number is behind it, and no row. */
const passed = (named: Partial<CodesNamed>): Promise<void> =>
  under.records.givenCodes.passOver({ ...NONE, ...named });

const opening = (reference: CaseReference) => ({
  caller: 'P-0001' as const,
  route: 'POST /cases',
  bodyHash: 'a',
  at: london('2026-04-01 12:00'),
  key: `key of ${reference}`,
  opensYear: 2026,
});

test('codes are found wherever they stand in an event', () => {
  const story = new Race().received({ reference: newReference() });
  const date = 'SG-0003' as DiaryDateId;
  story.meetingArranged('2026-04-14 10:00', { diary: { date, version: 1 } });
  const written = JSON.stringify(story.events);
  const named = codesNamed(story.events);
  expect(named.diaryDates).toEqual([date]);
  for (const code of [...named.agencies, ...named.contacts, ...named.people]) expect(written).toContain(code);
  expect(named.agencies.length).toBeGreaterThan(1);
  expect(named.people.length).toBeGreaterThan(0);
});

test('a contact names its agency, and words that only look alike name nobody', () => {
  const event = {
    kind: 'ScopingRequestSent',
    actor: 'P-0009',
    body: { agency: 'AG-0004', contacts: ['AG-0005-C2'], key: 'scopingResponse:AG-0006', other: 'MAG-0007' },
  } as unknown as CaseEvent;
  expect(codesNamed([event])).toEqual({
    ...NONE,
    agencies: ['AG-0004', 'AG-0005', 'AG-0006'],
    contacts: ['AG-0005-C2'],
    people: ['P-0009'],
  });
});

test('the next agency, person, date and case come after those that are named', async () => {
  const { records } = under;
  await passed({
    cases: ['RR-2026-0007' as CaseReference],
    agencies: ['AG-0004', 'AG-0002'] as AgencyId[],
    people: ['P-0005'] as unknown as CodesNamed['people'],
    diaryDates: ['SG-0002'] as DiaryDateId[],
  });
  expect((await added(records)).id).toBe('AG-0005');
  const at = london('2026-04-01 12:00');
  const { actor } = await records.people.issue({ role: 'auditor', person: 'Edith Varnholt', at });
  expect(actor).toBe('P-0006');
  const diary = await records.diary.record(act(), () => ({ record: { change: 'added', startsAt: at } }));
  expect(diary).toMatchObject({ recorded: { date: 'SG-0003' } });
  const reference = newReference();
  expect(await records.reservations.reserve(opening(reference) as never)).toMatchObject({
    reference: 'RR-2026-0008',
  });
});

test('a contact of an agency that is known comes after those that cases have written to, and so does the next', async () => {
  const { records } = under;
  const { id } = await added(records, { contacts: [lead] });
  await passed({ agencies: [id], contacts: [`${id}-C3`] as unknown as CodesNamed['contacts'] });
  const one = { id: `${id}-C1` as never };
  const four = { id: `${id}-C4` as never };
  const further = { email: 'further@school.example' };
  await records.agencies.change(id, { contacts: [one, further], ...act() });
  await records.agencies.change(id, { contacts: [one, four, further], ...act() });
  const contacts = (await records.agencies.byId(id))?.contacts.map((contact) => contact.id);
  expect(contacts).toEqual([`${id}-C1`, `${id}-C4`, `${id}-C5`]);
});

test('R9: a case that followed a lost change follows the next one too', async () => {
  const { records } = under;
  await records.holidays.snapshot(london('2026-04-01 12:00'));
  const { reference, story } = await openedWith(records, await calendarNow(records));
  const lost = await accept(records, daysOf(['2026-04-08']));
  await follow(records, { reference, story }, lost);
  const named = codesNamed(story.events);
  expect(named.calendarChanges).toEqual([lost.number]);

  const restored = await recordsUnderTest();
  try {
    await restored.records.holidays.snapshot(london('2026-04-01 12:00'));
    await restored.records.givenCodes.passOver(named);
    const next = await accept(restored.records, daysOf(['2026-04-09']));
    expect(next.number).toBe(lost.number + 1);
  } finally {
    await restored.close();
  }
});

test('what is known is never gone back behind, and not said to be lacking', async () => {
  const { records } = under;
  const [one, two] = [await added(records), await added(records)];
  await passed({ agencies: [one.id] });
  expect((await added(records)).id).toBe('AG-0003');
  const named = {
    ...NONE,
    agencies: [one.id, two.id, 'AG-0009' as AgencyId],
    contacts: [`${one.id}-C1`, `${one.id}-C7`, 'AG-0009-C1'] as unknown as CodesNamed['contacts'],
    people: ['P-0001'] as unknown as CodesNamed['people'],
    calendarChanges: [1],
  };
  expect(await codesLacking(records.givenCodes, named)).toEqual([
    'What was taken over names codes that the registers lack. Nobody is given one of them again:',
    '  agencies: AG-0009',
    '  contacts of agencies: AG-0001-C7',
    '  people: P-0001',
    '  changes of the calendar: 1',
    'What stood behind them is lost: register it anew, under new codes; docs/operations.md, "Restoring", step 7.',
  ]);
  expect(await codesLacking(records.givenCodes, { ...NONE, agencies: [one.id] })).toEqual([]);
});
