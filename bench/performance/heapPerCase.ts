// How much heap an open case takes that a worker keeps in its cache: in a process of its own, whose workflows run on its own
// thread, so that its heap can be swept and measured. Its arguments: address, namespace, codec keys. Prints bytes.

import { Client, WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { commandUpdates } from '../../contracts/messages';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import type { Instant } from '../../domain/calendar/instant';
import { currentProfile } from '../../domain/policy/profiles';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import { RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import type { AgencyId } from '../../domain/timetable/facts';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { parseKeyRing } from '../../platform/encryption/keyRing';
import { shippedSnapshot } from '../../platform/holidays/snapshot';
import { bundleWorkflows } from '../../worker/workflowBundle';

const WARM = 100;
const MEASURED = 400;
const QUEUE = 'heap';

const swept = (): number => {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const run = async ([address = '', namespace = '', codecKeys = '']: readonly string[]): Promise<void> => {
  const connection = await NativeConnection.connect({ address });
  const dataConverter = encryptedDataConverter(parseKeyRing(codecKeys));
  const client = new Client({ connection, namespace, dataConverter });
  const worker = await Worker.create({
    ...{ connection, namespace, taskQueue: QUEUE, dataConverter, debugMode: true, maxCachedWorkflows: 1_000 },
    workflowBundle: await bundleWorkflows(),
    // Nothing is recorded here: the heap of the workflow is asked for, not that of the records.
    activities: {
      recordEvents: () => Promise.resolve(),
      sendNotices: () => Promise.resolve({ reports: [], waiting: 0 }),
    },
  });
  const calendar = shippedSnapshot();
  const open = async (index: number): Promise<void> => {
    const reference = `RR-3000-${String(index).padStart(4, '0')}` as CaseReference;
    const now = Date.now() as Instant;
    const asked = { actor: 'P-0001' as ActorId, authority: 'coordinator' as const, askedAt: now };
    await client.workflow.executeUpdateWithStart(commandUpdates.openCase, {
      updateId: `open-${reference}`,
      args: [
        {
          command: {
            ...{ kind: 'openCase', reference, nature: 'suspectedAbuseOrNeglect', profile: currentProfile },
            ...{ rulesVersion: RULES_VERSION, receivedAt: now, timestamps: {} },
            agencies: Array.from(
              { length: 12 },
              (_, n) => `AG-${String(n + 1).padStart(4, '0')}` as AgencyId,
            ),
            asked: { ...asked, commandId: `open-${reference}` },
          },
          calendar,
        },
      ],
      startWorkflowOperation: new WithStartWorkflowOperation(RAPID_REVIEW_WORKFLOW, {
        ...{ workflowId: workflowIdOf(reference), taskQueue: QUEUE, args: [{ reference }] },
        workflowIdConflictPolicy: 'FAIL',
      }),
    });
  };
  await worker.runUntil(async () => {
    for (let index = 0; index < WARM; index += 1) await open(index);
    const before = swept();
    for (let index = WARM; index < WARM + MEASURED; index += 1) await open(index);
    const perCase = (swept() - before) / MEASURED;
    process.stdout.write(`${Math.round(perCase)}\n`);
  });
  await connection.close();
};

void run(process.argv.slice(2));
