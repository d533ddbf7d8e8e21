// An act on a case as a route: what all of them have in common is here. What its body means, each says itself.

import type { FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { instantOf } from '../cases/openCase';
import type { ApiDeps } from '../deps';
import { CaseParams } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import type { Permission } from '../permissions/permissions';
import { actOnCase, type ActBody, type WriteText } from './caseWriter';
import { narrowAnswer } from './narrowAnswer';
import type { ReservedWrite } from './reserveWrite';
import { WriteAnswerSchema, writeHeadersOf, type WriteAnswer } from './writeAnswer';
import { WriteHeaders } from './writeHeaders';

export interface ActGiven<B extends TObject, P extends TObject> {
  readonly body: Static<B>;
  readonly params: Static<P>;
  readonly reference: CaseReference;
  readonly request: FastifyRequest;
  /** Puts a text into the dossier. What can be refused without it is refused before. */
  readonly write: WriteText;
  readonly reserved: ReservedWrite;
}

export interface ActRoute<B extends TObject, P extends TObject> {
  /** What comes after the case's own address. */
  readonly path: string;
  readonly permission: Permission;
  readonly narrowsToOwnAgency?: true;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** Where the path holds more than the case. */
  readonly params?: P;
  readonly body: B;
  /** What the answer may be, as an example. */
  readonly example: Pick<WriteAnswer, 'version' | 'events'>;
  /** Before anything is reserved or written: throws the problem that refuses it. */
  readonly admit?: (given: Omit<ActGiven<B, P>, 'write' | 'reserved'>) => Promise<void> | void;
  readonly act: (given: ActGiven<B, P>) => ActBody | Promise<ActBody>;
  /** Once it is taken, and again on each repeat: what else belongs to it. */
  readonly afterwards?: (given: Omit<ActGiven<B, P>, 'write' | 'reserved'>) => Promise<void>;
}

export const actRoute = <B extends TObject, P extends TObject = typeof CaseParams>(
  app: TypedApp,
  deps: ApiDeps,
  route: ActRoute<B, P>,
): void => {
  const { path, permission, narrowsToOwnAgency, tag, summary, description, body } = route;
  app.route({
    method: 'POST',
    url: `/cases/:reference${path}`,
    config: { permission, ...(narrowsToOwnAgency === undefined ? {} : { narrowsToOwnAgency }) },
    schema: {
      ...{ summary, description, tags: [tag], security, headers: WriteHeaders, body },
      params: route.params ?? CaseParams,
      response: { 200: WriteAnswerSchema(route.example), ...problems },
    },
    handler: async (request, reply) => {
      // The validator has checked both against these very schemas.
      const given = { body: request.body as Static<B>, params: request.params as Static<P>, request };
      const { reference } = request.params as { reference: CaseReference };
      await route.admit?.({ ...given, reference });
      const answer = await actOnCase(deps, request, reference, (write, reserved) =>
        route.act({ ...given, reference, write, reserved }),
      );
      await route.afterwards?.({ ...given, reference });
      void reply.headers(writeHeadersOf(answer));
      return narrowAnswer(request, permission, answer);
    },
  });
};

/** A moment that is left out is when it was first asked for. */
export const momentOf = (given: string | undefined, { firstAskedAt }: ReservedWrite): Instant =>
  given === undefined ? firstAskedAt : instantOf(given);

/** A day that is left out is the day in London on which it was first asked for. */
export const dayOf = (given: string | undefined, { firstAskedAt }: ReservedWrite): CivilDate =>
  given === undefined ? londonDayAt(firstAskedAt) : (given as CivilDate);
