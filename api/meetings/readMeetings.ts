// GET /cases/:reference/meetings, meeting/proposals and meeting/quorum: the meetings of a case, the days proposed for one,
// and whether it was quorate at a moment.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { ifCovered } from '../../domain/calendar/workingCalendar';
import type { Meeting } from '../../domain/rapidReview/meeting/state';
import { windowNow } from '../../domain/rapidReview/meeting/window';
import type { FoldedCase } from '../../records/records';
import { instantOf } from '../cases/openCase';
import { agencyNames, readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { CaseParams, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { besideDays } from '../localDays/besideDates';
import { covered } from '../problems/covered';
import { inOrder } from '../texts/inOrder';
import { textReader } from '../texts/textReader';
import { etagOf } from '../writing/writeHeaders';
import { attendeeNames } from './attendeeNames';
import { MeetingsSchema, type MeetingsView } from './meetingsSchema';
import { meetingView } from './presentMeeting';
import { ProposalsSchema, proposalsView, withLocalDays } from './proposalsView';
import { meetingAt, QuorumSchema, quorumView, type Naming } from './quorumView';

const Query = Type.Object(
  {
    at: Type.Optional(
      Type.String({
        format: 'date-time',
        maxLength: 40,
        description: 'The moment asked for, with its zone. Left out: now.',
      }),
    ),
  },
  strict,
);

const namingFor = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
  meetings: readonly Meeting[],
): Promise<Naming> => ({
  agency: await agencyNames(deps.records, folded),
  attendee: await attendeeNames(
    deps,
    request,
    folded,
    meetings.flatMap(({ presences }) => presences),
  ),
});

const meetingsView = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
): Promise<MeetingsView> => {
  const { state, calendar } = folded;
  const { reference, version } = state;
  if (state.status === 'recordedOnly') return { reference, version, meetings: [] };
  const naming = await namingFor(deps, request, folded, state.meetings);
  const read = textReader(deps, request, reference);
  const window = ifCovered(() => windowNow(state, calendar));
  const meetings = await inOrder(state.meetings, (meeting) =>
    meetingView({ ...folded, state }, meeting, naming, read),
  );
  return { reference, version, ...(window === undefined ? {} : { window }), meetings };
};

export const readMeetingsRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const config = { permission: 'readReview' } as const;
  const common = { tags: ['meeting'], security, params: CaseParams };
  app.route({
    method: 'GET',
    url: '/cases/:reference/meetings',
    config,
    schema: {
      ...common,
      summary: 'Read the meetings of a case',
      description:
        'Arranged, cancelled, under way and held: who was invited and replied, who came and when, the minutes. That somebody reads names and minutes is recorded.',
      response: { 200: MeetingsSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      void reply.header('etag', etagOf(folded.state.version));
      return meetingsView(deps, request, folded);
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/meeting/proposals',
    config,
    schema: {
      ...common,
      summary: 'Read which days are proposed for the meeting',
      description:
        'Dates of the sub-group inside the window first; where there is none, the working days of the window that are ahead (C5).',
      response: { 200: ProposalsSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const diary = await records.diary.dates();
      void reply.header('etag', etagOf(folded.state.version));
      const view = covered(() => proposalsView(folded, diary, deps.now()));
      return withLocalDays(
        view,
        await besideDays(
          records,
          folded,
          view.proposals.map(({ on }) => on as CivilDate),
        ),
      );
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/meeting/quorum',
    config,
    schema: {
      ...common,
      summary: 'Read whether the meeting is quorate',
      description: 'At that moment: who fills each seat, and where nobody does, why (R14).',
      querystring: Query,
      response: { 200: QuorumSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const at = request.query.at === undefined ? deps.now() : instantOf(request.query.at);
      const meeting = meetingAt(folded.state, at);
      const naming = await namingFor(deps, request, folded, meeting === undefined ? [] : [meeting]);
      void reply.header('etag', etagOf(folded.state.version));
      return quorumView(folded, at, naming);
    },
  });
};
