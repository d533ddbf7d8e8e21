// Which answers a decision lacked, where one of them was sent back meanwhile (R8, R16): by what stood as it was taken, in whatever order
// that is recorded.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { decision, POLICE, Race, row, SCHOOL } from './race';
import { REASON } from './story';

const MEETING = '2026-04-14 10:00';
const sendBack = (agency = SCHOOL) =>
  ({ kind: 'sendBackReturn', agency, number: 1, missing: row('missing') }) as const;

/** All have answered on Wednesday 8 April, and the meeting of Tuesday 14 April is closed. */
const met = () => new Race().received().asked().meetingArranged().returned();
const lacked = (race: Race) => race.open.decisions.map(({ missingReturns }) => missingReturns);
const put = (race: Race, on: string) =>
  race.act({ kind: 'correctMeetingDay', meeting: 1, on: civilDate(on), reason: REASON });

describe('R16: an answer that was sent back', () => {
  it.each([
    ['after the decision', '2026-04-15 12:00', []],
    ['in the minute after it', '2026-04-14 10:01', []],
    ['before it, on its day', '2026-04-14 09:59', [SCHOOL]],
    ['before its day', '2026-04-13 12:00', [SCHOOL]],
  ])('%s, in whatever order they are recorded', (_when, at, lacking) => {
    const atOnce = met();
    if (at < MEETING) atOnce.at(at).act(sendBack());
    atOnce.quorate().decided().closed();
    if (at > MEETING) atOnce.at(at).act(sendBack());

    const late = met();
    if (at < MEETING) late.at(at).act(sendBack());
    late.quorate().at('2026-04-14 10:00').closed();
    if (at > MEETING) late.at(at).act(sendBack());
    late.at('2026-04-16 12:00').act(decision(MEETING));
    expect([lacked(atOnce), lacked(late)]).toEqual([[lacking], [lacking]]);
  });

  it('R8: by the right day of the meeting', () => {
    const race = met().at('2026-04-10 12:00').act(sendBack()).quorate().decided().closed();
    race.at('2026-04-15 12:00').act(sendBack(POLICE));
    expect(lacked(race)).toEqual([[SCHOOL]]);
    expect(lacked(put(race, '2026-04-09'))).toEqual([[]]);
    expect(lacked(put(race, '2026-04-13'))).toEqual([[SCHOOL]]);
  });

  it('R8: by the right day of the answer', () => {
    const race = met().quorate().decided().closed().at('2026-04-16 12:00').act(sendBack());
    const correct = (on: string) =>
      race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, on: civilDate(on), reason: REASON });
    expect(lacked(correct('2026-04-15'))).toEqual([[SCHOOL]]);
    expect(lacked(correct('2026-04-08'))).toEqual([[]]);
  });

  it('R8: that was never given counts for nothing, also where it was sent back before that was known', () => {
    const race = met().quorate().decided().closed().at('2026-04-15 12:00').act(sendBack());
    race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON });
    expect(lacked(race)).toEqual([[SCHOOL]]);
    expect(lacked(put(race, '2026-04-13'))).toEqual([[SCHOOL]]);
  });
});
