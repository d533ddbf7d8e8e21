// The command line's answers about working days: each line on its own, errors included.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerer } from '../../../cli/workingDays/answer';
import { addDays, civilDate } from '../../../domain/calendar/civilDate';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import { officialCalendar } from '../calendars';
import { runs } from '../runs';

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

  it('replaces the ledger for the one line only', () => {
    const question = { op: 'is', date: '2026-04-03' };
    expect(ask({ ...question, holidays: ['2026-05-01'] })).toEqual({ workingDay: true });
    expect(ask(question)).toEqual({ workingDay: false });
  });

  it('answers over a list that comes once as over one that comes again', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .chain((offset) =>
        fc.constantFrom('2012-01-01', '2027-01-31').map((from) => addDays(civilDate(from), offset)),
      );
    const days = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -10_000, max: 10_000 }));
    const question = fc.oneof(
      fc.record({ op: fc.constant('add'), start: day, days }),
      fc.record({ op: fc.constant('count'), from: day, to: day }),
      fc.record({ op: fc.constant('is'), date: day }),
    );
    fc.assert(
      fc.property(question, fc.array(day, { maxLength: 80 }), (asked, holidays) => {
        const fresh = answerer(officialCalendar);
        const line = JSON.stringify({ ...asked, holidays });
        // From the second time on, the table of the whole span answers.
        const once = fresh(line);
        expect([once, fresh(line)]).toEqual([fresh(line), once]);
      }),
      { numRuns: runs(400) },
    );
  });

  it('says of a date after the end of the official list that it is provisional', () => {
    const { snapshot } = officialCalendar;
    const shorter = answerer(workingCalendar({ ...snapshot, confirmedTo: civilDate('2026-12-31') }));
    const asked = (question: unknown): unknown => JSON.parse(shorter(JSON.stringify(question)));
    expect(asked({ op: 'add', start: '2026-12-30', days: 2 })).toEqual({
      date: '2027-01-04',
      provisional: true,
    });
    expect(asked({ op: 'count', from: '2026-12-30', to: '2027-01-04' })).toEqual({
      days: 2,
      provisional: true,
    });
    expect(asked({ op: 'add', start: '2026-12-30', days: 1 })).toEqual({ date: '2026-12-31' });
    // Whoever gives the list knows it.
    expect(asked({ op: 'is', date: '2027-01-04', holidays: [] })).toEqual({ workingDay: true });
    expect(asked({ op: 'endOfDay', date: '2027-01-04' })).toEqual({ instant: '2027-01-04T23:59:59Z' });
  });
});

it('warns once, beside the answers, from sixty days before the official list ends', () => {
  const heard: string[] = [];
  const warning = answerer(officialCalendar, (sentence) => heard.push(sentence));
  const asked = (question: unknown): unknown => JSON.parse(warning(JSON.stringify(question)));
  asked({ op: 'add', start: '2028-10-31', days: 1 });
  asked({ op: 'is', date: '2028-12-01', holidays: [] });
  asked({ op: 'endOfDay', date: '2028-12-01' });
  expect(heard).toEqual([]);
  expect(asked({ op: 'add', start: '2028-11-01', days: 1 })).toEqual({ date: '2028-11-02' });
  expect(asked({ op: 'count', from: '2028-12-28', to: '2028-11-01' })).toEqual({ days: -39 });
  expect(heard).toEqual([
    'The official list of bank holidays ends on Sunday 31 December 2028: extend the calendar.',
  ]);
});

describe('a line that cannot be answered', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  it.each([
    ['not JSON', 'NotJson', 'one JSON object'],
    ['', 'NotJson', 'one JSON object'],
    ['   \r', 'NotJson', 'one JSON object'],
    ['[1]', 'NotJson', 'one JSON object'],
    ['null', 'NotJson', 'one JSON object'],
    ['"add"', 'NotJson', 'one JSON object'],
    ['{"op":"is","date":"2026-03-30"} {}', 'NotJson', 'one JSON object'],
    ['{}', 'MissingField', '"op" is missing: it must be add, count, is, endOfDay or dateOf'],
    ['{"op":"subtract"}', 'UnknownOperation', '"op" must be add, count, is, endOfDay or dateOf'],
    ['{"op":"toString"}', 'UnknownOperation', '"op" must be'],
    ['{"op":["is"],"date":"2026-03-30"}', 'UnknownOperation', '"op" must be'],
    ['{"op":"add","start":"2026-02-20"}', 'MissingField', '"days" is missing: it must be a whole number'],
    ['{"op":"count","from":"2026-02-20"}', 'MissingField', '"to" is missing: it must be a day that exists'],
    ['{"op":"dateOf"}', 'MissingField', '"instant" is missing'],
    [
      '{"op":"is","date":"2026-03-30","dtae":1}',
      'UnknownField',
      '"is" takes date, not "dtae"; did you mean "date"?',
    ],
    ['{"op":"is","date":"2026-03-30","__proto__":{}}', 'UnknownField', 'not "__proto__"'],
    ['{"op":"is","date":"2026-03-30","start":"2026-03-30"}', 'UnknownField', '"is" takes date, not "start"'],
    ['{"op":"add","start":"2026-02-30","days":1}', 'NotADate', '"start" must be a day that exists'],
    ['{"op":"add","start":"2026-2-3","days":1}', 'NotADate', 'written "YYYY-MM-DD"'],
    ['{"op":"add","start":20260203,"days":1}', 'NotADate', '"start"'],
    ['{"op":"is","date":null}', 'NotADate', '"date"'],
    ['{"op":"is","date":"2100-02-29"}', 'NotADate', '"date"'],
    [`{"op":"is","date":${deep}}`, 'NotADate', '"date"'],
    ['{"op":"add","start":"2026-02-20","days":1.5}', 'NotANumberOfDays', '"days" must be a whole number'],
    ['{"op":"add","start":"2026-02-20","days":"5"}', 'NotANumberOfDays', 'whole number'],
    ['{"op":"add","start":"2026-02-20","days":null}', 'NotANumberOfDays', 'whole number'],
    ['{"op":"add","start":"2026-02-20","days":1e999}', 'NotANumberOfDays', 'whole number'],
    ['{"op":"add","start":"2026-02-20","days":10001}', 'TooManyDays', 'between -10000 and 10000'],
    ['{"op":"add","start":"2026-02-20","days":-10001}', 'TooManyDays', 'between -10000 and 10000'],
    ['{"op":"add","start":"2026-02-20","days":10000}', 'CalendarDoesNotCover', '2012-01-01 to 2028-12-31'],
    ['{"op":"add","start":"2028-12-20","days":15}', 'CalendarDoesNotCover', '2012-01-01 to 2028-12-31'],
    ['{"op":"add","start":"1999-01-04","days":0}', 'CalendarDoesNotCover', '1999-01-04 lies outside'],
    ['{"op":"count","from":"1999-01-04","to":"2026-01-05"}', 'CalendarDoesNotCover', '1999-01-04'],
    ['{"op":"count","from":"2026-01-05","to":"9999-12-31"}', 'CalendarDoesNotCover', '9999-12-31'],
    ['{"op":"is","date":"0001-01-01"}', 'CalendarDoesNotCover', '0001-01-01'],
    ['{"op":"endOfDay","date":"2031-01-04"}', 'CalendarDoesNotCover', '2031-01-04'],
    ['{"op":"dateOf","instant":"2029-01-01T00:00:00Z"}', 'CalendarDoesNotCover', '2029-01-01'],
    ['{"op":"dateOf","instant":"2026-03-30T16:20:00"}', 'NotAnInstant', 'with its zone'],
    ['{"op":"dateOf","instant":"2026-06-31T16:20:00Z"}', 'NotAnInstant', 'that exists'],
    ['{"op":"dateOf","instant":1774884000000}', 'NotAnInstant', 'with its zone'],
    ['{"op":"is","date":"2026-03-30","holidays":"2026-04-03"}', 'NotAList', '"holidays" must be a list'],
    ['{"op":"is","date":"2026-03-30","holidays":null}', 'NotAList', '"holidays" must be a list'],
    ['{"op":"is","date":"2026-03-30","holidays":["2026-04-03","2026-13-01"]}', 'NotADate', '"holidays"[1]'],
    ['{"op":"is","date":"2026-03-30","holidays":["2031-01-01"]}', 'CalendarDoesNotCover', '2031-01-01'],
    [undefined, 'LineTooLong', '1048576 characters'],
  ])('%.80s says what would be right', (line, code, right) => {
    expect(JSON.parse(answer(line))).toEqual({
      error: { code, message: expect.stringContaining(right) as unknown },
    });
  });

  it('is never said back at length', () => {
    const long = 'x'.repeat(5_000);
    expect(answer(JSON.stringify({ op: 'is', date: '2026-03-30', [long]: 1 })).length).toBeLessThan(200);
  });
});

it('passes over a byte order mark and a carriage return', () => {
  expect(answer('\uFEFF{"op":"is","date":"2026-03-30"}\r')).toBe('{"workingDay":true}');
});
