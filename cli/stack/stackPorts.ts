// Which ports a stack will listen on, asked for before anything is built or written. The mailbox asks for its own, and a server that
// a killed stack has left on these very data has its port rightly: it is stopped when its part is started.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StartSettings } from '../../platform/settings/readSettings';
import { requireFreePort } from '../start/freePort';
import { livingOwner } from '../start/orphan';
import { ownPostgresFolder } from '../token/ownDatabase';
import { TEMPORAL_PID_FILE } from './temporalOnPostgres';

/** The first of each is the one of docker-compose.yml. */
const FIRST_METRICS_PORT = { API: 9464, worker: 9465, SDK: 9466 } as const;
type MetricsOf = keyof typeof FIRST_METRICS_PORT;

export const metricsPort = (of: MetricsOf, copy: number): number => FIRST_METRICS_PORT[of] + 10 * (copy - 1);

export const copiesOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at + 1);

export interface PortsOfStack {
  readonly settings: Pick<StartSettings, 'apiPort' | 'postgresPort' | 'temporalPort'>;
  readonly dataFolder: string;
  readonly temporalServer: string;
  readonly workers: number;
  readonly apis: number;
  readonly serversOnly: boolean;
}

const requireForServers = async ({ settings, dataFolder, temporalServer }: PortsOfStack): Promise<void> => {
  const cluster = join((existsSync(dataFolder) && ownPostgresFolder(dataFolder)) || dataFolder, 'cluster');
  if (livingOwner(join(cluster, 'postmaster.pid'), cluster) === undefined)
    await requireFreePort(settings.postgresPort, 'PostgreSQL', 'POSTGRES_PORT');
  if (livingOwner(join(dataFolder, TEMPORAL_PID_FILE), temporalServer) === undefined)
    await requireFreePort(settings.temporalPort, 'Temporal', 'TEMPORAL_PORT');
};

/** Throws one sentence about the first that is taken. */
export const requireStackPorts = async (stack: PortsOfStack): Promise<void> => {
  const { settings, workers, apis, serversOnly } = stack;
  const metrics = (of: MetricsOf, copy: number): Promise<void> =>
    requireFreePort(metricsPort(of, copy), `the metrics of the ${of}`);
  if (!serversOnly) {
    for (const copy of copiesOf(apis)) {
      await requireFreePort(settings.apiPort + copy - 1, 'the API', 'API_PORT');
      await metrics('API', copy);
    }
    for (const copy of copiesOf(workers)) {
      await metrics('worker', copy);
      await metrics('SDK', copy);
    }
  }
  await requireForServers(stack);
};
