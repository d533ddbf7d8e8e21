// What must hold of the records afterwards, whatever died: every act once and in order, no gap, no broken chain, every
// date as the domain counts it from the events, projections as they would be rebuilt, texts as they were written.

import { expect } from '@jest/globals';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import { fold } from '../../../domain/rapidReview/evolve';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { timetableOfCase } from '../../../domain/rapidReview/timetableOfCase';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import type { RecordedEvent } from '../../../records/records';
import type { RealEngine } from '../realEngine';
import type { Done } from './act';
import { verdictOfAll } from '../../records/chainVerdict';
import { dumpOf } from '../../../records/cases/dump';

interface Written {
  readonly reference: string;
  readonly version: number;
  readonly recorded: boolean;
  readonly events: readonly string[];
  readonly timetable?: TimetableShown;
}

interface TimetableShown {
  readonly headline?: { readonly date: string };
  readonly obligations: readonly { readonly key: string; readonly due?: string; readonly status: string }[];
}

export const writtenOf = ({ answer }: Done): Written => JSON.parse(answer.text) as Written;

const calendar = workingCalendar(shippedSnapshot());

const datesShown = (shown: TimetableShown | undefined): unknown => ({
  headline: shown?.headline?.date,
  lines: shown?.obligations.map(({ key, due, status }) => ({ key, due, status })),
});

/** Worked out afresh, from the events alone. */
const datesCounted = (events: readonly RecordedEvent[]): unknown => {
  const { headline, lines } = timetableOfCase(fold(events), calendar);
  return { headline, lines: lines.map(({ key, due, status }) => ({ key, due, status })) };
};

/** The commands that have events, in the order of their events: each must stand in one place. */
const commandsIn = (events: readonly RecordedEvent[]): readonly string[] =>
  events.map(({ commandId }) => commandId).filter((id, index, ids) => id !== '' && id !== ids[index - 1]);

/** `done` are the acts of this case, in the order in which they were granted. */
export const expectChronology = async (
  { records }: RealEngine,
  reference: CaseReference,
  done: readonly Done[],
): Promise<void> => {
  const events = await records.events.ofCase(reference);
  expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
  const commands = commandsIn(events);
  expect(commands).toHaveLength(done.length);
  expect(new Set(commands).size).toBe(done.length);
  for (const [index, act] of done.entries()) {
    const of = events.filter(({ commandId }) => commandId === commands[index]);
    const { version, recorded, events: kinds } = writtenOf(act);
    expect([act.act.path, of.at(-1)?.number]).toEqual([act.act.path, version]);
    const established = of.map(({ kind }) => kind);
    // Before it is recorded, the answer also tells what time brought just before the act.
    expect(recorded ? kinds : kinds.slice(-of.length)).toEqual(established);
  }
};

export const expectDates = async (
  { records, caller }: RealEngine,
  reference: CaseReference,
  done: readonly Done[],
): Promise<void> => {
  const events = await records.events.ofCase(reference);
  const shown = await caller.read<Pick<Written, 'version' | 'timetable'>>(`/cases/${reference}/timetable`);
  expect(shown.version).toBe(events.length);
  expect(datesShown(shown.timetable)).toEqual(datesCounted(events));
  // And each as it was told at the time, by the case itself where the records were behind; it may have died too.
  for (const act of done) {
    const { version, recorded, timetable } = writtenOf(act);
    if (!recorded && timetable === undefined) continue;
    expect(datesShown(timetable)).toEqual(datesCounted(events.slice(0, version)));
  }
};

export const expectTexts = async (
  { caller }: RealEngine,
  reference: CaseReference,
  done: readonly Done[],
): Promise<void> => {
  const { events } = await caller.read<{ events: { texts: { text?: string }[] }[] }>(
    `/cases/${reference}/chronology`,
  );
  const readable = events.flatMap(({ texts }) => texts.flatMap(({ text }) => text ?? []));
  expect(readable).toEqual(done.flatMap(({ act }) => act.texts));
};

export const expectSoundRecords = async ({ records, database }: RealEngine): Promise<void> => {
  const { count } = await database
    .selectFrom('case_event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(await verdictOfAll(database)).toMatchObject({ checked: count });
  const before = await dumpOf(database);
  await records.cases.rebuildAll();
  expect(before).not.toBe('');
  expect(await dumpOf(database)).toBe(before);
};
