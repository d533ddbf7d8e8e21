// GET /cases/:reference/timetable/:key, and the same as .txt: why one date of a case came out, as data and as text that can be counted again
// on a wall calendar. Folded from the recorded events when it is asked for.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import { explanationsOfCase } from '../../domain/rapidReview/explanationsOfCase';
import { reasonsWhyLate } from '../../domain/rapidReview/panel/whyLate';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { Naming } from '../../domain/timetable/sayExplanation';
import { codeOf } from '../../domain/rapidReview/codes';
import type { FoldedCase, Records } from '../../records/records';
import { sayEvent } from '../chronology/sayEvent';
import type { ApiDeps } from '../deps';
import { InstantField, ObligationKeyParam, ReferenceField, strict, VersionField } from '../fields/fields';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';
import { namedBeside } from '../localDays/besideDates';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { sayPresented } from '../problems/saying';
import { explanationExample, ExplanationSchema } from '../timetable/explanationSchema';
import { presentExplanation } from '../timetable/presentExplanation';
import { inOrder } from '../texts/inOrder';
import { textOnPage } from '../texts/textOnPage';
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

const example = {
  reference: codeOf('case', 'RR-2026-0007'),
  version: 13,
  explanation: explanationExample,
  whyLate: [],
};
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
  { ...strict, examples: [example] },
);
type ExplainedView = Static<typeof Answer>;

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

/** Throws the problem that the case has no such obligation. */
const read = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { reference, key }: Static<typeof Params>,
): Promise<ExplainedView> => {
  const { records } = deps;
  const folded = await readCase(records, reference);
  const { state, calendar, calendarOf, events } = folded;
  const explanations = explanationsOfCase(events, calendarOf);
  const explanation = explanations.find((one) => one.key === key);
  if (explanation === undefined)
    throw problem(requestProblems.unknownObligation, { keys: explanations.map((one) => one.key) });
  const naming = await namingOf(records, folded);
  const whyLate = reasonsWhyLate(events, explanation.key);
  const reader = textReader(deps, request, state.reference);
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
      reason: await reader.text(body.reason),
    })),
  };
};

const pageOf = ({ reference, version, explanation, whyLate }: ExplainedView): string =>
  [
    `${explanation.key} of ${reference} (version ${version})`,
    '',
    explanation.text,
    ...(whyLate.length === 0 ? [] : ['', 'Why it was late']),
    ...whyLate.flatMap(({ at, who, reason }) => textOnPage(`${sayPresented(at)}, ${who}`, reason)),
    '',
  ].join('\n');

export const explainDateRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'readCases' } as const;
  const common = { tags: ['cases'], security, params: Params };

  app.route({
    method: 'GET',
    url: '/cases/:reference/timetable/:key',
    config,
    schema: {
      ...common,
      summary: 'Explain one date of a case',
      description:
        'The rule and its paragraph, what it counts from and who recorded that, every day with its number or the reason why it has none, the calendar, how the date moved, and what of the list of bank holidays has changed since. "text" says it all in words. Beside it what people have said of why it was late, for those who may read texts.',
      response: { 200: Answer, ...problems },
    },
    handler: async (request, reply) => {
      const explained = await read(deps, request, request.params);
      void reply.header('etag', etagOf(explained.version));
      return explained;
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/timetable/:key.txt',
    config,
    schema: {
      ...common,
      summary: 'The same as a page to read',
      description: 'The words of the explanation, and of why it was late for those who may read texts.',
      response: { 200: textAnswer('text/plain', 'A page of text', pageOf(example)), ...problems },
    },
    handler: async (request, reply) => {
      const explained = await read(deps, request, request.params);
      void reply.header('etag', etagOf(explained.version)).type('text/plain; charset=utf-8');
      return reply.send(pageOf(explained));
    },
  });
};
