// What a person may do to the ledger, and what is refused with what stands; and what one day is told to be.

import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import {
  keepDifference,
  listHoliday,
  notesOn,
  onWorkingDay,
  withdrawHoliday,
  type ActDecision,
} from '../../../domain/holidayLedger/acts';
import { dayInLedger } from '../../../domain/holidayLedger/dayInLedger';
import type { FactDraft, Ledger } from '../../../domain/holidayLedger/ledger';
import { standing } from '../../../domain/holidayLedger/standing';
import {
  byHand,
  ledgerWith,
  LIBRARY,
  LIBRARY_READING,
  listed,
  OFFICIAL_READING,
  withdrawn,
} from './ledgerStory';

const TODAY = civilDate('2026-05-05');
const PROCLAIMED = byHand('2026-09-14', 'Invented day of mourning');

const list = (ledger: Ledger, date: string, title = 'Invented celebration'): ActDecision =>
  listHoliday(ledger, { date: civilDate(date), title }, TODAY);
const withdraw = (ledger: Ledger, date: string): ActDecision => withdrawHoliday(ledger, civilDate(date));
const draftOf = (decision: ActDecision): FactDraft => {
  if (!decision.ok) throw new Error(decision.rejection.code);
  return decision.draft;
};
const kept = (date: string, against: 'govUk' | 'library'): FactDraft => ({
  kind: 'kept',
  date: civilDate(date),
  against,
});

describe('one day of the ledger', () => {
  test.each([
    ['on the official list', ledgerWith(), '2026-04-03', 'holiday'],
    ['listed by a person', ledgerWith(PROCLAIMED), '2026-09-14', 'holiday'],
    ['predicted, after the official list ends', ledgerWith(), '2028-01-03', 'predicted'],
    ['in the library alone, where the official list decides', ledgerWith(), '2026-05-25', 'unconfirmed'],
    ['withdrawn', ledgerWith(withdrawn('2026-04-03')), '2026-04-03', 'withdrawn'],
    [
      'withdrawn and listed again',
      ledgerWith(withdrawn('2026-04-03'), byHand('2026-04-03', 'x')),
      '2026-04-03',
      'holiday',
    ],
    ['on no list', ledgerWith(), '2026-06-01', 'unlisted'],
    ['before the span', ledgerWith(), '2025-12-31', 'beyond'],
    ['after the span', ledgerWith(), '2029-01-01', 'beyond'],
  ])('%s', (_, ledger, date, is) => {
    expect(dayInLedger(ledger, civilDate(date)).is).toBe(is);
  });

  test('stands by the word of whoever had it first, the library aside', () => {
    const ledger = ledgerWith(byHand('2026-05-25', 'By hand'), listed('2026-05-25', 'Official', undefined));
    expect(dayInLedger(ledger, civilDate('2026-05-25'))).toMatchObject({
      holiday: { title: 'Official', source: 'person' },
      listing: { title: 'By hand' },
    });
  });

  test('the first and the last day of the span belong to it', () => {
    for (const date of ['2026-01-01', '2028-12-31']) {
      expect(dayInLedger(ledgerWith(), civilDate(date)).is).toBe('unlisted');
    }
  });
});

describe('listing', () => {
  test.each([
    ['a day on no list', ledgerWith(), '2026-09-14'],
    ['a day of the past', ledgerWith(), '2026-02-02'],
    ['a Saturday', ledgerWith(), '2026-09-12'],
    ['a day that is only predicted', ledgerWith(), '2028-01-03'],
    ['a day that the library alone has', ledgerWith(), '2026-05-25'],
    ['a day that was withdrawn', ledgerWith(withdrawn('2026-04-03')), '2026-04-03'],
  ])('%s makes it stand by a person’s word, known since today', (_, ledger, date) => {
    const draft = draftOf(list(ledger, date));
    expect(draft).toEqual({
      kind: 'listed',
      date,
      title: 'Invented celebration',
      source: { kind: 'person' },
      knownSince: TODAY,
    });
    const added = { ...draft, number: 900, recordedBy: 'P-0001', recordedAt: 0 as never };
    expect(standing([...ledger, added]).holidays.find((one) => one.date === date)).toEqual({
      date,
      title: 'Invented celebration',
      source: 'person',
      knownSince: TODAY,
    });
  });

  test('what stands already is refused, with whose word it is and since when', () => {
    expect(list(ledgerWith(PROCLAIMED), '2026-09-14', 'Invented day of mourning')).toMatchObject({
      ok: false,
      rejection: {
        code: 'HolidayAlreadyStands',
        title: 'Invented day of mourning',
        given: 'Invented day of mourning',
        listing: { source: { kind: 'person' }, recordedBy: 'P-0001', knownSince: '2026-05-04' },
      },
    });
  });

  test('another title for a day that stands is refused, and both titles are named', () => {
    expect(list(ledgerWith(), '2026-04-03', 'Easter Friday')).toMatchObject({
      rejection: {
        title: 'Good Friday',
        given: 'Easter Friday',
        listing: { source: { kind: 'govUk' }, recordedBy: 'engine' },
      },
    });
  });

  test.each(['2025-12-31', '2029-01-01'])('%s is outside the span, which is said', (date) => {
    expect(list(ledgerWith(), date)).toEqual({
      ok: false,
      rejection: { code: 'HolidayOutsideLedger', date, from: '2026-01-01', to: '2028-12-31' },
    });
  });
});

describe('withdrawing', () => {
  test.each([
    ['an official day', ledgerWith(), '2027-01-01'],
    ['a day listed by a person', ledgerWith(PROCLAIMED), '2026-09-14'],
    ['a predicted day', ledgerWith(), '2028-01-03'],
    ['a substitute for Christmas Day', ledgerWith(listed('2027-12-27', 'Christmas Day')), '2027-12-27'],
    ['a Christmas Day on a weekend', ledgerWith(byHand('2027-12-25', 'Christmas Day')), '2027-12-25'],
  ])('%s takes it out of what stands', (_, ledger, date) => {
    const draft = draftOf(withdraw(ledger, date));
    expect(draft).toEqual({ kind: 'withdrawn', date });
    const added = { ...draft, number: 900, recordedBy: 'P-0001', recordedAt: 0 as never };
    expect(standing([...ledger, added]).holidays.map((one) => one.date)).not.toContain(date);
  });

  test.each([
    ['a day on no list', ledgerWith(), '2026-06-01', 'unlisted'],
    ['a day withdrawn before', ledgerWith(withdrawn('2026-04-03')), '2026-04-03', 'withdrawn'],
    ['a day that the library alone has', ledgerWith(), '2026-05-25', 'unconfirmed'],
  ])('%s is refused, with why it does not stand', (_, ledger, date, is) => {
    expect(withdraw(ledger, date)).toMatchObject({
      ok: false,
      rejection: { code: 'HolidayDoesNotStand', date, day: { is } },
    });
  });

  test.each([
    ['Christmas Day', ledgerWith(), '2026-12-25', 'christmasDay'],
    ['Good Friday', ledgerWith(), '2026-04-03', 'goodFriday'],
    [
      'one that is predicted',
      ledgerWith(listed('2028-04-14', 'Good Friday', LIBRARY)),
      '2028-04-14',
      'goodFriday',
    ],
    ['one by a person’s word', ledgerWith(byHand('2028-12-25', 'Yule')), '2028-12-25', 'christmasDay'],
  ])('R2: %s is refused, whoever has listed it, but to be listed again at once', (_, ledger, date, day) => {
    expect(withdraw(ledger, date)).toEqual({
      ok: false,
      rejection: { code: 'HolidayStandsByRule', date, day },
    });
    expect(draftOf(withdrawHoliday(ledger, civilDate(date), 'listedAgain'))).toEqual({
      kind: 'withdrawn',
      date,
    });
  });

  test('a day outside the span is refused, with the span', () => {
    expect(withdraw(ledgerWith(), '2029-01-01')).toMatchObject({
      rejection: { code: 'HolidayOutsideLedger', to: '2028-12-31' },
    });
  });
});

describe('keeping a difference', () => {
  const READINGS = [OFFICIAL_READING, LIBRARY_READING];
  const keep = (ledger: Ledger, date: string, against: 'govUk' | 'library') =>
    keepDifference(ledger, READINGS, { date: civilDate(date), against });

  test('lets the ledger stand where it has a day that the list lacks, and where it lacks one', () => {
    expect(draftOf(keep(ledgerWith(PROCLAIMED), '2026-09-14', 'govUk'))).toEqual(kept('2026-09-14', 'govUk'));
    expect(draftOf(keep(ledgerWith(), '2026-05-25', 'library'))).toEqual(kept('2026-05-25', 'library'));
  });

  test.each([
    ['where the list agrees', ledgerWith(), '2026-04-03', 'govUk'],
    ['with another list than the one that differs', ledgerWith(), '2026-05-25', 'govUk'],
    ['that was kept before', ledgerWith(kept('2026-05-25', 'library')), '2026-05-25', 'library'],
  ] as const)('%s is refused', (_, ledger, date, against) => {
    expect(keep(ledger, date, against)).toEqual({
      ok: false,
      rejection: { code: 'NoSuchDifference', date, against },
    });
  });

  test('of a list that was never read is refused', () => {
    expect(keepDifference(ledgerWith(), [], { date: civilDate('2026-05-25'), against: 'library' }).ok).toBe(
      false,
    );
  });
});

describe('a day of a change for the cases', () => {
  test.each([
    ['listed on a Saturday', list(ledgerWith(), '2026-12-05'), '2026-12-05', 'list'],
    [
      'taken back on a Sunday',
      withdraw(ledgerWith(byHand('2026-12-06', 'By hand')), '2026-12-06'),
      '2026-12-06',
      'withdraw',
    ],
  ])('%s is refused, though the ledger takes it', (_, decision, date, act) => {
    expect(decision.ok).toBe(true);
    expect(onWorkingDay(decision)).toEqual({ ok: false, rejection: { code: 'HolidayOnWeekend', date, act } });
  });

  test('on a working day is what the ledger says of it', () => {
    const [accepted, refused] = [list(ledgerWith(), '2026-12-07'), list(ledgerWith(), '2026-04-03')];
    expect([onWorkingDay(accepted), onWorkingDay(refused)]).toEqual([accepted, refused]);
  });
});

describe('the notes on an act', () => {
  const OPEN =
    'Cases that are open keep counting with the calendar they have until the change is accepted for them (POST /calendar-changes).';
  const notes = (draft: FactDraft) => notesOn(draft, TODAY);

  test('open cases keep their calendar, whether a day is listed or withdrawn', () => {
    expect(notes(PROCLAIMED)).toEqual([OPEN]);
    expect(notes(withdrawn('2026-12-25'))).toEqual([OPEN]);
  });

  test('a day on a weekend changes nothing', () => {
    expect(notes(byHand('2026-09-12', 'x'))).toEqual([
      'Saturday 12 September 2026 is not a working day anyway: it changes nothing.',
      OPEN,
    ]);
  });

  test('R8: a day of the past leaves what is met as it was; today is not past', () => {
    expect(notes(withdrawn('2026-05-04'))[0]).toBe(
      'Monday 4 May 2026 is past: obligations that are met keep the dates they were met under (R8).',
    );
    expect(notes(byHand('2026-05-05', 'x'))).toEqual([OPEN]);
  });

  test('a difference that was kept changes no calendar', () => {
    expect(notes(kept('2026-02-02', 'govUk'))).toEqual([
      'The calendar stays as it is; the difference is no longer shown as open.',
    ]);
  });
});
