// One line for each request: which route, what came of it, how long, and who by code. Never the address itself nor its
// query, since people put anything into them.

import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Its pattern; `none` where there is no route for what was asked. */
export const routeOf = ({ is404, routeOptions }: FastifyRequest): string =>
  is404 ? 'none' : (routeOptions.url ?? 'none');

/** Whoever watches asks every few seconds. */
export const isProbe = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.rateLimit === false;

export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const level = isProbe(request) ? 'debug' : 'info';
    request.log[level](
      {
        method: request.method,
        route: routeOf(request),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        actor: request.identity?.actor,
        role: request.identity?.role,
      },
      'request answered',
    );
    done();
  });
};
