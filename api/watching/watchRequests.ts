// Counts requests as they come and go. A request for which there is no route counts under `none`: what people put into an
// address never becomes a label.

import type { FastifyInstance } from 'fastify';
import { isProbe, routeOf } from '../http/requestLog';
import type { ApiMetrics } from './apiMetrics';

/** Before every other hook: whoever is turned away by one of them has asked too. */
export const watchRequests = (app: FastifyInstance, metrics: ApiMetrics): void => {
  app.addHook('onRequest', (_request, reply, done) => {
    metrics.requestBegan();
    // Told once, also when the connection falls before the answer has gone.
    reply.raw.once('close', () => metrics.requestEnded());
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, problemGiven } = request;
    if (problemGiven !== undefined) metrics.problemGiven(problemGiven);
    metrics.requestAnswered({
      method,
      route: routeOf(request),
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
      probe: isProbe(request),
    });
    done();
  });
};
