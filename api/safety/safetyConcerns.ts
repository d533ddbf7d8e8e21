// GET /safety-notice, and the concerns for a child's immediate safety: raised by anybody on the case at any step, read,
// acknowledged by a named person, and what was done about them (R23). Whoever raises one is told first what this is not.

import type { FastifyRequest } from 'fastify';
import { formatInstant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { FoldedCase } from '../../records/records';
import { eventsOfKind } from '../cases/eventsOfKind';
import { peopleNames, readCase } from '../cases/readCase';
import type { NamePerson } from '../chronology/namesOfPeople';
import type { ApiDeps } from '../deps';
import { CaseParams } from '../fields/fields';
import { momentUnder } from '../fields/momentUnder';
import { problems, security, type TypedApp } from '../http/typedApp';
import { onlyAgency } from '../permissions/guard';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { inOrder } from '../texts/inOrder';
import { textReader, textUnder, type TextReader } from '../texts/textReader';
import { actRoute } from '../writing/actRoute';
import { etagOf } from '../writing/writeHeaders';
import { SAFETY_NOTICE } from './safetyNotice';
import {
  AcknowledgementSchema,
  ActionSchema,
  ConcernParams,
  ConcernSchema,
  ConcernsSchema,
  NoticeSchema,
  type ConcernsView,
} from './safetySchemas';

const mustHaveRead = ({ noticeRead }: { readonly noticeRead?: boolean }): void => {
  if (noticeRead === true) return;
  throw problem(requestProblems.safetyNoticeNotRead, {}, inBody('/noticeRead', 'must be true'));
};

/** Whether there is such a case at all, is not told to an agency that is not on it. */
const mustBeOnCase = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  reference: CaseReference,
): Promise<void> => {
  const reach = onlyAgency(request, 'raiseSafetyConcern');
  if (!reach.limited) return;
  const onCase = (await records.cases.stateOf(reference))?.state.agencies ?? [];
  if (onCase.some(({ agency }) => agency === reach.agency)) return;
  throw problem(requestProblems.notYourCase, {});
};

const concernsView = async (
  folded: FoldedCase,
  read: TextReader,
  nameOf: NamePerson,
): Promise<ConcernsView> => {
  const { reference, version, concerns } = folded.state;
  const acknowledged = eventsOfKind(folded, 'SafetyConcernAcknowledged');
  const failed = eventsOfKind(folded, 'NoticeFailed');
  const done = eventsOfKind(folded, 'SafetyActionRecorded');
  return {
    reference,
    version,
    concerns: await inOrder(eventsOfKind(folded, 'SafetyConcernRaised'), async ({ at, actor, body }) => {
      const { number, note } = body;
      const stands = concerns.find((concern) => concern.number === number);
      const heard = acknowledged.find((event) => event.body.number === number);
      const unreached = failed.find((event) => event.body.concern === number);
      return {
        number,
        raisedAt: formatInstant(at),
        raisedBy: nameOf(actor),
        concern: await read.text(note),
        alerts: stands?.alerts ?? 1,
        alertedAt: formatInstant(stands?.alertedAt ?? at),
        ...momentUnder('unreachedAt', unreached?.at),
        ...(heard === undefined
          ? {}
          : { acknowledgedAt: formatInstant(heard.at), acknowledgedBy: nameOf(heard.actor) }),
        ...(await textUnder('note', heard?.body.note, read)),
        actions: await inOrder(
          done.filter((event) => event.body.number === number),
          async (event) => ({
            at: formatInstant(event.at),
            by: nameOf(event.actor),
            action: await read.text(event.body.note),
          }),
        ),
      };
    }),
  };
};

export const safetyRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const tag = 'safety';
  app.route({
    method: 'GET',
    url: '/safety-notice',
    config: { permission: 'readTimetables' },
    schema: {
      summary: 'Read what to do when a child is in danger',
      description: 'To be shown to whoever is about to raise a safety concern.',
      tags: [tag],
      security,
      response: { 200: NoticeSchema, ...problems },
    },
    handler: () => ({ notice: SAFETY_NOTICE }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'raiseSafetyConcern',
    path: '/safety-concerns',
    narrowsToOwnAgency: true,
    alsoFromOffCase: true,
    summary: "Raise a concern for a child's immediate safety",
    description:
      'At any step, and after the end. Those on call are mailed at once, at any hour, and again until somebody acknowledges it. It is neither an emergency call nor a referral: GET /safety-notice says what to do.',
    body: ConcernSchema,
    example: { version: 25, events: ['SafetyConcernRaised'] },
    admit: async ({ body, request, reference }) => {
      mustHaveRead(body);
      await mustBeOnCase(deps, request, reference);
    },
    act: async ({ body: { concern }, write }) => ({
      kind: 'raiseSafetyConcern',
      concern: await write('concern', 'note', concern),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'acknowledgeSafetyConcern',
    path: '/safety-concerns/:number/acknowledgement',
    summary: 'Acknowledge a safety concern',
    description:
      'You have it in hand, by your name: the alerts stop. Say what is being done, or {} now and that later, under actions.',
    params: ConcernParams,
    body: AcknowledgementSchema,
    example: { version: 26, events: ['SafetyConcernAcknowledged'] },
    act: async ({ body: { note }, params, write }) => ({
      kind: 'acknowledgeSafetyConcern',
      number: Number(params.number),
      ...(note === undefined ? {} : { note: await write('note', 'note', note) }),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'acknowledgeSafetyConcern',
    path: '/safety-concerns/:number/actions',
    summary: 'Record what was done about a safety concern',
    description:
      'Also before somebody has acknowledged it: then the alerts go on. Several can be recorded, and none is taken back.',
    params: ConcernParams,
    body: ActionSchema,
    example: { version: 27, events: ['SafetyActionRecorded'] },
    act: async ({ body: { action }, params, write }) => ({
      kind: 'recordSafetyAction',
      number: Number(params.number),
      action: await write('action', 'note', action),
    }),
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/safety-concerns',
    config: { permission: 'readReview' },
    schema: {
      summary: 'Read the safety concerns of a case',
      description:
        'Who raised each, how often those on call were alerted, who acknowledged it and what was done. That somebody reads the texts is recorded.',
      tags: [tag],
      security,
      params: CaseParams,
      response: { 200: ConcernsSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { reference, version } = folded.state;
      void reply.header('etag', etagOf(version));
      const nameOf = await peopleNames(records, folded);
      return concernsView(folded, textReader(deps, request, reference), nameOf);
    },
  });
};
