// The command line's answers about working days: each line on its own, errors included.

import { describe, expect, it } from '@jest/globals';
import { answerer } from '../../../cli/workingDays/answer';
import { officialCalendar } from '../calendars';

const answer = answerer(officialCalendar);
const ask = (question: unknown): unknown => JSON.parse(answer(JSON.stringify(question)));

describe('R1 and R2 on the command line', () => {
  it.each([
    [{ op: 'add', start: '2026-03-30', days: 5 }, { date: '2026-04-08' }],
    [{ op: 'add', start: '2026-04-08', days: -5 }, { date: '2026-03-30' }],
    [{ op: 'add', start: '2026-04-05', days: 0 }, { date: '2026-04-05' }],
    [{ op: 'count', from: '2026-03-30', to: '2026-04-08' }, { days: 5 }],
    [{ op: 'count', from: '2026-04-08', to: '2026-03-30' }, { days: -5 }],
    [{ op: 'is', date: '2026-03-30' }, { workingDay: true }],
    [{ op: 'is', date: '2026-04-03' }, { workingDay: false }],
    [{ op: 'endOfDay', date: '2026-03-30' }, { instant: '2026-03-30T22:59:59Z' }],
    [{ op: 'dateOf', instant: '2026-03-30T23:30:00Z' }, { date: '2026-03-31' }],
    [{ op: 'add', start: '2026-03-30', days: 5, holidays: [] }, { date: '2026-04-06' }],
  ])('%j', (question, expected) => {
    expect(ask(question)).toEqual(expected);
  });

  it('keeps a holiday on a weekend or named twice, and says so', () => {
    expect(
      ask({ op: 'add', start: '2026-03-30', days: 1, holidays: ['2026-04-04', '2026-03-31', '2026-03-31'] }),
    ).toEqual({
      date: '2026-04-01',
      notes: ['2026-04-04 is a Saturday: it changes nothing', '2026-03-31 is there twice: it counts once'],
    });
  });

  it.each([
    ['not JSON', 'NotJson'],
    ['[1]', 'NotJson'],
    ['{"op":"add","start":"2026-02-30","days":1}', 'NotADate'],
    ['{"op":"add","start":"2026-02-20","days":1.5}', 'NotANumberOfDays'],
    ['{"op":"add","start":"2026-02-20","days":10001}', 'TooManyDays'],
    ['{"op":"add","start":"2028-12-20","days":15}', 'CalendarDoesNotCover'],
    ['{"op":"is","date":"1999-01-04"}', 'CalendarDoesNotCover'],
    ['{"op":"endOfDay","date":"2031-01-04"}', 'CalendarDoesNotCover'],
    ['{"op":"dateOf","instant":"2026-03-30T16:20:00"}', 'NotAnInstant'],
    ['{"op":"subtract"}', 'UnknownOperation'],
    ['{"op":"is","date":"2026-03-30","dtae":1}', 'UnknownField'],
    ['{"op":"is","date":"2026-03-30","holidays":["2026-13-01"]}', 'NotADate'],
  ])('%s is an error that the next line survives', (line, code) => {
    expect(JSON.parse(answer(line))).toMatchObject({
      error: { code, message: expect.any(String) as unknown },
    });
  });
});
