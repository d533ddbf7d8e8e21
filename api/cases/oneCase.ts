// GET /cases/:reference and its timetable: facts from the recorded events. Nobody is asked but the records.

import { Type } from 'typebox';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import type { AgencyFacts } from '../../domain/timetable/facts';
import type { AgencyOnCase } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { CaseParams, ReferenceField, strict, VersionField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { presentTimetable } from '../timetable/presentTimetable';
import { timetableExample, TimetableSchema } from '../timetable/timetableSchema';
import { etagOf } from '../writing/writeHeaders';
import { CaseSchema, type CaseView } from './oneCaseSchema';
import { agencyNames, readCase, type NameAgency } from './readCase';

const instants = <N extends string>(
  given: Readonly<Partial<Record<N, Instant>>>,
): Partial<Record<N, string>> =>
  Object.fromEntries(
    Object.entries(given).map(([name, at]) => [name, formatInstant(at as Instant)]),
  ) as Partial<Record<N, string>>;

const agencyView = (
  onCase: AgencyFacts & Partial<AgencyOnCase>,
  name: NameAgency,
): CaseView['agencies'][number] => {
  const { agency, identified, sent, request } = onCase;
  return {
    agency,
    name: name(agency),
    identified: identified === 'withReferral' ? identified : formatInstant(identified),
    request: sent !== undefined ? 'sent' : request !== undefined ? 'asked' : 'notAsked',
    ...(request === undefined
      ? {}
      : {
          round: request.round,
          sendings: request.sendings,
          contacts: request.contacts.map(({ contact, bounced }) => ({ contact, bounced })),
        }),
    ...(sent === undefined ? {} : { sentOn: sent.on, channel: sent.channel }),
    voidRounds: onCase.voidRounds ?? 0,
    reminders: onCase.reminders ?? 0,
  };
};

const caseView = ({ state }: FoldedCase, name: NameAgency): CaseView => ({
  reference: state.reference,
  version: state.version,
  status: state.status,
  nature: state.nature,
  profile: { id: state.profile.id, version: state.profile.version },
  calendar: state.calendar,
  timestamps: instants(state.timestamps),
  agencies: state.agencies.map((onCase) => agencyView(onCase, name)),
});

const CaseTimetable = Type.Object(
  { reference: ReferenceField, version: VersionField, timetable: TimetableSchema },
  { ...strict, examples: [{ reference: 'RR-2026-0007', version: 13, timetable: timetableExample }] },
);

export const oneCaseRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Read a case',
      description: 'Its facts and agencies, without particulars. The ETag is its version.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: { 200: CaseSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      void reply.header('etag', etagOf(folded.state.version));
      return caseView(folded, await agencyNames(records, folded));
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/timetable',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Read the timetable of a case',
      description:
        'Every obligation: when it is due, how that was counted, and whether it is open, met or missed.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: { 200: CaseTimetable, ...problems },
    },
    handler: async (request, reply) => {
      const { state, calendar } = await readCase(records, request.params.reference);
      void reply.header('etag', etagOf(state.version));
      return {
        reference: state.reference,
        version: state.version,
        timetable: presentTimetable(timetableOfCase(state, calendar), calendar, state.profile),
      };
    },
  });
};
