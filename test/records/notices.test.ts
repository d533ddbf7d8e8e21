// The notice ledger: each notice once, and each attempt on record before the mail goes.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant } from '../../domain/calendar/instant';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import { mailErrorCode } from '../../records/notices/mailErrorCode';
import { AGENCY, Story } from '../unit/rapidReview/story';
import { askedCase, begun, ONE, TWO } from './askedCase';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('waiting', () => {
  test('are the notices that are not finished, in the order of their events', async () => {
    const reference = newReference();
    const story = new Story()
      .opened('2026-03-30 15:20', { reference, agencies: [AGENCY(2), AGENCY(1)] })
      .send([AGENCY(2), AGENCY(1)]);
    await recordStory(under.records, reference, story);
    const waiting = await under.records.notices.waiting(reference);
    expect(waiting.map(({ key }) => key)).toEqual(story.notices.map(({ key }) => key));
    expect(waiting.map(({ to }) => to)).toEqual(story.notices.map(({ to }) => to));
    const first = waiting[0]?.key ?? '';
    const attempt = await begun(under.records, first);
    await under.records.notices.end(first, {
      attempt,
      at: instant(2),
      accepted: [ONE],
      refused: [],
      outcome: 'accepted',
    });
    expect((await under.records.notices.waiting(reference)).map(({ key }) => key)).toEqual([waiting[1]?.key]);
    expect(await under.records.notices.ofCase(reference)).toHaveLength(waiting.length);
  });
});

describe('an attempt', () => {
  test('that never ended leaves the next one in doubt', async () => {
    const { reference, key } = await askedCase(under.records);
    expect(await under.records.notices.begin(key, instant(1))).toEqual({ attempt: 1, outcomeUnknown: false });
    expect(await under.records.notices.begin(key, instant(2))).toEqual({ attempt: 2, outcomeUnknown: true });
    await under.records.notices.end(key, {
      attempt: 2,
      at: instant(3),
      accepted: [],
      refused: [],
      outcome: 'open',
    });
    // Also once later attempts have ended: the first mail may still have gone.
    expect(await under.records.notices.begin(key, instant(4))).toEqual({ attempt: 3, outcomeUnknown: true });
    const [notice] = await under.records.notices.waiting(reference);
    expect(notice).toMatchObject({ attempts: 3, unknownAttempts: 2 });
  });

  test('that ended is no doubt', async () => {
    const { key } = await askedCase(under.records);
    const attempt = await begun(under.records, key);
    await under.records.notices.end(key, {
      attempt,
      at: instant(2),
      accepted: [],
      refused: [],
      outcome: 'open',
    });
    expect(await under.records.notices.begin(key, instant(3))).toEqual({ attempt: 2, outcomeUnknown: false });
  });

  test('is on record for everybody as soon as it began', async () => {
    const { reference, key } = await askedCase(under.records);
    await begun(under.records, key);
    const other = connect(under.url);
    const [seen] = await createRecords(other, { master: under.ring }).notices.waiting(reference);
    await other.destroy();
    expect(seen).toMatchObject({ attempts: 1, unknownAttempts: 1 });
  });

  test('is not begun on a finished notice', async () => {
    const { key } = await askedCase(under.records);
    await under.records.notices.end(key, {
      attempt: await begun(under.records, key),
      at: instant(2),
      accepted: [ONE],
      refused: [],
      outcome: 'accepted',
    });
    expect(await under.records.notices.begin(key, instant(3))).toBe('finished');
    await expect(under.records.notices.begin('RR-1999-0001/none', instant(3))).rejects.toThrow(RangeError);
  });

  test('gets a number of its own, also at the same moment', async () => {
    const { key } = await askedCase(under.records);
    const attempts = await Promise.all(Array.from({ length: 8 }, () => begun(under.records, key)));
    expect(attempts.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('what the mail server said', () => {
  test('adds up over attempts, with the time of the first acceptance', async () => {
    const { reference, key } = await askedCase(under.records);
    const first = await begun(under.records, key);
    await under.records.notices.end(key, {
      attempt: first,
      at: instant(10),
      accepted: [ONE],
      refused: [],
      outcome: 'open',
      error: '450 4.2.1',
    });
    const second = await begun(under.records, key);
    await under.records.notices.end(key, {
      attempt: second,
      at: instant(20),
      accepted: [ONE],
      refused: [TWO],
      outcome: 'accepted',
    });
    const [notice] = await under.records.notices.ofCase(reference);
    expect(notice).toMatchObject({ accepted: [ONE], refused: [TWO], acceptedAt: 10, outcome: 'accepted' });
    expect(notice).not.toHaveProperty('lastError');
  });

  test('is taken once an attempt, and not after the end', async () => {
    const { reference, key } = await askedCase(under.records);
    const [slow, quick] = [await begun(under.records, key), await begun(under.records, key)];
    const accepted = { at: instant(10), accepted: [ONE, TWO], refused: [], outcome: 'accepted' } as const;
    await under.records.notices.end(key, { ...accepted, attempt: quick });
    await under.records.notices.end(key, {
      at: instant(20),
      accepted: [],
      refused: [ONE],
      outcome: 'refused',
      attempt: quick,
    });
    await under.records.notices.end(key, {
      at: instant(30),
      accepted: [],
      refused: [TWO],
      outcome: 'refused',
      attempt: slow,
    });
    const [notice] = await under.records.notices.ofCase(reference);
    expect(notice).toMatchObject({
      accepted: [ONE, TWO],
      refused: [],
      outcome: 'accepted',
      unknownAttempts: 0,
    });
  });

  test('keeps the code of an error and never an address', async () => {
    const { reference, key } = await askedCase(under.records);
    const error = '550 5.1.1 <canary@school.example>: Recipient address rejected';
    await under.records.notices.end(key, {
      attempt: await begun(under.records, key),
      at: instant(2),
      accepted: [],
      refused: [],
      outcome: 'open',
      error,
    });
    expect((await under.records.notices.ofCase(reference))[0]?.lastError).toBe('550 5.1.1');
  });

  test.each([
    ['450 4.2.1', '450 4.2.1'],
    ['550-5.1.1 no such user someone@mail.example', '550 5.1.1'],
    ['421 come back later', '421'],
    ['connect ECONNREFUSED 127.0.0.1:1025', 'ECONNREFUSED'],
    ['ETIMEDOUT', 'ETIMEDOUT'],
    ['rejected: pupil450@school.example', 'unclassified'],
    ['Wilhelmina Invented-Canary is away', 'unclassified'],
    ['', 'unclassified'],
  ])('%p is kept as %p', (error, kept) => {
    expect(mailErrorCode(error)).toBe(kept);
  });
});
