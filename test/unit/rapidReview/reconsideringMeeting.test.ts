// The meeting after the national Panel has disagreed: by the day on which the partners must have confirmed their decision or decided
// again. Outside that it needs a reason, and the team hears as of the first one when its day lies wrong (R7, R9, R19).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { proposeMeetings } from '../../../domain/rapidReview/meeting/proposals';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { ALL_AGREE, Race, invitation } from './race';
import { REASON, london } from './story';
import { lastItem, told } from './tellings';

/** The Panel disagrees on Monday 20 April: ten working days, one of them a bank holiday, end on Tuesday 5 May. */
const disagreed = () => new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
const closes = '2026-05-05';
const meetAt = (startsAt: string, rest: Parameters<Race['meetingArranged']>[1] = {}) =>
  disagreed().meetingArranged(startsAt, rest);
const outside = (race: Race) => race.of('MeetingOutsideWindow').map(({ body }) => body);

describe('R19: the window of a meeting that reconsiders', () => {
  it.each(['2026-04-21 10:00', '2026-05-05 10:00'])('holds the next day and the last: %s', (startsAt) => {
    expect(meetAt(startsAt).of('MeetingArranged').at(-1)?.body.departure).toBeUndefined();
  });

  it('after it a reason is demanded, and the departure is recorded and warned of', () => {
    const late = '2026-05-06 10:00';
    expect(disagreed().refused(invitation(late))).toEqual({
      code: 'MeetingOutsideWindowNeedsReason',
      on: '2026-05-06',
      closes,
    });
    const race = meetAt(late, { reason: REASON });
    race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-30 10:00') });
    expect(race.of('MeetingArranged').at(-1)?.body).toMatchObject({ departure: { way: 'late', closes } });
    const warned = warningsOf(race.open, race.calendar).filter(
      ({ about }) => about === 'meetingOutsideWindow',
    );
    // That the review must be complete by a day is over: it is.
    expect(warned).toEqual([{ about: 'meetingOutsideWindow', on: '2026-05-06', way: 'late', closes }]);
  });

  it('its working days from tomorrow on are proposed', () => {
    const race = disagreed().at('2026-04-29 12:00');
    const proposed = proposeMeetings(race.open, race.calendar, [], race.now);
    expect(proposed.map(({ on }) => on)).toEqual(['2026-04-30', '2026-05-01', closes]);
  });

  it('once the partners have confirmed, nobody waits for it', () => {
    const race = meetAt('2026-04-28 10:00');
    race.act({ kind: 'confirmDecision', on: civilDate('2026-04-20'), agreedBy: ALL_AGREE, reason: REASON });
    race.adopt(proclaimed(officialCalendar, '2026-04-28'), 1);
    expect(outside(race)).toEqual([]);
  });
});

describe('R7, R9: its day lies wrong', () => {
  it('a bank holiday is proclaimed on it: the team is told at once, and when it is taken back', () => {
    const race = meetAt('2026-04-28 10:00').adopt(proclaimed(officialCalendar, '2026-04-28'), 1);
    expect(outside(race)).toEqual([{ meeting: 2, on: '2026-04-28', way: 'dayOff', closes: '2026-05-06' }]);
    expect(race.mails('meetingOutsideWindow')).toHaveLength(1);
    race.adopt(officialCalendar, 2).at('2026-04-22 12:00');
    expect(race.of('MeetingDayRestored').map(({ body }) => body)).toEqual([
      { meeting: 2, on: '2026-04-28', way: 'inside', closes },
    ]);
    expect(told(race, 'meetingDayRestored')).toEqual(['2026-04-21 09:00']);
    expect(lastItem(race, 'meetingDayRestored')).toMatchObject({ was: 'dayOff', way: 'inside', closes });
  });

  it('a corrected day of the reply closes the window before it', () => {
    const race = meetAt('2026-05-05 10:00').act({
      kind: 'correctPanelReply',
      number: 1,
      on: civilDate('2026-04-17'),
      reason: REASON,
    });
    expect(outside(race)).toEqual([{ meeting: 2, on: '2026-05-05', way: 'late', closes: '2026-05-01' }]);
  });

  it('the diary moves it past the window', () => {
    const diary = { date: 'SG-0001' as DiaryDateId, version: 1 };
    const race = meetAt('2026-04-28 10:00', { diary });
    race.act({ kind: 'followDiary', date: diary.date, version: 2, startsAt: london('2026-05-06 10:00') });
    expect(race.of('MeetingRearranged')[0]?.body.departure).toEqual({ way: 'late', closes });
    expect(outside(race)).toEqual([{ meeting: 2, on: '2026-05-06', way: 'late', closes }]);
  });
});
