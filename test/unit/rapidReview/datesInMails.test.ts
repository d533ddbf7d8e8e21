// R9: what a mail told an agency is what was in it, not what the case has come to while it was on its way. An agency that
// was told dates which do not hold hears the right ones once, and why, in the hours of notices.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { whyMoved } from '../../../domain/rapidReview/calendarChange/whyMoved';
import { fold } from '../../../domain/rapidReview/evolve';
import type { MailReport } from '../../../domain/rapidReview/mailReport';
import { upgraded } from '../../../domain/rapidReview/state';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { otherThan, proclaimed } from './otherCalendars';
import { POLICE, Race, SCHOOL, answer } from './race';
import { CONTACT, REASON, REFERENCE, Story } from './story';

const RETURN = `agencyReturn:${SCHOOL}` as ObligationKey;
const RECORDS = `recordsSecured:${SCHOOL}` as ObligationKey;
const the8th = proclaimed(officialCalendar, '2026-04-08');

/** A request that is on its way: put into words on Tuesday 31 March, by which the return is due on Thursday 9 April. */
const onItsWay = () => {
  const race = new Race().received().at('2026-03-31 10:00').send([SCHOOL]);
  return { race, told: datesOf(race, '2026-04-09', '2026-04-02') };
};

const datesOf = (race: Race, due: string, secured?: string): NonNullable<MailReport['told']> => ({
  asOf: race.state.version,
  dates: [
    { key: RETURN, due: civilDate(due) },
    ...(secured === undefined ? [] : [{ key: RECORDS, due: civilDate(secured) }]),
  ],
});

const toldOf = (race: Race) =>
  race
    .of('AgencyToldOfDates')
    .map(({ at, body }) =>
      [Story.say(at), ...body.moves.map(({ key, was, due }) => `${key} ${was} to ${due}`)].join(', '),
    );

const why = (race: Race) => {
  const body = race.of('AgencyToldOfDates').at(-1)?.body;
  if (body === undefined) throw new Error('nobody was told');
  const { days, corrected } = whyMoved(race.events, body, race.open, race.calendar);
  return { days: days.map(({ date, change }) => `${date} ${change}`), corrected };
};

const reminder = (race: Race, told: MailReport['told'], number = 1): MailReport => ({
  key: `${REFERENCE}/agencyReminder/${SCHOOL}/${number}`,
  to: { role: 'agency', agency: SCHOOL, contacts: [CONTACT(SCHOOL)] },
  refused: [],
  outcome: 'accepted',
  acceptedAt: race.now,
  ...(told === undefined ? {} : { told }),
});

describe('R9: a scoping request on its way while its case goes to another calendar', () => {
  const adopted = () => {
    const { race, told } = onItsWay();
    race.at('2026-03-31 10:01').adopt(the8th);
    return { race, report: race.report(SCHOOL, 'accepted', { told }) };
  };

  it('told the agency the dates of before: it hears the new one, and why', () => {
    const { race, report } = adopted();
    race.hear(report);
    expect(race.of('MailToldOtherDates').map(({ body }) => body.dates)).toEqual([
      [{ key: RETURN, told: '2026-04-09', due: '2026-04-10' }],
    ]);
    expect(toldOf(race)).toEqual([`2026-03-31 10:01, ${RETURN} 2026-04-09 to 2026-04-10`]);
    expect(why(race)).toEqual({ days: ['2026-04-08 listed'], corrected: false });
  });

  it('once, however often the report is told, under a new run and after a restart', () => {
    const { race, report } = adopted();
    race.hear(report).hear(report);
    race.state = upgraded(JSON.parse(JSON.stringify(race.state)) as Race['state']);
    race.hear(report);
    race.state = fold(race.events);
    race.hear(report).at('2026-04-30 12:00').hear(report);
    expect(toldOf(race)).toHaveLength(1);
    expect(race.of('MailToldOtherDates')).toHaveLength(1);
    expect(race.mails('datesMoved')).toHaveLength(1);
  });

  it('and again where they move again, from the date that it knows by then', () => {
    const { race, report } = adopted();
    race.hear(report).at('2026-04-01 12:00').adopt(officialCalendar, 2).hear(report);
    expect(toldOf(race)).toEqual([
      `2026-03-31 10:01, ${RETURN} 2026-04-09 to 2026-04-10`,
      `2026-04-01 12:00, ${RETURN} 2026-04-10 to 2026-04-09`,
    ]);
  });

  it('of both changes that came meanwhile, at nine where it is heard at night', () => {
    const { race, told } = onItsWay();
    race.at('2026-03-31 18:00').adopt(the8th);
    race.at('2026-03-31 18:01').adopt(proclaimed(the8th, '2026-04-01'), 2);
    race.hear(race.report(SCHOOL, 'accepted', { told }));
    // The very morning has become a day off.
    expect(toldOf(race.at('2026-04-02 12:00'))).toEqual([
      `2026-04-02 09:00, ${RETURN} 2026-04-09 to 2026-04-13, ${RECORDS} 2026-04-02 to 2026-04-07`,
    ]);
    expect(why(race)).toEqual({ days: ['2026-04-01 listed', '2026-04-08 listed'], corrected: false });
  });

  it('not where it was put into words by the calendar that holds', () => {
    const { race } = onItsWay();
    race.at('2026-03-31 10:01').adopt(the8th);
    race.hear(race.report(SCHOOL, 'accepted', { told: datesOf(race, '2026-04-10', '2026-04-02') }));
    expect([toldOf(race.at('2026-04-20 12:00')), race.of('MailToldOtherDates')]).toEqual([[], []]);
  });

  it('not where the change was taken back before the mail had arrived', () => {
    const { race, told } = onItsWay();
    race.at('2026-03-31 10:01').adopt(the8th).adopt(officialCalendar, 2);
    race.hear(race.report(SCHOOL, 'accepted', { told }));
    expect(toldOf(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('and of a day that came while it was on its way, which it named as it went, it hears once that is taken back', () => {
    const race = new Race().received().at('2026-03-31 18:00').send([SCHOOL]).adopt(the8th);
    race.hear(race.report(SCHOOL, 'accepted', { told: datesOf(race, '2026-04-10', '2026-04-02') }));
    race.adopt(officialCalendar, 2).at('2026-04-01 12:00');
    expect(toldOf(race)).toEqual([`2026-04-01 09:00, ${RETURN} 2026-04-10 to 2026-04-09`]);
    expect(why(race)).toEqual({ days: ['2026-04-08 withdrawn'], corrected: false });
  });

  it('nor where it is taken back before nine: the date that it was told holds again', () => {
    const { race, told } = onItsWay();
    race
      .at('2026-03-31 18:00')
      .adopt(the8th)
      .hear(race.report(SCHOOL, 'accepted', { told }));
    race.adopt(officialCalendar, 2);
    expect(toldOf(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('once of two mails of the same asking, whichever told what', () => {
    const { race, told } = onItsWay();
    race.send([SCHOOL]).at('2026-03-31 10:01').adopt(the8th);
    const second = race.report(SCHOOL, 'accepted', { sending: 2, told: datesOf(race, '2026-04-10') });
    race.hear(race.report(SCHOOL, 'accepted', { told }), second).hear(second);
    expect(toldOf(race.at('2026-04-07 12:00'))).toHaveLength(1);
  });

  it('not of a request that is void by then', () => {
    const { race, report } = adopted();
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).hear(report).send([SCHOOL]);
    race.hear(race.report(SCHOOL, 'accepted', { round: 2, told: datesOf(race, '2026-04-10', '2026-04-02') }));
    race.hear(report);
    expect(toldOf(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('a mail of an asking that is void tells nothing of the next', () => {
    const race = new Race().received().at('2026-03-31 10:00').sent(SCHOOL).at('2026-04-01 08:00');
    race.act({ kind: 'sendReminder', agency: SCHOOL });
    const old = reminder(race, datesOf(race, '2026-04-09', '2026-04-02'));
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).send([SCHOOL]);
    race.hear(race.report(SCHOOL, 'accepted', { round: 2 })).hear(old);
    expect(toldOf(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('an agency that has answered hears nothing', () => {
    const { race, report } = adopted();
    race.act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      on: civilDate('2026-03-31'),
      contacts: [],
    });
    race.act(answer(SCHOOL, '2026-03-31', { answer: 'nil' })).hear(report);
    expect(toldOf(race.at('2026-04-20 12:00'))).toEqual([]);
  });

  it('recorded as asked on the day before while the mail is on its way: it hears that it counts from then', () => {
    const race = new Race().received().at('2026-04-01 10:00').send([SCHOOL]);
    const told = datesOf(race, '2026-04-10', '2026-04-07');
    race.act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      on: civilDate('2026-03-31'),
      contacts: [],
    });
    race.hear(race.report(SCHOOL, 'accepted', { told }));
    expect(toldOf(race)).toEqual([
      `2026-04-01 10:00, ${RETURN} 2026-04-10 to 2026-04-09, ${RECORDS} 2026-04-07 to 2026-04-02`,
    ]);
    expect(why(race)).toEqual({ days: [], corrected: true });
  });

  it('also where a change of the calendar between them brought no day that counts', () => {
    const race = new Race().received().at('2026-04-01 10:00').send([SCHOOL]);
    const told = datesOf(race, '2026-04-10', '2026-04-07');
    race.adopt(proclaimed(officialCalendar, '2026-06-01')).adopt(officialCalendar, 2);
    race.act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      on: civilDate('2026-03-31'),
      contacts: [],
    });
    race.hear(race.report(SCHOOL, 'accepted', { told }));
    expect(why(race)).toEqual({ days: [], corrected: true });
  });

  it('a mail that names no dates establishes that it was sent, and nothing of them', () => {
    const { race } = adopted();
    race.hear(race.report(SCHOOL, 'accepted'));
    expect(race.line('agencyReturn', SCHOOL).due).toBe('2026-04-10');
    expect(race.of('MailToldOtherDates')).toEqual([]);
  });
});

describe('R9: a mail that names a new date before the agency has heard why', () => {
  /** Asked on 31 March; on Thursday evening the 8th is proclaimed, and a reminder sent by hand names the new date. */
  const named = () => {
    const race = new Race().received().at('2026-03-31 10:00').sent(SCHOOL, POLICE).at('2026-04-02 18:00');
    race.adopt(the8th).act({ kind: 'sendReminder', agency: SCHOOL });
    return race.hear(reminder(race, datesOf(race, '2026-04-10')));
  };

  it('it hears the reason all the same, from the date that it was told by a mail with one', () => {
    const race = named();
    race.hear(
      reminder(race, { ...datesOf(race, '2026-04-10'), asOf: race.of('AgencyReminded')[0]?.number ?? 0 }),
    );
    expect(race.of('MailToldOtherDates')).toHaveLength(1);
    expect(toldOf(race.at('2026-04-20 12:00')).filter((line) => line.includes(RETURN))).toEqual([
      `2026-04-07 09:00, ${RETURN} 2026-04-09 to 2026-04-10`,
    ]);
  });

  it('where the change is taken back before nine it hears that: it had been told another date', () => {
    const race = named().adopt(officialCalendar, 2).at('2026-04-20 12:00');
    expect(toldOf(race)).toEqual([`2026-04-07 09:00, ${RETURN} 2026-04-10 to 2026-04-09`]);
    expect(why(race)).toEqual({ days: ['2026-04-08 withdrawn'], corrected: false });
  });

  it('also where the case hears of that mail only after the change was taken back', () => {
    const race = new Race().received().at('2026-03-31 10:00').sent(SCHOOL).at('2026-04-02 18:00');
    race.adopt(the8th).act({ kind: 'sendReminder', agency: SCHOOL });
    const report = reminder(race, datesOf(race, '2026-04-10'));
    race.adopt(officialCalendar, 2).hear(report).at('2026-04-20 12:00').hear(report);
    expect(toldOf(race)).toEqual([`2026-04-07 09:00, ${RETURN} 2026-04-10 to 2026-04-09`]);
    expect(why(race)).toEqual({ days: ['2026-04-08 withdrawn'], corrected: false });
  });

  it('where it moves on, it hears that from the date that it was named', () => {
    const race = named().adopt(otherThan(the8th, { listed: { '2026-04-09': 'Proclaimed' } }), 2);
    expect(toldOf(race.at('2026-04-20 12:00'))).toEqual([
      `2026-04-07 09:00, agencyReturn:${POLICE} 2026-04-09 to 2026-04-13`,
      `2026-04-07 09:00, ${RETURN} 2026-04-10 to 2026-04-13`,
    ]);
  });
});

describe('R9: an agency that is asked twice, before midnight and after, with nothing in between', () => {
  /** The first told it that return; the second, told of it as of a day later, that return and securing. */
  const twice = (first: string, due: string, secured: string) => {
    const race = new Race().received().at('2026-03-30 23:50').send([SCHOOL]).send([SCHOOL]);
    const reports = [
      race.report(SCHOOL, 'accepted', { told: datesOf(race, first, '2026-04-01') }),
      race
        .at('2026-03-31 00:05')
        .report(SCHOOL, 'accepted', { told: datesOf(race, due, secured), sending: 2 }),
    ];
    for (let round = 0; round < 3; round += 1) race.hear(...reports);
    return race;
  };
  const heardOf = (race: Race) => race.of('MailToldOtherDates').map(({ body }) => body.notice.at(-1));

  it.each([
    ['2026-04-08', '2026-04-09', '2026-04-09 to 2026-04-08', ['2', '1']],
    ['2026-04-07', '2026-04-08', '2026-04-07 to 2026-04-08', ['1', '2']],
  ])('hears of each once, however often the reports are told: %s, then %s', (first, then, moved, heard) => {
    const race = twice(first, then, '2026-04-02');
    expect(heardOf(race)).toEqual(heard);
    expect(toldOf(race.at('2026-03-31 12:00'))).toEqual([
      `2026-03-31 09:00, ${RETURN} ${moved}, ${RECORDS} 2026-04-02 to 2026-04-01`,
    ]);
  });
});
