// Which ports a stack will listen on, asked for before anything is built or written, and where its metrics are shown. A server that a
// killed stack has left on these very data has its port rightly: it is stopped when its part is started.

import { join } from 'node:path';
import type { StartSettings } from '../../platform/settings/readSettings';
import { requireFreePorts, type WantedPort } from '../start/freePort';
import { livingOwner } from '../start/orphan';
import { mailboxPorts, postgresPort } from '../start/portsOfStart';
import { TEMPORAL_PID_FILE } from './temporalOnPostgres';

/** The first of each is the one of docker-compose.yml. */
const FIRST_METRICS_PORT = { API: 9464, worker: 9465, SDK: 9466 } as const;
type MetricsOf = keyof typeof FIRST_METRICS_PORT;

export const metricsPort = (of: MetricsOf, copy: number): number => FIRST_METRICS_PORT[of] + 10 * (copy - 1);

/** Of the API and of the worker, whichever command started them. */
export const MOST_COPIES = 9;

export const copiesOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at + 1);

export interface PortsOfStack {
  readonly settings: Pick<
    StartSettings,
    'apiPort' | 'postgresPort' | 'temporalPort' | 'mailboxPort' | 'mailboxSmtpPort'
  >;
  readonly dataFolder: string;
  readonly temporalServer: string;
  readonly workers: number;
  readonly apis: number;
  readonly serversOnly: boolean;
}

const ofServers = ({ settings, dataFolder, temporalServer }: PortsOfStack): readonly WantedPort[] => [
  ...mailboxPorts(settings),
  ...postgresPort(settings.postgresPort, dataFolder),
  ...(livingOwner(join(dataFolder, TEMPORAL_PID_FILE), temporalServer) === undefined
    ? [{ port: settings.temporalPort, what: 'Temporal', setting: 'TEMPORAL_PORT' }]
    : []),
];

const ofPrograms = ({ settings, workers, apis }: PortsOfStack): readonly WantedPort[] => {
  const metrics = (of: MetricsOf, copy: number): WantedPort => ({
    port: metricsPort(of, copy),
    what: `the metrics of the ${of}`,
  });
  return [
    ...copiesOf(apis).flatMap((copy) => [
      { port: settings.apiPort + copy - 1, what: 'the API', setting: 'API_PORT' },
      metrics('API', copy),
    ]),
    ...copiesOf(workers).flatMap((copy) => [metrics('worker', copy), metrics('SDK', copy)]),
  ];
};

/** Throws a sentence about each that is taken. */
export const requireStackPorts = (stack: PortsOfStack): Promise<void> =>
  requireFreePorts([...(stack.serversOnly ? [] : ofPrograms(stack)), ...ofServers(stack)]);

/** Every address at which one of its programs shows metrics, the copies beside each other. */
export const placesOfMetrics = (
  host: string,
  { workers, apis }: Pick<PortsOfStack, 'workers' | 'apis'>,
): readonly string[] => {
  const shown = (of: MetricsOf, copies: number): readonly string[] =>
    copiesOf(copies).map(
      (copy) => `http://${host}:${metricsPort(of, copy)}/metrics (${of}${copies === 1 ? '' : ` ${copy}`})`,
    );
  return [...shown('API', apis), ...shown('worker', workers), ...shown('SDK', workers)];
};
