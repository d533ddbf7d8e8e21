// R3: the notification is counted from a moment that somebody has to record, or it has no date for ever. Until then the case warns of it.

import { describe, expect, it } from '@jest/globals';
import { currentProfile, newestProfile, profileOf } from '../../../domain/policy/profiles';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { Race, WITHDRAWAL } from './race';
import { REASON, london } from './story';

const OTHER = 'RR-2026-0005' as CaseReference;
const AWARE = london('2026-03-28 08:30');
const WANTED = { about: 'momentNotRecorded', what: 'localAuthorityAware' };

const warned = ({ state, calendar }: Race) =>
  warningsOf(state, calendar).filter(({ about }) => about === 'momentNotRecorded');

describe('R3: a moment that the notification is counted from, and that nobody recorded', () => {
  it('is warned of from the logging on, until it is recorded', () => {
    const race = new Race().received();
    expect(warned(race)).toEqual([WANTED]);
    race.act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: AWARE });
    expect(warned(race)).toEqual([]);
    expect(race.line('notification')).toMatchObject({ status: 'open', due: '2026-04-07' });
  });

  it('with the day of a notification that has gone, which may have been late', () => {
    const race = new Race().received({ timestamps: { notificationSent: london('2026-03-30 12:00') } });
    expect(warned(race)).toEqual([{ ...WANTED, on: '2026-03-30' }]);
  });

  it('is that of the profile that it was opened under', () => {
    const national = newestProfile('national-notification') ?? currentProfile;
    expect(profileOf(national).obligations.notification.anchor).toBe(WANTED.what);
    expect(warned(new Race().received({ profile: national }))).toEqual([WANTED]);
  });

  it('is said once where a merged case knew it', () => {
    const race = new Race().received({ timestamps: { notificationSent: london('2026-03-27 09:00') } });
    race.act({ kind: 'noteDuplicate', of: OTHER }).at('2026-03-31 10:00');
    race.act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: london('2026-03-30 17:00'),
      withTimestamps: { localAuthorityAware: AWARE },
      reason: REASON,
    });
    expect(race.open.timestamps).not.toHaveProperty('localAuthorityAware');
    const { about } = warningsOf(race.open, race.calendar)[0] ?? {};
    expect([about, warned(race)]).toEqual(['momentOfMerged', []]);
  });

  it('is asked of no case without a review, nor of one that has ended', () => {
    expect(warned(new Race().received({ nature: 'lookedAfterChildDeath' }))).toEqual([]);
    expect(warned(new Race().received().act(WITHDRAWAL))).toEqual([]);
  });
});
