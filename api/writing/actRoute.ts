// An act on a case as a route: what all of them have in common is here. What its body means, each says itself.

import type { Static, TObject } from 'typebox';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/state';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { ApiDeps } from '../deps';
import { CaseParams } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { actOnCase } from './caseWriter';
import { Problem, withPartDone } from '../problems/problem';
import { narrowAnswer } from './narrowAnswer';
import type { ActRoute } from './actOfRoute';
import { previewRoute } from './previewAct';
import { askedHash } from './previewTag';
import type { ReservedWrite } from './reserveWrite';
import { refuseByMistake } from './takenBackElsewhere';
import { WriteAnswerSchema, writeHeadersOf } from './writeAnswer';
import { CorrectionHeaders, WriteHeaders } from './writeHeaders';

const described = ({
  description,
  previewed,
}: Pick<ActRoute<TObject, TObject>, 'description' | 'previewed'>): string =>
  previewed === true
    ? `${description} If-Match must be the ETag that its preview answers: it is refused without.`
    : description;

export const actRoute = <B extends TObject, P extends TObject = typeof CaseParams>(
  app: TypedApp,
  deps: ApiDeps,
  route: ActRoute<B, P>,
): void => {
  if (route.previewed === true) previewRoute(app, deps, route);
  const { path, permission, narrowsToOwnAgency, tag, summary, body } = route;
  app.route({
    method: 'POST',
    url: `/cases/:reference${path}`,
    config: {
      permission,
      ...(narrowsToOwnAgency === undefined ? {} : { narrowsToOwnAgency }),
      ...(route.previewed === undefined ? {} : { previewed: route.previewed }),
    },
    ...refuseByMistake(route),
    schema: {
      summary,
      description: described(route),
      tags: [tag],
      security,
      body,
      headers: route.previewed === true ? CorrectionHeaders : WriteHeaders,
      params: route.params ?? CaseParams,
      response: { 200: WriteAnswerSchema(route.example, route.alsoAnswers?.fields), ...problems },
    },
    handler: async (request, reply) => {
      // The validator has checked both against these very schemas.
      const given = { body: request.body as Static<B>, params: request.params as Static<P>, request };
      const { reference } = request.params as { reference: CaseReference };
      await route.admit?.({ ...given, reference });
      const asked = route.previewed === true ? { previewed: askedHash(path, given.params, given.body) } : {};
      const answer = await actOnCase(deps, request, reference, asked, (write) =>
        route.act({ ...given, ...write }),
      ).catch((error: unknown) => {
        const done = route.doneAllTheSame?.(request);
        throw done === undefined || !(error instanceof Problem) ? error : withPartDone(error, done);
      });
      await route.afterwards?.({ ...given, reference });
      void reply.headers(writeHeadersOf(answer));
      const more = await route.alsoAnswers?.of({ ...given, reference });
      return { ...narrowAnswer(request, route, answer), ...more };
    },
  });
};

/** A day that is left out is the day in London on which it was first asked for. */
export const dayOf = (given: string | undefined, { firstAskedAt }: ReservedWrite): CivilDate =>
  given === undefined ? londonDayAt(firstAskedAt) : (given as CivilDate);
