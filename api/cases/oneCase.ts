// GET /cases/:reference, its timetable, and the same as .txt with a picture: facts from the recorded events. Nobody is asked but
// the records.

import { Type } from 'typebox';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { ApiDeps } from '../deps';
import { CaseParams, ReferenceField, strict, VersionField } from '../fields/fields';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';
import { besideDates, namedBeside } from '../localDays/besideDates';
import { presentTimetable } from '../timetable/presentTimetable';
import { timetablePicture } from '../timetable/timetablePicture';
import { timetableExample, TimetableSchema } from '../timetable/timetableSchema';
import { etagOf } from '../writing/writeHeaders';
import { CaseSchema } from './oneCaseSchema';
import { presentCase } from './presentCase';
import { mergedCasesOf, registerFor } from './besideWarnings';
import { presentWarnings } from './presentWarnings';
import { agencyNames, readCase } from './readCase';

const CaseTimetable = Type.Object(
  { reference: ReferenceField, version: VersionField, timetable: TimetableSchema },
  { ...strict, examples: [{ reference: 'RR-2026-0007', version: 13, timetable: timetableExample }] },
);

const pictureExample = `The timetable of RR-2026-0007 on Tuesday 31 March 2026 (version 13)
To be complete by the end of Thursday 23 April 2026
`;

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
      const warnings = await presentWarnings(records, folded.state, folded.calendar);
      const namedBy = await records.cases.namedBy(folded.state.reference);
      return presentCase(folded, await agencyNames(records, folded), warnings, namedBy);
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/timetable',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Read the timetable of a case',
      description:
        'Every obligation: when it is due, how that was counted, and whether it is open, met, missed or lapsed.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: { 200: CaseTimetable, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { state, calendar } = folded;
      void reply.header('etag', etagOf(state.version));
      const timetable = timetableOfCase(state, calendar);
      const beside = await besideDates(records, folded, timetable);
      return {
        reference: state.reference,
        version: state.version,
        timetable: presentTimetable(timetable, calendar, state.profile, beside),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/timetable.txt',
    config: { permission: 'readCases' },
    schema: {
      summary: 'The same as a picture',
      description:
        'A page of plain text: what is due, done and how it stands, and the weeks with the dates of the case. It names agencies, and no child.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: {
        200: textAnswer('text/plain', 'A page of text', pictureExample),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const nameAgency = await agencyNames(records, folded);
      const { state, calendar } = folded;
      void reply.header('etag', etagOf(state.version)).type('text/plain; charset=utf-8');
      const today = londonDayAt(deps.now());
      const named = await namedBeside(records, folded, timetableOfCase(state, calendar));
      const merged = await mergedCasesOf(records, state);
      const register = await registerFor(records, state);
      return reply.send(timetablePicture({ state, calendar, today, nameAgency, merged, register, named }));
    },
  });
};
