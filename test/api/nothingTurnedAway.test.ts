// Nothing that is reported is turned away (R22): an agency that is not in the register comes onto the case in one step; a
// referral may be a further episode, or a possible duplicate, of another case.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import type { AgencyReturnsView } from '../../api/returns/returnsSchema';
import { instant } from '../../domain/calendar/instant';
import { askedRace } from './agencyOnline';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, Cast, COUNCIL, SCHOOL } from './cast';
import { expectRefused } from './refusals';
import { problemIn, referral } from './stories';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const SCOUTS = {
  name: 'Example Scouts',
  kind: 'voluntary',
  contacts: [{ email: 'canaryscouts@scouts.example', name: 'Canarylead', level: 'lead' }],
} as const;

const agencies = async (): Promise<number> => {
  const { rows } = await sql<{ n: string }>`select count(*) as n from agency`.execute(under.database);
  return Number(rows[0]?.n);
};

describe('an answer that nobody could take at first, and nobody refused', () => {
  test.each(['temporalAway', 'notRunning'] as const)(
    'is of the day on which it was first sent, though it was given up meanwhile: %s',
    async (kind) => {
      const race = await askedRace(cast);
      const asking = { key: newKey(), body: { answer: 'nil' } };
      under.gateway.mood = { kind };
      expect((await race.at('04-09 23:50').ask(`/returns/${SCHOOL}`, asking)).statusCode).not.toBe(200);
      under.gateway.mood = undefined;
      const { reservations } = under.records;
      const page = { after: undefined, limit: 100 };
      const until = instant(under.clock.now + 1);
      for (const { commandId, since } of await reservations.underWay(instant(0), until, page))
        await reservations.givenUp(commandId, since);
      expect((await race.at('04-10 01:30').ask(`/returns/${SCHOOL}`, asking)).statusCode).toBe(200);
      const read = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
      expect(read.answers).toMatchObject([{ on: '2026-04-09' }]);
      expect(read.return).toMatchObject({ status: 'met' });
    },
  );
});

describe('an act that is sent again to another API while the first has it', () => {
  const refusal = { kind: 'refused', rejection: { code: 'CaseNotOpen' } } as const;
  test.each([refusal, { kind: 'notRunning' } as const])(
    'stays under way, whatever the first hears late: %j',
    async (late) => {
      const race = await askedRace(cast);
      const { reservations } = under.records;
      const again = instant(under.clock.now + 60_000);
      let commandId = '';
      under.gateway.meanwhile = async ({ asked }, reference) => {
        ({ commandId } = asked);
        await reservations.again(commandId, reference, again);
        return late;
      };
      const answer = await race.ask(`/returns/${SCHOOL}`, { key: newKey(), body: { answer: 'nil' } });
      under.gateway.meanwhile = () => Promise.resolve(undefined);
      expect(answer.statusCode).not.toBe(200);
      const page = { after: undefined, limit: 100 };
      const underWay = () => reservations.underWay(again, instant(again + 1), page);
      expect(await underWay()).toEqual([{ commandId, reference: race.reference, since: again }]);
      await reservations.ended(commandId, again);
      expect(await underWay()).toEqual([]);
    },
  );
});

test('an answer is taken in any script, as long as it may be', async () => {
  const race = await askedRace(cast);
  const content = 'ক'.repeat(100_000);
  await race.act(`/returns/${SCHOOL}`, { answer: 'full', content });
  const read = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
  expect(read.answers).toMatchObject([{ content: { text: content } }]);
});

describe('an agency that is not in the register', () => {
  test('R22: settles the proposal that another made by its name, and no other number', async () => {
    const race = await askedRace(cast);
    const name = 'Canaryname of an organisation';
    await race.act(`/returns/${SCHOOL}`, { answer: 'wrongOrganisation', askInstead: { name } });
    const open = async () => (await race.read<CaseView>('')).proposals;
    const [{ proposal, inWords } = { proposal: 0, inWords: '' }] = await open();
    expect(inWords).toBe(
      `Example Academy names an organisation by its name alone, which is in the chronology, at number ${proposal}. Look for it in the register, and add it to the case with "proposal": ${proposal}, or decline proposal ${proposal}.`,
    );
    const before = await agencies();
    const why = { status: 409, type: 'proposal-not-open', pointer: 'body /proposal', says: 'proposal 1 ' };
    await race.refused('/agencies', { newAgency: SCOUTS, proposal: 1 }, why);
    expect(await agencies()).toBe(before);
    await race.act('/agencies', { newAgency: SCOUTS, proposal });
    expect(await open()).toEqual([]);
    const { events } = await race.read<{ events: { what: string; text?: string }[] }>('/chronology');
    expect(events[proposal - 1]).toMatchObject({ text: name });
    expect(events.map(({ what }) => what)).toContain(
      `Example Scouts was added to the case, as was proposed (number ${proposal}).`,
    );
  });

  test('R22: is added to it and to the case in one step, once', async () => {
    const race = await cast.open();
    const before = await agencies();
    const asking = { key: newKey(), body: { newAgency: SCOUTS, note: 'Canarynote of the leader' } };
    const first = await race.ask('/agencies', asking);
    expect([first.statusCode, first.json<{ events: unknown }>().events]).toEqual([200, ['AgencyIdentified']]);
    expect((await race.ask('/agencies', asking)).json()).toEqual(first.json());
    expect(await agencies()).toBe(before + 1);
    const added = (await race.read<CaseView>('')).agencies.at(-1);
    expect(added).toMatchObject({ name: 'Example Scouts', request: 'notAsked' });
    const registered = await under.ask('GET', `/agencies/${added?.agency ?? ''}`);
    expect(registered.json()).toMatchObject({ kind: 'voluntary', contacts: [{ level: 'lead' }] });
    expect(first.json()).toMatchObject({ agency: added?.agency });
    expect((await race.act('/scoping-requests')).events).toContain('ScopingRequested');
  });

  test('is added once as well where the first try stopped half-way', async () => {
    const race = await cast.open();
    const before = await agencies();
    const asking = { key: newKey(), body: { newAgency: SCOUTS } };
    under.gateway.mood = { kind: 'workerAway' };
    expect((await race.ask('/agencies', asking)).statusCode).toBe(503);
    under.gateway.mood = undefined;
    expect((await race.ask('/agencies', asking)).statusCode).toBe(200);
    expect(await agencies()).toBe(before + 1);
  });

  test('is said to be in the register where the case refuses after all', async () => {
    const race = await cast.open();
    const before = await agencies();
    const asking = { key: newKey(), body: { newAgency: SCOUTS } };
    under.gateway.mood = {
      kind: 'refused',
      rejection: { code: 'VersionMovedOn', expected: 4, actual: 5 },
    };
    const refused = await race.ask('/agencies', asking);
    under.gateway.mood = undefined;
    expect(await agencies()).toBe(before + 1);
    // A repeat that is refused before it comes so far says so too.
    const { detail: again } = problemIn(await race.ask('/agencies', { ...asking, ifMatch: '"1"' }));
    expect(again).toContain('in the register now, as AG-');
    const { detail, type } = problemIn(refused);
    expect([refused.statusCode, type]).toEqual([412, '/problems/version-moved-on']);
    expect(detail).not.toContain('Nothing was changed.');
    const [, id = ''] = /in the register now, as (AG-\d+): add it by that id\./.exec(detail) ?? [];
    expect((await under.ask('GET', `/agencies/${id}`)).json()).toMatchObject({ name: 'Example Scouts' });
    expect((await race.act('/agencies', { agency: id })).events).toEqual(['AgencyIdentified']);
  });

  test('is not added for an act that is refused', async () => {
    const race = await cast.open();
    await race.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason' });
    const url = `/cases/${race.reference}/agencies`;
    await expectRefused(under, url, {
      name: 'after the end',
      asking: { body: { newAgency: SCOUTS } },
      status: 409,
      type: 'case-ended',
      says: 'the referral was withdrawn',
    });
    const open = await cast.open();
    await expectRefused(under, `/cases/${open.reference}/agencies`, {
      name: 'on an older version',
      asking: { body: { newAgency: SCOUTS }, ifMatch: '"1"' },
      status: 412,
      type: 'version-moved-on',
    });
  });

  test.each([
    ['neither', {}, 422, 'agency-or-new-agency', '/agency'],
    ['both', { agency: COUNCIL, newAgency: SCOUTS }, 422, 'agency-or-new-agency', '/agency'],
    [
      'a seat that is not for it',
      { newAgency: { ...SCOUTS, seat: 'police' } },
      ...([422, 'seat-not-for-kind', '/newAgency/seat'] as const),
    ],
    [
      'a kind that there is not',
      { newAgency: { ...SCOUTS, kind: 'scouts' } },
      ...([400, 'malformed-request', '/newAgency/kind'] as const),
    ],
  ] as const)('%s', async (name, body, status, type, pointer) => {
    const race = await cast.open();
    const bad = { name, asking: { body }, status, type, pointer: `body ${pointer}` };
    await expectRefused(under, `/cases/${race.reference}/agencies`, bad);
  });
});

describe('a referral', () => {
  const log = (changes: object) => under.ask('POST', '/cases', { body: referral({ ...changes }) });

  test('R10: may name the rules to count by, and the case keeps them', async () => {
    const answer = await log({ profile: 'national-notification' });
    const { reference } = answer.json<{ reference: string }>();
    expect((await under.ask('GET', `/cases/${reference}`)).json()).toMatchObject({
      profile: { id: 'national-notification', version: 1 },
    });
    expect(problemIn(await log({ profile: 'of-our-own' }))).toMatchObject({
      status: 400,
      errors: [{ pointer: '/profile' }],
    });
  });

  test('R21, R22: may be an episode of a case that has ended, or a possible duplicate: both are shown', async () => {
    const race = await cast.open();
    const { reference: other } = race;
    await race.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason' });
    const answer = await log({ episodeOf: other, maybeDuplicateOf: other });
    expect(answer.json<{ events: readonly string[] }>().events).toContain('DuplicateNoted');
    const { reference } = answer.json<{ reference: string }>();
    const view = (await under.ask('GET', `/cases/${reference}`)).json<CaseView>();
    expect(view).toMatchObject({ episodeOf: other, duplicates: [{ of: other }] });
    const { events } = (await under.ask('GET', `/cases/${reference}/chronology`)).json<{
      events: readonly { readonly what: string }[];
    }>();
    expect(events[0]?.what).toContain(`as a further episode of ${other}`);
  });

  test('R21: is no further episode of a case that is open', async () => {
    const { reference: open } = await cast.open();
    await expectRefused(under, '/cases', {
      name: 'of an open case',
      asking: { body: referral({ episodeOf: open }) },
      status: 422,
      type: 'episode-of-open-case',
      pointer: 'body /episodeOf',
      says: 'maybeDuplicateOf',
    });
  });

  test('R21: nor of one that was received after it: a year is mistyped, or it is about the same', async () => {
    const race = await cast.open();
    await race.act('/withdrawal', { agreedBy: AGREED_BY, reason: 'Canaryreason' });
    const receivedAt = '2025-03-30T16:20:00+01:00';
    await expectRefused(under, '/cases', {
      name: 'before its case',
      asking: {
        body: referral({ episodeOf: race.reference, receivedAt, lateLoggingReason: 'Canaryreason' }),
      },
      status: 422,
      type: 'episode-before-case',
      pointer: 'body /receivedAt',
      says: 'Check the year',
    });
  });

  test('R21: nor of one that was merged into a case that is open: who acts on it is sent there', async () => {
    const other = await cast.open();
    const race = await cast.open();
    await race.act('/duplicates', { of: other.reference });
    const settled = { as: 'merged', reason: 'Canaryreason' };
    await race.act(`/duplicates/${other.reference}/settlement`, settled);
    const says = `merged into ${race.reference}, which is open`;
    await expectRefused(under, '/cases', {
      name: 'of a merged case',
      asking: { body: referral({ episodeOf: other.reference }) },
      status: 422,
      type: 'episode-of-open-case',
      pointer: 'body /episodeOf',
      says,
    });
    const goesOn = `Act on ${race.reference}, which goes on for it.`;
    await other.refused('/agencies', { agency: SCHOOL }, { status: 409, type: 'case-ended', says: goesOn });
  });

  test.each(['episodeOf', 'maybeDuplicateOf'])(
    'naming a case that there is not in %s is refused',
    async (field) => {
      await expectRefused(under, '/cases', {
        name: field,
        asking: { body: referral({ [field]: 'RR-2026-0999' }) },
        status: 422,
        type: 'unknown-other-case',
        pointer: `body /${field}`,
        says: 'RR-2026-0999',
      });
    },
  );
});
