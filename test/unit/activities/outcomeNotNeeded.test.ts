// What came of the review, on its way to an agency that says meanwhile that the case is none of its business (R18, R24).

import { expect, it } from '@jest/globals';
import { answer, Race, SCHOOL } from '../rapidReview/race';
import { expectNotNeeded } from './expectNotNeeded';
import { Office } from './office';

/** The outcome is told on Tuesday 14 April; the school has not answered, and the mail server is away. */
const told = (): { readonly office: Office; readonly key: string } => {
  const race = new Race().received().asked().meetingArranged().quorate().decided().evidenced().closed();
  race.signedOff().reported().referenced().informed();
  const key = race.notices.find(({ key: of }) => of.endsWith(`outcome/1/${SCHOOL}`))?.key ?? '';
  return { office: new Office(race).only(key), key };
};
const says = (said: 'wrongOrganisation' | 'nil') => answer(SCHOOL, '2026-04-14', { answer: said });

it('R18: is not told any more to whoever was asked by mistake', async () => {
  const { office, key } = told();
  office.story.act(says('wrongOrganisation'));
  await expectNotNeeded(office.catchUp().only(key), key, 'EOVERTAKEN');
});

it('R18: is told to any other', async () => {
  const { office, key } = told();
  office.story.act(says('nil'));
  await office.catchUp().only(key).call();
  expect(office.sent.map((mail) => mail.key)).toEqual([key]);
});
