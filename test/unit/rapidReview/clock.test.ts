// What time brings (R4, R6, R11, R12): misses, reminders to agencies, the team's mails; each once, on working
// days at nine, late after an outage until half past four.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { wakeAtOrNever } from '../../../domain/rapidReview/wake';
import { calendarOf } from '../calendars';
import { AGENCY, CONTACT, REASON, Story, london } from './story';

const ONE = AGENCY(1);
const TWO = AGENCY(2);
const opened = (more = {}) => new Story().opened('2026-03-30 16:20', { agencies: [ONE, TWO], ...more });

describe('R11: reminders', () => {
  it.each([
    ['2026-03-31 11:00', ['2026-04-01', '2026-04-07', '2026-04-08', '2026-04-10']],
    ['2026-04-01 11:00', ['2026-04-02', '2026-04-08', '2026-04-09', '2026-04-13']],
    ['2026-04-14 11:00', ['2026-04-15', '2026-04-17', '2026-04-20', '2026-04-22']],
  ])('for a request sent %s go at nine on working days, one mail a day', (sent, days) => {
    const story = opened().at(sent).sent(ONE).at('2026-05-30 12:00');
    const reminders = story.reminders(ONE);
    expect(reminders.map((line) => line.slice(0, 10))).toEqual(days);
    expect(reminders.every((line) => line.includes(' 09:00 '))).toBe(true);
    expect(reminders.map((line) => Number(line.slice(17, line.indexOf(':', 17))))).toEqual([1, 2, 3, 4]);
  });

  it('list everything the agency owes in one mail', () => {
    const story = opened().at('2026-04-01 11:00').sent(ONE).at('2026-04-08 10:00');
    expect(story.of('AgencyReminded').at(-1)?.body).toMatchObject({
      rungs: [
        { key: `agencyReturn:${ONE}`, rung: 'twoBefore' },
        { key: `recordsSecured:${ONE}`, rung: 'oneAfter' },
      ],
      owes: [
        { key: `agencyReturn:${ONE}`, due: '2026-04-10', missed: false },
        { key: `recordsSecured:${ONE}`, due: '2026-04-07', missed: true },
      ],
    });
    expect(story.notices.filter(({ key }) => key.includes('agencyReminder/AG-0001/'))).toHaveLength(2);
  });

  it('that are past when a date is set are skipped and recorded', () => {
    const story = opened().at('2026-04-14 11:00').sent(ONE);
    expect(story.of('RungsSkipped')[0]?.body).toMatchObject({
      agency: ONE,
      cause: 'alreadyPast',
      rungs: [{ key: `recordsSecured:${ONE}`, rung: 'twoBefore' }],
    });
  });

  it('after an outage still go until 16:30 of their day, then are skipped and recorded', () => {
    const late = opened()
      .at('2026-03-31 11:00')
      .sent(ONE)
      .at('2026-04-02 10:00')
      .outageUntil('2026-04-07 16:30');
    expect(late.reminders(ONE).at(-1)).toBe(
      '2026-04-07 16:30 2: agencyReturn twoBefore, recordsSecured oneAfter',
    );
    const later = opened()
      .at('2026-03-31 11:00')
      .sent(ONE)
      .at('2026-04-02 10:00')
      .outageUntil('2026-04-07 16:31');
    expect(later.reminders(ONE)).toHaveLength(1);
    expect(later.of('RungsSkipped').at(-1)?.body).toMatchObject({ cause: 'outage', agency: ONE });
  });

  it('go by mail after a request by telephone, where the register has a contact', () => {
    const story = opened()
      .at('2026-03-31 11:00')
      .act({
        kind: 'recordRequestSent',
        agency: ONE,
        channel: 'telephone',
        on: civilDate('2026-03-31'),
        contacts: [CONTACT(ONE)],
      });
    story.at('2026-04-20 10:00');
    expect(story.notices.filter(({ body }) => body.kind === 'agencyReminder')).toHaveLength(4);
  });

  it('are skipped and recorded as such when nobody can be mailed: none is said to have gone', () => {
    const story = opened()
      .at('2026-03-31 11:00')
      .act({
        kind: 'recordRequestSent',
        agency: ONE,
        channel: 'paper',
        on: civilDate('2026-03-31'),
        contacts: [],
      });
    story.at('2026-04-20 10:00');
    expect(story.of('AgencyReminded')).toHaveLength(0);
    expect(story.of('RungsSkipped').filter(({ body }) => body.cause === 'noContact')).toHaveLength(4);
  });

  it('lapse with their day: the mail is not sent after 16:30', () => {
    const story = opened().at('2026-03-31 11:00').sent(ONE).at('2026-04-07 09:00');
    expect(story.notices.find(({ key }) => key.includes('agencyReminder/AG-0001/2'))?.notAfter).toBe(
      london('2026-04-07 16:30'),
    );
  });
});

describe('R6 and R12: misses and the team', () => {
  it('a miss is recorded at the first second after, and told at nine on the next working day', () => {
    // Thursday 2 April, the day before Good Friday.
    const story = new Story().opened('2026-03-31 09:00', { agencies: [ONE] }).at('2026-04-07 12:00');
    expect(story.misses()).toEqual([`2026-04-03 00:00 scopingDispatch:${ONE} due 2026-04-02`]);
    expect(story.briefings()).toEqual([
      `2026-04-01 09:00 atRisk scopingDispatch:${ONE}, momentNotRecorded`,
      `2026-04-02 09:00 atRisk scopingDispatch:${ONE}, meetingNotFixed`,
      `2026-04-07 09:00 missed scopingDispatch:${ONE}`,
    ]);
  });

  it('a missed completion is told at once, and not again at nine', () => {
    const story = opened().at('2026-04-23 12:00');
    const told = story.notices.filter(({ body }) => body.kind === 'completionMissed');
    expect(told).toHaveLength(1);
    expect(story.events.find(({ number }) => number === told[0]?.event)?.at).toBe(london('2026-04-23 00:00'));
    expect(story.briefings().some((line) => line.includes('missed completeLocal'))).toBe(false);
  });

  it('nothing is told twice over a whole life', () => {
    const story = opened().at('2026-03-31 11:00').sent(ONE).at('2026-06-30 12:00');
    const keys = story.notices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const missed = story
      .of('TeamBriefed')
      .flatMap(({ body }) => body.items.flatMap((item) => (item.about === 'missed' ? [item.key] : [])));
    expect(new Set(missed).size).toBe(missed.length);
    expect(
      story
        .of('ObligationMissed')
        .map(({ body }) => body.key)
        .sort(),
    ).toEqual(
      [
        'completeLocal',
        'meeting',
        `agencyReturn:${ONE}`,
        `recordsSecured:${ONE}`,
        `scopingDispatch:${TWO}`,
      ].sort(),
    );
  });

  it('a briefing missed by an outage is skipped; its misses are told on the next working day', () => {
    const story = new Story()
      .opened('2026-03-31 09:00', { agencies: [ONE] })
      .at('2026-04-02 10:00')
      .outageUntil('2026-04-07 17:00');
    expect(story.misses()).toEqual([`2026-04-07 17:00 scopingDispatch:${ONE} due 2026-04-02`]);
    story.at('2026-04-08 12:00');
    expect(story.briefings().at(-1)).toBe(`2026-04-08 09:00 missed scopingDispatch:${ONE}`);
  });

  it('a miss told before a void is not told again after it', () => {
    const story = opened().at('2026-04-02 12:00').at('2026-04-07 10:00').sent(ONE).at('2026-04-08 10:00');
    story.act({ kind: 'voidRequest', agency: ONE, reason: REASON }).at('2026-04-30 10:00');
    const told = story
      .briefings()
      .filter((line) => line.includes(`missed scopingDispatch:${ONE}`))
      .map((line) => line.slice(0, 10));
    expect(told).toEqual(['2026-04-02']);
  });

  it('a warning whose nine o’clock was past when its date was set is recorded as lapsed', () => {
    const story = opened()
      .at('2026-04-09 12:00')
      .act({ kind: 'addAgency', agency: AGENCY(3) });
    expect(story.of('BriefingSkipped').at(-1)?.body).toEqual({
      on: '2026-04-09',
      lapsedWarnings: [`scopingDispatch:${AGENCY(3)}`],
    });
  });

  it('a warning that was given on each of its two days has not lapsed where the request of the second is void', () => {
    const story = opened({ agencies: [ONE] }).at('2026-04-01 09:30');
    const contacts = [CONTACT(ONE)];
    const on = civilDate('2026-04-01');
    story.act({ kind: 'recordRequestSent', agency: ONE, channel: 'telephone', contacts, on });
    story.at('2026-04-01 10:00').act({ kind: 'voidRequest', agency: ONE, reason: REASON });
    const given = story.briefings().filter((line) => line.includes(`atRisk scopingDispatch:${ONE}`));
    expect(given.map((line) => line.slice(0, 16))).toEqual(['2026-03-31 09:00', '2026-04-01 09:00']);
    expect(story.of('BriefingSkipped')).toEqual([]);
  });

  describe('of a return that is due on 9 April, and open again on that day', () => {
    /** Its warning is of the 8th at nine. */
    const openAgain = (answeredAt: string) => {
      const story = opened().at('2026-03-31 10:00').sent(ONE).at(answeredAt);
      const on = civilDate(answeredAt.slice(0, 10));
      story.act({ kind: 'recordReturn', agency: ONE, answer: 'full', how: 'telephone', on });
      story.at('2026-04-09 12:00').act({ kind: 'sendBackReturn', agency: ONE, number: 1, missing: REASON });
      return story
        .of('BriefingSkipped')
        .filter(({ body }) => body.lapsedWarnings.some((key) => key === `agencyReturn:${ONE}`))
        .map(({ body }) => body.on);
    };

    it('a warning that the team was given has not lapsed', () => {
      expect(openAgain('2026-04-08 12:00')).toEqual([]);
    });

    it('one that was not given, as it was answered then, has', () => {
      expect(openAgain('2026-04-07 12:00')).toEqual(['2026-04-08']);
    });

    const askedByTelephone = (now: string) =>
      opened()
        .at(now)
        .act({
          kind: 'recordRequestSent',
          agency: ONE,
          channel: 'telephone',
          contacts: [],
          on: civilDate('2026-03-31'),
        });
    const askedOn = (on: string) =>
      ({ kind: 'correctRequestSent', agency: ONE, on: civilDate(on), reason: REASON }) as const;

    it('one of another date was none of this one', () => {
      const story = askedByTelephone('2026-03-31 10:00').at('2026-04-08 12:00').act(askedOn('2026-03-30'));
      expect(story.of('BriefingSkipped').at(-1)?.body).toEqual({
        on: '2026-04-07',
        lapsedWarnings: [`agencyReturn:${ONE}`],
      });
    });

    it('one that was given of a date which went and came back was given all the same', () => {
      const story = askedByTelephone('2026-04-01 10:00').at('2026-04-08 12:00').act(askedOn('2026-04-01'));
      story.at('2026-04-09 12:00').act(askedOn('2026-03-31'));
      const lapsed = story.of('BriefingSkipped').flatMap(({ body }) => body.lapsedWarnings);
      expect(lapsed).not.toContain(`agencyReturn:${ONE}`);
    });

    it('nor does one of the day before stand for that of the day itself', () => {
      const story = opened().at('2026-03-31 10:00').sent(ONE).at('2026-04-01 12:00');
      story.act({ kind: 'voidRequest', agency: ONE, reason: REASON });
      expect(story.of('BriefingSkipped').map(({ body }) => body)).toEqual([
        { on: '2026-04-01', lapsedWarnings: [`scopingDispatch:${ONE}`] },
      ]);
    });
  });

  it('an outage records the warnings that lapsed in it, of what was missed meanwhile too', () => {
    const story = opened().at('2026-03-31 08:00').outageUntil('2026-04-09 18:00');
    expect(story.of('BriefingSkipped').map(({ body }) => [body.on, body.lapsedWarnings])).toEqual([
      ['2026-03-31', [`scopingDispatch:${ONE}`, `scopingDispatch:${TWO}`]],
      ['2026-04-01', [`scopingDispatch:${ONE}`, `scopingDispatch:${TWO}`]],
    ]);
  });

  it('a miss on the last days of the calendar is recorded all the same, and the clock comes to rest', () => {
    const short = calendarOf([], 2026, 2026);
    const story = new Story(short).opened('2026-12-09 10:00').at('2026-12-31 12:00');
    expect(story.misses()).toContain('2026-12-31 00:00 completeLocal due 2026-12-30');
    expect(wakeAtOrNever(story.state, short, story.now) ?? Infinity).toBeGreaterThan(story.now);
    story.act({ kind: 'recordTimestamp', timestamp: 'incident', at: london('2026-12-01 10:00') });
    expect(story.refused({ kind: 'addAgency', agency: TWO }).code).toBe('CalendarDoesNotCover');
  });

  it('the same moment decided twice brings nothing new', () => {
    const story = opened().at('2026-04-07 09:00');
    const count = story.events.length;
    story.outageUntil('2026-04-07 09:00').outageUntil('2026-04-07 09:00');
    expect(story.events).toHaveLength(count);
  });
});

describe('R4: the headline', () => {
  it('is the earlier of the two completions', () => {
    const story = opened();
    expect(story.headline).toBe('2026-04-22');
    story.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-03-27 10:00') });
    expect(story.headline).toBe('2026-04-21');
  });
});
