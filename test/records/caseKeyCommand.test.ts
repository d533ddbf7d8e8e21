// `npm run keys -- hold | release | destroy | acts`: what is said before and after, and every refusal, which says what would be
// right and that nothing was changed.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runCaseKeyCommand, type CaseKeyAsked } from '../../cli/keys/caseKeyCommand';
import { readKeysCommand } from '../../cli/keys/command';
import { instant, parseInstant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { caseKeyTally } from '../../records/keys/caseKeyTally';
import { Story } from '../unit/rapidReview/story';
import { ALL_AGREE, row } from '../unit/rapidReview/race';
import { entry, written } from './dossierEntry';
import { keyAct, overWithText } from './keyOfCase';
import { recordsUnderTest, recordStory, type RecordsUnderTest } from './recordsUnderTest';

const NOW = parseInstant('2036-11-26T10:00:00Z') ?? instant(0);
const NAME = 'Ottoline Invented';
const GROUND = 'Ten invented years have passed';

let under: RecordsUnderTest;
let by: string;
beforeAll(async () => {
  under = await recordsUnderTest();
  by = (await under.records.people.issue({ role: 'coordinator', person: NAME, at: NOW })).actor;
});
afterAll(() => under.close());

let reference: CaseReference;
beforeEach(async () => {
  ({ reference } = await overWithText(under.records));
});

const run = (...args: readonly string[]): Promise<readonly string[]> =>
  runCaseKeyCommand(under.records, readKeysCommand(args) as CaseKeyAsked, NOW);

const grounds = () => ['--by', by, '--why', GROUND];
const destroy = (of: string = reference, ...rest: readonly string[]) =>
  run('destroy', of, ...grounds(), ...rest);
const confirmed = (of: string = reference) => destroy(of, '--confirm', of);

/** Everything that an act might change. */
const standing = async (): Promise<unknown> => [
  await under.database.selectFrom('case_key').selectAll().orderBy('reference').execute(),
  await under.database.selectFrom('case_key_act').selectAll().orderBy('number').execute(),
  await under.database.selectFrom('counter').selectAll().orderBy('name').execute(),
];

const refused = async (args: readonly string[], ...says: readonly (string | RegExp)[]): Promise<void> => {
  const before = await standing();
  const error: unknown = await Promise.resolve()
    .then(() => run(...args))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'StartFailure' });
  const { message } = error as Error;
  for (const part of says) expect(message).toMatch(part);
  expect(message).toMatch(/\. Nothing was changed\.$/);
  expect(await standing()).toEqual(before);
};

describe('a legal hold', () => {
  test('is set and lifted, and who did it, when and why can be listed', async () => {
    expect(await run('acts', reference)).toEqual([
      `Nothing was done to the key of ${reference}: it was never held, nor destroyed.`,
    ]);
    expect((await run('hold', reference, '--by', by, '--why', 'A claim is expected')).join()).toContain(
      `${reference} is under a legal hold`,
    );
    await refused(['destroy', reference, ...grounds()], 'under a legal hold', `keys -- release ${reference}`);
    await refused(['destroy', reference, ...grounds(), '--confirm', reference], 'under a legal hold');
    await refused(['hold', reference, ...grounds()], 'under a legal hold already');
    expect((await run('release', reference, '--by', by, '--why', ' It was settled ')).join()).toContain(
      'lifted',
    );
    await refused(['release', reference, ...grounds()], 'under no legal hold');
    expect(await run('acts', reference)).toEqual([
      `Wednesday 26 November 2036 at 10:00  legal hold set by ${by} (${NAME}): A claim is expected`,
      `Wednesday 26 November 2036 at 10:00  legal hold lifted by ${by} (${NAME}): It was settled`,
    ]);
  });
});

describe('destroying', () => {
  test('says without --confirm what it would take, in numbers, and changes nothing', async () => {
    const reason = entry(reference, { kind: 'reason', field: 'why', at: instant(86_400_000), content: 'A' });
    await under.records.dossier.putPending(reason);
    await under.records.dossier.putPending({ ...reason, commandId: 'refused' });
    const before = await standing();
    const said = await run('destroy', reference);
    expect(await destroy()).toEqual(said);
    expect(await standing()).toEqual(before);
    expect(said).toEqual([
      `This would destroy the key of ${reference}, for good.`,
      'Texts that nobody could read any more: 3, written from Thursday 1 January 1970 at 01:00 to Friday 2 January 1970 at 01:00: of children (1), reasons (2).',
      expect.stringMatching(/^2 of them are not attached to the case/),
      'Its events, dates and mails stay, and who read which text when.',
      expect.stringMatching(/^Every backup that is older .* still holds the key.*operations\.md/),
      `Nothing was changed. To destroy it, give this again with --by, --why and --confirm ${reference}.`,
    ]);
    expect(await under.records.dossier.whyKeyStays(reference)).toBeUndefined();
  });

  test('is done with --confirm, and kept', async () => {
    const before = await caseKeyTally(under.database);
    const said = await confirmed();
    expect(said[0]).toContain(`The key of ${reference} is destroyed: nobody can read its 1 text any more`);
    expect(said.join('\n')).toMatch(/backup.*still holds the key[^]*destroyed again/);
    expect(await run('acts', reference)).toEqual([
      `Wednesday 26 November 2036 at 10:00  key destroyed by ${by} (${NAME}): ${GROUND}`,
    ]);
    expect(await caseKeyTally(under.database)).toEqual({
      ...before,
      there: before.there - 1,
      destroyed: before.destroyed + 1,
    });
  });

  test('is refused a second time, with when it was done; so is a hold', async () => {
    await confirmed();
    const says = ['was destroyed on Wednesday 26 November 2036 at 10:00', `keys -- acts ${reference}`];
    await refused(['destroy', reference, ...grounds()], ...says);
    await refused(['destroy', reference, ...grounds(), '--confirm', reference], ...says);
    await refused(['hold', reference, ...grounds()], ...says);
  });

  test('is refused while something needs the texts, and it is said what would be right', async () => {
    const { reference: open } = await written(under.records);
    const story = new Story().opened('2026-03-30 15:20', { reference: open, agencies: [] });
    await recordStory(under.records, open, story);
    for (const rest of [[], ['--confirm', open]])
      await refused(['destroy', open, ...grounds(), ...rest], `${open} is open`, 'end it first');
    story
      .act({ kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: row('reason') })
      .act({ kind: 'raiseSafetyConcern', concern: row('concern') });
    await recordStory(under.records, open, story);
    await refused(
      ['destroy', open, ...grounds(), '--confirm', open],
      'safety concern, number 1, that nobody has acknowledged',
      'Acknowledge it first',
    );
    await recordStory(under.records, open, story.act({ kind: 'acknowledgeSafetyConcern', number: 1 }));
    await refused(
      ['destroy', open, ...grounds(), '--confirm', open],
      /\d mails? of RR-\d{4}-\d{4}, or .* still waits? to be sent/,
      `GET /cases/${open}/notices`,
    );
    await refused(['acts', 'RR-2036-9999'], 'There is no case "RR-2036-9999"');
  });

  test('is refused of a merged case whose other goes on, and while an act is under way', async () => {
    const into = (await written(under.records)).reference;
    const other = new Story().opened('2026-03-30 15:20', { reference: into, agencies: [] });
    await recordStory(under.records, into, other);
    const { reference: merged } = await written(under.records);
    const story = new Story().opened('2026-03-30 15:20', { reference: merged, agencies: [] });
    await recordStory(under.records, merged, story.act({ kind: 'endAsMerged', into, reason: row('reason') }));
    await refused(
      ['destroy', merged, ...grounds(), '--confirm', merged],
      `merged into ${into}, which is open`,
      `Wait until ${into} has ended`,
    );
    await under.records.reservations.reserve({
      caller: keyAct(1).by,
      key: `key-${reference}`,
      route: 'POST /x',
      bodyHash: 'hash',
      at: instant(1),
      actsOn: reference,
    });
    await refused(['destroy', reference, ...grounds()], '1 act on', 'is under way', 'give this again');
  });
});

describe('what is asked wrongly is refused', () => {
  test.each(['hold', 'release', 'destroy'])('%s of a case that there is not', async (act) => {
    await refused([act, 'RR-2036-9999', ...grounds()], 'There is no case "RR-2036-9999"', 'RR-2026-0007');
  });

  test.each(['hold', 'release', 'destroy'])('%s by nobody who is known, or for no reason', async (act) => {
    await refused(
      [act, reference, '--by', 'P-9999', '--why', GROUND],
      'nobody with the code "P-9999" in the register of people',
      'token -- --list',
    );
    const confirm = act === 'destroy' ? ['--confirm', reference] : [];
    await refused([act, reference, ...confirm], '--by is missing', 'P-0001', '--why is missing or blank');
    await refused([act, reference, '--why', GROUND, ...confirm], '--by is missing', 'P-0001');
    await refused([act, reference, '--by', by, ...confirm], '--why is missing or blank');
    for (const blank of [' \t', '\u200b\u2800'])
      await refused([act, reference, '--by', by, '--why', blank, ...confirm], '--why is missing or blank');
    await refused(
      [act, reference, '--by', by, '--why', 'a\u202eb', ...confirm],
      '--why holds the character U+202E',
    );
  });

  test('destroy with another reference after --confirm', async () => {
    const { reference: other } = await overWithText(under.records);
    await refused(
      ['destroy', reference, ...grounds(), '--confirm', other],
      `--confirm must be the reference of the case once more, "${reference}", and is "${other}"`,
    );
  });
});
