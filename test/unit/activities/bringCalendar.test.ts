// In which order the cases are asked to follow a change of the calendar: each once, several at a time, and none to a change that
// another has overtaken.

import { describe, expect, test } from '@jest/globals';
import { createBringCalendar, type BringingParts } from '../../../activities/bringCalendar';
import { TOLD_AT_ONCE } from '../../../activities/tellCase';
import type { CommandMessage, Receipt } from '../../../contracts/messages';
import { instant } from '../../../domain/calendar/instant';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import type { CaseReference } from '../../../domain/rapidReview/references';
import type { CalendarChange } from '../../../records/records';
import { officialCalendar } from '../calendars';

interface Asked {
  readonly reference: string;
  readonly change: number;
}

const adopted = (change: number): CaseEvent =>
  ({ number: 1, kind: 'CalendarAdopted', body: { change } }) as CaseEvent;
const changeIn = ([event]: readonly CaseEvent[]): number =>
  event?.kind === 'CalendarAdopted' ? event.body.change : 0;

/**
 * So many cases that follow nothing yet, and the first change accepted. `answer` comes before a case follows, and it has followed
 * once that is recorded.
 */
const town = (
  cases: number,
  answer: (asked: Asked, so: { readonly far: number }) => Promise<void> | void = () => undefined,
) => {
  const followed = new Map<CaseReference, number>(
    Array.from({ length: cases }, (_, n) => [
      `RR-2026-${String(n + 1).padStart(4, '0')}` as CaseReference,
      0,
    ]),
  );
  const asked: Asked[] = [];
  const seen = { change: 1, pages: 0, atWork: 0, mostAtWork: 0, forgotten: 0 };
  const noted: string[] = [];
  const onPage: { do?: (page: number) => void } = {};
  const onRecord: { do?: () => Promise<never> | undefined } = {};
  const change = (): CalendarChange =>
    ({ number: seen.change, calendar: 'v', by: 'P-0001', at: instant(1_000) }) as CalendarChange;
  const parts: BringingParts = {
    records: {
      calendarChanges: {
        last: () => Promise.resolve(change()),
        casesBehind: (after = '' as CaseReference, limit) => {
          seen.pages += 1;
          onPage.do?.(seen.pages);
          const behind = [...followed].filter(([one, upTo]) => upTo < seen.change && one > after);
          return Promise.resolve(behind.slice(0, limit).map(([reference]) => ({ reference })));
        },
        noteRefusal: (_, __, code) => Promise.resolve(void noted.push(code)),
        forgetRefusals: () => Promise.resolve(void (seen.forgotten += 1)),
      },
      snapshots: { byVersion: () => Promise.resolve(officialCalendar.snapshot) },
      events: {
        record: ({ reference, events }) => {
          const failed = onRecord.do?.();
          if (failed === undefined) followed.set(reference, changeIn(events));
          return failed ?? Promise.resolve(undefined);
        },
      },
    },
    cases: {
      withDeadline: (_, work) => work(),
      getHandle: (workflowId) =>
        ({
          executeUpdate: async (_name: string, { args: [message] }: { args: [CommandMessage] }) => {
            const { command } = message;
            if (command.kind !== 'adoptCalendar') throw new Error(`asked for ${command.kind}`);
            const reference = workflowId.replace('rapid-review/', '') as CaseReference;
            const one = { reference, change: command.change };
            seen.atWork += 1;
            seen.mostAtWork = Math.max(seen.mostAtWork, seen.atWork);
            try {
              await answer(one, { far: asked.push(one) });
            } finally {
              seen.atWork -= 1;
            }
            const unrecorded = [adopted(command.change)];
            return { reference, version: 1, events: ['CalendarAdopted'], unrecorded } satisfies Receipt;
          },
        }) as never,
    },
    clock: () => instant(2_000),
    logger: { info: () => undefined, warn: () => undefined },
  };
  return { bring: createBringCalendar(parts), asked, followed, seen, noted, onPage, onRecord };
};

const repeated = (asked: readonly Asked[]): number =>
  asked.length - new Set(asked.map((one) => JSON.stringify(one))).size;

describe('a change of the calendar', () => {
  test('is brought to each case once, several at a time', async () => {
    const { bring, asked, followed, seen } = town(250, () => new Promise(setImmediate));
    await bring();
    expect(new Set(followed.values())).toEqual(new Set([1]));
    expect([asked.length, repeated(asked), seen.mostAtWork]).toEqual([250, 0, TOLD_AT_ONCE]);
    // Why some would not is forgotten of all together: a statement for each case would be too much.
    expect(seen.forgotten).toBe(1);
  });

  test('is not held up by one case that is slow to answer', async () => {
    let answerOfFirst = (): void => undefined;
    const slow = new Promise<void>((resolve) => (answerOfFirst = resolve));
    const { bring, asked } = town(250, (one, { far }) => {
      if (far === 250) answerOfFirst();
      return one.reference === 'RR-2026-0001' ? slow : undefined;
    });
    await bring();
    expect(asked).toHaveLength(250);
  });

  test('that another has overtaken is brought to nobody any more', async () => {
    const { bring, asked, followed, seen } = town(250, (_, { far }) => {
      if (far === 50) seen.change = 2;
    });
    await bring();
    expect(new Set(followed.values())).toEqual(new Set([2]));
    expect(asked.filter(({ change }) => change === 1).length).toBeLessThan(100);
    expect(repeated(asked)).toBe(0);
  });

  test('that was overtaken while nobody was left to ask is not the last one brought', async () => {
    const { bring, followed, seen, onPage } = town(150, ({ change }) =>
      change === 1 ? Promise.reject(new Error('no answer')) : undefined,
    );
    // The first two pages ask everybody; the next finds nobody who was not asked.
    onPage.do = (page) => {
      if (page === 3) seen.change = 2;
    };
    await bring();
    expect(new Set(followed.values())).toEqual(new Set([2]));
  });

  test('is tried again later where a case did not answer, after all others were asked', async () => {
    const { bring, asked } = town(150, ({ reference }) =>
      reference === 'RR-2026-0001' ? Promise.reject(new Error('no answer')) : undefined,
    );
    await expect(bring()).rejects.toMatchObject({
      type: 'CalendarNotBrought',
      message: expect.stringContaining('1 cases have not answered, or their answer is not recorded'),
    });
    expect([asked.length, repeated(asked)]).toEqual([150, 0]);
  });

  test('is asked for again of a case whose adoption could not be recorded, until it is', async () => {
    const { bring, asked, followed, noted, onRecord } = town(150);
    let calls = 0;
    onRecord.do = () =>
      (calls += 1) === 1 ? Promise.reject(new Error('the connection is closed')) : undefined;
    await expect(bring()).rejects.toMatchObject({
      type: 'CalendarNotBrought',
      message: expect.stringContaining('1 cases have not answered, or their answer is not recorded'),
    });
    const left = [...followed].filter(([, upTo]) => upTo === 0).map(([reference]) => reference);
    expect([asked.length, left, noted]).toEqual([150, ['RR-2026-0001'], []]);
    await bring();
    expect(new Set(followed.values())).toEqual(new Set([1]));
    expect(asked.slice(150)).toEqual([{ reference: 'RR-2026-0001', change: 1 }]);
  });

  test('ends with the worker: nobody else is asked, those that were are waited for, and of none it is noted that it is silent', async () => {
    const stopping = new AbortController();
    const { bring, asked, seen, noted } = town(250, async (_, { far }) => {
      if (far === 1) throw new Error('no answer');
      await new Promise(setImmediate);
      if (far === 50) stopping.abort();
      if (far < 50) return;
      await new Promise(setImmediate);
      throw new Error('the connection is closed');
    });
    await expect(bring(stopping.signal)).rejects.toMatchObject({ type: 'CalendarNotBrought' });
    expect(asked.length).toBeLessThan(50 + TOLD_AT_ONCE);
    expect([seen.atWork, noted]).toEqual([0, ['CaseNotAnswering']]);
  });
});
