// An agency that is still to be asked, and of which nobody in the register can be written to (R13): the case warns of it while its request
// is still ahead, where whom the register has is known.

import { expect, it } from '@jest/globals';
import type { ContactId } from '../../../domain/timetable/facts';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { agenciesToAsk } from '../../../domain/rapidReview/warningsOfAsking';
import { COUNCIL, excluded, Race, SCHOOL } from './race';
import { AWARE, CONTACT, REASON } from './story';

const DUE = { due: '2026-04-01' };
const NOBODY = { about: 'nobodyToAsk', agency: SCHOOL };
const fresh = () => new Race().received({ agencies: [COUNCIL, SCHOOL], ...AWARE });
/** Of the school alone the register has those; the council can be written to. */
const warned = ({ state, calendar }: Race, ...contacts: readonly ContactId[]) =>
  warningsOf(
    state,
    calendar,
    [],
    new Map([
      [COUNCIL, [CONTACT(COUNCIL)]],
      [SCHOOL, contacts],
    ]),
  );

it('R13: that has no contact, with the day by which it is to be asked, until somebody has asked it', () => {
  const race = fresh();
  expect(warned(race)).toEqual([{ ...NOBODY, ...DUE }]);
  expect(warned(race, CONTACT(SCHOOL))).toEqual([]);
  expect(
    warned(race.at('2026-04-02 12:00')).filter((one) => 'agency' in one && one.agency === SCHOOL),
  ).toEqual([{ ...NOBODY, ...DUE, missed: true }]);
  expect(agenciesToAsk(race.state)).toEqual([COUNCIL, SCHOOL]);
  race.sent(COUNCIL, SCHOOL);
  expect([agenciesToAsk(race.state), warned(race)]).toEqual([[], []]);
});

it('R13: that is not in the register at all', () => {
  const { state, calendar } = fresh();
  expect(warningsOf(state, calendar, [], new Map([[COUNCIL, [CONTACT(COUNCIL)]]]))).toEqual([
    { ...NOBODY, ...DUE },
  ]);
});

it('R13: of which everybody is kept off this case; an address from which mail came back is tried anew', () => {
  const [first, second] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2)];
  const race = fresh().act(excluded(SCHOOL));
  expect(warned(race, first)).toEqual([{ ...NOBODY, ...DUE }]);
  expect(warned(race, first, second)).toEqual([]);
  // That of a request which came back says so itself.
  const back = fresh().at('2026-03-31 10:00').sent(COUNCIL, SCHOOL);
  back.act({ kind: 'recordBounce', agency: SCHOOL, contact: first });
  const isVoid = { about: 'requestVoid', agency: SCHOOL, cause: 'everyAddressBounced', ...DUE };
  expect(warned(back, first)).toEqual([isVoid]);
  expect(warned(back.act(excluded(SCHOOL)), first)).toEqual([{ ...isVoid, nobody: true }]);
  expect(warned(back, first, second)).toEqual([isVoid]);
});

it('R13: nothing is said where nobody has looked into the register, nor after the end', () => {
  const { state, calendar } = fresh();
  expect(warningsOf(state, calendar)).toEqual([]);
  const ended = fresh().act({
    kind: 'endAsMerged',
    into: 'RR-2026-0004' as never,
    reason: REASON,
  });
  expect([agenciesToAsk(ended.state), warned(ended)]).toEqual([[], []]);
});
