// The names of those who acted on a case: asked of the register at once, however many they are, since every read of a case asks.

import { expect, test } from '@jest/globals';
import { namesOfPeople } from '../../../api/chronology/namesOfPeople';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { Records } from '../../../records/records';

const REGISTER = new Map([
  ['P-0001', 'Ottoline Invented'],
  ['P-0002', 'Barnaby Invented'],
]);

const askedOf = async (codes: readonly string[]) => {
  const asked: (readonly ActorId[])[] = [];
  const people: Pick<Records['people'], 'namesOf'> = {
    namesOf: (actors) => {
      asked.push(actors);
      return Promise.resolve(
        new Map(
          actors.flatMap((actor) => {
            const name = REGISTER.get(actor);
            return name === undefined ? [] : [[actor, name]];
          }),
        ),
      );
    },
  };
  return { names: await namesOfPeople({ people }, codes), asked };
};

test('people are asked for together and once; agencies and the service itself are no people', async () => {
  const { names, asked } = await askedOf(['P-0001', 'clock', 'P-0002', 'AG-0003', 'P-0001', 'P-0009']);
  expect(asked).toEqual([['P-0001', 'P-0002', 'P-0009']]);
  expect([names.get('P-0001'), names.get('P-0002'), names.get('P-0009'), names.get('clock')]).toEqual([
    ...['Ottoline Invented', 'Barnaby Invented', 'P-0009', 'The clock'],
  ]);
  expect(names.has('AG-0003')).toBe(false);
});
