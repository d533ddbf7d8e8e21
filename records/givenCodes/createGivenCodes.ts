// Codes given before these records, over PostgreSQL: their counters are moved on, never back.

import { numbersOf as referenceNumbers } from '../../domain/rapidReview/references';
import type { Database } from '../connect';
import { COUNTERS, passNumber } from '../counter';
import type { CodesNamed, GivenCodes } from './givenCodes';

const CONTACT = /^(AG-\d+)-C(\d+)$/;
const ITS_NUMBER = /\d+$/;

/** Of each counter the number that it must have passed. */
const numbersOf = (named: CodesNamed): readonly (readonly [counter: string, number: number])[] => {
  const after = (counter: string, codes: readonly string[]) =>
    codes.map((code) => [counter, Number(ITS_NUMBER.exec(code)?.[0] ?? 0)] as const);
  return [
    ...named.cases.map((code) => {
      const [year, number] = referenceNumbers(code);
      return [COUNTERS.case(year), number] as const;
    }),
    ...after(COUNTERS.agency, named.agencies),
    ...named.contacts.flatMap((code) => {
      const [, agency = '', position = ''] = CONTACT.exec(code) ?? [];
      return after(COUNTERS.contact(agency), [position]);
    }),
    ...after(COUNTERS.person, named.people),
    ...after(COUNTERS.diary, named.diaryDates),
    ...named.calendarChanges.map((number) => [COUNTERS.calendarChange, number] as const),
  ];
};

const lackingOf = async <T>(
  named: readonly T[],
  inRegister: (named: readonly T[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  if (named.length === 0) return [];
  const known = new Set(await inRegister(named));
  return named.filter((code) => !known.has(code));
};

export const createGivenCodes = (database: Database): GivenCodes => ({
  passOver: async (named) => {
    for (const [counter, number] of numbersOf(named)) await passNumber(database, counter, number);
  },
  lacking: async ({ agencies, contacts, people, diaryDates, calendarChanges }) => ({
    agencies: await lackingOf(agencies, async (ids) => {
      const rows = await database.selectFrom('agency').select('id').where('id', 'in', ids).execute();
      return rows.map(({ id }) => id);
    }),
    contacts: await lackingOf(contacts, async (ids) => {
      const rows = await database.selectFrom('agency_contact').select('id').where('id', 'in', ids).execute();
      return rows.map(({ id }) => id);
    }),
    people: await lackingOf(people, async (codes) => {
      const rows = await database.selectFrom('person').select('actor').where('actor', 'in', codes).execute();
      return rows.map(({ actor }) => actor);
    }),
    diaryDates: await lackingOf(diaryDates, async (dates) => {
      const rows = await database
        .selectFrom('diary_change')
        .select('date')
        .where('date', 'in', dates)
        .execute();
      return rows.map(({ date }) => date);
    }),
    calendarChanges: await lackingOf(calendarChanges, async (numbers) => {
      const changes = database.selectFrom('calendar_change').select('number');
      return (await changes.where('number', 'in', numbers).execute()).map(({ number }) => number);
    }),
  }),
});
