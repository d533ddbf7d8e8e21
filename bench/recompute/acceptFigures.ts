// How many cases a second follow an accepted change, beside a bare signal to as many bare workflows on the same server, in
// turns: first ours, then the bare ones, several times over. Both have a worker in this process.

import { createActivities } from '../../activities/createActivities';
import { createBringCalendar } from '../../activities/bringCalendar';
import { severalAtOnce } from '../../activities/severalAtOnce';
import { TOLD_AT_ONCE } from '../../activities/tellCase';
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { commandUpdates } from '../../contracts/messages';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { propose, type ChangeAsked } from '../../domain/calendarChange/proposal';
import type { CaseReference } from '../../domain/rapidReview/references';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { createLogger } from '../../platform/logging/createLogger';
import type { Records } from '../../records/records';
import { createWorker } from '../../worker/createWorker';
import { bundleWorkflows } from '../../worker/workflowBundle';
import { say } from '../comparisonLibraries';
import { ACTOR, openDirectly } from '../openDirectly';
import { median } from '../rounds';
import { agencyOf } from './inventedLife';
import { dayToProclaim } from './town';

const ROUNDS = 5;
const OURS = 'bench-cases';
const BARE = 'bench-bare';
const logger = createLogger({ level: 'error', name: 'bench', destination: process.stderr });

export interface AcceptFigures {
  readonly cases: number;
  /** Cases a second, in each round: told and answered; in the records as well; and the bare twin. */
  readonly followed: readonly number[];
  readonly recorded: readonly number[];
  readonly bare: readonly number[];
  readonly ratio: number;
  readonly ratioRecorded: number;
}

/** By number, from 0; as many at the same time as an accepted change tells. */
const forEach = (many: number, work: (index: number) => Promise<unknown>): Promise<void> =>
  severalAtOnce(
    Array.from({ length: many }, (_, index) => index),
    TOLD_AT_ONCE,
    work,
  );

const until = async (done: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
};

const perSecond = async (many: number, work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (many * 1000) / (performance.now() - start);
};

const referenceOf = (index: number): CaseReference => `RR-2026-${String(5000 + index)}` as CaseReference;

const openCases = async (client: Client, calendar: CalendarSnapshot, many: number): Promise<void> => {
  say(`- Opening ${many} cases with eight agencies each`);
  const now = Date.now() as Instant;
  await forEach(many, async (index) => {
    const reference = referenceOf(index);
    const asked = { actor: ACTOR, authority: 'coordinator' as const, askedAt: now };
    await openDirectly(client, { reference, agencies: 8, calendar, taskQueue: OURS, at: now });
    for (let n = 1; n <= 8; n += 1) {
      const commandId = `sent-${reference}-${n}`;
      await client.workflow
        .getHandle(workflowIdOf(reference))
        .executeUpdate(commandUpdates.recordRequestSent, {
          updateId: commandId,
          args: [
            {
              command: {
                kind: 'recordRequestSent',
                agency: agencyOf(n),
                channel: 'secureMail',
                contacts: [],
                on: formatInstant(now).slice(0, 10) as CivilDate,
                asked: { ...asked, commandId },
              },
            },
          ],
        });
    }
  });
};

/** A day is proclaimed, and taken back, and proclaimed: every round moves dates of every case. */
const acceptNext = async (records: Records, day: CivilDate, round: number): Promise<void> => {
  const asked: ChangeAsked =
    round % 2 === 0
      ? { list: [{ date: day, title: 'Day of Mourning' }], withdraw: [] }
      : { list: [], withdraw: [day] };
  const at = Date.now() as Instant;
  const { foreseen } = await records.calendarChanges.preview(await records.holidays.snapshot(at), at);
  const texts = { authority: 'invented', reason: 'A round of a benchmark.' };
  const act = { commandId: `round-${round}`, by: ACTOR, at, reason: texts.reason, texts };
  const accepted = await records.calendarChanges.accept<string>(act, ({ ledger }) => {
    const proposal = propose(ledger, asked, day, at);
    return proposal.ok
      ? { record: { drafts: proposal.drafts, foreseen } }
      : { refused: proposal.rejection.code };
  });
  if ('refused' in accepted) throw new Error(accepted.refused);
};

export const acceptFigures = async (
  records: Records,
  address: string,
  many: number,
): Promise<AcceptFigures> => {
  const dataConverter = encryptedDataConverter(keyRingOf([{ id: 'bench', bytes: Buffer.alloc(32, 2) }]));
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace: 'default', dataConverter });
  const now = (): Instant => Date.now() as Instant;
  const worker = await createWorker({
    connection,
    namespace: 'default',
    taskQueue: OURS,
    dataConverter,
    activities: createActivities({
      records,
      // Nobody of these agencies can be mailed.
      mail: { send: () => Promise.reject(new Error('no mail')), close: () => undefined },
      clock: now,
      logger,
      settings: {} as never,
      answerLinks: {} as never,
    }),
    bundle: await bundleWorkflows(),
  });
  let heard = 0;
  const bareWorker = await Worker.create({
    connection,
    namespace: 'default',
    taskQueue: BARE,
    workflowsPath: require.resolve('./bareWorkflow'),
    sinks: { heard: { nudge: { fn: () => void (heard += 1), callDuringReplay: false } } },
  });
  const bring = createBringCalendar({
    records,
    clock: now,
    cases: client.workflow,
    waitMs: 60_000,
    logger: { info: () => undefined, warn: (fields: object) => say(JSON.stringify(fields)) },
  });
  const snapshot = await records.holidays.snapshot(now());
  const day = dayToProclaim(workingCalendar(snapshot), now());
  const followed: number[] = [];
  const recorded: number[] = [];
  const bare: number[] = [];
  const measure = async (): Promise<void> => {
    await openCases(client, snapshot, many);
    const bareClient = new Client({ connection, namespace: 'default' });
    await forEach(many, (index) =>
      bareClient.workflow.start('bareWorkflow', { workflowId: `bare-${index}`, taskQueue: BARE }),
    );
    await until(async () => (await records.calendarChanges.casesBehind(undefined, 1)).length === 0);
    for (let round = 0; round < ROUNDS; round += 1) {
      await acceptNext(records, day, round);
      const start = performance.now();
      followed.push(await perSecond(many, () => bring()));
      await until(async () => (await records.calendarChanges.casesBehind(undefined, 1)).length === 0);
      recorded.push((many * 1000) / (performance.now() - start));
      heard = 0;
      bare.push(
        await perSecond(many, async () => {
          await forEach(many, (index) => bareClient.workflow.getHandle(`bare-${index}`).signal('nudge'));
          await until(() => heard === many);
        }),
      );
      say(
        `  round ${round + 1}: ${followed.at(-1)?.toFixed(0)} cases a second followed, ${recorded.at(-1)?.toFixed(0)} recorded, ${bare.at(-1)?.toFixed(0)} bare`,
      );
    }
  };
  await bareWorker.runUntil(worker.runUntil(measure()));
  await connection.close();
  const ratioOf = (ours: readonly number[]): number =>
    median(ours.map((rate, round) => rate / (bare[round] ?? NaN)));
  return {
    cases: many,
    followed,
    recorded,
    bare,
    ratio: ratioOf(followed),
    ratioRecorded: ratioOf(recorded),
  };
};
