// What a correction would do, asked over HTTP before it is made: who would be told, by mail or in person, at once or at the
// next 09:00 (R6, R8, R9), what people should know then, and what the chronology would say. Nothing is changed by it.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ToldView } from '../../api/chronology/told';
import type { CaseReference } from '../../domain/rapidReview/references';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { askedOnPaper } from './askedOnPaper';
import { Cast, COUNCIL, HOSPITAL, type Race } from './cast';
import { REASON, SOCIETY } from './changesOfCalendar';

let under: ApiUnderTest;
let cast: Cast;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
beforeEach(async () => {
  race = await askedOnPaper(cast);
});
afterAll(() => under.close());

interface Preview {
  readonly version: number;
  readonly moves: readonly unknown[];
  readonly becomeLate: readonly unknown[];
  readonly inTimeAgain: readonly unknown[];
  readonly restated: readonly unknown[];
  readonly windowOpens?: unknown;
  readonly reminders: readonly unknown[];
  readonly teamWarnings: readonly unknown[];
  readonly told: readonly ToldView[];
  readonly toldNoMore: readonly ToldView[];
  readonly warnings: readonly { readonly about: string }[];
  readonly chronology: readonly string[];
}

const previewOf = async (of: Race, path: string, body: object): Promise<Preview> => {
  const answer = await of.ask(`${path}/corrections/preview`, { body });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()]);
  return answer.json<Preview>();
};
const preview = async (agency: string, on: string): Promise<Preview> =>
  previewOf(race, `/scoping-requests/${agency}`, { on });
const NEW_DATES = 'its new dates: ';
const agenciesTold = ({ told }: Preview) =>
  told.flatMap(({ agency, how, at, about }) => (about.startsWith(NEW_DATES) ? [{ agency, how, at }] : []));
const teamTold = ({ told }: Preview) =>
  told.flatMap(({ who, at, about }) => (who === 'team' ? [`${at}: ${about}`] : []));
const correct = (agency: string, on: string) =>
  race.act(`/scoping-requests/${agency}/corrections`, { on, reason: REASON });

test.each([
  ['at once, in the hours of notices', '04-01 12:00', '2026-04-01T11:00:00.000Z'],
  ['at the next 09:00, in the evening', '04-01 18:00', '2026-04-02T08:00:00.000Z'],
])('R9: the agency whose date moves is told, and how: %s', async (_, time, at) => {
  await race.at(time).wake();
  const seen = await preview(COUNCIL, '2026-03-30');
  expect(seen.moves).toHaveLength(2);
  expect(agenciesTold(seen)).toEqual([{ agency: COUNCIL, how: 'byMail', at }]);
  expect(seen.told[0]?.about).toContain(
    'its new dates: the scoping return from Thursday 9 April 2026 to Wednesday 8 April 2026',
  );
  expect(agenciesTold(await preview(SOCIETY, '2026-03-30'))).toEqual([
    { agency: SOCIETY, how: 'inPerson', at },
  ]);
});

test('R12: a warning to the team that comes sooner is none of the reminders to the agency', async () => {
  const key = `agencyReturn:${COUNCIL}`;
  expect((await preview(COUNCIL, '2026-03-30')).teamWarnings).toEqual([
    { key, workingDaysBefore: 1, how: 'sooner', was: '2026-04-08', comes: '2026-04-07' },
  ]);
  // The warning of this morning, of the records, is given: it does not fall away.
  await race.at('04-08 08:00').wake();
  const seen = await preview(COUNCIL, '2026-03-30');
  expect(seen.teamWarnings).toEqual([{ key, workingDaysBefore: 1, how: 'fallsAway', was: '2026-04-08' }]);
});

test('R11: no reminder is foreseen to an agency that nobody can be mailed at', async () => {
  expect((await preview(SOCIETY, '2026-03-30')).moves).toHaveLength(2);
  expect((await preview(SOCIETY, '2026-03-30')).reminders).toEqual([]);
});

test('R8: whose answer was a mistake is told by mail, or in person where nobody can be mailed', async () => {
  const toldOf = async (agency: string) => {
    await race.act(`/returns/${agency}`, {
      answer: 'full',
      how: 'telephone',
      on: '2026-04-01',
      content: 'A',
    });
    const { told } = await previewOf(race, `/returns/${agency}/1`, { recordedByMistake: true });
    return told.flatMap(({ how, about }) =>
      about.includes('recorded by mistake') ? [`${how}: ${about}`] : [],
    );
  };
  const says =
    'its answer 1 was recorded by mistake: it is asked for its own, by the end of Thursday 9 April 2026';
  expect(await toldOf(COUNCIL)).toEqual([`byMail: ${says}`]);
  expect(await toldOf(SOCIETY)).toEqual([`inPerson: ${says}`]);
  await race.at('04-13 12:00').wake();
  const { told } = await previewOf(race, `/returns/${COUNCIL}/1`, { recordedByMistake: true });
  expect(told[0]?.about).toMatch(/ its own, which was due by the end of Thursday 9 April 2026$/u);
});

test('R9: a move that is undone before anybody has heard of it is told to nobody, and that is said', async () => {
  await race.at('04-01 18:00').wake();
  await correct(COUNCIL, '2026-03-30');
  const { moves, told, toldNoMore } = await preview(COUNCIL, '2026-03-31');
  expect(toldNoMore.map(({ who, at, about }) => `${at} ${who} ${about}`).sort()).toEqual(
    [
      expect.stringMatching(`agency ${NEW_DATES}`),
      'agency reminder 1 of everything that it owes',
      'team missed: securing the records (Example City Council)',
    ].map((line) => (typeof line === 'string' ? `2026-04-02T08:00:00.000Z ${line}` : (line as unknown))),
  );
  expect([moves, told]).toEqual([
    [
      { key: `agencyReturn:${COUNCIL}`, was: '2026-04-08', due: '2026-04-09' },
      { key: `recordsSecured:${COUNCIL}`, was: '2026-04-01', due: '2026-04-02' },
    ],
    [],
  ]);
});

test('R9: whoever waits to hear of an earlier correction is not told because of this one', async () => {
  await race.at('04-01 18:00').wake();
  await correct(COUNCIL, '2026-03-30');
  expect(agenciesTold(await preview(HOSPITAL, '2026-03-30'))).toEqual([
    { agency: HOSPITAL, how: 'byMail', at: '2026-04-02T08:00:00.000Z' },
  ]);
});

test('R6, R11: a reminder that comes the sooner for it, and a date that passes before the next 09:00', async () => {
  await race.at('04-08 12:00').wake();
  const { told, reminders, teamWarnings } = await preview(COUNCIL, '2026-03-30');
  const RETURN = `agencyReturn:${COUNCIL}`;
  expect(reminders).toEqual([
    { key: RETURN, rung: 'oneAfter', how: 'sooner', was: '2026-04-10', comes: '2026-04-09' },
  ]);
  // It was to come this morning, and has.
  expect(teamWarnings).toEqual([]);
  const soon = told.map(({ who, agency = '', at, about }) => `${at} ${who} ${agency} ${about}`);
  expect(soon).toContainEqual(expect.stringMatching(/^2026-04-09T08:00:00.000Z agency AG-0001 reminder 2 /));
  expect(soon).toContainEqual(
    '2026-04-09T08:00:00.000Z team  missed: the scoping return (Example City Council)',
  );
});

describe('R6: the team hears of a miss that a correction makes', () => {
  const RECEIVED = '/timestamps/referralReceived';

  test('of a completion at once, and then it does; of another with the next mail', async () => {
    await race.at('04-02 12:00').wake();
    const body = { at: '2026-03-09T10:00:00Z' };
    const seen = await previewOf(race, RECEIVED, body);
    expect(teamTold(seen)).toEqual([
      '2026-04-02T11:00:00.000Z: missed: the completion (15 working days from the referral), due on Monday 30 March 2026',
      ...[COUNCIL, HOSPITAL, SOCIETY].map(() =>
        expect.stringMatching(
          /^2026-04-07T08:00:00.000Z: missed, and done on Tuesday 31 March 2026: sending the scoping request/,
        ),
      ),
      '2026-04-07T08:00:00.000Z: missed: the Rapid Review meeting',
    ]);
    const missed = async () =>
      (await under.records.notices.waiting(race.reference as CaseReference)).filter(
        ({ body: { kind } }) => kind === 'completionMissed',
      ).length;
    expect(await missed()).toBe(0);
    await race.act(`${RECEIVED}/corrections`, { ...body, reason: REASON });
    expect(await missed()).toBe(1);
  });

  test('and that a miss it had heard of is none', async () => {
    const late = await cast.open({ agencies: [COUNCIL] });
    await late.at('04-02 00:00').wake();
    await late.at('04-02 09:00').wake();
    await late
      .at('04-02 10:00')
      .act(`/scoping-requests/${COUNCIL}/sent-another-way`, { channel: 'paper', on: '2026-04-02' });
    const seen = await previewOf(late, `/scoping-requests/${COUNCIL}`, { on: '2026-04-01' });
    expect(teamTold(seen)).toContainEqual(
      '2026-04-07T08:00:00.000Z: not missed after all: sending the scoping request (Example City Council), which stood as missed (due Wednesday 1 April 2026), and was done on Wednesday 1 April 2026',
    );
  });
});

describe('R8: what would be late, and what would be in time again, done or not', () => {
  const RECEIVED = '/timestamps/referralReceived';
  const ASKING = `scopingDispatch:${COUNCIL}`;

  test('what was done in time and would be late, and what would be missed undone', async () => {
    await race.at('04-02 12:00').wake();
    const done = await preview(COUNCIL, '2026-04-02');
    expect(done.becomeLate).toEqual([{ key: ASKING, due: '2026-04-01', doneOn: '2026-04-02' }]);
    expect(done.restated).toEqual([
      {
        key: ASKING,
        was: { kind: 'met', due: '2026-04-01', on: '2026-03-31' },
        now: { kind: 'missed', due: '2026-04-01', on: '2026-04-02' },
      },
    ]);
    const { becomeLate } = await previewOf(race, RECEIVED, { at: '2026-03-09T10:00:00Z' });
    expect(becomeLate).toContainEqual({ key: 'completeLocal', due: '2026-03-30' });
    expect(becomeLate).toContainEqual({ key: ASKING, due: '2026-03-11', doneOn: '2026-03-31' });
    expect(done.inTimeAgain).toEqual([]);
  });

  test('what was done late and would be in time, and what has its date ahead again', async () => {
    const late = await cast.open({ agencies: [COUNCIL], receivedAt: '2026-03-26T10:00:00Z' });
    await late.at('04-02 10:00').wake();
    const undone = await previewOf(late, RECEIVED, { at: '2026-04-02T08:00:00Z' });
    expect(undone.inTimeAgain).toEqual([{ key: ASKING, due: '2026-04-08' }]);
    await late.act(`/scoping-requests/${COUNCIL}/sent-another-way`, { channel: 'paper', on: '2026-04-02' });
    const done = await previewOf(late, `/scoping-requests/${COUNCIL}`, { on: '2026-03-30' });
    expect(done.inTimeAgain).toEqual([{ key: ASKING, due: '2026-03-30', doneOn: '2026-03-30' }]);
  });
});

test('R12: that a meeting was not held is no news of a correction, whatever day it was to be fixed by', async () => {
  await race.act('/meeting', { startsAt: '2026-04-10T10:00:00+01:00' });
  await race.at('04-13 08:00').wake();
  const seen = await previewOf(race, '/timestamps/referralReceived', { at: '2026-03-27T10:00:00Z' });
  expect(seen.moves).toContainEqual({ key: 'completeLocal', was: '2026-04-22', due: '2026-04-21' });
  expect(teamTold(seen)).toEqual([]);
});

test('R3, R7: that the window of the meeting would open on another day', async () => {
  const seen = await previewOf(race, '/timestamps/referralReceived', { at: '2026-03-27T10:00:00Z' });
  expect(seen.windowOpens).toEqual({ was: '2026-04-10', opens: '2026-04-09' });
  expect((await preview(COUNCIL, '2026-03-30')).windowOpens).toBeUndefined();
});

test('R3, R7: what is warned of already is not warned of anew where its dates alone move', async () => {
  await race.act('/meeting', { startsAt: '2026-04-21T10:00:00+01:00', reason: 'Everybody can.' });
  const seen = await previewOf(race, '/timestamps/referralReceived', { at: '2026-03-27T10:00:00Z' });
  expect(seen.moves).toContainEqual({ key: 'meeting', was: '2026-04-20', due: '2026-04-17' });
  expect(seen.warnings.filter(({ about }) => about === 'meetingOutsideWindow')).toEqual([]);
  const further = await previewOf(race, '/timestamps/referralReceived', { at: '2026-03-26T10:00:00Z' });
  expect(further.warnings).toContainEqual(
    expect.objectContaining({ about: 'meetingOutsideWindow', completeBy: '2026-04-20' }),
  );
});

test('R3: it asks whether the year is right, and says what the chronology would', async () => {
  await race.at('04-02 12:00').wake();
  const { warnings, chronology } = await previewOf(race, '/timestamps/referralReceived', {
    at: '2025-03-30T10:00:00Z',
  });
  expect(warnings).toContainEqual(expect.objectContaining({ about: 'farFromReferral', days: 366 }));
  expect(warnings[0]).toMatchObject({
    about: 'movesFar',
    on: '2025-03-30',
    days: 365,
    inWords:
      'The receipt of the referral would move by 365 days, to Sunday 30 March 2025. Check the year that you give.',
  });
  const near = await previewOf(race, '/timestamps/referralReceived', { at: '2026-03-29T10:00:00Z' });
  expect(near.warnings).toEqual([]);
  expect(chronology[0]).toContain('Sunday 30 March 2025');
});

test('R8: the day on which records were secured is corrected: seen first, restated, and shown', async () => {
  const path = `/records-secured/${HOSPITAL}`;
  await race.at('04-09 12:00').wake();
  const how = { paper: true, electronic: true, locked: true };
  await race.act(path, { on: '2026-04-09', ...how });
  expect(await race.read(`/returns/${HOSPITAL}`)).toMatchObject({ recordsSecured: { status: 'missed' } });
  const correction = { on: '2026-04-02', reason: 'It was the Thursday.' };
  await race.refused(
    `${path}/corrections`,
    { ...correction, on: '2006-04-02' },
    { status: 422, type: 'before-the-case', pointer: 'body /on', says: 'Check the day and the year' },
  );
  expect(await previewOf(race, path, { on: correction.on })).toMatchObject({
    restated: [{ key: `recordsSecured:${HOSPITAL}`, was: { kind: 'missed' }, now: { kind: 'met' } }],
  });
  const { events } = await race.act(`${path}/corrections`, correction);
  expect(events).toEqual(expect.arrayContaining(['RecordsSecuredCorrected', 'OutcomeRestated']));
  expect(await race.read(`/returns/${HOSPITAL}`)).toMatchObject({
    recordsSecured: { status: 'met', doneOn: '2026-04-02' },
    secured: { on: '2026-04-02', ...how },
  });
});
