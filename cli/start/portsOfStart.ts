// Which ports `npm start` will listen on, asked for before anything is started or written, so that all that are taken are said at
// once. A server that a killed start has left on these very data has its port rightly: it is stopped when its part is started.

import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { StartSettings } from '../../platform/settings/readSettings';
import { ownPostgresFolder } from '../token/ownDatabase';
import type { WantedPort } from './freePort';
import { livingOwner } from './orphan';
import { clusterOf, pidFileOf } from './postgresPlace';

type Ports = Pick<
  StartSettings,
  | 'apiPort'
  | 'apiMetricsPort'
  | 'workerMetricsPort'
  | 'sdkMetricsPort'
  | 'mailboxPort'
  | 'mailboxSmtpPort'
  | 'databaseUrl'
  | 'postgresPort'
  | 'temporalAddress'
  | 'temporalPort'
  | 'temporalUiPort'
>;

/** Nothing where our own server has it, left behind. `dataFolder` is that of the whole. */
export const postgresPort = (port: number, dataFolder: string): readonly WantedPort[] => {
  // On new data there is none, and to look for one would make its folder.
  const folder = (existsSync(join(dataFolder, 'logs')) && ownPostgresFolder(dataFolder)) || dataFolder;
  // As it names them itself: with every link followed.
  const cluster = clusterOf(existsSync(folder) ? realpathSync(folder) : folder);
  return livingOwner(pidFileOf(cluster), cluster) === undefined
    ? [{ port, what: 'PostgreSQL', setting: 'POSTGRES_PORT' }]
    : [];
};

export const mailboxPorts = ({
  mailboxSmtpPort,
  mailboxPort,
}: Pick<StartSettings, 'mailboxSmtpPort' | 'mailboxPort'>): readonly WantedPort[] => [
  { port: mailboxSmtpPort, what: 'the development mailbox (SMTP)', setting: 'MAILBOX_SMTP_PORT' },
  { port: mailboxPort, what: 'the page of the development mailbox', setting: 'MAILBOX_PORT' },
];

const temporalPorts = (
  { temporalPort, temporalUiPort }: Ports,
  databaseFile: string,
): readonly WantedPort[] =>
  livingOwner(`${databaseFile}.pid`, databaseFile) === undefined
    ? [
        { port: temporalPort, what: 'Temporal', setting: 'TEMPORAL_PORT' },
        { port: temporalUiPort, what: "Temporal's web UI", setting: 'TEMPORAL_UI_PORT' },
      ]
    : [];

/** Of the two servers; none of those that the settings name elsewhere. */
export const portsOfServers = (settings: Ports, dataFolder: string): readonly WantedPort[] => [
  ...(settings.databaseUrl === undefined ? postgresPort(settings.postgresPort, dataFolder) : []),
  ...(settings.temporalAddress === undefined ? temporalPorts(settings, join(dataFolder, 'temporal.db')) : []),
];

/** Of everything. */
export const portsOfStart = (settings: Ports, dataFolder: string): readonly WantedPort[] => {
  const { apiPort, apiMetricsPort, workerMetricsPort, sdkMetricsPort } = settings;
  const metrics = [
    { port: apiMetricsPort, what: 'the metrics of the API', setting: 'API_METRICS_PORT' },
    { port: workerMetricsPort, what: 'the metrics of the worker', setting: 'WORKER_METRICS_PORT' },
    { port: sdkMetricsPort, what: 'the metrics of the SDK', setting: 'SDK_METRICS_PORT' },
  ];
  return [
    { port: apiPort, what: 'the API', setting: 'API_PORT' },
    // 0 is none that anybody asked for: a free one is found.
    ...metrics.filter(({ port }) => port !== 0),
    ...mailboxPorts(settings),
    ...portsOfServers(settings, dataFolder),
  ];
};
