// R3: the notification is counted from a moment that somebody has to record, or it has no date for ever. Until then the case warns of it,
// and the team's first mail of nine says so (R12).

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

const told = (race: Race) =>
  race
    .of('TeamBriefed')
    .flatMap(({ body }) =>
      body.items.flatMap((item) =>
        item.about === 'momentNotRecorded' ? [`${body.on} ${item.what} ${item.on ?? 'not sent'}`] : [],
      ),
    );

describe('R12: the team is told', () => {
  const NOT_SENT = '2026-03-31 localAuthorityAware not sent';

  it('in its first mail of nine, and once', () => {
    expect(told(new Race().received().at('2026-03-31 08:59'))).toEqual([]);
    expect(told(new Race().received().at('2026-06-01 12:00'))).toEqual([NOT_SENT]);
  });

  it('not where the moment is recorded by then', () => {
    const race = new Race().received();
    race.act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: AWARE });
    expect(told(race.at('2026-04-10 12:00'))).toEqual([]);
  });

  it('again where it was recorded by mistake, with the day of a notification that has gone', () => {
    const race = new Race().received().at('2026-04-01 10:00');
    race.act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: AWARE });
    race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-04-01 09:30') });
    race.act({ kind: 'correctTimestamp', timestamp: 'localAuthorityAware', reason: REASON });
    expect(told(race.at('2026-04-10 12:00'))).toEqual([
      NOT_SENT,
      '2026-04-02 localAuthorityAware 2026-04-01',
    ]);
  });

  it('and another moment that is taken back is no news of it', () => {
    const race = new Race().received({ timestamps: { incident: london('2026-03-27 21:15') } });
    race.at('2026-04-01 10:00').act({ kind: 'correctTimestamp', timestamp: 'incident', reason: REASON });
    expect(told(race.at('2026-04-10 12:00'))).toEqual([NOT_SENT]);
  });

  it('not in a case of before, which is warned of alone', () => {
    const before = new Race().received({ rulesVersion: 26 }).at('2026-06-01 12:00');
    expect([told(before), warned(before)]).toEqual([[], [WANTED]]);
  });
});

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
