// Shows metrics to Prometheus on a port of their own, apart from the public API: `GET /metrics`, and nothing else. Watching
// never stops the work: a port that is taken is logged, and the process goes on unwatched. What is shown is the caller's.

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../logging/createLogger';

export interface MetricsPlace {
  readonly host: string;
  /** 0: nowhere. */
  readonly port: number;
}

export interface ShownMetrics {
  readonly contentType: string;
  metrics(): Promise<string>;
}

const PLAIN = 'text/plain; charset=utf-8';

const answer = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
};

/** Answers how to close it. */
export const serveMetrics = async (
  { host, port }: MetricsPlace,
  shown: ShownMetrics,
  logger: Pick<Logger, 'info' | 'warn' | 'error'>,
): Promise<() => Promise<void>> => {
  if (port === 0) return () => Promise.resolve();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') {
      answer(response, 404, PLAIN, 'GET /metrics\n');
      return;
    }
    shown.metrics().then(
      (text) => answer(response, 200, shown.contentType, text),
      (error: unknown) => {
        logger.warn({ err: error }, 'the metrics could not be shown');
        answer(response, 500, PLAIN, 'The metrics could not be read.\n');
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.on('error', (error) => {
      logger.error({ err: error, port }, 'nobody can watch: the metrics have no port');
      resolve();
    });
    server.listen({ host, port }, () => {
      logger.info({ port: (server.address() as AddressInfo).port }, 'showing metrics');
      resolve();
    });
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
};
