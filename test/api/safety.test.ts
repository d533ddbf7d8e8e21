// Safety concerns over HTTP (R23): by whoever is on the case, told first what this is not, alerted until acknowledged.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import type { ConcernsView } from '../../api/safety/safetySchemas';
import { ROLES } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, POLICE, type Race } from './cast';
import { expectRefused } from './refusals';
import { openCase } from './stories';

let under: ApiUnderTest;
let cast: Cast;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  race = await cast.open();
});
afterAll(() => under.close());

const CONCERN = { concern: 'Canaryconcern for the brother', noticeRead: true };
const concernsOf = async (): Promise<ConcernsView['concerns']> =>
  (await race.read<ConcernsView>('/safety-concerns')).concerns;

test.each(ROLES)('%s is told what to do when a child is in danger', async (as) => {
  const answer = await under.ask('GET', '/safety-notice', { as });
  expect(answer.json<{ notice: string }>().notice).toMatch(
    /neither an emergency service nor a referral.*999.*children's services front door/,
  );
});

/** What the page of the case warns of first. */
const warnedFirst = async (of: Pick<Race, 'read'>): Promise<CaseView['warnings'][number] | undefined> =>
  (await of.read<CaseView>('')).warnings[0];
const openConcern = (number: number): CaseView['warnings'][number] => ({
  about: 'safetyConcernOpen',
  number,
  inWords: `Safety concern ${number} is not acknowledged: those on call are alerted again until somebody has it in hand and says so (POST /cases/{reference}/safety-concerns/${number}/acknowledgement). What it is about: GET /cases/{reference}/safety-concerns.`,
});

describe('raising a concern', () => {
  test.each([{}, { noticeRead: false }])('is refused with that notice where it was not read: %j', (read) =>
    expectRefused(under, `/cases/${race.reference}/safety-concerns`, {
      name: 'not read',
      asking: { body: { concern: CONCERN.concern, ...read } },
      status: 422,
      type: 'safety-notice-not-read',
      pointer: 'body /noticeRead',
      says: "ring 999; for any other concern for a child's safety, ring the children's services front door",
    }),
  );

  test('is done by an agency that is on the case, at any hour, and mailed to those on call at once', async () => {
    const { events } = await race.at('04-03 02:10').act('/safety-concerns', CONCERN, { as: 'agencyContact' });
    expect(events).toContain('SafetyConcernRaised');
    expect(await concernsOf()).toEqual([
      {
        number: 1,
        raisedAt: '2026-04-03T01:10:00.000Z',
        raisedBy: 'Alex Merrow',
        concern: { text: CONCERN.concern },
        alerts: 1,
        alertedAt: '2026-04-03T01:10:00.000Z',
        actions: [],
      },
    ]);
    expect(await race.mailGoes()).toContain('safetyAlert/1/1');
    expect(await warnedFirst(race)).toEqual(openConcern(1));
  });

  test('is repeated every half hour, until somebody acknowledges it by name', async () => {
    await race.at('04-03 02:40').wake();
    expect(await race.mailGoes()).toContain('safetyAlert/1/2');
    const note = 'Canarynote of a visit';
    await race
      .at('04-03 02:45')
      .act('/safety-concerns/1/acknowledgement', { note }, { as: 'partnerDelegate' });
    await race.at('04-03 03:30').wake();
    expect(await race.mailGoes()).not.toContain('safetyAlert/1/3');
    expect(await concernsOf()).toMatchObject([
      {
        alerts: 2,
        acknowledgedBy: 'Jo Whitcombe',
        acknowledgedAt: '2026-04-03T01:45:00.000Z',
        note: { text: note },
      },
    ]);
    expect((await warnedFirst(race))?.about).not.toBe('safetyConcernOpen');
  });

  test('what is done about it is recorded, before it is acknowledged and after, and stops no alert', async () => {
    const acted = await cast.open();
    await acted.at('04-03 02:10').act('/safety-concerns', CONCERN);
    const rang = { action: 'Canaryaction: rang the front door' };
    const visited = { action: 'Canaryaction: visited, all safe' };
    const path = '/safety-concerns/1/actions';
    expect((await acted.at('04-03 02:20').act(path, rang)).events).toEqual(['SafetyActionRecorded']);
    await acted.at('04-03 02:40').wake();
    expect(await acted.mailGoes()).toContain('safetyAlert/1/2');
    await acted.act('/safety-concerns/1/acknowledgement', {});
    await acted.at('04-03 09:00').act(path, visited, { as: 'partnerDelegate' });
    const { concerns } = await acted.read<ConcernsView>('/safety-concerns');
    expect(concerns[0]?.actions).toEqual([
      { at: '2026-04-03T01:20:00.000Z', by: 'Sam Inglewood', action: { text: rang.action } },
      { at: '2026-04-03T08:00:00.000Z', by: 'Jo Whitcombe', action: { text: visited.action } },
    ]);
    await expectRefused(under, `/cases/${acted.reference}/safety-concerns/2/actions`, {
      name: 'none',
      asking: { body: rang },
      status: 404,
      type: 'no-such-concern',
    });
  });

  test('that reaches nobody on call shows since when', async () => {
    const unreached = await cast.open();
    await unreached.at('04-03 02:10').act('/safety-concerns', CONCERN);
    const { records, gateway, clock } = under;
    const reference = unreached.reference as CaseReference;
    const refused = { at: clock.now, accepted: [], refused: ['onCall-1'], outcome: 'refused' } as const;
    await records.notices.end(`${reference}/safetyAlert/1/1`, refused);
    await gateway.hear(reference);
    const { concerns } = await unreached.read<ConcernsView>('/safety-concerns');
    expect(concerns).toMatchObject([{ alerts: 1, unreachedAt: '2026-04-03T01:10:00.000Z' }]);
    expect(await unreached.mailGoes()).toContainEqual(expect.stringContaining('teamBriefing/failed'));
  });

  test('an acknowledgement of what there is not, or a second one, is refused', async () => {
    const path = (number: string) => `/cases/${race.reference}/safety-concerns/${number}/acknowledgement`;
    await expectRefused(under, path('9'), {
      name: 'none',
      asking: { body: {} },
      status: 404,
      type: 'no-such-concern',
    });
    await expectRefused(under, path('1'), {
      name: 'twice',
      asking: { body: {} },
      status: 409,
      type: 'concern-already-acknowledged',
    });
    await expectRefused(under, path('one'), {
      name: 'no number',
      asking: { body: {} },
      status: 404,
      type: 'no-such-page',
    });
  });

  test('is taken from an agency that is kept off the case too, which learns no more of it (R13)', async () => {
    const off = await cast.open();
    const contact = `${COUNCIL}-C1`;
    await off.act('/excluded-contacts', { agency: COUNCIL, contact, reason: 'Canaryreason' });
    const answer = await off.ask('/safety-concerns', { body: CONCERN, as: 'agencyContact' });
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([
      200,
      ['reference', 'version', 'recorded', 'events'],
    ]);
  });

  test('is known in the case that goes on where its own was merged, until it is acknowledged (R22)', async () => {
    const [other, goesOn] = [await cast.open(), await cast.open()];
    await other.at('04-03 02:10').act('/safety-concerns', CONCERN);
    await goesOn.act('/duplicates', { of: other.reference });
    const settled = await goesOn.ask(`/duplicates/${other.reference}/settlement`, {
      body: { as: 'merged', reason: 'Canaryreason' },
    });
    const { inWords } = openConcern(1);
    const warning = {
      about: 'safetyConcernOpen',
      number: 1,
      of: other.reference,
      inWords: inWords
        .replace('concern 1', `concern 1 of ${other.reference}, which was merged into this case,`)
        .replaceAll('{reference}', other.reference),
    };
    expect(settled.json<Pick<CaseView, 'warnings'>>().warnings[0]).toEqual(warning);
    expect(await warnedFirst(goesOn)).toEqual(warning);
    const page = `/cases/${goesOn.reference}/timetable.txt`;
    expect((await under.ask('GET', page)).body).toContain(`To be known\n- ${warning.inWords}\n`);
    await other.act('/safety-concerns/1/acknowledgement', {});
    expect((await warnedFirst(goesOn))?.about).not.toBe('safetyConcernOpen');
  });

  test('is not for an agency that is not on the case, and nothing tells it whether there is one', async () => {
    cast.at('03-30 16:25');
    const other = await openCase(under, { agencies: [POLICE, BOARD] });
    for (const reference of [other, 'RR-2026-9999'])
      await expectRefused(under, `/cases/${reference}/safety-concerns`, {
        name: reference,
        asking: { as: 'agencyContact', body: CONCERN },
        status: 403,
        type: 'not-your-case',
        says: 'ring 999',
      });
  });

  test('is taken where no Rapid Review runs, from whoever is named there', async () => {
    const recorded = await openCase(under, { nature: 'careLeaverDeath', agencies: [COUNCIL] });
    const page = `/cases/${recorded}`;
    for (const as of ['coordinator', 'agencyContact'] as const) {
      const answer = await under.ask('POST', `${page}/safety-concerns`, { body: CONCERN, as });
      expect([as, answer.statusCode]).toEqual([as, 200]);
    }
    const [agency] = (await under.ask('GET', page)).json<CaseView>().agencies;
    expect(agency).toMatchObject({ agency: COUNCIL, name: 'Example City Council', request: 'notAsked' });
    expect((await under.ask('GET', `${page}/chronology`)).body).toContain('Example City Council was named');
    expect((await under.ask('GET', page)).json<CaseView>().warnings).toEqual([1, 2].map(openConcern));
  });
});
