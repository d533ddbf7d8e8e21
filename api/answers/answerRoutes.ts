// /answers/:reference/:agency/:proof, the page by which an agency answers without an account. Looking at it changes nothing, whatever
// programs follow the links in a mail; what is sent goes the way of every write, and what is refused comes back with what was typed.

import formbody from '@fastify/formbody';
import { createHash, randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { agencyOn } from '../../domain/rapidReview/agenciesOfCase';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { namesOfAgencies } from '../agencies/namesOfAgencies';
import type { ApiDeps } from '../deps';
import { AgencyIdField, ReferenceField, strict } from '../fields/fields';
import { problem, Problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { returnOf, securedOf } from '../returns/recordReturns';
import { actOnCase } from '../writing/caseWriter';
import { AnswerForm, answerMeant, SecuredForm, securedMeant, type Meant } from './answerForms';
import { answerPage, type NotTaken, type Told } from './answerPage';
import { answerViewOf } from './answerView';
import { sendPage } from './pageFrame';

const KIB = 1024;
/** A long answer in a script of which each letter is sent as nine characters. */
const LARGEST_FORM = 1024 * KIB;

const LinkParams = Type.Object(
  { reference: ReferenceField, agency: AgencyIdField, proof: Type.String() },
  strict,
);
type LinkParams = Static<typeof LinkParams>;

const ROUTE = '/answers/:reference/:agency/:proof';
const config = {
  permission: 'recordReturn',
  narrowsToOwnAgency: true,
  identifiedBy: 'answerLink',
  page: true,
} as const;

const placeOf = ({ reference, agency }: LinkParams) => ({
  reference: reference as CaseReference,
  agency: agency as AgencyId,
});

const pageOf = async (
  { records, partnership }: ApiDeps,
  params: LinkParams,
  more: { readonly thanks?: Told | undefined; readonly notTaken?: NotTaken },
): Promise<string> => {
  const { reference, agency } = placeOf(params);
  const folded = await records.cases.stateOf(reference);
  const known =
    folded === undefined || folded.state.status === 'recordedOnly'
      ? undefined
      : agencyOn(folded.state, agency);
  if (folded === undefined || known === undefined) throw problem(requestProblems.answerLinkNotValid, {});
  const name = await namesOfAgencies(records, [agency]);
  return answerPage({
    ...answerViewOf(folded.state, folded.calendar, known, name(agency)),
    ...more,
    partnership,
    path: `/answers/${reference}/${agency}/${params.proof}`,
    // A form that comes back keeps its key: its first try may have been taken.
    keys: {
      answer: keyOf(more.notTaken, 'answer') ?? randomUUID(),
      secured: keyOf(more.notTaken, 'secured') ?? randomUUID(),
    },
  });
};

const keyOf = (notTaken: NotTaken | undefined, form: NotTaken['form']): string | undefined =>
  notTaken?.form === form ? notTaken.typed.key : undefined;

const MAYBE_TAKEN = 'What you sent may have been taken all the same. Send it again: that is safe.';

/** What was wrong with something that was sent, as the page says it. */
const saysOf = ({ detail, maybeDone }: Problem): string =>
  `${detail} ${maybeDone ? MAYBE_TAKEN : 'Nothing was changed, and what you typed is below.'}`;

/** Sent twice it is one; changed by somebody who went back to it, another. A program says so in a header, a form within itself. */
const keyOfSent = (typed: NotTaken['typed']): string =>
  createHash('sha256').update(JSON.stringify(typed), 'utf8').digest('hex');

interface Sent<M> {
  readonly form: NotTaken['form'];
  readonly typed: NotTaken['typed'];
  readonly meant: Meant<M>;
  readonly act: (meant: M) => Promise<unknown>;
}

/** Once it is taken, the page is asked for anew, so that loading it again sends nothing. */
const take = async <M>(
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  params: LinkParams,
  { form, typed, meant, act }: Sent<M>,
): Promise<FastifyReply> => {
  const back = async (status: number, notTaken: Omit<NotTaken, 'form' | 'typed'>): Promise<FastifyReply> =>
    sendPage(reply, status, await pageOf(deps, params, { notTaken: { form, typed, ...notTaken } }));
  if (!meant.ok) {
    request.log.info({ fields: meant.wrong.map(({ field }) => field) }, 'a form was sent back');
    return back(422, { wrong: meant.wrong });
  }
  request.headers['idempotency-key'] = keyOfSent(typed);
  try {
    await act(meant.meant);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404) throw error;
    request.problemGiven = error.slug;
    request.log.info({ problem: error.slug }, 'request refused');
    return back(error.status, { says: saysOf(error), wrong: [] });
  }
  const { reference, agency, proof } = params;
  return reply.redirect(`/answers/${reference}/${agency}/${proof}?told=${form}`, 303);
};

export const answerRoutes = async (parent: FastifyInstance, deps: ApiDeps): Promise<void> => {
  await parent.register(async (within) => {
    // Here alone: elsewhere a form is no body.
    await within.register(formbody, { bodyLimit: LARGEST_FORM });
    const app = within.withTypeProvider<TypeBoxTypeProvider>();
    const hidden = { hide: true, params: LinkParams } as const;

    app.route({
      method: 'GET',
      url: ROUTE,
      config,
      schema: {
        ...hidden,
        querystring: Type.Object({ told: Type.Optional(Type.Enum(['answer', 'secured'])) }, strict),
      },
      handler: async ({ params, query }, reply) =>
        sendPage(reply, 200, await pageOf(deps, params, { thanks: query.told })),
    });

    app.route({
      method: 'POST',
      url: `${ROUTE}/answer`,
      config,
      bodyLimit: LARGEST_FORM,
      schema: { ...hidden, body: AnswerForm },
      handler: (request, reply) => {
        const { params, body } = request;
        const { reference, agency } = placeOf(params);
        return take(deps, request, reply, params, {
          form: 'answer',
          typed: body,
          meant: answerMeant(body),
          act: (meant) =>
            actOnCase(deps, request, reference, undefined, (write, reserved) =>
              returnOf(deps, agency, 'link', meant, write, reserved),
            ),
        });
      },
    });

    app.route({
      method: 'POST',
      url: `${ROUTE}/records-secured`,
      config,
      schema: { ...hidden, body: SecuredForm },
      handler: (request, reply) => {
        const { params, body } = request;
        const { reference, agency } = placeOf(params);
        return take(deps, request, reply, params, {
          form: 'secured',
          typed: body,
          meant: securedMeant(body),
          act: (meant) =>
            actOnCase(deps, request, reference, undefined, (write, reserved) =>
              securedOf(agency, meant, write, reserved),
            ),
        });
      },
    });
  });
};
