// A meeting that took place before anybody arranged it here, as in a case that is logged late: recorded as held, it is opened, attended and
// decided in like any other, and nobody is asked to come (C5, R14, R22).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ArrangeMeeting } from '../../../domain/rapidReview/meeting/commands';
import { REASON, london } from './story';
import { Race, arrival, decision, invitation } from './race';

const held = (startsAt: string, rest: Partial<ArrangeMeeting> = {}): ArrangeMeeting =>
  invitation(startsAt, { held: true, ...rest });
/** The afternoon of the Thursday after the meeting's Tuesday. */
const late = (options = {}) => new Race().received(options).asked().returned().at('2026-04-16 15:00');

describe('a meeting that has taken place', () => {
  it('is recorded with who came and what was decided, in time', () => {
    const race = late().act(held('2026-04-14 10:00'));
    expect(race.mails('meetingInvitation')).toEqual([]);
    race.act({ kind: 'openMeeting', at: london('2026-04-14 10:05') });
    for (const seat of ['localAuthority', 'police', 'integratedCareBoard'] as const)
      race.act(arrival(seat, '2026-04-14 10:05'));
    race.act(decision('2026-04-14 11:00'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
  });

  it('outside its window is a departure with reason, as when it is arranged ahead', () => {
    const race = late().at('2026-04-22 12:00');
    expect(race.refusal(held('2026-04-21 10:00'))).toBe('MeetingOutsideWindowNeedsReason');
    race.act(held('2026-04-21 10:00', { reason: REASON }));
    expect(race.of('MeetingArranged')[0]?.body).toMatchObject({ held: true, departure: { way: 'late' } });
  });

  it('that nobody opens is not held after all, and the team hears it', () => {
    const race = late().act(held('2026-04-14 10:00')).at('2026-04-17 12:00');
    expect(race.briefings().filter((told) => told.includes('meetingNotFixed'))).toHaveLength(2);
    race.act({ kind: 'cancelMeeting', reason: REASON }).act(invitation('2026-04-20 10:00'));
    expect(race.mails('meetingInvitation').length).toBeGreaterThan(0);
  });

  it('is refused ahead, before the referral, on a day off, by night, and in a case of before', () => {
    expect(late().refusal(held('2026-04-16 15:01'))).toBe('MomentInFuture');
    expect(late().refused(held('2026-03-27 10:00', { reason: REASON }))).toEqual({
      code: 'DatedOutsideItsTime',
      ...{ on: civilDate('2026-03-27'), from: civilDate('2026-03-30'), to: civilDate('2026-04-16') },
    });
    expect(late().refusal(held('2026-04-11 10:00'))).toBe('MeetingOnDayOff');
    expect(late().refusal(held('2026-04-14 22:00'))).toBe('MeetingAtNight');
    expect(late({ rulesVersion: 15 }).refusal(held('2026-04-14 10:00'))).toBe('MeetingInPast');
    expect(late().refusal(invitation('2026-04-14 10:00'))).toBe('MeetingInPast');
  });
});
