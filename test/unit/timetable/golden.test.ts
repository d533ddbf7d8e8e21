// The worked dates of the rule book and the eleven published starts, as whole timetables of cases.

import { describe, expect, it, test } from '@jest/globals';
import { AGENCY, REASON, Story, london } from '../rapidReview/story';

const ONE = AGENCY(1);

describe('the race from each published start (R1)', () => {
  test.each([
    ['2026-02-02', '2026-02-04', '2026-02-11', '2026-02-19', '2026-02-23'],
    ['2026-02-06', '2026-02-10', '2026-02-17', '2026-02-25', '2026-02-27'],
    ['2026-02-07', '2026-02-10', '2026-02-17', '2026-02-25', '2026-02-27'],
    ['2026-03-30', '2026-04-01', '2026-04-10', '2026-04-20', '2026-04-22'],
    ['2026-04-02', '2026-04-08', '2026-04-15', '2026-04-23', '2026-04-27'],
    ['2026-04-30', '2026-05-05', '2026-05-12', '2026-05-20', '2026-05-22'],
    ['2026-05-22', '2026-05-27', '2026-06-03', '2026-06-11', '2026-06-15'],
    ['2026-08-28', '2026-09-02', '2026-09-09', '2026-09-17', '2026-09-21'],
    ['2026-12-18', '2026-12-22', '2026-12-31', '2027-01-11', '2027-01-13'],
    ['2026-12-26', '2026-12-30', '2027-01-07', '2027-01-15', '2027-01-19'],
    ['2027-12-23', '2027-12-29', '2028-01-06', '2028-01-14', '2028-01-18'],
  ])('received %s', (received, dispatch, opens, closes, complete) => {
    const story = new Story().opened(`${received} 16:20`);
    expect(story.line('scopingDispatch', ONE).due).toBe(dispatch);
    expect([story.line('meeting').opens, story.line('meeting').due]).toEqual([opens, closes]);
    expect(story.line('completeLocal').due).toBe(complete);
    expect(story.headline).toBe(complete);
  });
});

describe('the worked dates of the rule book', () => {
  test.each([
    ['2026-03-31 11:00', '2026-04-09', '2026-04-02'],
    ['2026-04-01 11:00', '2026-04-10', '2026-04-07'],
    ['2026-04-14 11:00', '2026-04-21', '2026-04-16'],
  ])('sent %s', (sent, returnDue, securedDue) => {
    const story = new Story().opened('2026-03-30 16:20').at(sent).sent(ONE);
    expect(story.line('agencyReturn', ONE).due).toBe(returnDue);
    expect(story.line('recordsSecured', ONE).due).toBe(securedDue);
  });

  it('an earlier notification leads, and closes the meeting window early (R4, C5)', () => {
    const story = new Story().opened('2026-03-30 16:20', {
      timestamps: { notificationSent: london('2026-03-27 10:00') },
    });
    expect(story.line('completePanel').due).toBe('2026-04-21');
    expect(story.headline).toBe('2026-04-21');
    expect(story.line('meeting').due).toBe('2026-04-17');
  });

  it('a later notification does not', () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-03-31 10:00');
    story.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: story.now });
    expect(story.line('completePanel').due).toBe('2026-04-23');
    expect(story.headline).toBe('2026-04-22');
    expect(story.line('meeting').due).toBe('2026-04-20');
  });

  it('a notification long before leaves the window nothing: the first workable day, and the team is told at once', () => {
    const story = new Story().opened('2026-03-30 16:20', {
      timestamps: { notificationSent: london('2026-03-10 10:00') },
    });
    expect(story.headline).toBe('2026-03-31');
    expect(story.line('meeting')).toMatchObject({ opens: '2026-04-10', due: '2026-04-10', squeezed: true });
    expect(story.notices.map(({ body }) => body.kind)).toContain('meetingWindowLeavesNothing');
  });

  it('waits for an anchor that is not known', () => {
    const story = new Story().opened('2026-03-30 16:20');
    expect(story.line('notification').status).toBe('awaitingAnchor');
    expect(story.line('completePanel').status).toBe('awaitingAnchor');
    expect(story.line('agencyReturn', ONE).status).toBe('awaitingAnchor');
    story.act({ kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: london('2026-03-27 09:00') });
    expect(story.line('notification')).toMatchObject({ status: 'open', due: '2026-04-07' });
  });

  it('moves every date at once when the receipt is corrected (R7)', () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-03-30 17:00');
    story.act({
      kind: 'correctTimestamp',
      timestamp: 'referralReceived',
      at: london('2026-03-27 10:00'),
      reason: REASON,
    });
    expect(story.line('scopingDispatch', ONE).due).toBe('2026-03-31');
    expect(story.line('completeLocal').due).toBe('2026-04-21');
    expect(story.of('DatesMoved')[0]?.body.moves).toContainEqual({
      key: 'completeLocal',
      was: '2026-04-22',
      due: '2026-04-21',
    });
  });

  it('counts a day off as late as the next working day', () => {
    const story = new Story().opened('2026-03-25 10:00').at('2026-03-28 10:00').sent(ONE);
    expect(story.line('scopingDispatch', ONE)).toMatchObject({
      status: 'missed',
      due: '2026-03-27',
      workingDaysEarly: -1,
    });
  });
});
