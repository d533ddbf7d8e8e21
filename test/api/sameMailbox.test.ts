// Somebody who is kept off a case, and is listed at two agencies on it under the same mailbox: neither link lets them in (R13).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AgencyOnline, askedRace } from './agencyOnline';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, HOSPITAL, POLICE, SCHOOL } from './cast';

let under: ApiUnderTest;
let cast: Cast;
let online: AgencyOnline;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  online = new AgencyOnline(under);
});
afterAll(() => under.close());

test('R13: is kept off under both, whose links end; whoever is somebody else is not', async () => {
  const own = `${SCHOOL}-C1` as never;
  const address = (await under.records.agencies.addressesOf(SCHOOL as never, [own])).get(own)?.email ?? '';
  const email = address.toUpperCase();
  const changed = await under.ask('PATCH', `/agencies/${POLICE}`, {
    body: { contacts: [{ id: `${POLICE}-C1`, email }] },
  });
  expect(changed.statusCode).toBe(200);
  const race = await askedRace(cast);
  const links = await Promise.all([SCHOOL, POLICE, HOSPITAL].map((agency) => online.linkOf(race, agency)));
  const statuses = () => Promise.all(links.map(async (link) => (await online.see(link)).statusCode));
  expect(await statuses()).toEqual([200, 200, 200]);
  const { events } = await race.act('/excluded-contacts', {
    agency: SCHOOL,
    contact: own,
    reason: 'Canaryreason of a conflict',
  });
  expect(events).toEqual(['ContactExcluded', 'ContactExcluded']);
  expect((await online.stateOf(race)).excludedContacts).toEqual([own, `${POLICE}-C1`]);
  expect(await statuses()).toEqual([404, 404, 200]);
  // Readmitted one by one: it may have been somebody of the same address.
  await race.act(`/excluded-contacts/${POLICE}-C1/readmission`, { reason: 'Canaryreason of a mistake' });
  expect(await statuses()).toEqual([404, 200, 200]);
});
