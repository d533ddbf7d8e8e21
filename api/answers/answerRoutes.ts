// /answers/:reference/:agency/:proof, the pages by which an agency answers without an account. Looking at one changes nothing, whatever
// programs follow the links in a mail; what is sent goes the way of every write, and what is refused comes back with what was typed.

import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { agencyOn } from '../../domain/rapidReview/agenciesOfCase';
import type { AgencyOnCase, CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { namesOfAgencies } from '../agencies/namesOfAgencies';
import type { ApiDeps } from '../deps';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { returnOf, securedOf } from '../returns/recordReturns';
import type { ActBody, WritingTexts } from '../writing/caseWrite';
import { actOnCase } from '../writing/caseWriter';
import { mustBeTakeable } from '../writing/dryRun';
import { agencyPage } from './agencyPage';
import {
  answerMeant,
  readForm,
  securedMeant,
  type AnswerMeant,
  type Meant,
  type SecuredMeant,
  type Typed,
  type Wrong,
} from './answerForms';
import { answerViewOf, thanksFor, type AnswerView, type Told } from './answerView';
import { formPage, pathOf } from './formPages';
import { sendPage } from './pageFrame';
import { beingRecordedPage } from './beingRecordedPage';

interface LinkParams {
  readonly reference: CaseReference;
  readonly agency: AgencyId;
  readonly proof: string;
}

const ROUTE = '/answers/:reference/:agency/:proof';
const config = {
  permission: 'recordReturn',
  narrowsToOwnAgency: true,
  identifiedBy: 'answerLink',
  page: true,
} as const;

const schema = { hide: true } as const;

/** The link was proved: they are what they must be. */
const linkOf = ({ params }: FastifyRequest): LinkParams => params as LinkParams;

interface Seen {
  readonly view: AnswerView;
  readonly known: AgencyOnCase;
}

const seen = async (deps: ApiDeps, { reference, agency }: LinkParams): Promise<Seen> => {
  const { records } = deps;
  const folded = await records.cases.stateOf(reference);
  if (folded === undefined || folded.state.status === 'recordedOnly')
    throw problem(requestProblems.answerLinkNotValid, {});
  const { state, calendar } = folded;
  const known = agencyOn(state, agency);
  if (known === undefined) throw problem(requestProblems.answerLinkNotValid, {});
  const name = await namesOfAgencies(records, [agency]);
  // Only of a case that has ended can they be destroyed (R25).
  const textsKept = state.status === 'open' || !(await records.dossier.isDestroyed(reference));
  const asOf = { today: londonDayAt(deps.now()), textsKept };
  return { known, view: answerViewOf(state, calendar, known, name(agency), asOf) };
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of a form that came back, its own: its first try may have been taken. */
const keyOf = ({ key = '' }: Typed): string => (UUID.test(key) ? key : randomUUID());

const NOT_SENT: Typed = {};

const form = (
  { partnership }: ApiDeps,
  request: FastifyRequest,
  which: Told,
  { reference, agencyName }: AnswerView,
  { typed, wrong }: { readonly typed: Typed; readonly wrong: readonly Wrong[] },
): string => {
  const { proof } = linkOf(request);
  return formPage(which, { partnership, proof, reference, agencyName, typed, wrong, key: keyOf(typed) });
};

/**
 * Sent twice it is one; changed by somebody who went back to it, another. A program says so in a header, a form within itself. Nobody
 * can tell from it what was typed, since the form's own key is kept nowhere.
 */
const keyOfSent = (which: Told, typed: Typed): string =>
  createHash('sha256')
    .update(JSON.stringify([which, { ...typed, key: keyOf(typed) }]), 'utf8')
    .digest('hex');

/** One of the two forms, from what is typed to the act that it asks for. */
interface AgencyForm<M> {
  readonly which: Told;
  /** Else nothing is left to send with it: the agency's page says why. */
  readonly isOpen: (view: AnswerView) => boolean;
  readonly meantBy: (typed: Typed) => Meant<M>;
  readonly act: (deps: ApiDeps, agency: AgencyId, meant: M, write: WritingTexts) => Promise<ActBody>;
}

const answerForm: AgencyForm<AnswerMeant> = {
  which: 'answer',
  isOpen: ({ mayAnswer }) => mayAnswer,
  meantBy: answerMeant,
  act: (deps, agency, meant, write) => returnOf(deps, agency, { ...meant, how: 'link' }, write),
};

const securedForm: AgencyForm<SecuredMeant> = {
  which: 'secured',
  isOpen: ({ maySecure }) => maySecure,
  meantBy: securedMeant,
  act: (_deps, agency, meant, write) => securedOf(agency, meant, write),
};

/** Once it is taken, the agency's page is asked for anew, so that loading it again sends nothing. */
const take = async <M>(
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { which, meantBy, act }: AgencyForm<M>,
): Promise<FastifyReply> => {
  // Sent without a body it has none, and is as empty as an empty form.
  const typed = (request.body ?? {}) as Typed;
  const meant = meantBy(typed);
  const link = linkOf(request);
  if (!meant.ok) {
    request.log.info({ fields: meant.wrong.map(({ field }) => field) }, 'a form was sent back');
    const { view } = await seen(deps, link);
    return sendPage(reply, 422, form(deps, request, which, view, { typed, wrong: meant.wrong }));
  }
  const { reference, agency, proof } = link;
  const key = keyOfSent(which, typed);
  const prepare = (write: WritingTexts) => act(deps, agency, meant.meant, write);
  // Whoever has the link may send what is refused again and again: nothing of it is kept.
  await mustBeTakeable(deps, { request, reference }, key, prepare);
  const { recorded } = await actOnCase(deps, request, reference, { key }, prepare);
  // Relative, as the links of the page are.
  return recorded
    ? reply.redirect(`../${proof}?told=${which}`, 303)
    : sendPage(reply, 200, beingRecordedPage(deps.partnership, proof));
};

const formRoutes = <M>(app: FastifyInstance, deps: ApiDeps, of: AgencyForm<M>): void => {
  const url = `${ROUTE}/${pathOf(of.which)}`;
  app.get(url, { config, schema }, async (request, reply) => {
    const { view } = await seen(deps, linkOf(request));
    if (!of.isOpen(view)) return reply.redirect(`../${linkOf(request).proof}`, 303);
    return sendPage(reply, 200, form(deps, request, of.which, view, { typed: NOT_SENT, wrong: [] }));
  });
  app.post(url, { config, schema }, (request, reply) => take(deps, request, reply, of));
};

const TOLD: readonly Told[] = ['answer', 'secured'];

export const answerRoutes = async (parent: FastifyInstance, deps: ApiDeps): Promise<void> => {
  await parent.register((app, _options, done) => {
    // Here alone: elsewhere a form is no body.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, text, parsed) => parsed(null, readForm(String(text))),
    );

    app.get(ROUTE, { config, schema, exposeHeadRoute: true }, async (request, reply) => {
      const link = linkOf(request);
      const { view, known } = await seen(deps, link);
      const { told } = request.query as Readonly<Record<string, unknown>>;
      const thanks = thanksFor(
        known,
        TOLD.find((one) => one === told),
      );
      return sendPage(
        reply,
        200,
        agencyPage({ ...view, thanks, partnership: deps.partnership, proof: link.proof }),
      );
    });

    formRoutes(app, deps, answerForm);
    formRoutes(app, deps, securedForm);

    // A link that was cut off on its way, or typed.
    const cut = { config: { permission: 'public', page: true }, schema } as const;
    app.get('/answers/*', cut, () => {
      throw problem(requestProblems.answerLinkNotValid, {});
    });
    done();
  });
};
