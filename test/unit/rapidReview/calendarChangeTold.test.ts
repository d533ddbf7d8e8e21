// Who hears that dates have moved with the bank holidays, and when (R9, R11): each agency once, in the hours of notices of a
// working day, of its own dates only, and not at all of what was undone, answered or agreed meanwhile.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { wakeAt } from '../../../domain/rapidReview/wake';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { COUNCIL, Race, SCHOOL, answer } from './race';
import { AGENCY, CONTACT, REASON, Story, london } from './story';

const asked = () => new Race().received().asked();
const the8th = proclaimed(officialCalendar, '2026-04-08');
const RETURN = `agencyReturn:${SCHOOL}`;

/** When an agency was told, and of what. */
const told = (story: Story, agency = SCHOOL) =>
  story
    .of('AgencyToldOfDates')
    .filter(({ body }) => body.agency === agency)
    .map(({ at, body }) =>
      [Story.say(at), ...body.moves.map(({ key, was, due }) => `${key} ${was} to ${due}`)].join(', '),
    );

const moved = (was: string, due: string) => `${RETURN} ${was} to ${due}`;

describe('R9: each agency concerned hears once', () => {
  it('of every date of its own in one mail, and why', () => {
    const race = asked().at('2026-03-31 12:00').adopt(proclaimed(officialCalendar, '2026-04-01'));
    const [first] = race.of('AgencyToldOfDates').filter(({ body }) => body.agency === SCHOOL);
    const since = race.of('ScopingRequestSent').find(({ body }) => body.agency === SCHOOL)?.number;
    expect(first?.body).toEqual({
      agency: SCHOOL,
      moves: [
        { key: RETURN, was: '2026-04-09', due: '2026-04-10', since },
        { key: `recordsSecured:${SCHOOL}`, was: '2026-04-02', due: '2026-04-07', since },
      ],
      because: [race.of('CalendarAdopted')[0]?.number],
    });
    const notice = race.notices.find(({ key }) => key.endsWith(`datesMoved/${SCHOOL}/${first?.number ?? 0}`));
    expect(notice?.to).toEqual({ role: 'agency', agency: SCHOOL, contacts: [CONTACT(SCHOOL)] });
    expect(race.mails('datesMoved')).toHaveLength(4);
    race.at('2026-04-20 12:00');
    expect(race.mails('datesMoved')).toHaveLength(4);
  });

  it('whoever owes nothing that moves hears nothing', () => {
    const race = new Race()
      .received()
      .at('2026-03-31 10:00')
      .sent(SCHOOL)
      .at('2026-04-01 12:00')
      .adopt(the8th);
    expect(race.of('AgencyToldOfDates').map(({ body }) => body.agency)).toEqual([SCHOOL]);
  });

  it('what an agency has answered it hears nothing of', () => {
    const race = asked().returned('2026-04-02', SCHOOL).at('2026-04-02 13:00').adopt(the8th);
    expect([told(race), told(race, COUNCIL)]).toEqual([[], [expect.stringContaining('2026-04-02 13:00')]]);
  });

  it('a move that is no change of the calendar is not told so', () => {
    const race = asked().at('2026-04-01 12:00');
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-13'), reason: REASON });
    expect(race.of('DatesMoved').at(-1)?.body).not.toHaveProperty('toTell');
    expect(race.at('2026-04-20 12:00').of('AgencyToldOfDates')).toEqual([]);
  });
});

describe('R9, R11: in the hours of notices', () => {
  it.each([
    ['on a working day at nine', '2026-04-02 09:00', '2026-04-02 09:00'],
    ['on a working day until half past four', '2026-04-02 16:30', '2026-04-02 16:30'],
    ['before nine', '2026-04-02 08:59', '2026-04-02 09:00'],
    ['in the evening, before days off', '2026-04-02 16:31', '2026-04-07 09:00'],
    ['on a bank holiday', '2026-04-03 12:00', '2026-04-07 09:00'],
    ['on a Saturday', '2026-04-04 12:00', '2026-04-07 09:00'],
    ['on the day that is proclaimed', '2026-04-08 12:00', '2026-04-09 09:00'],
  ])('%s', (_, accepted, heard) => {
    const race = asked().at(accepted).adopt(the8th);
    expect(told(race)).toEqual(accepted === heard ? [`${heard}, ${moved('2026-04-09', '2026-04-10')}`] : []);
    race.at('2026-04-20 12:00');
    expect(told(race)).toEqual([`${heard}, ${moved('2026-04-09', '2026-04-10')}`]);
  });

  it('accepted on a Saturday, it is told on Monday at nine', () => {
    const race = asked().at('2026-04-07 17:00');
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).at('2026-04-08 10:00');
    race.send([SCHOOL]).hear(race.report(SCHOOL, 'accepted', { round: 2 }));
    race.at('2026-04-11 12:00').adopt(proclaimed(officialCalendar, '2026-04-14'));
    expect(wakeAt(race.state, race.calendar)).toBe(london('2026-04-13 09:00'));
    expect(told(race.at('2026-04-13 08:59'))).toEqual([]);
    expect(told(race.at('2026-04-13 09:00'))).toEqual([
      `2026-04-13 09:00, ${moved('2026-04-15', '2026-04-16')}`,
    ]);
  });

  it('the State Funeral of Monday 19 September 2022, accepted on Saturday the 17th: told on Tuesday, the day itself being one off', () => {
    const before = otherThan(officialCalendar, { withdrawn: ['2022-09-19'] });
    const story = new Story(before).opened('2022-08-26 10:00').at('2022-09-12 10:00').sent(AGENCY(1));
    story.at('2022-09-17 11:00').adopt(officialCalendar);
    expect(story.line('completeLocal').due).toBe('2022-09-20');
    story.at('2022-09-20 12:00');
    expect(told(story, AGENCY(1))).toEqual([
      '2022-09-20 09:00, agencyReturn:AG-0001 2022-09-19 to 2022-09-20',
    ]);
  });

  it('the State Funeral, accepted on Saturday 10 September 2022: the completion moves, and no agency has a date to hear of', () => {
    const before = otherThan(officialCalendar, { withdrawn: ['2022-09-19'] });
    const story = new Story(before).opened('2022-08-26 10:00').at('2022-08-30 10:00').sent(AGENCY(1));
    story.at('2022-09-10 18:00').adopt(officialCalendar).at('2022-09-12 12:00');
    expect(story.of('DatesMoved').at(-1)?.body.moves).toEqual([
      { key: 'completeLocal', was: '2022-09-19', due: '2022-09-20' },
    ]);
    expect(story.of('AgencyToldOfDates')).toEqual([]);
  });

  it('after an outage over those hours it waits for the next, and the clock goes on', () => {
    const race = asked()
      .at('2026-04-07 17:00')
      .adopt(proclaimed(officialCalendar, '2026-04-14', '2026-04-09'));
    race.outageUntil('2026-04-08 17:00');
    expect(told(race)).toEqual([]);
    expect(wakeAt(race.state, race.calendar)).toBeGreaterThan(race.now);
    expect(told(race.at('2026-04-13 12:00'))).toEqual([
      `2026-04-10 09:00, ${moved('2026-04-09', '2026-04-10')}`,
    ]);
  });

  it('after an outage in which nothing else was due the clock goes on all the same', () => {
    const story = new Race().opened('2026-03-30 10:00', { agencies: [SCHOOL] }).at('2026-03-31 10:00');
    story
      .sent(SCHOOL)
      .meetingArranged('2026-04-14 10:00')
      .act({
        kind: 'recordRecordsSecured',
        agency: SCHOOL,
        on: civilDate('2026-03-31'),
        secured: { paper: true, electronic: true, locked: true },
      });
    story.at('2026-03-31 17:00').adopt(the8th).outageUntil('2026-04-01 17:00');
    expect(wakeAt(story.state, story.calendar)).toBe(london('2026-04-02 09:00'));
    expect(told(story.at('2026-04-20 12:00'))).toEqual([
      `2026-04-02 09:00, ${moved('2026-04-09', '2026-04-10')}`,
    ]);
  });
});

describe('R9: what came between the move and the mail', () => {
  const evening = () => asked().at('2026-04-02 18:00').adopt(the8th);

  it('two moves are told as one, from the date that the agency knows, with both causes', () => {
    const race = evening()
      .adopt(proclaimed(the8th, '2026-04-07'), 2)
      .at('2026-04-08 12:00')
      .at('2026-04-09 12:00');
    expect(told(race)).toEqual([`2026-04-09 09:00, ${moved('2026-04-09', '2026-04-13')}`]);
    expect(race.of('AgencyToldOfDates').at(-1)?.body.because).toEqual(
      race.of('CalendarAdopted').map(({ number }) => number),
    );
  });

  it('a move that was undone is not told', () => {
    expect(told(evening().adopt(officialCalendar, 2).at('2026-04-20 12:00'))).toEqual([]);
  });

  it('a move that is undone once it was told is told as well', () => {
    const race = evening().at('2026-04-07 12:00').adopt(officialCalendar, 2).at('2026-04-20 12:00');
    expect(told(race)).toEqual([
      `2026-04-07 09:00, ${moved('2026-04-09', '2026-04-10')}`,
      `2026-04-07 12:00, ${moved('2026-04-10', '2026-04-09')}`,
    ]);
  });

  it('an answer: it is not told', () => {
    const race = evening().act(answer(SCHOOL, '2026-04-02')).at('2026-04-20 12:00');
    expect([told(race).length, told(race, COUNCIL).length]).toEqual([0, 1]);
  });

  it('a date that was agreed with the agency: it is not told', () => {
    const race = evening();
    race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-14'), reason: REASON });
    expect(told(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  // Not so yet: what an agency was not told outlives the request that it was owed for.
  it('a request declared void: what was owed for it is not told, nor of the next', () => {
    const race = evening().act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON });
    race.send([SCHOOL]).hear(race.report(SCHOOL, 'accepted', { round: 2 }));
    expect(told(race.at('2026-04-20 12:00'))).toEqual([]);
  });
});

describe('R12: nobody there can be mailed', () => {
  it('the team hears that the mail could not go', () => {
    const race = new Race()
      .received()
      .at('2026-03-31 10:00')
      .act({
        kind: 'recordRequestSent',
        agency: SCHOOL,
        channel: 'paper',
        on: civilDate('2026-03-31'),
        contacts: [],
      });
    race.at('2026-04-01 12:00').adopt(the8th);
    expect(race.of('AgencyToldOfDates').map(({ body }) => body.noContact)).toEqual([true]);
    expect(race.mails('datesMoved')).toEqual([]);
    race.at('2026-04-02 12:00');
    const number = race.of('AgencyToldOfDates')[0]?.number ?? 0;
    expect(race.of('TeamBriefed').at(-1)?.body.items).toContainEqual({
      about: 'mailFailed',
      notice: `datesMoved/${SCHOOL}/${number}`,
      agency: SCHOOL,
    });
    race.at('2026-04-20 12:00');
    expect(race.briefings().filter((line) => line.includes('datesMoved'))).toHaveLength(1);
  });

  const nobodyThere = (): Race => {
    const race = new Race().received().at('2026-03-31 10:00');
    race.act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'paper',
      contacts: [],
      on: civilDate('2026-03-31'),
    });
    return race.at('2026-04-01 18:00').adopt(the8th);
  };
  const heard = (race: Race): readonly string[] => {
    const lines = race
      .at('2026-04-20 12:00')
      .briefings()
      .filter((line) => line.includes('datesMoved'));
    return lines.map((line) => line.slice(0, 16));
  };

  it('at the very nine at which the agency would have', () => {
    expect(heard(nobodyThere())).toEqual(['2026-04-02 09:00']);
  });

  it('also where the case wakes later than that', () => {
    expect(heard(nobodyThere().outageUntil('2026-04-02 09:01'))).toEqual(['2026-04-02 09:01']);
  });
});
