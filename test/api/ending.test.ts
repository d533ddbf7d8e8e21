// The end of a case over HTTP, and what is still taken after it (R20, R21).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { apiUnderTest, at, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, Cast, moment, POLICE } from './cast';
import { Changes, eventsOf, listing } from './changesOfCalendar';
import { expectRefused } from './refusals';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const REASON = 'Canaryreason to end it';
const WITHDRAWAL = { agreedBy: AGREED_BY, reason: REASON };

interface Entry {
  readonly kind: string;
  readonly what: string;
}

interface View {
  readonly status: string;
}

describe('withdrawn', () => {
  test('R20: by the three partners, with reason; what was open lapses, and agencies and referrer are told', async () => {
    const race = await cast.open();
    await race.act(`/scoping-requests/${POLICE}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
    const { events, timetable } = await race.act('/withdrawal', WITHDRAWAL, { as: 'meetingChair' });
    expect(events).toContain('CaseEnded');
    expect(timetable.obligations.some(({ status }) => status === 'open')).toBe(false);
    expect(await race.read<View>('')).toMatchObject({ status: 'ended' });
    const mails = await race.mailGoes();
    expect(mails.some((key) => key.includes(POLICE))).toBe(true);
    const ended = (await under.records.events.ofCase(race.reference as never)).find(
      ({ kind }) => kind === 'CaseEnded',
    );
    expect(ended?.body).toMatchObject({ cause: 'withdrawn', agreedBy: [{}, {}, {}] });
  });

  test('the chronology says why its mail to the referrer could not go, as far as that is known', async () => {
    const whyRefused = async (error?: string): Promise<string> => {
      const race = await cast.open();
      await race.act('/withdrawal', WITHDRAWAL);
      const reference = race.reference as CaseReference;
      const { notices } = under.records;
      const toReferrer = (await notices.waiting(reference)).find(({ to }) => to.role === 'referrer');
      const end = { at: under.clock.now, accepted: [], refused: [], outcome: 'refused' } as const;
      const code = error === undefined ? {} : { error };
      await notices.end(toReferrer?.key ?? '', { ...end, ...code });
      await under.gateway.hear(reference);
      const { events } = await race.read<{ events: readonly Entry[] }>('/chronology');
      return events.find(({ kind }) => kind === 'NoticeFailed')?.what ?? '';
    };
    const said = 'A mail to the referrer could not go:';
    expect(await whyRefused('EADDRESS')).toBe(`${said} no address is known.`);
    expect(await whyRefused('550 5.1.1')).toBe(`${said} the mail server refused it for good.`);
    expect(await whyRefused()).toContain('for good, no address is known, or whoever it was for is excluded');
  });

  test('R21: and taken up again, with the original dates', async () => {
    const race = await cast.open();
    await race.act('/withdrawal', WITHDRAWAL);
    const { events, timetable } = await race.at('04-01 10:00').act('/withdrawal/undoing', { reason: REASON });
    expect(events).toContain('WithdrawalUndone');
    expect(timetable.obligations).toContainEqual(
      expect.objectContaining({ key: 'completeLocal', due: '2026-04-22' }),
    );
    expect(await race.read<View>('')).toMatchObject({ status: 'open' });
    await race.act('/meeting', { startsAt: moment('04-14 10:00') });
  });

  test('R9, R21: and taken up again after a change of the bank holidays, by the new dates and no other', async () => {
    const race = await cast.open();
    await race.act('/withdrawal', WITHDRAWAL);
    race.at('04-02 12:00');
    await new Changes(under).accept(listing('2026-04-22'));
    const { events, timetable } = await race.at('04-23 10:00').act('/withdrawal/undoing', { reason: REASON });
    expect(events).toEqual(expect.arrayContaining(['WithdrawalUndone', 'CalendarAdopted', 'DatesMoved']));
    const complete = timetable.obligations.find(({ key }) => key === 'completeLocal');
    expect(complete).toMatchObject({ status: 'open', due: '2026-04-23' });
    const missed = (await eventsOf(under, race, 'ObligationMissed')).map(({ body }) => body.key);
    expect(missed).not.toContain('completeLocal');
    const behind = await under.records.calendarChanges.casesBehind(undefined, 5);
    expect(behind.map(({ reference }) => reference)).not.toContain(race.reference);
  });

  test('R21: a request whose mail lapsed with it is among those still to be asked', async () => {
    const race = await cast.open();
    await race.act('/scoping-requests', {});
    const { notices } = under.records;
    const [request] = await notices.waiting(race.reference as never);
    await race.act('/withdrawal', WITHDRAWAL);
    await notices.end(request?.key ?? '', {
      at: under.clock.now,
      accepted: [],
      refused: [],
      outcome: 'lapsed',
      error: 'EENDED',
    });
    await race.act('/withdrawal/undoing', { reason: REASON });
    await under.gateway.hear(race.reference as never);
    const { events } = await race.act('/scoping-requests', {});
    expect(events.filter((kind) => kind === 'ScopingRequested')).toHaveLength(1);
    const again = (await notices.waiting(race.reference as never)).map(({ key }) => key);
    expect(again).toContainEqual(
      expect.stringContaining(
        `/scopingRequest/${String(request?.to.role === 'agency' && request.to.agency)}/`,
      ),
    );
  });

  test('R20: not without every partner, not after the notification, not once the Panel has the decision', async () => {
    const race = await cast.open();
    const [one, two] = AGREED_BY;
    const path = `/cases/${race.reference}/withdrawal`;
    await expectRefused(under, path, {
      name: 'two of three',
      asking: { body: { ...WITHDRAWAL, agreedBy: [one, two] } },
      status: 422,
      type: 'partners-must-agree',
      pointer: 'body /agreedBy',
      says: 'the integrated care board',
    });
    await expectRefused(under, `/cases/${race.reference}/criteria-not-met`, {
      name: 'not notified',
      asking: { body: WITHDRAWAL },
      status: 409,
      type: 'not-notified-yet',
    });
    await expectRefused(under, `/cases/${race.reference}/withdrawal/undoing`, {
      name: 'open',
      asking: { body: { reason: 'No reason' } },
      status: 409,
      type: 'not-withdrawn',
    });
    await race.act('/timestamps', { timestamp: 'notificationSent', at: moment('03-30 16:22') });
    await expectRefused(under, path, {
      name: 'notified',
      asking: { body: WITHDRAWAL },
      status: 409,
      type: 'notified-already',
    });
    const sent = await (await cast.open()).readyForPanel();
    await sent
      .at('04-15 12:00')
      .act('/panel/dispatch/sent-another-way', { channel: 'portal', evidence: 'Canaryevidence' });
    await expectRefused(under, `/cases/${sent.reference}/withdrawal`, {
      name: 'the Panel has it',
      asking: { body: WITHDRAWAL },
      status: 409,
      type: 'panel-has-decision',
    });
  });
});

test('R20: found not to meet the criteria after the notification, the Panel is told', async () => {
  const race = await cast.open();
  await race.act('/timestamps', { timestamp: 'notificationSent', at: moment('03-30 16:22') });
  await race.act('/criteria-not-met', WITHDRAWAL);
  expect((await race.mailGoes()).some((key) => /^ended.*panel$/.test(key))).toBe(true);
  await expectRefused(under, `/cases/${race.reference}/withdrawal/undoing`, {
    name: 'not withdrawn',
    asking: { body: { reason: 'No reason' } },
    status: 409,
    type: 'not-withdrawn',
  });
});

test('R8, R20: what an agency did is put right after the end too, seen first', async () => {
  const race = await cast.open();
  await race.act(`/scoping-requests/${POLICE}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await race.at('04-09 08:00').wake();
  await race.act('/withdrawal', WITHDRAWAL);
  await race.at('04-09 08:30').act(`/returns/${POLICE}`, { answer: 'full', how: 'paper' });
  const path = `/returns/${POLICE}/1/corrections`;
  const preview = await race.ask(`${path}/preview`, { body: { on: '2026-04-08' } });
  expect(preview.json()).toMatchObject({
    inTimeAgain: [{ key: `agencyReturn:${POLICE}`, due: '2026-04-08', doneOn: '2026-04-08' }],
    told: [],
    toldNoMore: expect.arrayContaining([
      expect.objectContaining({ who: 'team', about: expect.stringMatching(/^missed.*the scoping return/u) }),
    ]),
  });
  const { events } = await race.act(path, { on: '2026-04-08', reason: REASON });
  expect(events).toEqual(['ReturnCorrected', 'OutcomeRestated']);
  await race.act(path, { recordedByMistake: true, reason: REASON });
  expect(await race.read(`/returns/${POLICE}`)).toMatchObject({
    return: { status: 'missed', due: '2026-04-08' },
  });
  under.clock.now = at('2026-03-30T16:25:00+01:00');
});

test('R8, R20: an answer that was a mistake lapses with its case, where its day lay ahead as that ended', async () => {
  const race = await cast.open();
  await race.act(`/scoping-requests/${POLICE}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await race.at('03-31 12:00').act(`/returns/${POLICE}`, { answer: 'full', how: 'paper' });
  await race.act('/withdrawal', WITHDRAWAL);
  const path = `/returns/${POLICE}/1/corrections`;
  const body = { recordedByMistake: true };
  const preview = await race.ask(`${path}/preview`, { body });
  const key = `agencyReturn:${POLICE}`;
  expect(preview.json()).toMatchObject({
    restated: [{ key, was: { kind: 'met', due: '2026-04-08' }, lapsed: true }],
    chronology: expect.arrayContaining([
      expect.stringMatching(/^Restated: the scoping return .* has lapsed; it stood as met/u),
    ]),
  });
  expect((await race.ask(`${path}/preview.txt`, { body })).body).toMatch(/met, and would have lapsed/u);
  await race.act(path, { ...body, reason: REASON });
  expect(await race.read(`/returns/${POLICE}`)).toMatchObject({ return: { status: 'lapsed' } });
  under.clock.now = at('2026-03-30T16:25:00+01:00');
});

test('R20, R23: after the end safety concerns are still raised; any other act is refused', async () => {
  const race = await cast.open();
  await race.act('/withdrawal', WITHDRAWAL);
  const acts: Readonly<Record<string, object>> = {
    '/meeting': { startsAt: moment('04-14 10:00') },
    '/duties': { duty: 'facts', evidence: 'No evidence' },
    '/report': { title: 'Title', location: 'Here' },
    '/panel/dispatch': {},
    '/withdrawal': WITHDRAWAL,
    '/duplicates': { of: 'RR-2026-0001' },
  };
  for (const [path, body] of Object.entries(acts))
    await expectRefused(under, `/cases/${race.reference}${path}`, {
      name: path,
      asking: { body },
      status: 409,
      type: 'case-ended',
      says: 'the referral was withdrawn',
    });
  const concern = { concern: 'Canaryconcern after the end', noticeRead: true };
  expect((await race.act('/safety-concerns', concern)).events).toContain('SafetyConcernRaised');
  // What was established can still be read.
  for (const path of ['/meetings', '/meeting/proposals', '/meeting/quorum', '/decision', '/panel'])
    await race.read(path);
  under.clock.now = at('2026-03-30T16:25:00+01:00');
});
