// What the page of an agency says of its answers and lets it send (R24), while the review goes on and after its end.

import { expect, it } from '@jest/globals';
import { answerViewOf, type AnswerView } from '../../../api/answers/answerView';
import { londonDateOf } from '../../../domain/calendar/londonTime';
import { agencyOn } from '../../../domain/rapidReview/agenciesOfCase';
import type { Answer } from '../../../domain/rapidReview/state';
import { Race, SCHOOL, WITHDRAWAL, answer, row } from '../rapidReview/race';
import { REASON } from '../rapidReview/story';

const asked = (): Race => new Race().received().asked().at('2026-04-07 12:00');

const viewOf = ({ state, calendar, now }: Race, textsKept = true): AnswerView => {
  if (state.status === 'none' || state.status === 'recordedOnly') throw new Error('no review');
  const known = agencyOn(state, SCHOOL);
  if (known === undefined) throw new Error('nobody asked the school');
  return answerViewOf(state, calendar, known, 'The school', {
    today: londonDateOf(calendar, now),
    textsKept,
  });
};

const sentBack = (given: Answer): string | undefined => {
  const race = asked().act(answer(SCHOOL, '2026-04-07', { answer: given }));
  race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: row('missing') });
  return viewOf(race).told.at(-1);
};

it('of an answer that was sent back it says what is wrong with one of its kind', () => {
  expect(sentBack('full')).toContain(
    'sent it back: something is missing. Contact the team, who will tell you what',
  );
  for (const given of ['nil', 'notKnown', 'wrongOrganisation'] as const) {
    expect(sentBack(given)).toContain('we cannot rely on it, so our request stands. Contact the team');
    expect(sentBack(given)).not.toContain('missing');
  }
});

it('after the end what comes late is taken, records as well as answers', () => {
  const over = asked().act(WITHDRAWAL);
  expect(viewOf(over)).toMatchObject({ asks: [], mayAnswer: true, maySecure: true });
  over.act({
    kind: 'recordRecordsSecured',
    agency: SCHOOL,
    on: londonDateOf(over.calendar, over.now),
    secured: { paper: true, electronic: false, locked: true },
  });
  expect(viewOf(over)).toMatchObject({ mayAnswer: true, maySecure: false });
  expect(viewOf(over).told).toEqual(['Your records were secured on Tuesday 7 April 2026, as you told us.']);
});

it('of a date that has passed it says what still helps, a return late or the word of the records', () => {
  const late = (race: Race) => viewOf(race).asks.map(({ what, late: says }) => [what, says]);
  const [records, template] = ['Secure your records and tell us', 'Return the scoping template'];
  expect(late(asked())).toEqual([
    [records, 'Please do it today.'],
    [template, ''],
  ]);
  expect(late(asked().at('2026-04-10 12:00'))).toEqual([
    [records, 'Please do it today.'],
    [template, 'It is not too late: what you know still helps.'],
  ]);
});

it('once the texts of a review are destroyed nothing is taken, and it says whom to tell', () => {
  const over = asked().act(WITHDRAWAL);
  expect(viewOf(over).ended).toContain('Late returns are still taken.');
  const view = viewOf(over, false);
  expect(view).toMatchObject({ mayAnswer: false, maySecure: false });
  expect(view.ended).toMatch(/nothing can be sent here\. If you know .*, contact the team\.$/u);
  expect(view.ended).not.toContain('Late returns');
});

it('of a review that was joined with another nothing is taken here', () => {
  const merged = asked().act({ kind: 'endAsMerged', into: 'RR-2026-0008' as never, reason: REASON });
  expect(viewOf(merged)).toMatchObject({ mayAnswer: false, maySecure: false });
  expect(viewOf(merged).ended).toContain('was joined with RR-2026-0008');
});
