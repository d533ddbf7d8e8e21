// How much was late, over HTTP: against the first dates, which neither an extension nor a bank holiday moves, and against the
// dates as they stand; a fact that was mistyped counts as right from the first (R8, R10).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { COUNCIL, HOSPITAL, POLICE, SCHOOL, type Race } from './cast';
import { askedRace, Changes, listing, REASON } from './changesOfCalendar';
import { problemIn } from './stories';

interface Line {
  readonly obligation: string;
  readonly judged: number;
  readonly done: number;
  readonly lateByPresentDate: number;
  readonly lateByFirstDate: number;
  readonly moved: number;
}

let under: ApiUnderTest;
/** All four are due on Thursday 9 April. */
let mailed: Race;
/** Two that were asked on paper. */
let onPaper: Race;
beforeAll(async () => {
  const api = await followedApi();
  ({ under } = api);
  const { cast } = api;
  mailed = await askedRace(cast);
  onPaper = await cast.open({ agencies: [COUNCIL, HOSPITAL], receivedAt: '2026-03-29T16:20:00+01:00' });
  onPaper.at('03-31 11:00');
  for (const agency of [COUNCIL, HOSPITAL])
    await onPaper.act(`/scoping-requests/${agency}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
});
afterAll(() => under.close());

const answered = (race: Race, agency: string) =>
  race.act(`/returns/${agency}`, { answer: 'full', how: 'paper', content: 'Canarycontent' });

const report = async (query = ''): Promise<readonly Line[]> => {
  const answer = await under.ask('GET', `/reports/lateness${query}`, { as: 'auditor' });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()]);
  return answer.json<{ obligations: Line[] }>().obligations;
};
const returns = async (query = ''): Promise<Line | undefined> =>
  (await report(query)).find(({ obligation }) => obligation === 'agencyReturn');

const picture = async (): Promise<readonly string[]> => {
  const answer = await under.ask('GET', '/reports/lateness.txt');
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  return answer.body.split('\n');
};

test('R10: before anything was due nothing is late, and an extension does not help against the first date', async () => {
  expect(await returns()).toBeUndefined();
  await mailed
    .at('04-02 12:00')
    .act(`/returns/${COUNCIL}/agreed-date`, { due: '2026-04-13', reason: REASON });
  await answered(mailed.at('04-08 12:00'), SCHOOL);
  expect(await returns()).toEqual({
    obligation: 'agencyReturn',
    judged: 1,
    done: 1,
    lateByPresentDate: 0,
    lateByFirstDate: 0,
    moved: 0,
  });
  mailed.at('04-10 12:00');
  for (const agency of [COUNCIL, POLICE]) await answered(mailed, agency);
  await onPaper.wake();
  // Late by either: the police, the board, and both that were asked on paper. By the first alone: the council, which has an extension.
  expect(await returns()).toEqual({
    obligation: 'agencyReturn',
    judged: 6,
    done: 3,
    lateByPresentDate: 4,
    lateByFirstDate: 5,
    moved: 1,
  });
});

test('R8: a corrected fact restates: what was late by a mistyped day was in time from the first', async () => {
  await answered(onPaper, HOSPITAL);
  expect(await returns()).toMatchObject({ done: 4, lateByPresentDate: 4, lateByFirstDate: 5 });
  const { events } = await onPaper.act(`/scoping-requests/${HOSPITAL}/corrections`, {
    on: '2026-04-01',
    reason: REASON,
  });
  expect(events).toEqual(expect.arrayContaining(['RequestSentCorrected', 'OutcomeRestated']));
  expect(await returns()).toMatchObject({ done: 4, lateByPresentDate: 3, lateByFirstDate: 4, moved: 1 });
});

test('R7: a bank holiday helps against the date as it stands, and not against the first', async () => {
  await new Changes(under).accept(listing('2026-04-09'));
  await answered(onPaper.at('04-10 14:00'), COUNCIL);
  for (const race of [mailed, onPaper]) await race.at('04-14 12:00').wake();
  // The police were late before the day was proclaimed, and stay so; the board has not answered by the new day either.
  expect(await returns()).toEqual({
    obligation: 'agencyReturn',
    judged: 6,
    done: 5,
    lateByPresentDate: 2,
    lateByFirstDate: 4,
    moved: 3,
  });
});

describe('which cases it is about', () => {
  test('those whose referral was received in a span, both days included', async () => {
    expect(await returns('?receivedFrom=2026-03-30')).toMatchObject({ judged: 4, lateByFirstDate: 3 });
    expect(await returns('?receivedTo=2026-03-29')).toMatchObject({ judged: 2, lateByFirstDate: 1 });
    expect(await returns('?receivedFrom=2026-03-29&receivedTo=2026-03-30')).toMatchObject({ judged: 6 });
    expect(await report('?receivedFrom=2026-03-31')).toEqual([]);
  });

  test('in the order of the obligations, and only of what has been done or was due', async () => {
    const names = (await report()).map(({ obligation }) => obligation);
    expect(names).toEqual(['scopingDispatch', 'agencyReturn', 'recordsSecured']);
  });

  test.each([
    ['a day that does not exist', '?receivedFrom=2026-02-30', 400, 'malformed-request', '/receivedFrom'],
    [
      'a range that ends before it begins',
      '?receivedFrom=2026-04-30&receivedTo=2026-04-29',
      ...([400, 'range-ends-before-it-begins', '/receivedTo'] as const),
    ],
    ['what is not known', '?since=2026-02-28', 400, 'unknown-field', '/since'],
  ])('%s is refused', async (_, query, status, type, pointer) => {
    const answer = await under.ask('GET', `/reports/lateness${query}`);
    expect([answer.statusCode, problemIn(answer).type]).toEqual([status, `/problems/${type}`]);
    expect(problemIn(answer).errors?.map((error) => error.pointer)).toEqual([pointer]);
  });
});

test('as a picture: two bars an obligation, in one scale', async () => {
  const lines = await picture();
  expect(lines[0]).toBe(
    'Late against the first date, and against the date as it stands (Tuesday 14 April 2026)',
  );
  expect(lines.slice(1, 5)).toEqual([
    '',
    'Counted is what is done, and what is late by either date and not done. Left out are what is still open and in',
    'time, and what lapsed with its case; a case that was merged into another is counted in that one.',
    '',
  ]);
  const at = lines.indexOf('the scoping return (3 moved)');
  expect(lines.slice(at + 1, at + 3)).toEqual([
    `  first       4 of 6 ${'█'.repeat(27)}`,
    `  now         2 of 6 ${'█'.repeat(13)}`,
  ]);
  expect(lines).toContain('sending the scoping request (0 moved)');
});

test('R24: of dates and numbers alone, for everybody who reads cases', async () => {
  expect((await picture()).join()).not.toContain('Canary');
  for (const as of ['agencyContact', 'service'] as const)
    expect((await under.ask('GET', '/reports/lateness', { as })).statusCode).toBe(403);
  expect(under.log()).not.toContain('Canary');
});

test('R22: an incident is counted once, in the case that goes on after a merger', async () => {
  const before = await returns();
  await mailed.act('/duplicates', { of: onPaper.reference });
  const { events } = await mailed.act(`/duplicates/${onPaper.reference}/settlement`, {
    as: 'merged',
    reason: REASON,
  });
  expect(events).toContain('CaseAbsorbed');
  expect([before?.judged, (await returns())?.judged]).toEqual([6, 4]);
});
