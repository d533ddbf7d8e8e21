// The timetable without a case: the dates of the rule book from a few dates alone, what waits, and what looks wrong.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { BeyondCalendar } from '../../../domain/calendar/workingCalendar';
import { currentProfile } from '../../../domain/policy/profiles';
import { ANY_AGENCY, inOneSentence, whatIf, type Supposed } from '../../../domain/timetable/whatIf';
import { officialCalendar } from '../calendars';
import { AGENCY, london } from '../rapidReview/story';

const RECEIVED = { referralReceived: london('2026-03-30 16:20') };

const ask = (given: Partial<Supposed>) =>
  whatIf({ profile: currentProfile, timestamps: RECEIVED, agencies: [], ...given }, officialCalendar);

describe('what if', () => {
  const whole = ask({
    timestamps: { ...RECEIVED, notificationSent: london('2026-03-27 10:00') },
    sentOn: civilDate('2026-04-01'),
  });

  it('gives the worked dates of the rule book', () => {
    expect(whole.dates.map(({ obligation, opens, due }) => [obligation, opens?.reaches, due])).toEqual([
      ['scopingDispatch', undefined, '2026-04-01'],
      ['agencyReturn', undefined, '2026-04-10'],
      ['recordsSecured', undefined, '2026-04-07'],
      ['meeting', '2026-04-10', '2026-04-17'],
      ['completeLocal', undefined, '2026-04-22'],
      ['completePanel', undefined, '2026-04-21'],
    ]);
    expect(whole.timetable.headline).toBe('2026-04-21');
  });

  it('says how each date came out in one sentence, of a window both its ends', () => {
    const said = whole.dates.map(inOneSentence);
    expect(said.at(-1)).toBe(
      '15 working days after Friday 27 March 2026 (the day the notification was sent to the national Panel), not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    );
    expect(said[3]).toBe(
      'opens 7 working days after Monday 30 March 2026 (the day the referral was received), not counting weekends, Good Friday (3 April) and Easter Monday (6 April); ' +
        'closes 2 working days before Tuesday 21 April 2026 (the day the Rapid Review must be complete), not counting weekends',
    );
  });

  it('says of a window that has no day left that it is the earliest workable one', () => {
    const { dates } = ask({ timestamps: { ...RECEIVED, notificationSent: london('2026-03-10 10:00') } });
    const meeting = dates.find(({ obligation }) => obligation === 'meeting');
    expect(meeting?.due).toBe('2026-04-10');
    expect(meeting === undefined ? '' : inOneSentence(meeting)).toMatch(
      /^the earliest workable day, because/,
    );
  });

  it('lists what has no date, and the date it waits for', () => {
    const { waiting, dates } = ask({});
    expect(dates.map(({ obligation }) => obligation)).toEqual([
      'scopingDispatch',
      'meeting',
      'completeLocal',
    ]);
    expect(waiting.map(({ obligation, waitsFor, inWords }) => [obligation, waitsFor, inWords])).toEqual([
      ['notification', 'localAuthorityAware', 'the day the local authority became aware'],
      ['agencyReturn', 'requestSent', 'the day the request was sent'],
      ['recordsSecured', 'requestSent', 'the day the request was sent'],
      ['completePanel', 'notificationSent', 'the day the notification was sent to the national Panel'],
    ]);
  });

  it('says of what waits whose it is, and what would have to be done', () => {
    const { waiting } = ask({ agencies: [{ agency: AGENCY(7) }] });
    expect(waiting.slice(0, 2)).toStrictEqual([
      {
        obligation: 'notification',
        what: 'The local authority notifies the national Panel of the serious incident.',
        waitsFor: 'localAuthorityAware',
        inWords: 'the day the local authority became aware',
      },
      {
        obligation: 'agencyReturn',
        agency: 'AG-0007',
        waitsFor: 'requestSent',
        what: 'The agency returns the scoping template.',
        inWords: 'the day the request was sent',
      },
    ]);
  });

  it('counts for each agency from its own day, else from the day of all, and from when it was found', () => {
    const { dates } = ask({
      sentOn: civilDate('2026-03-31'),
      agencies: [
        { agency: AGENCY(1) },
        {
          agency: AGENCY(2),
          identifiedAt: london('2026-04-13 11:00'),
          sentOn: civilDate('2026-04-14'),
        },
      ],
    });
    const dueOf = (name: string) =>
      dates.flatMap(({ obligation, agency, due }) => (obligation === name ? [[agency, due]] : []));
    expect(dueOf('scopingDispatch')).toEqual([
      ['AG-0001', '2026-04-01'],
      ['AG-0002', '2026-04-14'],
    ]);
    expect(dueOf('agencyReturn')).toEqual([
      ['AG-0001', '2026-04-09'],
      ['AG-0002', '2026-04-21'],
    ]);
  });

  it('lets one agency stand for any where none is named', () => {
    expect(ask({}).dates[0]?.agency).toBe(ANY_AGENCY);
  });

  it('counts all the same, and says so, where a day lies before the referral', () => {
    const { notes, dates } = ask({
      sentOn: civilDate('2026-03-27'),
      publishOn: civilDate('2026-03-16'),
      decidedOn: civilDate('2026-03-30'),
    });
    expect(notes).toEqual([
      'The request is supposed to have gone on 2026-03-27, before the referral was received (2026-03-30): check both dates',
      'The report is supposed to be published on 2026-03-16, before the referral was received (2026-03-30): check both dates',
      'The report is supposed to be published on 2026-03-16, before the decision was taken (2026-03-30): check both dates',
    ]);
    expect(dates.find(({ obligation }) => obligation === 'agencyReturn')?.due).toBe('2026-04-07');
  });

  it('says which moments a case would refuse, each pair of them', () => {
    const { notes } = ask({
      timestamps: {
        referralReceived: london('2026-03-30 16:20'),
        incident: london('2026-03-31 10:00'),
        localAuthorityAware: london('2026-03-31 09:00'),
        notificationSent: london('2026-04-01 10:00'),
        notificationCopyReceived: london('2026-03-31 10:00'),
        acceptedAsRapidReview: london('2026-03-30 16:20'),
      },
    });
    expect(notes).toEqual([
      'The moment of the incident (2026-03-31 at 10:00) cannot lie after that of the local authority becoming aware (2026-03-31 at 09:00): check both',
      'The moment of the incident (2026-03-31 at 10:00) cannot lie after that of the receipt of the referral (2026-03-30 at 16:20): check both',
      "The moment of the notification to the national Panel (2026-04-01 at 10:00) cannot lie after that of the receipt of the notification's copy (2026-03-31 at 10:00): check both",
    ]);
  });

  it('says which agency is asked before it is identified, and that what is undecided is published', () => {
    const identifiedAt = london('2026-04-08 12:00');
    const { notes } = ask({
      agencies: [
        { agency: AGENCY(1), identifiedAt },
        { agency: AGENCY(2), identifiedAt, sentOn: civilDate('2026-04-08') },
      ],
      sentOn: civilDate('2026-04-07'),
      decidedOn: civilDate('2026-04-14'),
      publishOn: civilDate('2026-04-13'),
    });
    expect(notes).toEqual([
      'The request to AG-0001 is supposed to have gone on 2026-04-07, before the agency was identified (2026-04-08): check both dates',
      'The report is supposed to be published on 2026-04-13, before the decision was taken (2026-04-14): check both dates',
    ]);
  });

  it('says nothing of a report that is published on the day of the decision', () => {
    const day = civilDate('2026-04-14');
    expect(ask({ decidedOn: day, publishOn: day }).notes).toEqual([]);
  });

  it('says so of each request, of the decision and of the publication, and of no day from the referral on', () => {
    const agencies = [
      { agency: AGENCY(1), sentOn: civilDate('2026-03-28') },
      { agency: AGENCY(2), sentOn: civilDate('2026-03-30') },
      { agency: AGENCY(3) },
    ];
    const { notes } = ask({ agencies, sentOn: civilDate('2026-03-31'), decidedOn: civilDate('2026-03-29') });
    expect(notes).toEqual([
      'The request to AG-0001 is supposed to have gone on 2026-03-28, before the referral was received (2026-03-30): check both dates',
      'The decision is supposed to have been taken on 2026-03-29, before the referral was received (2026-03-30): check both dates',
    ]);
    expect(ask({}).notes).toEqual([]);
  });

  it('throws beyond the calendar, and never guesses', () => {
    const late = { referralReceived: london('2028-12-20 09:00') };
    expect(() => ask({ timestamps: late })).toThrow(BeyondCalendar);
  });
});
