// What hangs on a day of publication or decision: the report's last day (C13), how long it stays (C14), six months.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { BeyondCalendar, workingCalendar } from '../../../domain/calendar/workingCalendar';
import { currentProfile } from '../../../domain/policy/profiles';
import { cscpWt2018 } from '../../../domain/policy/cscpWt2018';
import {
  publicationDates,
  sayPublicationDate,
  type PublicationDays,
} from '../../../domain/timetable/publication';
import { officialCalendar } from '../calendars';

const datesFor = (days: PublicationDays, calendar = officialCalendar) =>
  publicationDates(cscpWt2018.publication, days, calendar);

const saidOf = (days: PublicationDays, calendar = officialCalendar): readonly string[] =>
  datesFor(days, calendar).map((date) => sayPublicationDate(date, currentProfile, calendar));

describe('a planned day of publication', () => {
  it.each([
    ['2026-03-16', '2026-03-05', '2026-03-04', '2027-03-16'],
    ['2026-04-14', '2026-04-01', '2026-03-31', '2027-04-14'],
    ['2026-09-07', '2026-08-26', '2026-08-25', '2027-09-07'],
    ['2027-01-05', '2026-12-22', '2026-12-21', '2028-01-05'],
    // A day off is none of the seven working days: the first before it is.
    ['2026-09-05', '2026-08-26', '2026-08-25', '2027-09-05'],
    // A leap day has no day that corresponds a year on.
    ['2028-02-29', '2028-02-18', '2028-02-17', '2029-02-28'],
  ])('%s: the report by %s, or %s by clear days (C13); up until %s (C14)', (publish, by, clear, until) => {
    const found = datesFor({ publishOn: civilDate(publish) });
    expect(found.map(({ obligation, due }) => [obligation, due])).toEqual([
      ['reportToPanel', by],
      ['reportToPanelClearDays', clear],
      ['staysPublished', until],
    ]);
  });

  it('is explained day by day backwards, so that it can be counted again', () => {
    const [report] = datesFor({ publishOn: civilDate('2026-04-14') });
    expect(report?.inWords).toBe(
      '7 working days before Tuesday 14 April 2026 (the day of publication), not counting weekends, Easter Monday (6 April) and Good Friday (3 April)',
    );
    const [said = ''] = saidOf({ publishOn: civilDate('2026-04-14') });
    const counted = [...said.matchAll(/^ {2}(.*?) +working day (\d)$/gm)].map(([, day, n]) => `${n} ${day}`);
    expect(counted).toEqual([
      '1 Monday 13 April',
      '2 Friday 10 April',
      '3 Thursday 9 April',
      '4 Wednesday 8 April',
      '5 Tuesday 7 April',
      '6 Thursday 2 April',
      '7 Wednesday 1 April',
    ]);
  });

  it('has the stricter reading beside it, one working day more, and says how many lie between', () => {
    const [report, clear] = datesFor({ publishOn: civilDate('2026-03-16') });
    expect(clear?.inWords).toBe(
      '8 working days before Monday 16 March 2026 (the day of publication), not counting weekends: 7 clear working days lie between, the stricter reading',
    );
    expect(report).not.toHaveProperty('provisional');
  });

  it('stays up for the years of the rule, by corresponding date', () => {
    const { publication } = cscpWt2018;
    const staying = (months: number) =>
      publicationDates(
        { ...publication, staysPublished: { ...publication.staysPublished, months } },
        { publishOn: civilDate('2028-02-29') },
        officialCalendar,
      ).at(-1);
    expect(staying(12)).toMatchObject({
      inWords:
        'one year after Tuesday 29 February 2028 (the day of publication): the last day of a month that is shorter',
      corresponding: { from: '2028-02-29', months: 12, monthEnd: true },
    });
    expect(staying(24)?.inWords).toMatch(/^2 years after /);
    expect(staying(48)?.corresponding).toStrictEqual({ from: '2028-02-29', months: 48 });
  });

  it('is said as every other date: rule, profile, convention, calendar', () => {
    const [report, clear, stays] = saidOf({ publishOn: civilDate('2026-05-08') });
    expect(report).toMatchInlineSnapshot(`
      "The report is sent to the national Panel, the Secretary of State and Ofsted. Due by the end of Tuesday 28 April 2026.
      Rule: C13; profile cscp-wt2018, version 1.
      The day itself is day 0, whatever the hour; day 1 is the next working day. Due by 23:59:59 in London on the last day; counting back, day 1 is the working day before (R1). Saturdays, Sundays and the bank holidays of England and Wales do not count (R2).
      It is due 7 working days before Friday 8 May 2026 (the day of publication):
        Thursday 7 May          working day 1
        Wednesday 6 May         working day 2
        Tuesday 5 May           working day 3
        Monday 4 May            not counted: Early May bank holiday (GOV.UK, known since Friday 15 December 2023)
        Sunday 3 May            not counted: Sunday
        Saturday 2 May          not counted: Saturday
        Friday 1 May            working day 4
        Thursday 30 April       working day 5
        Wednesday 29 April      working day 6
        Tuesday 28 April        working day 7
      Bank holidays: calendar 85313df60df678f9; the official list is known to Sunday 31 December 2028."
    `);
    expect(clear).toContain('\n7 clear working days lie between, the stricter reading.\n');
    expect(stays).toMatchInlineSnapshot(`
      "The report stays published until then at least. That is Saturday 8 May 2027.
      Rule: C14; profile cscp-wt2018, version 1.
      Counted by the calendar, bank holidays or not: one year after Friday 8 May 2026 (the day of publication): the corresponding date."
    `);
    const [review] = saidOf({ decidedOn: civilDate('2026-04-20') });
    expect(review).toContain('published. Due by the end of Tuesday 20 October 2026.');
  });

  it('is provisional where the official list does not reach', () => {
    const { snapshot } = officialCalendar;
    const shorter = workingCalendar({ ...snapshot, confirmedTo: civilDate('2026-12-31') });
    const provisional = (publish: string): readonly boolean[] =>
      datesFor({ publishOn: civilDate(publish) }, shorter).map((date) => date.provisional !== undefined);
    expect(provisional('2027-01-05')).toEqual([true, true, false]);
    expect(provisional('2026-12-31')).toEqual([false, false, false]);
    const saying = (publish: string): readonly boolean[] =>
      saidOf({ publishOn: civilDate(publish) }, shorter).map((said) =>
        said.includes(
          '\nProvisional: the official list of bank holidays is known to Thursday 31 December 2026 only.',
        ),
      );
    expect(saying('2027-01-05')).toEqual([true, true, false]);
    expect(saying('2026-12-31')).toEqual([false, false, false]);
  });
});

describe('a decision for a practice review', () => {
  it.each([
    ['2026-04-20', '2026-10-20', 'the corresponding date'],
    ['2026-08-31', '2027-02-28', 'the last day of a month that is shorter'],
    ['2027-08-29', '2028-02-29', 'the corresponding date'],
    ['2027-08-30', '2028-02-29', 'the last day of a month that is shorter'],
    ['2026-12-31', '2027-06-30', 'the last day of a month that is shorter'],
  ])('%s: due %s, %s', (decided, due, how) => {
    const [review, ...more] = datesFor({ decidedOn: civilDate(decided) });
    expect(more).toEqual([]);
    expect([review?.obligation, review?.due]).toEqual(['reviewDue', due]);
    expect(review?.inWords).toMatch(new RegExp(`^6 months after .* \\(the day of the decision\\): ${how}$`));
  });
});

it.each([[{ publishOn: civilDate('2031-04-14') }], [{ decidedOn: civilDate('1999-04-14') }]])(
  'a day outside the calendar is refused: %j',
  (days) => {
    expect(() => datesFor(days)).toThrow(BeyondCalendar);
  },
);
