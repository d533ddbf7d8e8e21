// Starts Temporal's development server, ready once its namespace answers. With a database file it carries
// on where it was stopped or killed; without one it forgets everything.
import { Connection } from '@temporalio/client';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startChild, untilReady, type ChildExit } from './childProcess';
import { LOOPBACK, requireFreePort } from './freePort';
import { endOrphan } from './orphan';

const READY_LIMIT_MS = 60_000;

export interface TemporalServerOptions {
  /** The `temporal` program; the set-up puts its path into TEMPORAL_CLI. */
  readonly executable: string;
  readonly port: number;
  readonly uiPort?: number;
  readonly databaseFile?: string;
  readonly logFile?: string;
  readonly say?: (line: string) => void;
}

export interface RunningTemporal {
  readonly pid: number;
  readonly address: string;
  readonly uiUrl: string | undefined;
  readonly exited: Promise<ChildExit>;
  readonly outputTail: () => string;
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

/** Whether the server answers and, where one is named, knows the namespace. */
export async function temporalServes(address: string, namespace?: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: '1s' });
    if (namespace === undefined) return true;
    const { workflowService } = connection;
    await connection.withDeadline(Date.now() + 1_000, () => workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

export async function startTemporalServer(options: TemporalServerOptions): Promise<RunningTemporal> {
  const databaseFile = options.databaseFile === undefined ? undefined : resolve(options.databaseFile);
  const pidFile = databaseFile === undefined ? undefined : `${databaseFile}.pid`;
  if (
    pidFile !== undefined &&
    databaseFile !== undefined &&
    (await endOrphan(pidFile, databaseFile, 'SIGTERM'))
  )
    options.say?.('A Temporal server left behind by an earlier start was stopped.');
  await requireFreePort(options.port, 'Temporal', 'TEMPORAL_PORT');
  if (options.uiPort !== undefined)
    await requireFreePort(options.uiPort, "Temporal's web UI", 'TEMPORAL_UI_PORT');

  const child = await startChild({
    command: options.executable,
    args: [
      ...['server', 'start-dev', '--ip', LOOPBACK, '--port', String(options.port)],
      ...(options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)]),
      ...(databaseFile === undefined ? [] : ['--db-filename', databaseFile]),
      ...['--log-level', 'warn', '--disable-config-file', '--disable-config-env'],
    ],
    logFile:
      options.logFile ??
      (databaseFile ? `${databaseFile}.log` : join(tmpdir(), `temporal-${options.port}.log`)),
  });
  if (pidFile !== undefined) writeFileSync(pidFile, String(child.pid));

  const address = `${LOOPBACK}:${options.port}`;
  try {
    await untilReady(child, 'The Temporal server', () => temporalServes(address, 'default'), READY_LIMIT_MS);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return {
    pid: child.pid,
    address,
    uiUrl: options.uiPort === undefined ? undefined : `http://${LOOPBACK}:${options.uiPort}`,
    exited: child.exited,
    outputTail: child.outputTail,
    stop: async () => {
      await child.stop();
      if (pidFile !== undefined) rmSync(pidFile, { force: true });
    },
    kill: child.kill,
  };
}
