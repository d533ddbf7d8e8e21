// GET /cases/:reference/timetable/:key: why one date of a case came out, as data and as text that can be counted again
// on a wall calendar. Folded from the recorded events when it is asked for.

import { Type } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import { explanationsOfCase } from '../../domain/rapidReview/explanationsOfCase';
import { reasonsWhyLate } from '../../domain/rapidReview/panel/whyLate';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { Naming } from '../../domain/timetable/sayExplanation';
import type { FoldedCase, Records } from '../../records/records';
import { sayEvent } from '../chronology/sayEvent';
import type { ApiDeps } from '../deps';
import { InstantField, ObligationKeyParam, ReferenceField, strict, VersionField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { namedBeside } from '../localDays/besideDates';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { explanationExample, ExplanationSchema } from '../timetable/explanationSchema';
import { presentExplanation } from '../timetable/presentExplanation';
import { inOrder } from '../texts/inOrder';
import { textReader, TextSchema } from '../texts/textReader';
import { etagOf } from '../writing/writeHeaders';
import { namesInCase, readCase } from './readCase';

const Params = Type.Object(
  {
    reference: ReferenceField,
    key: ObligationKeyParam,
  },
  strict,
);

const WhyLate = Type.Object({ at: InstantField, who: Type.String(), reason: TextSchema }, strict);

const Answer = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    explanation: ExplanationSchema,
    whyLate: Type.Array(WhyLate, {
      description:
        'What people have said of why it was late (R5), the first word first. Of a reconsideration: of the one that the last disagreement asks for.',
    }),
  },
  {
    ...strict,
    examples: [{ reference: 'RR-2026-0007', version: 13, explanation: explanationExample, whyLate: [] }],
  },
);

const namingOf = async (records: Records, folded: FoldedCase): Promise<Naming> => {
  const name = await namesInCase(records, folded);
  return {
    agency: name,
    person: name,
    event: (number) => {
      const event = folded.events[number - 1];
      return event === undefined ? '' : sayEvent(event, name);
    },
  };
};

export const explainDateRoute = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference/timetable/:key',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Explain one date of a case',
      description:
        'The rule and its paragraph, what it counts from and who recorded that, every day with its number or the reason why it has none, the calendar, how the date moved, and what of the list of bank holidays has changed since. "text" says it all in words. Beside it what people have said of why it was late, for those who may read texts.',
      tags: ['cases'],
      security,
      params: Params,
      response: { 200: Answer, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { state, calendar, calendarOf, events } = folded;
      const explanations = explanationsOfCase(events, calendarOf);
      const explanation = explanations.find(({ key }) => key === request.params.key);
      if (explanation === undefined) {
        throw problem(requestProblems.unknownObligation, { keys: explanations.map(({ key }) => key) });
      }
      void reply.header('etag', etagOf(state.version));
      const naming = await namingOf(records, folded);
      const whyLate = reasonsWhyLate(events, explanation.key);
      const read = textReader(deps, request, state.reference);
      const named = await namedBeside(records, folded, timetableOfCase(state, calendar));
      return {
        reference: state.reference,
        version: state.version,
        explanation: presentExplanation(
          explanation,
          calendarOf(explanation.calendar.version),
          naming,
          named.get(explanation.key),
          { stands: await records.holidays.snapshot(deps.now()), ended: state.status === 'ended' },
        ),
        whyLate: await inOrder(whyLate, async ({ at, actor, body }) => ({
          at: formatInstant(at),
          who: naming.person(actor),
          reason: await read.text(body.reason),
        })),
      };
    },
  });
};
