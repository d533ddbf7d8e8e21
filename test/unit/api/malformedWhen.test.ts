// What is said of a text that is no moment, or no day: which of the usual mistakes it is, and never the text.

import { describe, expect, test } from '@jest/globals';
import { malformedDay, malformedMoment } from '../../../api/problems/malformedWhen';
import { london } from '../rapidReview/story';

const SUMMER = london('2026-03-30 16:20');

describe('a moment', () => {
  const form =
    'must be a moment that exists, written with its zone: in London it is 2026-03-30T16:20:00+01:00 now';
  test.each([
    ['30/03/2026 16:20', 'is not written with the year first'],
    ['30.3.26', 'is not written with the year first'],
    ['2026-03-30', 'names a day without a time'],
    ['2026-03-30T16:20', 'names no zone'],
    ['2026-03-30 16:20:00.5', 'names no zone'],
    ['2026-02-30T16:20:00+01:00', 'names a day that does not exist'],
  ])('%s %s', (text, fault) => {
    expect(malformedMoment(text, SUMMER)).toBe(`${fault}: it ${form}`);
  });

  test.each(['soon', '', '2026-03-30T25:20:00+01:00', 7])('else its form alone: %j', (text) => {
    expect(malformedMoment(text, SUMMER)).toBe(form);
  });

  test('has the offset of the day on which it is asked', () => {
    expect(malformedMoment('', london('2026-11-30 09:05'))).toContain('2026-11-30T09:05:00+00:00');
  });
});

test.each([
  ['02/05/2023', 'is not written with the year first: it must'],
  ['2023-02-30', 'names a day that does not exist: it must'],
  ['soon', 'must'],
])('a day: %s', (text, says) => {
  expect(malformedDay(text)).toBe(`${says} be a day that exists, written year-month-day: 2026-03-30`);
});
