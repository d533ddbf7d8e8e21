// Changing an agency: contacts keep their ids, two people do not overwrite each other, and each change happens once.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import type { AgencyChanged, AgencyRecord, ContactChange } from '../../records/records';
import { act, added, addresses, contact, deputy, lead } from './inventedAgency';
import { recordsUnderTest, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

const changed = (answer: AgencyChanged): AgencyRecord => {
  if (answer.outcome !== 'changed') throw new Error(answer.outcome);
  return answer.agency;
};

describe('changing', () => {
  test('changes what is given and counts the version', async () => {
    const agency = await added(under.records);
    const answer = await under.records.agencies.change(agency.id, { name: 'Renamed School', ...act() });
    expect(changed(answer)).toEqual({ ...agency, name: 'Renamed School', version: 2 });
    const police = changed(
      await under.records.agencies.change(agency.id, { kind: 'police', seat: 'police', ...act() }),
    );
    expect(police).toMatchObject({ name: 'Renamed School', kind: 'police', seat: 'police', version: 3 });
    const seatless = changed(await under.records.agencies.change(agency.id, { seat: null, ...act() }));
    expect(seatless).not.toHaveProperty('seat');
  });

  test('of contacts keeps their ids: changed, withdrawn, added, back again', async () => {
    const agency = await added(under.records);
    const [one, two] = [contact(agency, 1), contact(agency, 2)];
    const first = await under.records.agencies.change(agency.id, {
      contacts: [
        { id: one, role: 'head', name: null },
        { email: 'new@school.example', name: 'Peregrine Invented' },
      ],
      ...act(),
    });
    expect(changed(first).contacts).toEqual([
      { id: one, level: 'lead', withdrawn: false },
      { id: two, level: 'lead', withdrawn: true },
      { id: contact(agency, 3), level: 'lead', withdrawn: false },
    ]);
    // A withdrawn contact has no address any more.
    expect(await addresses(under.records, agency)).toEqual({
      [one]: { email: lead.email, role: 'head' },
      [contact(agency, 3)]: { email: 'new@school.example', name: 'Peregrine Invented' },
    });
    await under.records.agencies.change(agency.id, {
      contacts: [{ id: two, email: 'back@school.example' }],
      ...act(),
    });
    expect(await addresses(under.records, agency)).toEqual({ [two]: { email: 'back@school.example' } });
  });

  test('of a contact changes its level alone, and keeps it where nothing is said', async () => {
    const agency = await added(under.records, { contacts: [lead, { ...deputy, level: 'deputy' }] });
    const [one, two] = [contact(agency, 1), contact(agency, 2)];
    const levels = async (contacts: readonly ContactChange[]): Promise<unknown> => {
      const answer = await under.records.agencies.change(agency.id, { contacts, ...act() });
      return changed(answer).contacts.map(({ level }) => level);
    };
    const senior = { email: 'senior@school.example', level: 'senior' } as const;
    expect(await levels([{ id: one, level: 'executive' }, { id: two, role: 'head' }, senior])).toEqual([
      'executive',
      'deputy',
      'senior',
    ]);
    expect(await addresses(under.records, agency)).toMatchObject({
      [one]: lead,
      [two]: { ...deputy, role: 'head' },
    });
    // Withdrawn and back again, it stands where it stood.
    expect(await levels([])).toEqual(['executive', 'deputy', 'senior']);
    expect(await levels([{ id: two }])).toEqual(['executive', 'deputy', 'senior']);
  });

  test('is refused for another version, changing nothing', async () => {
    const agency = await added(under.records);
    await under.records.agencies.change(agency.id, { name: 'Other', expectedVersion: 1, ...act() });
    const late = await under.records.agencies.change(agency.id, {
      name: 'Late',
      expectedVersion: 1,
      ...act(),
    });
    expect(late).toEqual({ outcome: 'movedOn', version: 2 });
    expect(await under.records.agencies.byId(agency.id)).toMatchObject({ name: 'Other', version: 2 });
  });

  test('of two people at the same moment, one is told that it moved on', async () => {
    const agency = await added(under.records);
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((name) =>
        under.records.agencies.change(agency.id, { name, expectedVersion: 1, ...act() }),
      ),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'movedOn', 'movedOn']);
  });

  test('happens once a command', async () => {
    const agency = await added(under.records);
    const change = { contacts: [{ email: 'new@school.example' }], expectedVersion: 1, ...act() };
    const answers = [
      await under.records.agencies.change(agency.id, change),
      await under.records.agencies.change(agency.id, change),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect((await under.records.agencies.byId(agency.id))?.contacts).toHaveLength(3);
  });

  test.each([
    [
      'an unknown contact',
      { contacts: [{ id: 'AG-0001-C9' as ContactId }] },
      { outcome: 'unknownContact', contact: 'AG-0001-C9' },
    ],
    [
      'a new contact without an address',
      { contacts: [{ name: 'Nobody' }] },
      { outcome: 'contactWithoutAddress' },
    ],
    [
      'a seat of another kind',
      { seat: 'police' as const },
      { outcome: 'seatNotForKind', kind: 'school', seat: 'police' },
    ],
  ])('is refused for %s, changing nothing', async (_, change, expected) => {
    const agency = await added(under.records);
    expect(await under.records.agencies.change(agency.id, { name: 'Other', ...change, ...act() })).toEqual(
      expected,
    );
    expect(await under.records.agencies.byId(agency.id)).toEqual(agency);
    expect(await addresses(under.records, agency)).toMatchObject({ [contact(agency, 1)]: lead });
  });

  test('is refused for an agency that is not there', async () => {
    const answer = await under.records.agencies.change('AG-9999' as AgencyId, { name: 'x', ...act() });
    expect(answer).toEqual({ outcome: 'unknownAgency' });
  });

  test('leaves who changed which fields and when, not what was in them', async () => {
    const agency = await added(under.records);
    await under.records.agencies.change(agency.id, { name: 'Other', contacts: [], ...act() });
    const withdrew = [contact(agency, 1), contact(agency, 2)];
    const changes = under.database.selectFrom('agency_change').selectAll().where('agency', '=', agency.id);
    expect(await changes.orderBy('version').execute()).toMatchObject([
      { version: 1, fields: ['added'], by: 'P-0001' },
      { version: 2, fields: ['name', 'contacts'], withdrew, by: 'P-0001' },
    ]);
  });
});
