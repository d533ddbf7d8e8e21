// C2: whoever knew the child or the family is asked within two working days. Asking is due of each agency on the case: where there is none
// nothing would ever be due, so the case warns of that, and the team's first mail of nine says so (R12).

import { describe, expect, it } from '@jest/globals';
import { currentProfile, newestProfile } from '../../../domain/policy/profiles';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { COUNCIL, Race, SCHOOL } from './race';
import { london, REASON } from './story';

const NOBODY = { agencies: [] } as const;
const WANTED = { about: 'noAgencyNamed', due: '2026-04-01' };
const add = { kind: 'addAgency', agency: SCHOOL } as const;

const warned = ({ state, calendar }: Race) =>
  warningsOf(state, calendar).filter(({ about }) => about === 'noAgencyNamed');

const told = (race: Race) =>
  race
    .of('TeamBriefed')
    .flatMap(({ body }) =>
      body.items.flatMap((item) => (item.about === 'noAgencyNamed' ? [`${body.on} by ${item.due}`] : [])),
    );

describe('C2: a case without an agency', () => {
  it('is warned of from the logging on, until one is added', () => {
    const race = new Race().received(NOBODY);
    expect(warned(race)).toEqual([WANTED]);
    expect(warned(race.act(add))).toEqual([]);
  });

  it('is warned of no more once it is decided without', () => {
    const race = new Race().received(NOBODY).at('2026-03-31 10:00').meetingArranged();
    expect(warned(race)).toEqual([WANTED]);
    expect(warned(race.quorate().decided())).toEqual([]);
  });

  it('is no matter where there is one, nor where no review is owed', () => {
    expect(warned(new Race().received({ agencies: [COUNCIL] }))).toEqual([]);
    expect(warned(new Race().received({ ...NOBODY, nature: 'lookedAfterChildDeath' }))).toEqual([]);
  });
});

describe('R12: the team is told', () => {
  const ON_WD1 = '2026-03-31 by 2026-04-01';

  it('in its first mail of nine, and once', () => {
    expect(told(new Race().received(NOBODY).at('2026-03-31 08:59'))).toEqual([]);
    expect(told(new Race().received(NOBODY).at('2026-06-01 12:00'))).toEqual([ON_WD1]);
  });

  it('not where one is added by then', () => {
    expect(told(new Race().received(NOBODY).act(add).at('2026-06-01 12:00'))).toEqual([]);
  });

  it('again where it was added by mistake and is taken off', () => {
    const race = new Race().received(NOBODY).at('2026-03-31 10:00').act(add).at('2026-04-01 12:00');
    race.act({ kind: 'removeAgency', agency: SCHOOL, reason: REASON });
    expect(told(race.at('2026-06-01 12:00'))).toEqual([ON_WD1, '2026-04-02 by 2026-04-01']);
  });

  it('not in a case of before, which is warned of alone', () => {
    const before = new Race().received({ ...NOBODY, rulesVersion: 26 }).at('2026-06-01 12:00');
    expect([told(before), warned(before)]).toEqual([[], [WANTED]]);
  });
});

describe('under a profile that counts asking from the notification', () => {
  const NATIONAL = { ...NOBODY, profile: newestProfile('national-notification') ?? currentProfile };
  const notified = (race: Race) =>
    race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-04-07 09:30') });

  it('nothing is due before it is sent, and then by its count', () => {
    const race = new Race().received(NATIONAL).at('2026-04-07 10:00');
    expect([warned(race), told(race)]).toEqual([[], []]);
    expect(warned(notified(race))).toEqual([{ ...WANTED, due: '2026-04-09' }]);
    expect(told(race.at('2026-06-01 12:00'))).toEqual(['2026-04-08 by 2026-04-09']);
  });

  it('no day of the receipt is counted to, which may lie at the end of the calendar', () => {
    const race = new Race().opened('2028-12-28 12:00', NATIONAL);
    expect(warned(race)).toEqual([]);
  });
});
