// How far a change of the calendar has got, as the API shows it: so many of those that could not follow one by one, and all of
// them in number.

import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { FAILURES_SHOWN } from '../../../api/calendarChanges/changeSchemas';
import { changeView } from '../../../api/calendarChanges/presentChange';
import type { CalendarChange, Records } from '../../../records/records';

const REFUSED = FAILURES_SHOWN + 50;

const change = {
  number: 4,
  calendar: '1d60b7a2c94e3f58',
  facts: 20,
  by: 'P-0002',
  at: 1_662_825_600_000,
  foreseen: {
    days: [],
    openCases: 500,
    casesToBring: 500,
    casesThatMove: 0,
    cannotFollow: 0,
    obligations: [],
    meetingsThatLeave: 0,
    reminders: { sooner: 0, later: 0, fallAway: 0 },
    told: { byMail: 0, inPerson: 0 },
  },
} as unknown as CalendarChange;

const refusals = Array.from({ length: REFUSED }, (_, index) => ({
  reference: `RR-2022-${String(index + 1).padStart(4, '0')}`,
  refused: { code: 'CalendarDoesNotCover', at: change.at, times: 1 },
}));

const records = {
  people: { nameOf: () => Promise.resolve('Sam Inglewood') },
  holidays: { facts: () => Promise.resolve([]), textsOf: () => Promise.resolve(new Map()) },
  calendarChanges: {
    progressOf: () =>
      Promise.resolve({ brought: 100, moved: 0, obligationsMoved: 0, behind: REFUSED, refused: REFUSED }),
    refusals: (limit: number) => Promise.resolve(refusals.slice(0, limit)),
    reasonOf: () => Promise.resolve('Invented'),
  },
} as unknown as Records;

const request = { identity: { role: 'coordinator', actor: 'P-0002' } } as unknown as FastifyRequest;

test('of many that could not follow the first are listed, and all are counted', async () => {
  const { failures, progress } = await changeView(records, request, change, 4);
  expect([failures.length, failures[0]?.reference, failures.at(-1)?.reference]).toEqual([
    ...[FAILURES_SHOWN, 'RR-2022-0001', `RR-2022-0${FAILURES_SHOWN}`],
  ]);
  expect(progress).toMatchObject({ refused: REFUSED, behind: REFUSED, done: true });
});

test('of a change before the last nobody is listed: whoever is behind is behind the last', async () => {
  const { failures, progress } = await changeView(records, request, change, 5);
  expect([failures, progress.behind, progress.refused]).toEqual([[], 0, 0]);
});
