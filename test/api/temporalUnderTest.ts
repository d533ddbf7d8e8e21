// A Temporal development server of a test file's own, with a real worker over the same records: both can be taken away
// and brought back. Mail is left out; it has its own tests.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import { createDiaryActivities } from '../../activities/createActivities';
import { createRecordEvents } from '../../activities/recordEvents';
import { freePort } from '../../cli/start/freePort';
import { startTemporalServer, type RunningTemporal } from '../../cli/start/temporalServer';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { createLogger } from '../../platform/logging/createLogger';
import { connectTemporal, type TemporalLink } from '../../platform/temporal/connectTemporal';
import type { Records } from '../../records/records';
import { createWorker } from '../../worker/createWorker';
import { bundleOfSources } from '../../worker/bundleOfSources';
import { temporalCli } from '../temporal/developmentServer';
import { quietRuntime } from '../temporal/quietRuntime';

quietRuntime();

export class TemporalUnderTest {
  readonly dataConverter = encryptedDataConverter(keyRingOf([{ id: 'test-1', bytes: randomBytes(32) }]));
  readonly taskQueue = `test-${randomBytes(6).toString('hex')}`;
  readonly namespace = 'default';
  private readonly folder = mkdtempSync(join(tmpdir(), 'rapid-review-api-'));
  private server: RunningTemporal | undefined;
  private running:
    | { readonly worker: Worker; readonly done: Promise<void>; readonly connection: NativeConnection }
    | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<TemporalUnderTest> {
    const temporal = new TemporalUnderTest(await freePort());
    await temporal.startServer();
    return temporal;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  link(): TemporalLink {
    return connectTemporal({
      address: this.address,
      namespace: this.namespace,
      dataConverter: this.dataConverter,
    });
  }

  async startServer(): Promise<void> {
    this.server = await startTemporalServer({
      executable: temporalCli(),
      port: this.port,
      databaseFile: join(this.folder, 'temporal.db'),
    });
  }

  async killServer(): Promise<void> {
    this.server?.kill();
    await this.server?.exited;
  }

  async startWorker(records: Records): Promise<void> {
    const { namespace, taskQueue, dataConverter } = this;
    const connection = await NativeConnection.connect({ address: this.address });
    const logger = createLogger({ level: 'silent', name: 'worker' });
    const { workflow: cases } = new Client({ connection, namespace, dataConverter });
    const worker = await createWorker({
      connection,
      namespace,
      taskQueue,
      dataConverter,
      activities: {
        recordEvents: createRecordEvents({ records, logger }),
        sendNotices: () => Promise.resolve({ reports: [], waiting: 0 }),
        ...createDiaryActivities({ records, logger, cases }),
      },
      bundle: await bundleOfSources(),
    });
    this.running = { worker, connection, done: worker.run() };
  }

  async stopWorker(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    if (running === undefined) return;
    running.worker.shutdown();
    await running.done;
    await running.connection.close();
  }

  async stop(): Promise<void> {
    await this.stopWorker();
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
