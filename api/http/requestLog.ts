// What the log says of a request: one line at its end with its route, what came of it, how long, and who by code; and in
// every line of it its case, the workflow of that, and the command that it became. Never the address itself nor its query,
// since people put anything into them.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { workflowIdOf } from '../../contracts/workflowIds';
import { isCode } from '../../domain/rapidReview/codes';
import type { CaseReference } from '../../domain/rapidReview/references';

declare module 'fastify' {
  interface FastifyRequest {
    /** That it became, as far as it became one. */
    commandId: string | undefined;
  }
}

/** Its pattern; `none` where there is no route for what was asked. */
export const routeOf = ({ is404, routeOptions }: FastifyRequest): string =>
  is404 ? 'none' : (routeOptions.url ?? 'none');

/** Whoever watches asks every few seconds. */
export const isProbe = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.rateLimit === false;

/** Nothing has been validated yet: what is no reference is some text, and stays out of the log. */
const caseIn = (params: unknown): CaseReference | undefined => {
  const { reference } = (params ?? {}) as { readonly reference?: unknown };
  return typeof reference === 'string' && isCode('case', reference) ? reference : undefined;
};

const logWith = (request: FastifyRequest, fields: object): void => {
  request.log = request.log.child(fields);
};

export const logAsOfCase = (request: FastifyRequest, reference: CaseReference): void =>
  logWith(request, { reference, workflowId: workflowIdOf(reference) });

/** It is the id of the update in Temporal too, and stands with every event that the command led to. */
export const logAsOfCommand = (request: FastifyRequest, commandId: string): void => {
  if (request.commandId === commandId) return;
  request.commandId = commandId;
  logWith(request, { commandId });
};

export const logRequests = (app: FastifyInstance): void => {
  app.decorateRequest('commandId', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    const reference = caseIn(request.params);
    if (reference !== undefined) logAsOfCase(request, reference);
    done();
  });
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
