// Which days are proposed for the meeting (C5, R4, R7): diarised dates inside the window first, else its working days.

import { describe, expect, it } from '@jest/globals';
import type { DiaryDate } from '../../../domain/rapidReview/meeting/diary';
import { proposeMeetings } from '../../../domain/rapidReview/meeting/proposals';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { london } from './story';
import { Race } from './race';

const date = (number: number, startsAt: string, cancelled = false): DiaryDate => ({
  id: `SG-000${number}` as DiaryDateId,
  version: 1,
  startsAt: london(startsAt),
  cancelled,
});
const proposed = (race: Race, ...diary: readonly DiaryDate[]): readonly string[] =>
  proposeMeetings(race.open, race.calendar, diary, race.now).map(({ on, diary: diarised }) =>
    diarised === undefined ? on : `${on} ${diarised.id}`,
  );

describe('R7: proposals follow the window', () => {
  it('without a diary: every working day from WD7 to WD13', () => {
    expect(proposed(new Race().received())).toEqual([
      ...['2026-04-10', '2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17', '2026-04-20'],
    ]);
  });

  it('a diarised date inside the window is proposed first, and alone', () => {
    const diary = [date(2, '2026-04-16 14:00'), date(1, '2026-04-13 10:00'), date(3, '2026-04-21 10:00')];
    expect(proposed(new Race().received(), ...diary)).toEqual(['2026-04-13 SG-0001', '2026-04-16 SG-0002']);
  });

  it('dates outside the window, cancelled, past or on a day off are not proposed', () => {
    const race = new Race().received().at('2026-04-13 12:00');
    const diary = [
      date(1, '2026-04-09 10:00'),
      date(2, '2026-04-15 10:00', true),
      date(3, '2026-04-13 10:00'),
      date(4, '2026-04-18 10:00'),
    ];
    expect(proposed(race, ...diary)).toEqual([
      ...['2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17', '2026-04-20'],
    ]);
  });

  it('none is left once the window is over', () => {
    expect(proposed(new Race().received().at('2026-04-20 12:00'))).toEqual([]);
  });

  it('an earlier notification closes the window, and takes its last days with it', () => {
    const race = new Race().received({ timestamps: { notificationSent: london('2026-03-27 10:00') } });
    expect(proposed(race).at(-1)).toBe('2026-04-17');
    expect(proposed(race, date(1, '2026-04-20 10:00'))).toContain('2026-04-10');
  });

  it('where the headline leaves nothing, the earliest workable day is proposed', () => {
    const race = new Race().received({ timestamps: { notificationSent: london('2026-03-10 10:00') } });
    expect(proposed(race)).toEqual(['2026-04-10']);
  });

  it('a case that counts from a notification nobody knows yet has no window, and no proposal', () => {
    const race = new Race().received({ profile: { id: 'national-notification', version: 1 } });
    expect(proposed(race, date(1, '2026-04-14 10:00'))).toEqual([]);
  });
});
