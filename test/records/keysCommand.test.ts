// `npm run keys -- show` and `rewrap` where a key is missing or something cannot be opened: what is said of it, and that it is not
// called sound. Changing keys while cases run is `test/system/keyRotation.test.ts`; what is sealed again, `masterKeys.test.ts`.

import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readKeysCommand, runKeysCommand, type KeysAsked } from '../../cli/keys/command';
import { letGoOnAsNew, withTemporal } from '../../cli/cases/openTemporal';
import type { OpenedEngine } from '../../cli/token/ownRecords';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { Verdict } from '../../cli/verify/verdict';
import { instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { KeyRing } from '../../platform/encryption/keyRing';
import { until } from '../system/until';
import { besideTemporal } from './besideTemporal';
import { engineOver, unwatched } from './engineOver';
import { recordedStory } from './recordedStory';
import { ownRing } from './workflowsOver';

const beside = besideTemporal();
let reference: CaseReference;
/** Something is sealed under the master key "test", and a running history is under the codec key "codec". */
beforeEach(async () => {
  await beside.under.records.people.issue({ role: 'auditor', person: 'Edith Varnholt', at: instant(1) });
  const told = await recordedStory(beside.under.records);
  ({ reference } = told);
  await beside.workflows.start(told.story, reference);
});

const run = (
  act: string,
  rest: Partial<Pick<OpenedEngine, 'master' | 'codec' | 'temporal'>> = {},
): Promise<Verdict> =>
  runKeysCommand(
    engineOver(beside.under, { ...beside.workflows, ...rest }),
    readKeysCommand([act]) as Exclude<KeysAsked, { readonly act: 'new' }>,
    unwatched,
  );

const SETTLES_MS = 30_000;
/** Temporal's list of workflows may be a little behind. */
const shown = (line: RegExp, rest?: Parameters<typeof run>[1]): Promise<Verdict> =>
  until(`a line like ${String(line)}`, SETTLES_MS, async () => {
    const verdict = await run('show', rest);
    return verdict.lines.some((one) => line.test(one)) ? verdict : undefined;
  });

describe('keys show', () => {
  test('is sound where every key that is needed is there', async () => {
    const { lines, sound } = await shown(
      /^ {2}codec \(the first\): needed for 1 running and 0 ended workflows$/,
    );
    expect(lines).toContain('  test (the first): needed for names of people (1)');
    expect(sound).toBe(true);
  });

  test('is not sound without a master key that something is sealed under', async () => {
    const rest = { master: ownRing('another') };
    const { lines, sound } = await shown(/^ {2}codec \(the first\): needed for 1 running/, rest);
    expect(lines).toContain('  test (NOT in MASTER_KEYS): needed for names of people (1)');
    expect(sound).toBe(false);
  });

  test('says of the master keys what they are needed for while Temporal is away, and is not sound', async () => {
    const temporal = { address: '127.0.0.1:1', namespace: 'away', taskQueue: 'none' };
    const { lines, sound } = await run('show', { temporal });
    expect(lines).toContain('  test (the first): needed for names of people (1)');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^Codec keys: which are needed is not known\. Temporal does not answer at 127\.0\.0\.1:1 /,
      ),
    );
    expect(sound).toBe(false);
  });

  test('is not sound without a codec key that a running case needs; once the case has ended it is', async () => {
    const rest = { codec: ownRing('another') };
    expect((await shown(/^ {2}codec \(NOT in CODEC_KEYS\): needed for 1 running/, rest)).sound).toBe(false);
    await beside.workflows.end(reference);
    const ended =
      /^ {2}codec \(NOT in CODEC_KEYS\): no running workflow needs it; 1 ended one needs it until Temporal has let go of that/;
    expect((await shown(ended, rest)).sound).toBe(true);
  });
});

describe('keys rewrap', () => {
  test('is sound where all is under the first key', async () => {
    const { lines, sound } = await run('rewrap');
    expect(lines).toContain('Sealed again under "test": 0 rows.');
    expect(sound).toBe(true);
  });

  test('is not sound where something could not be opened, which is named with what would open it', async () => {
    const { lines, sound } = await run('rewrap', { master: ownRing('another') });
    expect(lines.slice(0, 2)).toEqual([
      'Sealed again under "another": 0 rows.',
      'names of people (1) could not be opened with "test" and stay as they are: put that key into MASTER_KEYS and give this again; where it is there, they were altered.',
    ]);
    expect(sound).toBe(false);
  });

  test('is not sound where something is under another key again, written there by a process that has that one first', async () => {
    const { database, ring } = beside.under;
    const { current } = ownRing('next');
    const master: KeyRing = {
      current,
      ids: [current.id, ...ring.ids],
      byId: (id) => (id === current.id ? current.key : ring.byId(id)),
    };
    // As if each were written again the moment after.
    await sql`create function as_before() returns trigger language plpgsql as 'begin return old; end'`.execute(
      database,
    );
    await sql`create trigger as_before before update on person for each row execute function as_before()`.execute(
      database,
    );
    const { lines, sound } = await run('rewrap', { master });
    expect(lines).toContain(
      'names of people (1) were written under "test" meanwhile: a worker or an API still has that key first. Start all of them with "next" first, then give this again.',
    );
    expect(sound).toBe(false);
    await sql`drop trigger as_before on person`.execute(database);
    expect((await run('rewrap', { master })).sound).toBe(true);
  });
});

describe('keys renew-histories', () => {
  test('tells a case that runs; one that ended since it was listed is passed over', async () => {
    const engine = engineOver(beside.under, beside.workflows);
    const tell = () => withTemporal(engine, (temporal) => letGoOnAsNew(temporal, workflowIdOf(reference)));
    expect(await tell()).toBe(true);
    await beside.workflows.end(reference);
    expect(await tell()).toBe(false);
  });

  test('counts those that it told', async () => {
    const rest = { codec: ownRing('another') };
    await shown(/^ {2}codec \(NOT in CODEC_KEYS\): needed for 1 running/, rest);
    const { lines, sound } = await run('renew-histories', rest);
    expect(lines).toEqual([expect.stringMatching(/^Told to go on in a new run: 1 case\. .*"another"\.$/)]);
    expect(sound).toBe(true);
  });
});
