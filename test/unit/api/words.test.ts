// Words and pointers: what somebody probably meant, how a date was counted, what happened, when it was in London.

import { describe, expect, test } from '@jest/globals';
import { sayEvent } from '../../../api/chronology/sayEvent';
import { didYouMean } from '../../../api/problems/didYouMean';
import { sayInstant, sayInstead } from '../../../api/problems/saying';
import { instant, type Instant } from '../../../domain/calendar/instant';
import { AGENCY, london, Story } from '../rapidReview/story';

describe('did you mean', () => {
  const known = ['receivedAt', 'incidentSummary', 'agencies', 'nature', 'on'];
  test.each([
    ['recievedAt', 'receivedAt'],
    ['received_at', 'receivedAt'],
    ['ReceivedAt', 'receivedAt'],
    ['incidentSumary', 'incidentSummary'],
    ['agencys', 'agencies'],
    ['natur', 'nature'],
    ['no', 'on'],
  ])('%s: %s', (given, meant) => {
    expect(didYouMean(given, known)).toBe(meant);
  });
  test.each(['shoeSize', 'x', '', 'a'.repeat(10_000)])('%s: nothing like it', (given) => {
    expect(didYouMean(given, known)).toBeUndefined();
  });
});

describe('moments in London', () => {
  test.each([
    ['2026-03-29 00:59', 'Sunday 29 March 2026 at 00:59'],
    ['2026-03-29 02:01', 'Sunday 29 March 2026 at 02:01'],
    ['2026-07-01 00:00', 'Wednesday 1 July 2026 at 00:00'],
  ])('%s', (text, words) => {
    expect(sayInstant(london(text))).toBe(words);
  });

  test.each([
    ['2026-03-30T15:20:00Z', '2026-03-30T15:02:00Z', 'at 16:20, not on Monday 30 March 2026 at 16:02'],
    [
      '2026-03-30T15:20:05Z',
      '2026-03-30T15:20:00Z',
      'at 16:20:05 BST, not on Monday 30 March 2026 at 16:20:00 BST',
    ],
    [
      '2026-10-25T01:30:00Z',
      '2026-10-25T00:30:00Z',
      'at 01:30:00 GMT, not on Sunday 25 October 2026 at 01:30:00 BST',
    ],
  ])('%s is told apart from %s', (at, was, words) => {
    const [now, before] = [at, was].map((text) => instant(Date.parse(text)));
    expect(sayInstead(now as Instant, before as Instant)).toContain(words);
  });
});

test('a whole story in words, each event a sentence without a code in it', () => {
  const story = new Story().opened('2026-03-30 15:20', { agencies: [AGENCY(1), AGENCY(2)] });
  story.at('2026-03-31 10:00').send([AGENCY(1)]);
  story.at('2026-04-27 12:00');
  const told = story.events.map((event) => sayEvent(event, (id) => `agency ${id.slice(-1)}`));
  for (const sentence of told) {
    expect(sentence).toMatch(/^[A-Za-z].+\.$/);
    expect(sentence).not.toMatch(/undefined|AG-|[a-z][A-Z]/);
  }
  expect(told[0]).toBe(
    'Referral logged: suspected abuse or neglect, received on Monday 30 March 2026 at 15:20.',
  );
  expect(told).toContain(
    'Missed: sending the scoping request (agency 2), due by the end of Wednesday 1 April 2026.',
  );
});
