// Lets a request through only when it is known who asks and the table grants it. Every route states its permission;
// an API with a route that does not will not start.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity, IdentityPort } from '../../platform/identity/identity';
import type { Instant } from '../../domain/calendar/instant';
import type { AgencyId } from '../../domain/timetable/facts';
import { problem, type FieldError } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { LetIn } from './letIn';
import { grantsOf, reachOf, rolesWith, type Permission } from './permissions';

export interface GuardedRoute {
  readonly method: string;
  readonly url: string;
  readonly permission: Permission | 'public';
  /** It asks for no token. */
  readonly byLink: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What one must be allowed to come in; `public` holds no data and asks nobody. */
    permission?: Permission | 'public';
    /** The route itself narrows what it shows to the agency of the person who asks. */
    narrowsToOwnAgency?: true;
    /** Who asks is known by the link that they follow, and not by a token (`answers/linkIdentity.ts`). */
    identifiedBy?: 'answerLink';
    /** What it changes is previewed first, and the request rests on that preview. */
    previewed?: true;
    /** What else is wrong with a body of which the form is wrong already: said in the same round. It may hold anything. */
    alsoWrong?: (body: unknown) => readonly FieldError[];
    /** Answers people in a browser: problems are pages too. */
    page?: true;
  }
  interface FastifyRequest {
    identity: Identity | null;
    /** When the request reached the API. */
    arrivedAt: Instant;
  }
  interface FastifyInstance {
    guardedRoutes: readonly GuardedRoute[];
  }
}

export class RouteWithoutPermission extends Error {
  override readonly name = 'RouteWithoutPermission';
}

export const identityOf = (request: FastifyRequest): Identity => {
  if (request.identity === null) throw new Error('the route is public, and nobody is known');
  return request.identity;
};

export const mayAlso = (request: FastifyRequest, permission: Permission): boolean =>
  reachOf(identityOf(request).role, permission) !== undefined;

/** The one agency to which the permission reaches, where it does not reach to all. */
export const onlyAgency = (
  request: FastifyRequest,
  permission: Permission,
): { readonly limited: false } | { readonly limited: true; readonly agency: AgencyId | undefined } => {
  const { role, agency } = identityOf(request);
  return reachOf(role, permission) === 'all' ? { limited: false } : { limited: true, agency };
};

const someRoleIsLimited = (permission: Permission): boolean =>
  Object.values(grantsOf).some((grants) => grants[permission] === 'ownAgency');

const permitted = (permission: Permission, identity: Identity): Identity => {
  const { role } = identity;
  if (reachOf(role, permission) === undefined)
    throw problem(requestProblems.forbidden, { role, may: rolesWith(permission) });
  return identity;
};

export const guardRoutes = (
  app: FastifyInstance,
  port: IdentityPort,
  byAnswerLink: (params: unknown) => Promise<Identity>,
  now: () => Instant,
  letIn: LetIn = new LetIn(),
): void => {
  const byToken = async (request: FastifyRequest): Promise<Identity> => {
    const { authorization } = request.headers;
    const identified = await port.identify(authorization, request.arrivedAt);
    if (identified.ok) return identified.identity;
    letIn.forget(authorization);
    throw problem(requestProblems.unauthenticated, { refusal: identified.refusal });
  };
  const routes: GuardedRoute[] = [];
  app.decorate('guardedRoutes', routes);
  app.decorateRequest('identity', null);
  app.decorateRequest('arrivedAt');

  const unguarded: { readonly route: string; readonly stated: () => Permission | 'public' | undefined }[] =
    [];
  app.addHook('onRoute', (route) => {
    const name = `${String(route.method)} ${route.url}`;
    unguarded.push({ route: name, stated: () => route.config?.permission });
    const { permission, narrowsToOwnAgency, identifiedBy } = route.config ?? {};
    if (permission === undefined) return;
    if (permission !== 'public' && someRoleIsLimited(permission) && narrowsToOwnAgency !== true)
      throw new RouteWithoutPermission(
        `${name} must narrow to the agency of the person who asks (${permission})`,
      );
    const byLink = identifiedBy === 'answerLink';
    routes.push({ method: String(route.method), url: route.url, permission, byLink });
  });
  // Asked again once all is registered: the documentation pages get theirs from a hook that runs after this one.
  app.addHook('onReady', () => {
    const open = unguarded.filter(({ stated }) => stated() === undefined).map(({ route }) => route);
    if (open.length > 0) throw new RouteWithoutPermission(`routes without a permission: ${open.join(', ')}`);
  });

  app.addHook('onRequest', async (request) => {
    request.arrivedAt = now();
    const { permission, identifiedBy } = request.routeOptions.config;
    // Whoever follows a link has typed something by then, and is to have it back: that is asked once the form was read.
    if (request.is404 || permission === 'public' || identifiedBy === 'answerLink') return;
    if (permission === undefined) throw new RouteWithoutPermission(request.routeOptions.url ?? '');
    const identity = await byToken(request);
    letIn.note(request.headers.authorization, identity.actor);
    request.identity = permitted(permission, identity);
  });
  app.addHook('preHandler', async (request) => {
    const { permission, identifiedBy } = request.routeOptions.config;
    if (identifiedBy !== 'answerLink' || permission === undefined || permission === 'public') return;
    request.identity = permitted(permission, await byAnswerLink(request.params));
  });
};
