// How much heap an open case takes that a worker keeps in its cache: in a process of its own, whose workflows run on its own
// thread, so that its heap can be swept and measured. Its arguments: address, namespace, codec keys. Prints bytes.

import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/references';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { parseKeys } from '../../platform/settings/encryptionKeys';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { bundleWorkflows } from '../../worker/workflowBundle';
import { openDirectly } from '../openDirectly';

const WARM = 100;
const MEASURED = 400;
const QUEUE = 'heap';

const swept = (): number => {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const run = async ([address = '', namespace = '', codecKeys = '']: readonly string[]): Promise<void> => {
  const connection = await NativeConnection.connect({ address });
  const dataConverter = encryptedDataConverter(keyRingOf(parseKeys(codecKeys)));
  const client = new Client({ connection, namespace, dataConverter });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: QUEUE,
    dataConverter,
    debugMode: true,
    maxCachedWorkflows: 1_000,
    workflowBundle: await bundleWorkflows(),
    // Nothing is recorded here: the heap of the workflow is asked for, not that of the records.
    activities: {
      recordEvents: () => Promise.resolve(),
      sendNotices: () => Promise.resolve({ reports: [], waiting: 0 }),
    },
  });
  const calendar = shippedSnapshot();
  const open = (index: number): Promise<void> =>
    openDirectly(client, {
      reference: `RR-3000-${String(index).padStart(4, '0')}` as CaseReference,
      agencies: 12,
      calendar,
      taskQueue: QUEUE,
      at: Date.now() as Instant,
    });
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
