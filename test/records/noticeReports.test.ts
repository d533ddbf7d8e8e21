// What the case must still hear of its mails: told again and again, until an event of the case says that it knows.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate } from '../../domain/calendar/civilDate';
import { SEATS } from '../../domain/policy/policyProfile';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ContactId, ObligationKey } from '../../domain/timetable/facts';
import { AGENCY, REASON, Story } from '../unit/rapidReview/story';
import { askedCase, begun, ONE, TWO, type AskedCase } from './askedCase';
import { newReference, recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

let under: RecordsUnderTest;
beforeAll(async () => {
  under = await recordsUnderTest();
});
afterAll(() => under.close());

describe('what the case must still hear', () => {
  const answered = async (given: {
    accepted?: readonly ContactId[];
    refused?: readonly ContactId[];
    outcome?: 'open' | 'accepted' | 'refused' | 'lapsed';
  }): Promise<AskedCase> => {
    const told = await askedCase(under.records);
    const { accepted = [], refused = [], outcome = 'open' } = given;
    const attempt = await begun(under.records, told.key);
    await under.records.notices.end(told.key, { attempt, at: told.story.now, accepted, refused, outcome });
    return told;
  };
  const reported = async (reference: CaseReference): Promise<readonly string[]> =>
    (await under.records.notices.reports(reference)).map(({ outcome, refused }) =>
      [outcome, ...refused].join(' '),
    );

  test.each([
    ['nothing yet', {}, []],
    ['an acceptance', { accepted: [ONE, TWO], outcome: 'accepted' as const }, ['accepted']],
    ['a first acceptance', { accepted: [ONE] }, ['open']],
    [
      'a refused address',
      { accepted: [ONE], refused: [TWO], outcome: 'accepted' as const },
      [`accepted ${TWO}`],
    ],
    [
      'every address refused',
      { refused: [ONE, TWO], outcome: 'refused' as const },
      [`refused ${ONE} ${TWO}`],
    ],
    ['a lapse', { outcome: 'lapsed' as const }, ['lapsed']],
  ])('%s: told until an event of the case says so', async (_, given, expected) => {
    const { reference, story } = await answered(given);
    expect(await reported(reference)).toEqual(expected);
    expect(await reported(reference)).toEqual(expected);
    story.hear(...(await under.records.notices.reports(reference)));
    await recordStory(under.records, reference, story);
    expect(await reported(reference)).toEqual([]);
  });

  test('R9: the dates that it told with its first acceptance, and no later ones', async () => {
    const { records } = under;
    const { reference, key, story } = await askedCase(records);
    const { version } = story.state;
    const end = async (accepted: readonly ContactId[], due: string, outcome: 'open' | 'accepted') => {
      const attempt = await begun(records, key);
      const told = {
        asOf: version,
        dates: [{ key: 'agencyReturn:AG-0001' as ObligationKey, due: civilDate(due) }],
      };
      await records.notices.end(key, { attempt, at: story.now, accepted, refused: [], told, outcome });
    };
    await end([ONE], '2026-04-09', 'open');
    await end([TWO], '2026-04-10', 'accepted');
    expect((await records.notices.reports(reference)).map(({ told }) => told)).toEqual([
      { asOf: version, dates: [{ key: 'agencyReturn:AG-0001', due: '2026-04-09' }] },
    ]);
  });

  test('what lapsed with a withdrawal, once that is undone (R21): it was needed after all', async () => {
    const { reference, key, story } = await askedCase(under.records);
    const agreedBy = SEATS.map((seat) => ({ seat, evidence: REASON }));
    story.act({ kind: 'withdrawCase', agreedBy, reason: REASON });
    await recordStory(under.records, reference, story);
    const unsent = { at: story.now, accepted: [], refused: [], outcome: 'lapsed', error: 'EENDED' } as const;
    await under.records.notices.end(key, unsent);
    expect(await reported(reference)).toEqual([]);
    story.act({ kind: 'undoWithdrawal', reason: REASON });
    await recordStory(under.records, reference, story);
    expect(await reported(reference)).toEqual(['lapsed']);
    story.hear(...(await under.records.notices.reports(reference)));
    expect(story.events.at(-1)).toMatchObject({ kind: 'NoticeFailed', body: { outcome: 'lapsed' } });
    await recordStory(under.records, reference, story);
    expect(await reported(reference)).toEqual([]);
  });

  test.each(['EVOID', 'EANSWERED', 'EOVERTAKEN', 'EACKNOWLEDGED'])(
    'nothing of a mail that nobody needs any more: %s',
    async (error) => {
      const { reference, key, story } = await askedCase(under.records);
      const unsent = { at: story.now, accepted: [], refused: [], outcome: 'lapsed', error } as const;
      await under.records.notices.end(key, unsent);
      expect(await reported(reference)).toEqual([]);
    },
  );

  test.each(['ELATE', 'EREPEATED'])('that a mail came to nothing: %s', async (error) => {
    const { reference, key, story } = await askedCase(under.records);
    const unsent = { at: story.now, accepted: [], refused: [], outcome: 'lapsed', error } as const;
    await under.records.notices.end(key, unsent);
    expect(await reported(reference)).toEqual(['lapsed']);
  });

  test('of a case that has ended, what failed, once', async () => {
    const { reference, story } = await answered({ accepted: [ONE, TWO], outcome: 'accepted' });
    story.hear(...(await under.records.notices.reports(reference)));
    const agreedBy = SEATS.map((seat) => ({ seat, evidence: REASON }));
    story.act({ kind: 'withdrawCase', agreedBy, reason: REASON });
    await recordStory(under.records, reference, story);
    const toReferrer = story.notices.find(({ body }) => body.kind === 'endedToReferrer')?.key ?? '';
    const refused = { at: story.now, accepted: [], refused: ['referrer'], outcome: 'refused' } as const;
    await under.records.notices.end(toReferrer, refused);
    const reports = await under.records.notices.reports(reference);
    expect(reports).toEqual([
      { key: toReferrer, to: { role: 'referrer', of: reference }, refused: [], outcome: 'refused' },
    ]);
    story.hear(...reports);
    await recordStory(under.records, reference, story);
    expect(await reported(reference)).toEqual([]);
  });

  test('of a case that carries no review, the first alert that reached nobody', async () => {
    const reference = newReference();
    const story = new Story().opened('2026-03-30 15:20', {
      reference,
      nature: 'careLeaverDeath',
      agencies: [],
    });
    story.act({ kind: 'raiseSafetyConcern', concern: REASON });
    for (const [alert, expected] of [
      [1, ['refused']],
      [2, []],
    ] as const) {
      await recordStory(under.records, reference, story);
      const refused = { at: story.now, accepted: [], refused: ['onCall-1'], outcome: 'refused' } as const;
      await under.records.notices.end(`${reference}/safetyAlert/1/${alert}`, refused);
      expect(await reported(reference)).toEqual(expected);
      story.hear(...(await under.records.notices.reports(reference))).at('2026-03-30 15:50');
    }
    expect(story.events.filter(({ kind }) => kind === 'NoticeFailed')).toHaveLength(1);
  });

  test('of whom the case knows no contact, only what became of the mail', async () => {
    const { reference, story } = await askedCase(under.records);
    story.act({ kind: 'raiseSafetyConcern', concern: REASON });
    await recordStory(under.records, reference, story);
    const alert = story.notices.find(({ body }) => body.kind === 'safetyAlert')?.key ?? '';
    const refused = ['onCall-1', 'onCall-2'] as const;
    await under.records.notices.end(alert, { at: story.now, accepted: [], refused, outcome: 'refused' });
    const [row] = (await under.records.notices.ofCase(reference)).filter(({ key }) => key === alert);
    expect(row?.refused).toEqual(refused);
    expect(await reported(reference)).toEqual(['refused']);
  });

  test('the report has everything that the case needs to know', async () => {
    const { reference, key, story } = await answered({
      accepted: [ONE],
      refused: [TWO],
      outcome: 'accepted',
    });
    expect(await under.records.notices.reports(reference)).toEqual([
      {
        key,
        refused: [TWO],
        outcome: 'accepted',
        acceptedAt: story.now,
        to: { role: 'agency', agency: AGENCY(1), contacts: [ONE, TWO] },
      },
    ]);
  });

  test('not the acceptance of a second sending, when the first was heard of', async () => {
    const { reference, story } = await answered({ accepted: [ONE, TWO], outcome: 'accepted' });
    story.hear(...(await under.records.notices.reports(reference)));
    story.send([AGENCY(1)], 2);
    await recordStory(under.records, reference, story);
    const key = `${reference}/scopingRequest/AG-0001/1.2`;
    await under.records.notices.end(key, {
      attempt: await begun(under.records, key),
      at: story.now,
      accepted: [ONE],
      refused: [],
      outcome: 'accepted',
    });
    expect(await reported(reference)).toEqual([]);
  });
});
