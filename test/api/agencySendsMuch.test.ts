// What whoever has an agency's link can put into the records: an answer, and up to a hundred parts of one. What is refused of it
// leaves no text and no key behind, however often and however long it is sent.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { AgencyReturnsView } from '../../api/returns/returnsSchema';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { AgencyOnline, askedRace, isSoundMarkup, WHO } from './agencyOnline';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { Cast, POLICE, SCHOOL, type Race } from './cast';
import { problemIn } from './stories';

const LONG = 'Canarycontent '.repeat(7_000);

let under: ApiUnderTest;
let cast: Cast;
let online: AgencyOnline;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  online = new AgencyOnline(under);
});
afterAll(() => under.close());

/** How many texts of the case, and keys of anybody, are kept. */
const kept = async ({ reference }: Race): Promise<readonly [texts: number, keys: number]> => {
  const texts = await under.records.dossier.rowsOf(reference as CaseReference);
  const { rows } = await sql<{ keys: number }>`select count(*)::int as keys from reservation`.execute(
    under.database,
  );
  return [texts.length, rows[0]?.keys ?? 0];
};

describe('what the case refuses of an agency', () => {
  test('by its link is kept nowhere, and comes back to be copied', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    await online.send(`${path}/answer`, { answer: 'full', content: 'Canarycontent', by: WHO });
    await online.send(`${path}/records-secured`, { paper: 'yes', locked: 'yes', by: WHO });
    const before = await kept(race);

    for (const answer of ['full', 'partial', 'wrongOrganisation']) {
      const askInstead = answer === 'wrongOrganisation' ? 'Canaryorganisation' : '';
      const refused = await online.send(`${path}/answer`, { answer, content: LONG, askInstead, by: WHO });
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain('Your agency has answered already');
      expect(refused.body).toContain('Canarycontent </textarea>');
    }
    const again = await online.send(`${path}/records-secured`, {
      paper: 'yes',
      locked: 'yes',
      by: LONG.slice(0, 999),
    });
    expect(again.statusCode).toBe(409);
    expect(await kept(race)).toEqual(before);
  });

  test('by its account is kept nowhere either', async () => {
    const race = await askedRace(cast);
    const token = (
      await under.records.people.issue({
        role: 'agencyContact',
        person: 'Canaryperson',
        agency: POLICE as AgencyId,
        at: under.clock.now,
      })
    ).token;
    const asking = { as: null, headers: { authorization: `Bearer ${token}` } };
    const url = `/cases/${race.reference}/returns/${POLICE}`;
    const key = newKey();
    const body = { answer: 'full', content: 'Canarycontent' };
    expect((await under.ask('POST', url, { ...asking, key, body })).statusCode).toBe(200);
    const before = await kept(race);
    const refused = await under.ask('POST', url, { ...asking, body: { ...body, content: LONG } });
    expect(problemIn(refused).type).toBe('/problems/agency-already-answered');
    expect(await kept(race)).toEqual(before);
    // A repeat is answered as the first was.
    expect((await under.ask('POST', url, { ...asking, key, body })).statusCode).toBe(200);
  });
});

describe('parts of an answer', () => {
  test('are taken up to a hundred, and the whole answer after them', async () => {
    const race = await askedRace(cast);
    const path = await online.linkOf(race, SCHOOL);
    const send = (part: number, answer = 'partial') =>
      online.send(`${path}/answer`, { key: randomUUID(), answer, content: `Canarypart ${part}`, by: WHO });
    const last = { key: randomUUID(), answer: 'partial', content: 'Canarypart 100', by: WHO };
    for (let part = 1; part < 100; part += 1) expect((await send(part)).statusCode).toBe(303);
    expect((await online.send(`${path}/answer`, last)).statusCode).toBe(303);
    const before = await kept(race);

    const refused = await send(101);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('select that it is your full return');
    expect(refused.body).toContain('Nothing was changed.');
    expect(refused.body).toContain('Canarypart 101</textarea>');
    await isSoundMarkup(refused.body);
    // What was taken and is sent once more is answered as it was.
    expect((await online.send(`${path}/answer`, last)).statusCode).toBe(303);
    expect(await kept(race)).toEqual(before);

    const says = 'Put all that is left into the full return';
    const bad = { status: 409, type: 'too-many-parts', pointer: 'body /answer', says };
    await race.refused(`/returns/${SCHOOL}`, { answer: 'partial', content: 'Canarypart 101' }, bad);
    expect((await send(102, 'full')).statusCode).toBe(303);
    const { answers } = await race.read<AgencyReturnsView>(`/returns/${SCHOOL}`);
    expect(answers).toHaveLength(101);
  });
});
