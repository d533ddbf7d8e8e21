// The set-up's own search for servers: what the environment names, the cache, a download or a build. Its modules are ES modules.

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const setUp = async <T>(file: string): Promise<T> =>
  (await import(pathToFileURL(resolve(__dirname, '../cli/setup', file)).href)) as T;

export const temporalCli = async (): Promise<string> =>
  process.env['TEMPORAL_CLI'] ??
  (await setUp<{ findTemporalCli: () => Promise<string> }>('temporalCli.mjs')).findTemporalCli();

export const temporalServer = async (): Promise<string> =>
  process.env['TEMPORAL_SERVER'] ??
  (await setUp<{ findTemporalServer: () => Promise<string> }>('temporalServer.mjs')).findTemporalServer();
