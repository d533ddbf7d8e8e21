// A scoping request that nobody has in hand any more, since whoever it was addressed to is kept off the case (R13): the case says so,
// until it is sent again or answered.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { answer, excluded, Race, SCHOOL } from './race';
import { AWARE, CONTACT, REASON } from './story';

const [LEAD, DEPUTY] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2)];
const toSchool = {
  agency: SCHOOL,
  contacts: [LEAD],
  above: [
    { contact: DEPUTY, level: 'deputy' },
    { contact: CONTACT(SCHOOL, 3), level: 'senior' },
  ],
} as const;
const send = { kind: 'sendScopingRequests', agencies: [toSchool] } as const;
const exclude = (contact = LEAD) => excluded(SCHOOL, contact);

const mailed = () => new Race().received().at('2026-03-31 10:00').act(send);
const asked = () => {
  const race = mailed();
  return race.hear(race.report(SCHOOL, 'accepted'));
};
const onPaper = () =>
  new Race()
    .received()
    .at('2026-03-31 10:00')
    .act({ kind: 'recordRequestSent', channel: 'paper', on: civilDate('2026-03-31'), ...toSchool });
const warned = ({ state, calendar }: Race) =>
  warningsOf(state, calendar).filter(({ about }) => about === 'askedAreExcluded');
const WARNING = { about: 'askedAreExcluded', agency: SCHOOL } as const;

describe('R13: a request whose only addressee is kept off the case is warned of', () => {
  it('until it is sent again, to whoever stands above them', () => {
    const race = asked();
    expect(warned(race)).toEqual([]);
    expect(warned(race.act(exclude()))).toEqual([WARNING]);
    expect(race.act(send).last.body).toMatchObject({ sending: 2, contacts: [DEPUTY] });
    expect(warned(race)).toEqual([]);
    // And anew, where the deputy is kept off too, or cannot be mailed.
    expect(warned(race.act(exclude(DEPUTY)))).toEqual([WARNING]);
  });

  it('until it is answered in full', () => {
    const race = asked().act(exclude());
    race.act(answer(SCHOOL, '2026-03-31', { answer: 'partial' }));
    expect(warned(race)).toEqual([WARNING]);
    expect(warned(race.act(answer(SCHOOL, '2026-03-31', { answer: 'nil' })))).toEqual([]);
  });

  it('until they are let back', () => {
    const race = asked().act(exclude());
    race.act({ kind: 'readmitContact', agency: SCHOOL, contact: LEAD, reason: REASON });
    expect(warned(race)).toEqual([]);
  });

  it('while its mail is on its way, too', () => {
    expect(warned(mailed().act(exclude()))).toEqual([WARNING]);
  });
});

it('R13: a request that somebody has in hand all the same is not warned of', () => {
  const two = new Race().received().asked().send([SCHOOL], 2).act(exclude());
  const wentOnPaper = onPaper().act(exclude());
  const isVoid = asked().act(exclude()).act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON });
  expect([two, wentOnPaper, isVoid].map(warned)).toEqual([[], [], []]);
});

it('R13: a request whose mail one has not got, and the other is kept off the case, lies with nobody', () => {
  const two = { ...send, agencies: [{ ...toSchool, contacts: [LEAD, DEPUTY] }] } as const;
  const both = () => {
    const race = new Race().received().at('2026-03-31 10:00').act(two);
    return race.hear(race.report(SCHOOL, 'accepted'));
  };
  const bounce = { kind: 'recordBounce', agency: SCHOOL, contact: DEPUTY } as const;
  expect(warned(both().act(bounce).act(exclude()))).toEqual([WARNING]);
  expect([both().act(bounce), both().act(exclude())].map(warned)).toEqual([[], []]);
});

it('R13: where nobody above is left, the case warns that no mail reaches the agency, and not of its request beside that', () => {
  const race = new Race().received(AWARE).asked().act(exclude());
  expect(warningsOf(race.state, race.calendar)).toEqual([{ about: 'agencyNotReached', agency: SCHOOL }]);
});
