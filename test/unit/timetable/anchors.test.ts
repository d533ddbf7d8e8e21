// What dates are counted from beside the timestamps, and how they end (R19, R20; table of obligations: agencyReturn): a date
// agreed with the agency, the day of the Panel's disagreement, and the end of the case.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { Instant } from '../../../domain/calendar/instant';
import { currentProfile } from '../../../domain/policy/profiles';
import { dueDates } from '../../../domain/timetable/dueDates';
import { explainTimetable } from '../../../domain/timetable/explain';
import type { AgreedDate, Outcome, TimetableFacts } from '../../../domain/timetable/facts';
import { timetableOf } from '../../../domain/timetable/timetable';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const ONE = AGENCY(1);
const KEY = `agencyReturn:${ONE}`;

/** Asked on Tuesday 31 March: the return is due on Thursday 9 April. */
const facts = (agreed?: AgreedDate, rest: Partial<TimetableFacts> = {}): TimetableFacts => ({
  profile: currentProfile,
  timestamps: { referralReceived: london('2026-03-30 16:20') },
  agencies: [
    {
      agency: ONE,
      identified: 'withReferral' as const,
      sent: { on: civilDate('2026-03-31'), channel: 'mail' },
      ...(agreed === undefined ? {} : { agreed }),
    },
  ],
  outcomes: {},
  ...rest,
});
const lineOf = (given: TimetableFacts, key: string) =>
  timetableOf(given, officialCalendar).lines.find((line) => line.key === key);
const missed: Outcome = { kind: 'missed', due: civilDate('2026-04-09'), noticed: 0 as Instant };

describe('R7: a date agreed with the agency', () => {
  const agreed = { due: civilDate('2026-04-14'), extends: true };

  it('stands in place of the count, which stays known', () => {
    const due = dueDates(facts(agreed), officialCalendar).find(
      ({ obligation }) => obligation === 'agencyReturn',
    );
    expect(due).toMatchObject({
      due: '2026-04-14',
      counting: { anchor: 'agreed', anchorDate: '2026-04-14', workingDays: 0 },
      ordinary: { anchor: 'requestSent', anchorDate: '2026-03-31', workingDays: 5 },
    });
    expect(due?.missStands).toBeUndefined();
  });

  it('is explained as agreed, with the own count beside it', () => {
    const told = explainTimetable(facts(agreed), officialCalendar).find(({ key }) => key === KEY);
    expect(told).toMatchObject({
      due: '2026-04-14',
      decidedBy: 'agreedDate',
      count: { reaches: '2026-04-14', days: [] },
    });
    expect(told?.ownCount?.reaches).toBe('2026-04-09');
  });

  it('moves nothing else of that agency, nor of the case', () => {
    const [before, after] = [facts(), facts(agreed)].map((given) =>
      timetableOf(given, officialCalendar).lines.filter(({ key }) => key !== KEY),
    );
    expect(after).toEqual(before);
  });

  it('agreed after the miss it is not the date that the miss is shown by', () => {
    const given = facts({ ...agreed, afterMiss: true }, { outcomes: { [KEY]: missed } });
    expect(lineOf(given, KEY)).toMatchObject({ status: 'missed', due: '2026-04-09' });
  });
});

describe('R19: reconsideration', () => {
  it('is no obligation until the Panel has disagreed', () => {
    expect(lineOf(facts(), 'reconsideration')).toBeUndefined();
    expect(
      explainTimetable(facts(), officialCalendar).some(({ obligation }) => obligation === 'reconsideration'),
    ).toBe(false);
  });

  it.each([
    ['2026-04-20', '2026-05-05'],
    // On a Saturday: day 1 is the Monday after.
    ['2026-05-09', '2026-05-22'],
  ])('is due ten working days after the disagreement of %s', (on, due) => {
    const given = facts(undefined, { panelDisagreedOn: civilDate(on) });
    expect(lineOf(given, 'reconsideration')).toMatchObject({
      status: 'open',
      due,
      counting: { anchor: 'panelDisagreed', anchorDate: on, workingDays: 10 },
    });
  });

  it('does not lead: the headline is that of the completions', () => {
    const given = facts(undefined, { panelDisagreedOn: civilDate('2026-04-01') });
    expect(timetableOf(given, officialCalendar).headline).toBe('2026-04-22');
  });
});

describe('R20: the end of the case', () => {
  const ended = facts(undefined, { status: 'ended', outcomes: { [KEY]: missed } });

  it('what is open lapses, with its date or without one; what is missed stands', () => {
    expect(
      timetableOf(ended, officialCalendar).lines.map(({ key, status, due }) => [key, status, due]),
    ).toEqual([
      ['notification', 'lapsed', undefined],
      [`scopingDispatch:${ONE}`, 'lapsed', '2026-04-01'],
      [KEY, 'missed', '2026-04-09'],
      [`recordsSecured:${ONE}`, 'lapsed', '2026-04-02'],
      ['meeting', 'lapsed', '2026-04-20'],
      ['completeLocal', 'lapsed', '2026-04-22'],
      ['completePanel', 'lapsed', undefined],
    ]);
  });

  it('leaves no headline', () => {
    expect(timetableOf(ended, officialCalendar).headline).toBeUndefined();
  });
});

describe('R4: the headline', () => {
  const notified = {
    referralReceived: london('2026-03-30 16:20'),
    notificationSent: london('2026-03-27 10:00'),
  };
  const done = (due: string): Outcome => ({ kind: 'met', due: civilDate(due), on: civilDate('2026-04-14') });

  it('is the earlier of the two completions still open, and none once neither is', () => {
    const headline = (outcomes: Record<string, Outcome>): string | undefined =>
      timetableOf(facts(undefined, { timestamps: notified, outcomes }), officialCalendar).headline;
    expect(headline({})).toBe('2026-04-21');
    expect(headline({ completePanel: done('2026-04-21') })).toBe('2026-04-22');
    expect(
      headline({ completePanel: done('2026-04-21'), completeLocal: done('2026-04-22') }),
    ).toBeUndefined();
  });
});
