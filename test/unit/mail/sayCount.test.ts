// The sentence that explains a date: what it passes over, and in which direction it counts.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { sayCount, sayList } from '../../../platform/mail/wording/sayCount';
import { wrapText } from '../../../platform/mail/wording/wrapText';
import { owed } from './examples';

const NONE = { holidaysPassed: [] };

describe('sayCount', () => {
  it('is the sentence of the rule book', () => {
    expect(sayCount(owed('agencyReturn:AG-0003', '2026-04-10', ['requestSent', '2026-04-01', 5]))).toBe(
      '5 working days after Wednesday 1 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    );
  });

  it('names only what lies on the way', () => {
    expect(sayCount(owed('a', '2026-04-16', ['requestSent', '2026-04-14', 2]))).toBe(
      '2 working days after Tuesday 14 April 2026',
    );
    expect(sayCount(owed('a', '2026-04-21', ['requestSent', '2026-04-14', 5]))).toBe(
      '5 working days after Tuesday 14 April 2026, not counting weekends',
    );
    expect(sayCount(owed('a', '2026-04-07', ['requestSent', '2026-04-04', 1]))).toBe(
      '1 working day after Saturday 4 April 2026, not counting weekends and Easter Monday (6 April)',
    );
  });

  it('leaves out a holiday on a weekend, which changes nothing', () => {
    const boxingDay = { holidaysPassed: [{ date: civilDate('2026-12-26'), title: 'Boxing Day' }] };
    expect(sayCount(owed('a', '2026-12-29', ['requestSent', '2026-12-24', 3], boxingDay))).toBe(
      '3 working days after Thursday 24 December 2026, not counting weekends',
    );
  });

  it('counts backwards, and names the start for those who know the case', () => {
    expect(sayCount(owed('meeting', '2026-04-20', ['headline', '2026-04-22', -2], NONE), true)).toBe(
      '2 working days before Wednesday 22 April 2026 (the day the Rapid Review must be complete)',
    );
    expect(sayCount(owed('meeting', '2026-04-02', ['headline', '2026-04-07', -1]))).toBe(
      '1 working day before Tuesday 7 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday (6 April)',
    );
  });

  it('knows no days, and no count', () => {
    expect(sayCount(owed('a', '2026-04-01', ['requestSent', '2026-04-01', 0]))).toBe(
      'the same day as Wednesday 1 April 2026',
    );
    const { counting: _counting, ...uncounted } = owed('a', '2026-04-01', ['requestSent', '2026-04-01', 0]);
    expect(sayCount(uncounted)).toBeUndefined();
  });
});

describe('sayList', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is "%s"', (items, said) => {
    expect(sayList(items)).toBe(said);
  });
});

describe('wrapText', () => {
  it('breaks at spaces, and indents what follows', () => {
    const text = 'word '.repeat(30);
    const lines = wrapText(text, '- ', '  ').split('\n');
    expect(lines.map((line) => line.slice(0, 3))).toEqual(['- w', '  w', '  w']);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(72);
    expect(lines.join(' ').match(/word/g)).toHaveLength(30);
  });

  it('leaves a long word whole, on a line of its own', () => {
    const url = `https://partnership.example/${'x'.repeat(80)}`;
    expect(wrapText(`See ${url} now`)).toBe(`See\n${url}\nnow`);
  });
});
