// A fact is corrected after the calendar has changed: what was done is judged by the calendar that the case had as it was done (R7),
// whatever is corrected, and a date that no correction moves stays (R8). 9 June 2026 is no holiday; where a case begins with it as one,
// it is taken back on the way.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { Race } from './race';
import { AGENCY, london, REASON, Story } from './story';

const ONE = AGENCY(1);
const RETURN = keyOf({ obligation: 'agencyReturn', agency: ONE });
const extra = (day: string) => proclaimed(officialCalendar, day);
const OTHER = 'RR-2026-0003' as CaseReference;
const reason = { reason: REASON } as const;

const asked = (on: string): CommandBody => ({
  kind: 'recordRequestSent',
  agency: ONE,
  channel: 'telephone',
  on: civilDate(on),
  contacts: [],
});
const askedRightly = (on: string): CommandBody => ({
  kind: 'correctRequestSent',
  agency: ONE,
  on: civilDate(on),
  ...reason,
});
const answered = (on: string): CommandBody => ({
  kind: 'recordReturn',
  agency: ONE,
  answer: 'full',
  how: 'telephone',
  on: civilDate(on),
});
const moment = (timestamp: 'notificationSent' | 'referralReceived', at: string): CommandBody => ({
  kind: 'correctTimestamp',
  timestamp,
  at: london(at),
  ...reason,
});

/** Referred and asked on Monday 8 June. */
const askedAtOnce = (calendar: WorkingCalendar = officialCalendar) =>
  new Story(calendar)
    .opened('2026-06-08 08:00', { agencies: [ONE] })
    .at('2026-06-08 12:00')
    .act(asked('2026-06-08'));

/** Asked on the 10th, the last day but one with the holiday, and the last without. */
const dispatched = () =>
  new Story(extra('2026-06-09'))
    .opened('2026-06-08 10:00', { agencies: [ONE] })
    .at('2026-06-11 12:00')
    .act(asked('2026-06-10'))
    .adopt(officialCalendar)
    .act(askedRightly('2026-06-11'));

describe('R7, R8: what was done, corrected after a holiday was taken back, keeps the date it was met under', () => {
  it('the day on which an agency was asked', () => {
    expect(dispatched().line('scopingDispatch', ONE)).toMatchObject({ status: 'met', due: '2026-06-11' });
  });

  it('the notification', () => {
    const story = new Story(extra('2026-06-09'))
      .opened('2026-06-08 10:00', { timestamps: { localAuthorityAware: london('2026-06-05 10:00') } })
      .at('2026-06-15 12:00')
      .act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-06-12 10:00') })
      .adopt(officialCalendar)
      .act(moment('notificationSent', '2026-06-15 10:00'));
    expect(story.line('notification')).toMatchObject({ status: 'met', due: '2026-06-15' });
  });

  it('a receipt on another day from which nothing is counted otherwise', () => {
    const story = new Story(extra('2026-06-09'))
      .opened('2026-06-06 10:00', { agencies: [ONE] })
      .at('2026-06-10 12:00')
      .act(asked('2026-06-10'))
      .adopt(officialCalendar)
      .act(moment('referralReceived', '2026-06-05 18:00'));
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'met', due: '2026-06-10' });
  });

  it('a meeting whose window the corrected notification does not close', () => {
    const race = new Race(extra('2026-04-16'))
      .received({ timestamps: { notificationSent: london('2026-03-30 16:20') } })
      .at('2026-04-01 10:00');
    race.act(moment('notificationSent', '2026-03-31 10:00')).asked();
    race.meetingArranged('2026-04-21 10:00').returned('2026-04-08').quorate().decided();
    race.adopt(officialCalendar).act(moment('notificationSent', '2026-04-01 09:00'));
    expect(race.line('meeting')).toMatchObject({ status: 'met', due: '2026-04-21' });
  });
});

describe('R8: what is known now to have been done after the change', () => {
  const proclaimedOnThe11th = () =>
    askedAtOnce()
      .at('2026-06-11 12:00')
      .act(answered('2026-06-11'))
      .adopt(extra('2026-06-12'))
      .at('2026-06-17 12:00');
  const cameOn = (on: string) =>
    proclaimedOnThe11th()
      .act({ kind: 'correctReturn', agency: ONE, number: 1, on: civilDate(on), ...reason })
      .line('agencyReturn', ONE);

  it.each([
    ['2026-06-16', { status: 'met', due: '2026-06-16' }],
    ['2026-06-17', { status: 'missed', due: '2026-06-16' }],
    ['2026-06-10', { status: 'met', due: '2026-06-15' }],
  ] as const)('was open then, and has the new date: %s', (on, line) => {
    expect(cameOn(on)).toMatchObject(line);
  });
});

describe('R7: in whatever order the calendar changes, the doing is recorded and a fact is put right', () => {
  const begun = (calendar: WorkingCalendar, on = '2026-06-08') =>
    new Story(calendar)
      .opened('2026-06-08 08:00', { agencies: [ONE] })
      .at('2026-06-10 12:00')
      .act(asked(on));
  const line = (story: Story) => {
    const { status, due } = story.line('agencyReturn', ONE);
    return [status, due];
  };

  it('what is recorded only after a holiday was taken back had it while it was done', () => {
    const story = begun(extra('2026-06-09')).at('2026-06-17 12:00').adopt(officialCalendar);
    expect(line(story.at('2026-06-18 12:00').act(answered('2026-06-16')))).toEqual(['met', '2026-06-16']);
  });

  it('on the day on which it was taken back too', () => {
    const story = begun(extra('2026-06-09')).at('2026-06-16 12:00').adopt(officialCalendar);
    expect(line(story.at('2026-06-16 14:00').act(answered('2026-06-16')))).toEqual(['met', '2026-06-16']);
  });

  it('a day that was proclaimed after it was missed takes no miss away', () => {
    const story = begun(officialCalendar).at('2026-06-17 12:00').adopt(extra('2026-06-09'));
    expect(line(story.at('2026-06-18 12:00').act(answered('2026-06-16')))).toEqual(['missed', '2026-06-15']);
  });

  it('the day of the asking, put right after the change, counts as it did while the answer came', () => {
    const back = begun(proclaimed(extra('2026-06-10'), '2026-06-11')).at('2026-06-17 12:00');
    back
      .act(answered('2026-06-17'))
      .at('2026-06-18 12:00')
      .adopt(officialCalendar)
      .act(askedRightly('2026-06-09'));
    expect(line(back)).toEqual(['met', '2026-06-18']);
    const late = begun(officialCalendar).at('2026-06-16 12:00').act(answered('2026-06-16'));
    late.at('2026-06-17 12:00').adopt(extra('2026-06-09')).act(askedRightly('2026-06-09'));
    expect(line(late)).toEqual(['met', '2026-06-16']);
  });

  it('the receipt of a case that is merged, taken over after the change, too', () => {
    const story = new Story(extra('2026-06-09'))
      .opened('2026-06-08 10:00', { agencies: [ONE], maybeDuplicateOf: OTHER })
      .at('2026-06-10 12:00')
      .act(asked('2026-06-10'))
      .at('2026-06-12 12:00')
      .adopt(officialCalendar)
      .act({ kind: 'absorbCase', of: OTHER, receivedAt: london('2026-06-07 10:00'), ...reason });
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'met', due: '2026-06-10' });
  });

  it('changes that came after the one that mattered do not matter', () => {
    const story = begun(officialCalendar).at('2026-06-11 12:00').act(answered('2026-06-11'));
    story.adopt(extra('2026-06-12')).at('2026-06-17 12:00');
    story.adopt(proclaimed(extra('2026-06-12'), '2026-12-30'), 2);
    story.act({ kind: 'correctReturn', agency: ONE, number: 1, on: civilDate('2026-06-16'), ...reason });
    expect(line(story)).toEqual(['met', '2026-06-16']);
  });
});

describe('R8, R10: an extension after a miss, and the day of the asking put right', () => {
  const extended = (due: string, on = '2026-06-16') =>
    askedAtOnce()
      .at(`${on} 12:00`)
      .act({ kind: 'agreeReturnDate', agency: ONE, due: civilDate(due), ...reason });

  it('which missed nothing by the right day: the extension holds', () => {
    const story = extended('2026-06-18').act(answered('2026-06-16')).act(askedRightly('2026-06-09'));
    expect(story.line('agencyReturn', ONE)).toMatchObject({ status: 'met', due: '2026-06-18' });
  });

  it('which missed by the right day, too, as it was agreed: the miss is that of the right date', () => {
    const story = extended('2026-06-22', '2026-06-18').act(askedRightly('2026-06-09'));
    expect(story.line('agencyReturn', ONE)).toMatchObject({ status: 'missed', due: '2026-06-16' });
    story.at('2026-06-22 12:00').act(answered('2026-06-22'));
    expect(story.line('agencyReturn', ONE)).toMatchObject({ status: 'missed', due: '2026-06-16' });
  });
});

describe('R8: a date agreed upon a wrong day', () => {
  const agree = (due: string) =>
    ({ kind: 'agreeReturnDate', agency: ONE, due: civilDate(due), ...reason }) as const;
  const agreed = (due: string, day = '2026-06-08') => askedAtOnce().at(`${day} 12:00`).act(agree(due));
  const askedOn = (story: Story, on: string) =>
    story.at(`${on} 12:00`).act(askedRightly(on)).line('agencyReturn', ONE).due;

  it('falls away where it is no longer after the day of the asking', () => {
    expect(askedOn(agreed('2026-06-17'), '2026-06-18')).toBe('2026-06-25');
    expect(askedOn(agreed('2026-06-10'), '2026-06-10')).toBe('2026-06-17');
  });

  it('falls away where the extension would leave less time than there is without one', () => {
    expect(askedOn(agreed('2026-06-17', '2026-06-12'), '2026-06-12')).toBe('2026-06-19');
  });

  it('stands while it gives more time, and where less was agreed from the first', () => {
    expect(askedOn(agreed('2026-06-17', '2026-06-09'), '2026-06-09')).toBe('2026-06-17');
    expect(askedOn(agreed('2026-06-11', '2026-06-09'), '2026-06-09')).toBe('2026-06-11');
  });

  it('holds again where the wrong day was the corrected one, and in however many steps it is put right', () => {
    const story = agreed('2026-06-17').at('2026-06-17 12:00').act(answered('2026-06-17'));
    story.act(askedRightly('2026-06-12')).act(askedRightly('2026-06-08'));
    expect(story.line('agencyReturn', ONE)).toMatchObject({ status: 'met', due: '2026-06-17' });
    const steps = agreed('2026-06-16', '2026-06-10');
    steps.act(askedRightly('2026-06-09')).act(askedRightly('2026-06-10'));
    expect(steps.line('agencyReturn', ONE).due).toBe('2026-06-17');
  });

  it('was more or less time as it was agreed, whatever the calendar says since', () => {
    const less = askedAtOnce(proclaimed(extra('2026-06-09'), '2026-06-10'))
      .at('2026-06-10 12:00')
      .act(agree('2026-06-16'))
      .adopt(officialCalendar);
    expect(askedOn(less, '2026-06-10')).toBe('2026-06-16');
    expect(askedOn(agreed('2026-06-16', '2026-06-10').adopt(extra('2026-06-12')), '2026-06-10')).toBe(
      '2026-06-18',
    );
  });

  it('is what the agency knows: a date that it is held to instead is told from there', () => {
    const story = new Story(officialCalendar)
      .opened('2026-06-08 08:00', { agencies: [ONE] })
      .at('2026-06-12 12:00')
      .act(asked('2026-06-12'))
      .at('2026-06-12 18:00')
      .act(askedRightly('2026-06-08'))
      .act(agree('2026-06-16'))
      .act(askedRightly('2026-06-12'))
      .at('2026-06-15 12:00');
    const told = story.of('AgencyToldOfDates').flatMap(({ body }) => body.moves);
    expect(told.find(({ key }) => key === RETURN)).toMatchObject({ was: '2026-06-16', due: '2026-06-19' });
  });
});

describe('R6: a late answer that is sent back', () => {
  const noticed = london('2026-04-10 00:00');
  const sentBack = () =>
    new Race()
      .received()
      .asked()
      .at('2026-04-13 12:00')
      .act({ ...answered('2026-04-13') })
      .at('2026-04-14 10:00')
      .act({ kind: 'sendBackReturn', agency: ONE, number: 1, missing: REASON });
  const told = (race: Race) =>
    race.notices.filter(({ body }) => body.kind === 'teamBriefing' && JSON.stringify(body).includes(RETURN));

  it('leaves the miss that was noticed and told, and nobody hears of it again', () => {
    const race = sentBack();
    expect(race.open.outcomes[RETURN]).toMatchObject({ noticed, told: true });
    const before = told(race).length;
    race.at('2026-04-16 12:00');
    expect(told(race)).toHaveLength(before);
  });

  it('also where its date has moved meanwhile', () => {
    const race = new Race().received().asked().at('2026-04-13 12:00').act(answered('2026-04-13'));
    race.adopt(extra('2026-04-08')).at('2026-04-14 10:00');
    race.act({ kind: 'sendBackReturn', agency: ONE, number: 1, missing: REASON });
    expect(race.open.outcomes[RETURN]).toEqual({ kind: 'missed', due: '2026-04-10', noticed, told: true });
  });
});
