// Another date agreed with an agency for its return, and the clock of one that was found late (table of obligations:
// agencyReturn; R5, R7, R10): both dates stay, an extension before the day spares it, one after a miss leaves the miss.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { AGENCY, REASON, Story } from './story';
import { POLICE, Race, SCHOOL, answer } from './race';

const LATE = AGENCY(5);
const asked = () => new Race().received().asked();
const agree = (due: string) =>
  ({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate(due), reason: REASON }) as const;

describe('R5: extension and shortening', () => {
  it('an extension before the day moves the date, with both dates and the reason', () => {
    const race = asked().at('2026-04-08 12:00').act(agree('2026-04-13'));
    expect(race.of('ReturnDateAgreed')[0]?.body).toEqual({
      agency: SCHOOL,
      was: '2026-04-09',
      due: '2026-04-13',
      extends: true,
      reason: REASON,
    });
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-13' });
    race.at('2026-04-10 12:00');
    expect(race.misses().filter((miss) => miss.includes(`agencyReturn:${SCHOOL}`))).toEqual([]);
    race.at('2026-04-13 12:00').act(answer(SCHOOL, '2026-04-13'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', workingDaysEarly: 0 });
  });

  it('an extension after a miss leaves the miss: late is counted from the date that was missed', () => {
    const race = asked().at('2026-04-10 12:00').act(agree('2026-04-16'));
    expect(race.of('ReturnDateAgreed')[0]?.body.afterMiss).toBe(true);
    expect(race.of('ObligationReinstated')).toEqual([]);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    // Shown beside the date that was missed, which no count of it explains.
    expect(race.line('agencyReturn', SCHOOL).agreedSince).toBe('2026-04-16');
    expect(race.line('agencyReturn', SCHOOL).counting).toBeUndefined();
    race.at('2026-04-14 12:00').act(answer(SCHOOL, '2026-04-14'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({
      status: 'missed',
      doneOn: '2026-04-14',
      workingDaysEarly: -3,
    });
  });

  it('taken back to its own date nothing is agreed any more', () => {
    const race = asked().at('2026-04-01 10:00');
    race.act(agree('2026-04-14')).act(agree('2026-04-09'));
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-09');
    race.adopt(proclaimed(officialCalendar, '2026-04-08'));
    expect(race.line('agencyReturn', POLICE).due).toBe('2026-04-10');
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-10');
  });

  it('R11: a rung that was sent never goes again, whatever date is agreed', () => {
    const race = asked().at('2026-04-10 12:00').act(agree('2026-04-16')).at('2026-04-20 12:00');
    expect(race.reminders(SCHOOL).map((line) => line.slice(0, 10))).toEqual([
      ...['2026-04-01', '2026-04-07', '2026-04-08', '2026-04-10'],
    ]);
  });

  it('shortened, the date comes forward, and rungs that are past by then are skipped and recorded', () => {
    const race = asked().at('2026-04-01 12:00').act(agree('2026-04-02'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-02' });
    expect(race.of('RungsSkipped').map(({ body }) => body)).toContainEqual({
      agency: SCHOOL,
      cause: 'alreadyPast',
      rungs: [
        { key: `agencyReturn:${SCHOOL}`, rung: 'twoBefore', due: '2026-04-02' },
        { key: `agencyReturn:${SCHOOL}`, rung: 'oneBefore', due: '2026-04-02' },
      ],
    });
    expect(race.of('DatesMoved').at(-1)?.body.moves).toEqual([
      { key: `agencyReturn:${SCHOOL}`, was: '2026-04-09', due: '2026-04-02' },
    ]);
    race.at('2026-04-07 12:00');
    expect(race.misses()).toContain(`2026-04-03 00:00 agencyReturn:${SCHOOL} due 2026-04-02`);
  });

  it('agreed twice the later word holds', () => {
    const race = asked().at('2026-04-08 12:00').act(agree('2026-04-13')).act(agree('2026-04-10'));
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-10');
    expect(race.of('ReturnDateAgreed').at(-1)?.body.was).toBe('2026-04-13');
  });

  it('agreed again after that was missed, late is counted from the date agreed first', () => {
    const race = asked().at('2026-04-08 12:00').act(agree('2026-04-14')).at('2026-04-15 12:00');
    race.act(agree('2026-04-17'));
    expect(race.of('OutcomeRestated')).toEqual([]);
    race.returned('2026-04-16', SCHOOL);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({
      status: 'missed',
      doneOn: '2026-04-16',
      workingDaysEarly: -2,
    });
  });

  it('a third time the first miss stays', () => {
    const race = asked().at('2026-04-10 12:00').act(agree('2026-04-14')).at('2026-04-15 12:00');
    race.act(agree('2026-04-17')).returned('2026-04-16', SCHOOL);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', workingDaysEarly: -5 });
  });

  it('a date that was shortened and missed stays missed, whatever is agreed then', () => {
    const race = asked().at('2026-04-07 12:00').act(agree('2026-04-08')).at('2026-04-09 12:00');
    race.act(agree('2026-04-14'));
    expect(race.of('ObligationReinstated')).toEqual([]);
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-08' });
  });

  it.each([
    ['a date in the past', agree('2026-04-07'), 'AgreedDateInPast'],
    ['a date on a day off', agree('2026-04-11'), 'AgreedDateOnDayOff'],
    ['the date that it has', agree('2026-04-09'), 'AgreedDateChangesNothing'],
    ['an agency that is not on the case', { ...agree('2026-04-13'), agency: LATE }, 'AgencyNotOnCase'],
    ['one that has answered', { ...agree('2026-04-13'), agency: POLICE }, 'NoReturnDateToChange'],
  ] as const)('is refused for %s, with nothing changed', (_what, command, code) => {
    expect(asked().returned('2026-04-08', POLICE).refusal(command)).toBe(code);
  });

  it('is refused before the request went: there is no date yet', () => {
    const race = new Race().received().at('2026-03-31 10:00');
    expect(race.refusal(agree('2026-04-13'))).toBe('NoReturnDateToChange');
  });
});

describe('R2, R7, R9: a change of the bank holidays and the date that was agreed', () => {
  const key = `agencyReturn:${SCHOOL}`;
  const proclaim = (race: Race, change: number, ...days: readonly string[]) =>
    race.adopt(proclaimed(officialCalendar, ...days), change);
  const ofSchool = (race: Race) =>
    race
      .of('AgencyToldOfDates')
      .filter(({ body }) => body.agency === SCHOOL)
      .flatMap(({ body }) => body.moves.map(({ was, due }) => `${was} to ${due}`));

  it('on a day that has become a holiday it falls due on the next working day, and the agency is told', () => {
    const race = asked().at('2026-04-08 12:00').act(agree('2026-04-14'));
    proclaim(race, 1, '2026-04-14');
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-15' });
    expect(race.of('DatesMoved').at(-1)?.body.moves).toContainEqual({
      key,
      was: '2026-04-14',
      due: '2026-04-15',
    });
    expect(ofSchool(race)).toEqual(['2026-04-14 to 2026-04-15']);
    race.at('2026-04-09 12:00').adopt(officialCalendar, 2);
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-14');
    expect(ofSchool(race)).toEqual(['2026-04-14 to 2026-04-15', '2026-04-15 to 2026-04-14']);
  });

  it('an extension never leaves less time than there is without one', () => {
    const race = asked().at('2026-04-01 12:00').act(agree('2026-04-10'));
    proclaim(race, 1, '2026-04-07', '2026-04-08');
    expect(race.line('agencyReturn', POLICE).due).toBe('2026-04-13');
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-13' });
    expect(ofSchool(race.at('2026-04-02 12:00'))).toContain('2026-04-10 to 2026-04-13');
    race.adopt(officialCalendar, 2);
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-10');
  });

  it('what was shortened stays so, and what was extended after a miss', () => {
    const race = asked().at('2026-04-01 12:00').act(agree('2026-04-08'));
    proclaim(race, 1, '2026-04-07');
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-08');
    const missed = asked().at('2026-04-10 12:00').act(agree('2026-04-14')).at('2026-04-10 13:00');
    proclaim(missed, 1, '2026-04-01', '2026-04-02', '2026-04-07', '2026-04-08');
    expect(missed.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-04-09' });
  });
});

describe('R10: an extension is told from the five working days', () => {
  it('the event keeps the date that the count gave, so that "within 5 WD" can ignore what was agreed', () => {
    const race = asked().at('2026-04-08 12:00').act(agree('2026-04-13')).act(agree('2026-04-14'));
    race.at('2026-04-14 12:00').act(answer(SCHOOL, '2026-04-14'));
    expect(race.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-14' });
    expect(race.of('ReturnDateAgreed')[0]?.body.was).toBe('2026-04-09');
  });

  it('a case keeps the profile it was opened under, beside one opened under another', () => {
    const profile = { id: 'national-notification', version: 1 };
    const coventry = new Story().opened('2026-03-30 16:20').at('2026-06-01 10:00');
    const national = new Story().opened('2026-03-30 16:20', { profile }).at('2026-06-01 10:00');
    expect(coventry.open.profile).toEqual({ id: 'cscp-wt2018', version: 1 });
    expect(national.open.profile).toEqual(profile);
    expect(coventry.line('completeLocal').due).toBe('2026-04-22');
    expect(national.line('completeLocal').status).toBe('awaitingAnchor');
  });
});

describe('R3: an agency that is found late', () => {
  const found = () => asked().at('2026-04-13 15:00').act({ kind: 'addAgency', agency: LATE });

  it('has its own clock, from its own sent day', () => {
    const race = found().at('2026-04-14 11:00').sent(LATE);
    expect(race.line('scopingDispatch', LATE)).toMatchObject({ status: 'met', due: '2026-04-14' });
    expect(race.line('agencyReturn', LATE).due).toBe('2026-04-21');
    expect(race.line('recordsSecured', LATE).due).toBe('2026-04-16');
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-09');
  });

  it('is warned of: past the window where no meeting stands, past the meeting, past the papers', () => {
    const race = found().at('2026-04-14 11:00').sent(LATE);
    const about = (): readonly unknown[] =>
      warningsOf(race.open, race.calendar).filter(
        (warning) => 'agency' in warning && warning.agency === LATE,
      );
    const returnDue = { agency: LATE, due: '2026-04-21' };
    expect(about()).toEqual([{ about: 'returnAfterWindow', ...returnDue, closes: '2026-04-20' }]);
    race.meetingArranged('2026-04-20 10:00');
    expect(about()).toEqual([{ about: 'returnAfterMeeting', ...returnDue, meetingOn: '2026-04-20' }]);
    race.act({ ...agree('2026-04-20'), agency: LATE });
    expect(about()).toEqual([
      { about: 'returnAfterPapers', agency: LATE, due: '2026-04-20', papersOn: '2026-04-17' },
    ]);
    race.act({ ...agree('2026-04-17'), agency: LATE });
    expect(about()).toEqual([]);
  });

  it('is warned of no more once it has answered, or the group has decided', () => {
    const race = found().meetingArranged('2026-04-14 10:00').at('2026-04-13 16:00').sent(LATE);
    const agencies = (): readonly unknown[] =>
      warningsOf(race.open, race.calendar).flatMap((warning) =>
        'agency' in warning ? [warning.agency] : [],
      );
    expect(agencies()).toEqual([LATE]);
    race.returned('2026-04-13', LATE);
    expect(agencies()).toEqual([]);
    const undecided = found()
      .at('2026-04-13 16:00')
      .sent(LATE)
      .meetingArranged('2026-04-14 10:00')
      .convened();
    expect(
      warningsOf(undecided.arrived().decided().open, undecided.calendar).map(({ about }) => about),
    ).toEqual(['momentNotRecorded', 'decidedWithout']);
  });
});
