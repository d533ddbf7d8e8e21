// Corrections over HTTP that would make a date impossible: refused with what would be right, and nothing changed (R8).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { apiUnderTest, newKey, type ApiUnderTest, type Asking } from './apiUnderTest';
import { Cast, COUNCIL, HOSPITAL } from './cast';
import { REASON } from './changesOfCalendar';
import { problemIn } from './stories';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

describe('R8: a correction that makes a date impossible', () => {
  test('a request that would have gone after its answer, or before the referral, or goes nowhere', async () => {
    const race = await cast.open({ agencies: [COUNCIL, HOSPITAL] });
    const sent = { channel: 'paper', on: '2026-03-31' };
    await race.at('04-02 12:00').act(`/scoping-requests/${COUNCIL}/sent-another-way`, sent);
    await race.act(`/returns/${COUNCIL}`, { answer: 'full', how: 'paper', on: '2026-04-01' });
    for (const [agency, on, status, type, says] of [
      [COUNCIL, '2026-04-02', 422, 'sent-correction-contradicts-return', 'Wednesday 1 April 2026'],
      [COUNCIL, '2026-03-29', 422, 'request-sent-before-referral', 'Monday 30 March 2026'],
      [COUNCIL, '2026-04-03', 422, 'request-sent-in-future', 'Friday 3 April 2026'],
      [COUNCIL, '2026-03-31', 409, 'sent-correction-changes-nothing', 'Give the day that is right'],
      [HOSPITAL, '2026-03-31', 409, 'request-not-sent', 'record that it went another way'],
    ] as const)
      await race.refused(
        `/scoping-requests/${agency}/corrections`,
        { on, reason: REASON },
        { status, type, says },
      );
    await race.refused(
      `/scoping-requests/${COUNCIL}/corrections`,
      { on: '2026-03-30' },
      { status: 400, type: 'malformed-request', pointer: 'body /reason' },
    );
  });
});

describe('a moment of years that no calendar knows', () => {
  test.each([
    ['2006-03-30T16:20:00+01:00', 'Thursday 30 March 2006'],
    // Still the day before in Greenwich.
    ['2006-03-31T00:20:00+01:00', '2006'],
  ])(
    'is refused with the field that has it, recorded, corrected and in the preview: %s',
    async (at, says) => {
      const race = await cast.open({ agencies: [COUNCIL] });
      race.at('04-02 12:00');
      const bad = { status: 422, type: 'calendar-does-not-cover', pointer: 'body /at', says };
      await race.refused('/timestamps', { timestamp: 'notificationSent', at }, bad);
      const path = '/timestamps/referralReceived/corrections';
      await race.refused(path, { at, reason: REASON }, bad);
      for (const ending of ['', '.txt']) await race.refused(`${path}/preview${ending}`, { at }, bad);
    },
  );
});

describe('a correction that nobody has seen the consequences of', () => {
  test('is refused without the version of a preview, and taken with it', async () => {
    const race = await cast.open({ agencies: [COUNCIL] });
    const sent = { channel: 'paper', on: '2026-03-31' };
    await race.at('04-02 12:00').act(`/scoping-requests/${COUNCIL}/sent-another-way`, sent);
    await race.act('/timestamps', { timestamp: 'incident', at: '2026-03-28T10:00:00Z' });
    await race.act(`/returns/${COUNCIL}`, { answer: 'full', how: 'paper', on: '2026-04-01' });
    for (const [path, body] of [
      [`/scoping-requests/${COUNCIL}`, { on: '2026-03-30' }],
      ['/timestamps/incident', { at: '2026-03-27T10:00:00Z' }],
      [`/returns/${COUNCIL}/1`, { on: '2026-04-02' }],
    ] as const) {
      const correction = { ...body, reason: REASON };
      const { version } = await race.read<{ version: number }>('');
      // Whichever it is: that says as little of what was seen as nothing does.
      for (const ifMatch of [null, '*', `"${version}"`])
        await race.refused(
          `${path}/corrections`,
          correction,
          { status: 428, type: 'preview-first', pointer: 'header /if-match', says: '/preview' },
          { ifMatch },
        );
      const preview = await race.ask(`${path}/corrections/preview`, { body });
      expect(preview.headers.etag).toBe(`"${preview.json<{ preview: string }>().preview}"`);
      await race.act(`${path}/corrections`, correction, { ifMatch: preview.headers.etag ?? '' });
    }
  });

  test('is previewed with the reason or without, and the reason is kept nowhere', async () => {
    const race = await cast.open({ agencies: [COUNCIL] });
    const sent = { channel: 'paper', on: '2026-03-31' };
    await race.at('04-02 12:00').act(`/scoping-requests/${COUNCIL}/sent-another-way`, sent);
    const path = `/scoping-requests/${COUNCIL}/corrections`;
    const count = async () => (await sql`select reference from dossier_entry`.execute(under.database)).rows;
    const before = await count();
    const [without, withIt] = [
      await race.ask(`${path}/preview`, { body: { on: '2026-03-30' } }),
      await race.ask(`${path}/preview`, { body: { on: '2026-03-30', reason: REASON } }),
    ];
    expect([withIt.statusCode, withIt.body]).toEqual([200, without.body]);
    expect(await count()).toEqual(before);
    expect(under.log()).not.toContain(REASON);
    const ifMatch = withIt.headers.etag ?? '';
    await race.act(path, { on: '2026-03-30', reason: REASON }, { ifMatch });
    await race.refused(
      `${path}/preview`,
      { on: '2026-03-29', why: REASON },
      {
        status: 400,
        type: 'unknown-field',
        pointer: 'body /why',
        says: 'is not known here; known fields are \\"on\\", \\"channel\\" and \\"reason\\"',
      },
    );
  });

  test('is refused where something else was previewed: another day, another fact', async () => {
    const race = await cast.open({ agencies: [COUNCIL, HOSPITAL] });
    race.at('04-02 12:00');
    for (const agency of [COUNCIL, HOSPITAL])
      await race.act(`/scoping-requests/${agency}/sent-another-way`, { channel: 'paper', on: '2026-04-01' });
    const path = (agency: string) => `/scoping-requests/${agency}/corrections`;
    const preview = await race.ask(`${path(COUNCIL)}/preview`, { body: { on: '2026-03-31' } });
    const ifMatch = preview.headers.etag ?? '';
    for (const [agency, on] of [
      [COUNCIL, '2026-03-30'],
      [HOSPITAL, '2026-03-31'],
    ] as const)
      await race.refused(
        path(agency),
        { on, reason: REASON },
        {
          status: 409,
          type: 'preview-of-another-correction',
          pointer: 'header /if-match',
          says: 'Preview this very correction',
        },
        { ifMatch },
      );
    await race.act(path(COUNCIL), { on: '2026-03-31', reason: REASON }, { ifMatch });
  });

  test('R24: what has happened since is told in part, and to nobody who may not read it', async () => {
    const race = await cast.open({ agencies: [COUNCIL] });
    const seen = '"1"';
    for (const agency of [HOSPITAL, 'AG-0003', 'AG-0004', 'AG-0005']) await race.act('/agencies', { agency });
    await race.act('/timestamps', { timestamp: 'localAuthorityAware', at: '2026-03-29T10:00:00Z' });
    const { version } = await race.read<{ version: number }>('');
    const stale = async (asking: Asking) =>
      problemIn(
        await race.ask('/timestamps', {
          body: { timestamp: 'incident', at: '2026-03-28T10:00:00Z' },
          ifMatch: seen,
          ...asking,
        }),
      );
    const told = await stale({});
    expect([told.status, told.detail]).toEqual([412, expect.stringContaining('was added to the case.')]);
    expect(told.detail).toContain(` Since then, after ${version - 1 - 5} more: `);
    // The newest of them.
    const { events } = await race.read<{ events: readonly { what: string }[] }>('/chronology');
    expect(told.detail).toContain(` ${events.at(-1)?.what ?? 'nothing'} Read it again`);
    const secured = { paper: true, electronic: true, locked: true };
    const asAgency = problemIn(
      await race.ask(`/records-secured/${COUNCIL}`, { body: secured, ifMatch: seen, as: 'agencyContact' }),
    );
    expect(asAgency.detail).toBe(
      `You read version 1 of the case, and it is at version ${version} now. Read it again and decide on what it says. Nothing was changed.`,
    );
  });

  test('is answered as before when it is repeated, with its version or without', async () => {
    const race = await cast.open({ agencies: [COUNCIL] });
    await race.act('/timestamps', { timestamp: 'incident', at: '2026-03-28T10:00:00Z' });
    const path = '/timestamps/incident/corrections';
    const body = { at: '2026-03-27T10:00:00Z', reason: REASON };
    const key = newKey();
    expect((await race.ask(path, { body, key, ifMatch: null })).statusCode).toBe(428);
    // Its key is known by now, and what became of it is not.
    const again = problemIn(await race.ask(path, { body, key, ifMatch: null }));
    expect([again.status, again.type]).toEqual([428, '/problems/repeat-without-version']);
    expect(again.detail).toContain('may have been taken');
    const first = await race.act(path, body, { key });
    expect(await race.act(path, body, { key })).toEqual(first);
    expect(await race.act(path, body, { key, ifMatch: null })).toEqual(first);
  });

  test('is refused once the case has gone on since', async () => {
    const race = await cast.open({ agencies: [COUNCIL] });
    await race.act('/timestamps', { timestamp: 'incident', at: '2026-03-28T10:00:00Z' });
    const correction = { at: '2026-03-27T10:00:00Z' };
    const preview = await race.ask('/timestamps/incident/corrections/preview', { body: correction });
    await race.act('/agencies', { agency: HOSPITAL });
    await race.refused(
      '/timestamps/incident/corrections',
      { ...correction, reason: REASON },
      {
        status: 412,
        type: 'version-moved-on',
        pointer: 'header /if-match',
        says: 'Since then: Example Hospitals NHS Trust was added to the case. Preview the correction again',
      },
      { ifMatch: preview.headers.etag ?? '' },
    );
  });
});
