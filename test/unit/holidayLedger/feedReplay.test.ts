// The history of GOV.UK's list, state by state, through the ledger: nothing that stood is ever lost, each real change
// is there on the day it was listed, and with one withdrawal by a person the end is the official list. Then the faults
// for which a reading is not believed.

import { describe, expect, it } from '@jest/globals';
import { civilDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { instant } from '../../../domain/calendar/instant';
import { differences } from '../../../domain/holidayLedger/differences';
import type { FactDraft, Ledger } from '../../../domain/holidayLedger/ledger';
import { faultOf, newDays, type ListedDay, type Reading } from '../../../domain/holidayLedger/reading';
import { standing } from '../../../domain/holidayLedger/standing';
import { readLibrary } from '../../../platform/holidays/dateHolidays';
import { londonDayAt } from '../../../platform/holidays/londonOffsets';
import feed from '../../data/feed-states.json';
import { officialHolidays } from '../calendars';

const titles = feed.titles as Readonly<Record<string, string>>;

/** A ledger that is added to, one fact after the other. */
class Kept {
  ledger: Ledger = [];
  private last: Reading = { source: { kind: 'govUk' }, days: [] };

  add(draft: FactDraft, day: string): this {
    const recorded = {
      number: this.ledger.length + 1,
      recordedAt: instant(Date.parse(day)),
      recordedBy: 'engine',
    };
    this.ledger = [...this.ledger, { ...draft, ...recorded }];
    return this;
  }

  /** Answers the fault, or the days that it added. */
  read(reading: Reading, today: CivilDate): string | readonly CivilDate[] {
    const fault = faultOf(this.ledger, reading, today);
    if (fault !== undefined) return fault.fault;
    this.last = reading;
    const drafts = newDays(this.ledger, reading, () => today);
    for (const draft of drafts) this.add(draft, today);
    return drafts.map(({ date }) => date);
  }

  get stands(): readonly string[] {
    return this.ledger.length === 0 ? [] : standing(this.ledger).holidays.map(({ date }) => date);
  }

  get differences(): readonly string[] {
    return differences(this.ledger, this.last).map(({ date, kind }) => `${date} ${kind}`);
  }
}

interface Step {
  readonly today: CivilDate;
  readonly mergedAt: string;
  readonly added: readonly string[];
  readonly outcome: string | readonly CivilDate[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly differences: readonly string[];
  readonly to: CivilDate;
}

/** Plays the history, a person withdrawing 4 May 2020 on the day on which the list swapped it for another. */
const history = (): { readonly steps: readonly Step[]; readonly end: Kept } => {
  const kept = new Kept();
  const listed = new Map<string, ListedDay>();
  const steps = feed.states.map(({ mergedAt, added, removed }): Step => {
    for (const date of removed) listed.delete(date);
    for (const date of added) listed.set(date, { date: civilDate(date), title: titles[date] ?? '' });
    const today = londonDayAt(instant(Date.parse(mergedAt)));
    const before = kept.stands;
    const days = [...listed.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
    const outcome = kept.read({ source: { kind: 'govUk' }, days }, today);
    const step = {
      today,
      mergedAt,
      added,
      outcome,
      before,
      after: kept.stands,
      differences: kept.differences,
      to: standing(kept.ledger).confirmedTo,
    };
    if (today === '2019-06-10') kept.add({ kind: 'withdrawn', date: civilDate('2020-05-04') }, today);
    return step;
  });
  return { steps, end: kept };
};

describe('the history of the official list', () => {
  const { steps, end } = history();
  const on = (today: string, index = 0): Step => {
    const step = steps.filter((one) => one.today === today)[index];
    if (step === undefined) throw new Error(`nothing was merged on ${today}`);
    return step;
  };

  it('is 21 states long, and ends with exactly the 140 days', () => {
    expect(steps).toHaveLength(21);
    expect(end.stands).toEqual(officialHolidays.map(({ date }) => date));
    expect(end.differences).toEqual([]);
  });

  it('never loses a day that stood', () => {
    for (const { before, after } of steps) expect(before.filter((date) => !after.includes(date))).toEqual([]);
  });

  it('proposes each real change on the day on which it was listed', () => {
    const known = new Map(
      end.ledger.flatMap((fact) => (fact.kind === 'listed' ? [[fact.date, fact.knownSince]] : [])),
    );
    // The 2019 days were first seen for an hour on 26 October 2017: the official record counts that hour, and so do we.
    for (const { date, knownSince } of officialHolidays)
      expect([date, known.get(date)]).toEqual([date, knownSince]);
  });

  it('covers as far as each state of it reached, and never less than before', () => {
    const reached = steps.map(({ to }) => to);
    expect([...reached].sort()).toEqual(reached);
    expect([reached[0], reached.at(-1)]).toEqual(['2012-12-31', '2028-12-31']);
  });

  it('26 October 2017: a year that vanishes within the hour is not believed to be gone', () => {
    expect(on('2017-10-26', 0).outcome).toHaveLength(8);
    const gone = on('2017-10-26', 1);
    expect(gone.outcome).toBe('shrunken');
    expect(gone.after).toEqual(gone.before);
    expect(on('2017-11-02').outcome).toEqual([]);
  });

  it('10 June 2019: a day swapped for another is added; the other stays until a person withdraws it', () => {
    const swap = on('2019-06-10');
    expect(swap.outcome).toEqual(['2020-05-08']);
    expect(swap.after).toContain('2020-05-04');
    expect(swap.differences).toEqual(['2020-05-04 notInSource']);
    const next = steps[steps.indexOf(swap) + 1];
    expect(next?.before).not.toContain('2020-05-04');
    expect(next?.differences).toEqual([]);
  });

  it('11 August 2025: 43 past days leave the list, and no question is asked about them', () => {
    const gone = on('2025-08-11');
    expect(gone.outcome).toEqual([]);
    expect(gone.after).toEqual(gone.before);
    expect(gone.differences).toEqual([]);
    expect(on('2026-01-05').outcome).toEqual([]);
  });
});

describe('a reading that is not believed', () => {
  const TODAY = civilDate('2026-11-24');
  const full = officialHolidays.map(({ date, title }): ListedDay => ({ date, title }));
  const kept = (): Kept => {
    const one = new Kept();
    one.read({ source: { kind: 'govUk' }, days: full }, TODAY);
    return one;
  };
  const without = (year: string, count: number) => {
    const dropped = full.filter(({ date }) => date.startsWith(year)).slice(0, count);
    return full.filter((day) => !dropped.includes(day));
  };
  const invented = (count: number): readonly ListedDay[] =>
    Array.from({ length: count }, (_, index) => ({
      date: civilDate(`2027-06-${String(index + 1).padStart(2, '0')}`),
      title: 'Invented',
    }));

  it.each<[string, readonly ListedDay[], string]>([
    ['empty', [], 'empty'],
    ['a day twice', [...full, { date: civilDate('2026-04-03'), title: 'Good Friday again' }], 'dayTwice'],
    ['a year with seven days', without('2013', 1), 'yearIncomplete'],
    ['a year left out', without('2020', 8), 'yearMissing'],
    ['an end before today', full.filter(({ date }) => date < '2026'), 'doesNotCoverToday'],
    ['a year with fifteen days', [...full, ...invented(7)], 'tooManyDays'],
    [
      'three days ahead missing',
      [
        ...without('2028', 3),
        ...invented(3).map(({ title }, index) => ({
          date: civilDate(`2028-06-0${index + 1}`),
          title,
        })),
      ],
      'shrunken',
    ],
  ])('%s changes nothing', (_, days, fault) => {
    const one = kept();
    const before = one.ledger;
    expect(one.read({ source: { kind: 'govUk' }, days }, TODAY)).toBe(fault);
    expect(one.ledger).toBe(before);
  });

  it('two days ahead missing may be real: they are taken as differences', () => {
    const one = kept();
    const days = [
      ...without('2028', 2),
      { date: civilDate('2028-06-01'), title: 'Moved' },
      { date: civilDate('2028-06-02'), title: 'Moved' },
    ];
    expect(one.read({ source: { kind: 'govUk' }, days }, TODAY)).toEqual(['2028-06-01', '2028-06-02']);
    expect(one.differences).toEqual(['2028-01-03 notInSource', '2028-04-14 notInSource']);
  });

  it('a past year may leave the list, a year ahead may not', () => {
    const one = kept();
    expect(
      one.read({ source: { kind: 'govUk' }, days: full.filter(({ date }) => date >= '2024') }, TODAY),
    ).toEqual([]);
    expect(
      one.read({ source: { kind: 'govUk' }, days: full.filter(({ date }) => date < '2028') }, TODAY),
    ).toBe('shrunken');
  });
});

describe('what stands', () => {
  const TODAY = civilDate('2026-11-24');
  const DAY = civilDate('2027-05-10');
  const full = officialHolidays.map(({ date, title }): ListedDay => ({ date, title }));
  const official = (days: readonly ListedDay[] = full): Reading => ({ source: { kind: 'govUk' }, days });
  const byPerson: FactDraft = {
    kind: 'listed',
    date: DAY,
    title: 'As proclaimed',
    source: { kind: 'person' },
    knownSince: TODAY,
  };
  const withDay = [...full, { date: DAY, title: 'Official title' }];
  const started = (): Kept => {
    const one = new Kept();
    one.read(official(), TODAY);
    return one;
  };
  const holiday = (one: Kept) => standing(one.ledger).holidays.find(({ date }) => date === DAY);

  it("a person's day counts before the list has it; later the list gives the title, and the person stays first", () => {
    const one = started().add(byPerson, TODAY);
    expect(holiday(one)).toMatchObject({ title: 'As proclaimed', source: 'person' });
    expect(one.differences).toEqual(['2027-05-10 notInSource']);
    one.read(official(withDay), civilDate('2026-12-01'));
    expect(holiday(one)).toEqual({
      date: DAY,
      title: 'Official title',
      source: 'person',
      knownSince: TODAY,
    });
    expect(one.differences).toEqual([]);
  });

  it('what a person withdrew stays withdrawn though the list has it, until a person lists it again', () => {
    const one = started();
    one.read(official(withDay), TODAY);
    one.add({ kind: 'withdrawn', date: DAY }, TODAY);
    expect(one.read(official(withDay), TODAY)).toEqual([]);
    expect(holiday(one)).toBeUndefined();
    expect(one.differences).toEqual(['2027-05-10 onlyInSource']);
    one.add(byPerson, TODAY);
    expect(holiday(one)).toMatchObject({ source: 'person' });
  });

  it('a difference that was kept is silent until something new is said about the day', () => {
    const one = started().add(byPerson, TODAY).add({ kind: 'kept', date: DAY, against: 'govUk' }, TODAY);
    expect(one.differences).toEqual([]);
    one.add({ kind: 'withdrawn', date: DAY }, TODAY);
    one.read(official(withDay), TODAY);
    expect(one.differences).toEqual(['2027-05-10 onlyInSource']);
  });

  it('the library decides nothing in the years of the official list, and fills only the years right after it', () => {
    const one = started();
    for (const year of [2012, 2029, 2031]) {
      for (const draft of newDays(one.ledger, readLibrary(year, year), () => TODAY)) one.add(draft, TODAY);
    }
    const { covers, confirmedTo, holidays } = standing(one.ledger);
    expect({ to: covers.to, confirmedTo }).toEqual({ to: '2029-12-31', confirmedTo: '2028-12-31' });
    expect(holidays.map(({ date }) => date)).not.toContain('2012-05-28');
    expect(new Set(holidays.filter(({ date }) => date > confirmedTo).map(({ source }) => source))).toEqual(
      new Set(['library']),
    );
  });

  it('without any official list there is no calendar', () => {
    expect(() => standing([])).toThrow('the ledger holds no day of the official list');
  });

  it('of the library only public days are taken, and not the others that it knows, such as Mothering Sunday', () => {
    expect(readLibrary(2026, 2026).days.map(({ date }) => date)).toEqual([
      ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
      ...['2026-12-25', '2026-12-26', '2026-12-28'],
    ]);
  });

  it('the library differs from the official list on these days since 2012, and on no other', () => {
    expect(
      differences(started().ledger, readLibrary(2012, 2028)).map(({ date, kind }) => `${date} ${kind}`),
    ).toEqual(['2012-05-28 onlyInSource', '2012-06-04 notInSource']);
  });
});
