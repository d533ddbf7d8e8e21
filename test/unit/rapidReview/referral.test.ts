// The referral (R7, R8, R22): opened, its dates corrected with reason, told long after.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { fold } from '../../../domain/rapidReview/evolve';
import { OLDEST_RULES_VERSION, RULES_VERSION } from '../../../domain/rapidReview/rulesVersion';
import { AGENCY, REASON, Story, london } from './story';

const ONE = AGENCY(1);

describe('opening a case', () => {
  const openAt = (received: string, options: object = {}) => {
    const story = new Story();
    story.now = london('2026-04-15 10:00');
    return story.refused({
      kind: 'openCase',
      reference: 'RR-2026-0001' as never,
      nature: 'suspectedAbuseOrNeglect',
      profile: { id: 'cscp-wt2018', version: 1 },
      rulesVersion: RULES_VERSION,
      receivedAt: london(received),
      timestamps: {},
      agencies: [],
      ...options,
    }).code;
  };

  it('refuses what cannot be, and changes nothing', () => {
    expect(openAt('2026-04-15 10:01')).toBe('ReceivedInFuture');
    expect(openAt('2026-02-15 10:00')).toBe('ReceiptLongPastNeedsReason');
    expect(openAt('2011-12-20 10:00', { lateLoggingReason: REASON })).toBe('CalendarDoesNotCover');
    expect(openAt('2026-04-15 09:00', { timestamps: { notificationSent: london('2026-04-16 09:00') } })).toBe(
      'TimestampInFuture',
    );
    expect(openAt('2026-04-15 09:00', { timestamps: { incident: london('2026-04-15 09:30') } })).toBe(
      'TimestampsContradict',
    );
    expect(openAt('2026-04-15 09:00', { agencies: [ONE, AGENCY(2), ONE] })).toBe('AgencyListedTwice');
    expect(openAt('2026-04-15 09:00', { profile: { id: 'elsewhere', version: 1 } })).toBe('UnknownProfile');
  });

  it('takes a receipt long past with a reason, and misses what has passed at once', () => {
    const story = new Story().opened('2026-02-02 09:00', { lateLoggingReason: REASON }, '2026-04-15 10:00');
    expect(story.misses()).toContain('2026-04-15 10:00 completeLocal due 2026-02-23');
    expect(story.misses()).toContain(`2026-04-15 10:00 scopingDispatch:${ONE} due 2026-02-04`);
  });

  it('starts no clock for a death without suspected abuse or neglect (R3 table, notification)', () => {
    const story = new Story()
      .opened('2026-03-30 16:20', { nature: 'careLeaverDeath' })
      .at('2026-06-01 10:00');
    expect(story.state.status).toBe('recordedOnly');
    expect(story.events.map(({ kind }) => kind)).toEqual(['CaseOpened', 'AgencyIdentified']);
    expect(story.refused({ kind: 'addAgency', agency: AGENCY(2) }).code).toBe('CaseCarriesNoReview');
  });

  it('refuses any act before it, and a second opening', () => {
    const story = new Story();
    story.now = london('2026-04-15 10:00');
    expect(story.refused({ kind: 'addAgency', agency: ONE }).code).toBe('CaseNotOpen');
    story.opened('2026-04-15 10:00');
    expect(() => story.opened('2026-04-15 10:00')).toThrow('CaseAlreadyOpen');
  });

  it.each([
    ['by a newer program than this one', RULES_VERSION + 1],
    ['under a version that it does not carry on', OLDEST_RULES_VERSION - 1],
  ])('refuses an opening %s', (_what, rulesVersion) => {
    expect(openAt('2026-04-15 09:00', { rulesVersion })).toBe('UnknownRulesVersion');
  });
});

describe('R7 and R8: dates that move', () => {
  it('R7: a met obligation keeps the date it was met under', () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-03-31 10:00').sent(ONE);
    story.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-27 10:00') });
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'met', due: '2026-04-01' });
  });

  it('R7: a missed one whose date moves ahead is reinstated, and the miss stays in the chronology', () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-04-02 08:00');
    expect(story.line('scopingDispatch', ONE).status).toBe('missed');
    story.act({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      at: london('2026-04-01 10:00'),
      reason: REASON,
    });
    expect(story.of('ObligationReinstated')[0]?.body).toEqual({
      key: `scopingDispatch:${ONE}`,
      was: '2026-04-01',
      due: '2026-04-07',
    });
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'open', due: '2026-04-07' });
    expect(story.misses()).toHaveLength(1);
    story.at('2026-04-08 10:00');
    expect(story.misses()).toHaveLength(2);
  });

  it('R8: a corrected fact restates an outcome that rests on it, and keeps the original', () => {
    const story = new Story().opened('2026-03-26 09:00').at('2026-03-31 10:00').sent(ONE);
    expect(story.line('scopingDispatch', ONE)).toMatchObject({
      status: 'missed',
      due: '2026-03-30',
      doneOn: '2026-03-31',
    });
    story.act({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      at: london('2026-03-30 09:00'),
      reason: REASON,
    });
    expect(story.line('scopingDispatch', ONE)).toMatchObject({
      status: 'met',
      due: '2026-04-01',
      doneOn: '2026-03-31',
    });
    expect(story.of('OutcomeRestated').at(-1)?.body).toMatchObject({
      was: { kind: 'missed', due: '2026-03-30' },
      now: { kind: 'met', due: '2026-04-01' },
    });
    expect(story.of('ObligationMissed').some(({ body }) => body.due === '2026-03-30')).toBe(true);
  });

  it('R8: the notification is judged again when the day it was sent was mistyped', () => {
    const story = new Story().opened('2026-03-30 16:20', {
      timestamps: {
        localAuthorityAware: london('2026-03-16 09:00'),
        notificationSent: london('2026-03-24 09:00'),
      },
    });
    expect(story.line('notification')).toMatchObject({
      status: 'missed',
      due: '2026-03-23',
      workingDaysEarly: -1,
    });
    story.act({
      kind: 'correctTimestamp',
      timestamp: 'notificationSent',
      at: london('2026-03-23 09:00'),
      reason: REASON,
    });
    expect(story.line('notification')).toMatchObject({ status: 'met', doneOn: '2026-03-23' });
    expect(story.line('completePanel').due).toBe('2026-04-15');
  });
});

describe('R22: what is told now of long ago', () => {
  const LONG_AGO = london('2009-05-05 10:00');

  it('is taken, though no calendar knows its day: nothing is counted from an incident', () => {
    const story = new Story()
      .opened('2026-03-30 16:20', { agencies: [ONE], timestamps: { incident: LONG_AGO } })
      .at('2026-03-31 10:00')
      .sent(ONE)
      .at('2026-04-02 10:00')
      .act({
        kind: 'recordRecordsSecured',
        agency: ONE,
        on: civilDate('2026-04-02'),
        secured: { paper: true, electronic: true, locked: true },
      })
      .act({
        kind: 'correctTimestamp',
        timestamp: 'incident',
        at: london('2008-05-05 10:00'),
        reason: REASON,
      });
    expect(story.line('completeLocal').due).toBe('2026-04-22');
    expect(story.line('recordsSecured', ONE).status).toBe('met');
  });

  it('is recorded later too, and what counts from a day still asks for a calendar that knows it', () => {
    const story = new Story().opened('2026-03-30 16:20', { agencies: [] });
    story.act({ kind: 'recordTimestamp', timestamp: 'incident', at: LONG_AGO });
    expect(
      story.refused({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: LONG_AGO }).code,
    ).toBe('CalendarDoesNotCover');
  });
});

describe('the record', () => {
  it('is complete: the state is the fold of the events, through JSON', () => {
    const story = new Story()
      .opened('2026-03-30 16:20', { agencies: [ONE, AGENCY(2)] })
      .at('2026-03-31 10:00')
      .sent(ONE)
      .at('2026-04-30 10:00');
    expect(fold(JSON.parse(JSON.stringify(story.events)) as never)).toEqual(story.state);
    expect(JSON.parse(JSON.stringify(story.state))).toEqual(story.state);
    expect(story.events.map(({ number }) => number)).toEqual(story.events.map((_, index) => index + 1));
  });

  it('guards two people editing at once', () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-03-31 08:00');
    const seen = story.state.version;
    story.act({ kind: 'addAgency', agency: AGENCY(2) }, seen);
    expect(story.refused({ kind: 'addAgency', agency: AGENCY(3) }, seen)).toEqual({
      code: 'VersionMovedOn',
      expected: seen,
      actual: seen + 1,
    });
  });
});
