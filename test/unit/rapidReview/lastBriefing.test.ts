// What the team had not heard of when a case ended, it hears in one more mail of 09:00 (R6, R12, R20): once, over an outage too, and not
// twice where the withdrawal is undone.

import { describe, expect, it } from '@jest/globals';
import { comingNotices } from '../../../domain/rapidReview/comingNotices';
import { wakeAt } from '../../../domain/rapidReview/wake';
import { POLICE, Race, SCHOOL, WITHDRAWAL, answer } from './race';
import { AGENCY, REASON, REFERENCE, Story, london } from './story';
import { told } from './tellings';

const undo = { kind: 'undoWithdrawal', reason: REASON } as const;
const OUTCOME = 'outcome/1/';

/** The outcome is told on the 14th, and no mail of it arrives; the Panel agrees before the next nine. */
const settled = (): Race => {
  const race = new Race().received().asked().meetingArranged().returned().quorate().decided();
  race.evidenced().closed().signedOff().reported().referenced().informed().at('2026-04-14 15:00');
  for (const { key, to } of race.notices.filter((one) => one.key.includes(OUTCOME)))
    race.hear({ key, to, refused: [], outcome: 'refused' });
  return race.at('2026-04-15 08:30').replied('agrees');
};

/** Three returns are missed on the 10th at midnight, and the case is withdrawn before nine. */
const withdrawn = (): Race =>
  new Race()
    .received()
    .asked()
    .meetingArranged()
    .returned('2026-04-08', SCHOOL)
    .at('2026-04-10 08:00')
    .act(WITHDRAWAL);

const briefingsAfterTheEnd = (race: Race): readonly string[] => {
  const end = race.of('CaseEnded').at(-1)?.number ?? 0;
  return race
    .of('TeamBriefed')
    .flatMap(({ at, number, body }) =>
      number < end ? [] : [`${Story.say(at)} ${body.items.map(({ about }) => about).join(' ')}`],
    );
};

describe('R12 and R20: after the end', () => {
  it('failed mails that the team had not heard of are told at the next nine, once', () => {
    const race = settled();
    expect(wakeAt(race.state, race.calendar)).toBe(london('2026-04-15 09:00'));
    race.at('2026-05-30 12:00');
    expect(told(race, 'mailFailed')).toHaveLength(8);
    expect(new Set(told(race, 'mailFailed'))).toEqual(new Set(['2026-04-15 09:00']));
    expect(race.mails('teamBriefing').at(-1)).toBe('teamBriefing/2026-04-15');
    expect(wakeAt(race.state, race.calendar)).toBeUndefined();
  });

  it('so are misses; what was at risk or waited for the meeting has lapsed', () => {
    expect(briefingsAfterTheEnd(withdrawn().at('2026-05-30 12:00'))).toEqual([
      '2026-04-10 09:00 missed missed missed',
    ]);
  });

  it('so are those that the withdrawal itself finds, where nothing ran overnight', () => {
    const race = new Race().received().asked().returned('2026-04-08', SCHOOL).at('2026-04-09 20:00');
    // The clock stands there: what midnight brought is found with the act.
    race.now = london('2026-04-10 08:00');
    race.act(WITHDRAWAL).at('2026-05-30 12:00');
    expect(race.misses().at(-1)).toMatch(/^2026-04-10 08:00/);
    expect(briefingsAfterTheEnd(race)).toEqual(['2026-04-10 09:00 missed missed missed']);
  });

  it('so is an agency that was named, and that nobody added or declined', () => {
    const named = { answer: 'wrongOrganisation', askInstead: { agency: AGENCY(7) } } as const;
    const race = new Race()
      .received()
      .asked()
      .at('2026-04-08 12:00')
      .act(answer(SCHOOL, '2026-04-08', named));
    race.act(WITHDRAWAL);
    // Nobody can add it any more to a case that has ended.
    race
      .at('2026-04-08 13:00')
      .act(answer(POLICE, '2026-04-08', named))
      .at('2026-05-30 12:00');
    expect(briefingsAfterTheEnd(race)).toEqual(['2026-04-09 09:00 agencyProposed']);
  });

  it('so is that a miss which the team had heard of is none', () => {
    const race = new Race().received().asked().at('2026-04-13 12:00').returned('2026-04-13', SCHOOL);
    race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, on: '2026-04-09' as never, reason: REASON });
    race.act(WITHDRAWAL).at('2026-05-30 12:00');
    expect(briefingsAfterTheEnd(race)).toEqual(['2026-04-14 09:00 missTakenBack']);
  });

  it('an outage at nine is recorded, and the mail goes the next working day', () => {
    const race = withdrawn().outageUntil('2026-04-10 17:00');
    expect(race.of('BriefingSkipped').at(-1)?.body).toEqual({ on: '2026-04-10', lapsedWarnings: [] });
    expect(briefingsAfterTheEnd(race.at('2026-05-30 12:00'))).toEqual([
      '2026-04-13 09:00 missed missed missed',
    ]);
  });

  it('refused by the mail server, it is told by no other: the team cannot be mailed of its own mail', () => {
    const race = withdrawn().at('2026-04-10 10:00');
    const [key = ''] = race.mails('teamBriefing').slice(-1);
    expect(key).toBe('teamBriefing/2026-04-10');
    const to = { role: 'team' } as const;
    race.hear({ key: `${REFERENCE}/${key}`, to, refused: [], outcome: 'refused' });
    expect(race.last).toMatchObject({ kind: 'NoticeFailed', body: { outcome: 'refused' } });
    expect(race.at('2026-05-30 12:00').mails('teamBriefing').at(-1)).toBe(key);
  });

  it('the coming mails show it', () => {
    const { state, calendar, now } = withdrawn();
    const coming = state.status === 'ended' ? comingNotices(state, calendar, now, 3) : [];
    expect(coming.map(({ at, notice }) => [at, notice.key])).toEqual([
      [london('2026-04-10 09:00'), `${REFERENCE}/teamBriefing/2026-04-10`],
    ]);
  });

  it('where all had been told by then, nothing wakes the case', () => {
    const race = new Race().received().asked().at('2026-04-01 12:00').act(WITHDRAWAL);
    expect(wakeAt(race.state, race.calendar)).toBeUndefined();
  });
});

describe('R12 and R21: a withdrawal that is undone', () => {
  it('before that nine leaves it to the ordinary mail, and tells nothing twice', () => {
    const race = withdrawn().at('2026-04-10 08:30').act(undo).at('2026-04-30 12:00');
    expect(told(race, 'missed').filter((at) => at === '2026-04-10 09:00')).toHaveLength(3);
    const returns = race
      .of('TeamBriefed')
      .flatMap(({ body }) => body.items)
      .filter((item) => item.about === 'missed' && item.key.startsWith('agencyReturn'));
    expect(returns).toHaveLength(3);
  });

  it('after that nine tells none of it again', () => {
    const race = withdrawn().at('2026-04-10 12:00').act(undo).at('2026-04-13 12:00');
    expect(told(race, 'missed').filter((at) => at > '2026-04-10 08:00')).toEqual(
      Array.from({ length: 3 }, () => '2026-04-10 09:00'),
    );
  });

  it('what failed after the end, and was told at once, is not told again', () => {
    const race = withdrawn().at('2026-04-10 12:00');
    const to = { role: 'agency', agency: SCHOOL, contacts: [] } as const;
    race.hear({ key: `${REFERENCE}/ended/1/${SCHOOL}`, to, refused: [], outcome: 'refused' });
    expect(race.mails('teamBriefing').at(-1)).toContain('teamBriefing/failed/');
    expect(told(race.act(undo).at('2026-04-30 12:00'), 'mailFailed')).toEqual([]);
  });
});
