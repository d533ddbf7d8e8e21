// The agency register: stable ids, one way to an address, each agency once, and R14's seats.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Seat } from '../../domain/policy/policyProfile';
import type { AgencyId } from '../../domain/timetable/facts';
import { maySit } from '../../domain/policy/agencyKinds';
import { nextNumber } from '../../records/counter';
import type { AgencyRecord } from '../../records/records';
import { act, added, addresses, contact, deputy, lead, school } from './inventedAgency';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';
import { waitingForLocks } from './waiting';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('adding', () => {
  test('gives ids, and says of contacts no more than theirs', async () => {
    const agency = await added(under.records);
    expect(agency).toEqual({
      id: 'AG-0001',
      version: 1,
      name: 'Invented School',
      kind: 'school',
      contacts: [
        { id: 'AG-0001-C1', level: 'lead', withdrawn: false },
        { id: 'AG-0001-C2', level: 'lead', withdrawn: false },
      ],
    });
    expect(await under.records.agencies.byId(agency.id)).toEqual(agency);
    expect(await under.records.agencies.byId('AG-9999' as AgencyId)).toBeUndefined();
    expect(await addresses(under.records, agency)).toEqual({ 'AG-0001-C1': lead, 'AG-0001-C2': deputy });
  });

  test('happens once a command, also at the same moment', async () => {
    const before = await added(under.records);
    const toAdd = school({ contacts: [] });
    let adding: Promise<readonly AgencyRecord[]> = Promise.resolve([]);
    await under.database.transaction().execute(async (transaction) => {
      // Nobody gets a number yet, so all of them are under way at once.
      await nextNumber(transaction, 'agency');
      adding = Promise.all(Array.from({ length: 4 }, () => under.records.agencies.add(toAdd)));
      while ((await waitingForLocks(under.database)) < 4);
    });
    const ids = (await adding).map(({ id }) => Number(id.slice(3)));
    expect(new Set(ids)).toEqual(new Set([Number(before.id.slice(3)) + 2]));
    const next = await added(under.records);
    expect(Number(next.id.slice(3))).toBe(Number(before.id.slice(3)) + 3);
  });

  test('takes a seat for the agency of its kind only', async () => {
    expect(await added(under.records, { kind: 'police', seat: 'police', contacts: [] })).toMatchObject({
      seat: 'police',
    });
    await expect(added(under.records, { kind: 'nhsProvider', seat: 'integratedCareBoard' })).rejects.toThrow(
      RangeError,
    );
    await expect(added(under.records, { kind: 'britishTransportPolice', seat: 'police' })).rejects.toThrow(
      RangeError,
    );
    expect(maySit('localAuthority', 'localAuthority')).toBe(true);
  });
});

describe('the level of a contact', () => {
  test('is the one given, and lead where none is', async () => {
    const agency = await added(under.records, {
      contacts: [lead, { ...deputy, level: 'deputy' }, { ...deputy, level: 'executive' }],
    });
    expect(agency.contacts.map(({ level }) => level)).toEqual(['lead', 'deputy', 'executive']);
    // It is no secret, and so no part of what is.
    expect(await addresses(under.records, agency)).toMatchObject({ [contact(agency, 2)]: deputy });
    const [opened] = (await under.records.agencies.addressesOf(agency.id, [contact(agency, 2)])).values();
    expect(opened).not.toHaveProperty('level');
  });

  test('is none that there is not', async () => {
    await expect(added(under.records, { contacts: [{ ...lead, level: 'boss' as never }] })).rejects.toThrow(
      'agency_contact_level_check',
    );
  });
});

test('the agencies of a seat are those that hold it, in the order of adding', async () => {
  const { agencies } = under.records;
  const ids = async (seat: Seat): Promise<readonly AgencyId[]> =>
    (await agencies.bySeat(seat)).map(({ id }) => id);
  const before = await ids('integratedCareBoard');
  const board = { kind: 'integratedCareBoard', seat: 'integratedCareBoard' } as const;
  const [one, two] = [await added(under.records, board), await added(under.records, board)];
  await added(under.records, { kind: 'integratedCareBoard' });
  await added(under.records, { kind: 'localAuthority', seat: 'localAuthority' });
  expect(await ids('integratedCareBoard')).toEqual([...before, one.id, two.id]);
  expect(await agencies.bySeat('integratedCareBoard')).toContainEqual(one);
  await agencies.change(one.id, { seat: null, ...act() });
  expect(await ids('integratedCareBoard')).toEqual([...before, two.id]);
});

test('addresses are given for the agency that is asked about, and no other', async () => {
  const [agency, other] = [await added(under.records), await added(under.records)];
  expect((await under.records.agencies.addressesOf(other.id, [contact(agency, 1)])).size).toBe(0);
  expect((await under.records.agencies.addressesOf(agency.id, [])).size).toBe(0);
});

test('who a withdrawn contact was is still known, and is no address to write to', async () => {
  const agency = await added(under.records);
  const [first, second] = [contact(agency, 1), contact(agency, 2)];
  await under.records.agencies.change(agency.id, { ...act(), contacts: [{ id: second }] });
  const { agencies } = under.records;
  expect([...(await agencies.addressesOf(agency.id, [first, second])).keys()]).toEqual([second]);
  expect((await agencies.detailsOf([first])).get(first)).toMatchObject({ email: lead.email });
  expect((await agencies.detailsOf([])).size).toBe(0);
});

test('an address moved to another contact in the database does not open', async () => {
  const agency = await added(under.records);
  const { sealed } = await under.database
    .selectFrom('agency_contact')
    .select('sealed')
    .where('id', '=', contact(agency, 2))
    .executeTakeFirstOrThrow();
  await under.database
    .updateTable('agency_contact')
    .set({ sealed })
    .where('id', '=', contact(agency, 1))
    .execute();
  await expect(under.records.agencies.addressesOf(agency.id, [contact(agency, 1)])).rejects.toThrow(
    'cannot be opened',
  );
});

test('the list comes a page at a time, in the order of adding, beyond four digits too', async () => {
  await under.database.updateTable('counter').set({ last: 9_997 }).where('name', '=', 'agency').execute();
  for (let n = 0; n < 4; n += 1) await added(under.records, { contacts: [] });
  const whole = (await under.records.agencies.list({ limit: 100 })).items.map(({ id }) => id);
  expect(whole.slice(-4)).toEqual(['AG-9998', 'AG-9999', 'AG-10000', 'AG-10001']);
  const paged: AgencyId[] = [];
  for (let after: AgencyId | undefined; ;) {
    const page = await under.records.agencies.list({ limit: 3, ...(after === undefined ? {} : { after }) });
    paged.push(...page.items.map(({ id }) => id));
    if (page.next === undefined) break;
    after = page.next;
  }
  expect(paged).toEqual(whole);
  const two = await under.records.agencies.byIds(['AG-10000', 'AG-0001', 'AG-7777'] as AgencyId[]);
  expect(two.map(({ id }) => id)).toEqual(['AG-0001', 'AG-10000']);
  expect(await under.records.agencies.byIds([])).toEqual([]);
});
