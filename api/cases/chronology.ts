// GET /cases/:reference/chronology, and the same as .txt: every event with who, when, under which authority and what, in words. The texts
// beside them come out of the dossier, for those whose role includes them; each view is logged there. Why a change of the calendar
// was accepted stands with the change, and is no part of any dossier.

import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { CalendarAdopted } from '../../domain/rapidReview/calendarChange/events';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { DossierRow } from '../../domain/rapidReview/state';
import type { FoldedCase, Json } from '../../records/records';
import { reasonView } from '../calendarChanges/presentChange';
import { sayFailedMail } from '../chronology/sayClock';
import { sayEvent } from '../chronology/sayEvent';
import type { Name } from '../chronology/sayings';
import { textsOf } from '../chronology/textsOf';
import { whyMailsFailed } from '../chronology/whyMailsFailed';
import type { ApiDeps } from '../deps';
import { CaseParams } from '../fields/fields';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';
import { attendeeNames } from '../meetings/attendeeNames';
import { inOrder } from '../texts/inOrder';
import { textReader, type TextReader, type TextView } from '../texts/textReader';
import { etagOf } from '../writing/writeHeaders';
import { chronologyPage } from './chronologyPage';
import { chronologyExample, ChronologySchema, type ChronologyView, type EntryView } from './chronologySchema';
import { namesInCase, readCase } from './readCase';

/** A text as it was written; what has several fields, such as a document, a line each. */
const linesOf = (content: Json): readonly string[] =>
  typeof content === 'object' && content !== null
    ? Object.values(content).flatMap(linesOf)
    : [String(content)];

const textView = async (reader: TextReader, row: DossierRow): Promise<TextView> => {
  const found = await reader.content(row);
  return 'withheld' in found ? { textWithheld: found.withheld } : { text: linesOf(found.content).join('\n') };
};

/** What an agency wrote is read under a permission of its own. */
interface Readers {
  readonly reasons: TextReader;
  readonly returns: TextReader;
}

const textViews = async (
  { reasons, returns }: Readers,
  event: CaseEvent,
): Promise<TextView & Pick<EntryView, 'texts'>> => {
  const texts: EntryView['texts'] = [];
  const reader = event.kind === 'ReturnReceived' ? returns : reasons;
  for (const { of, row } of textsOf(event)) texts.push({ of, ...(await textView(reader, row)) });
  const { of: _, ...first } = texts[0] ?? { of: '' };
  return { ...first, texts };
};

/** Written once, for all cases, by whoever accepted the change. */
const reasonOfChange = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  { body }: CalendarAdopted,
): Promise<TextView & Pick<EntryView, 'texts'>> => {
  const { reason, reasonWithheld } = await reasonView(records, request, body.change);
  const text: TextView =
    reasonWithheld === undefined ? { text: reason ?? '' } : { textWithheld: reasonWithheld };
  return { ...text, texts: [{ of: 'reason', ...text }] };
};

/** Also of those who came to a meeting, where whoever reads may know them; that its opening was a mistake may be recorded since. */
const namesForReader = async (deps: ApiDeps, request: FastifyRequest, folded: FoldedCase): Promise<Name> => {
  const inCase = await namesInCase(deps.records, folded);
  const came = folded.events.flatMap(({ kind, body }) => (kind === 'AttendeeArrived' ? [body] : []));
  const unnamed = came.filter(({ attendee: code }) => inCase(code) === code);
  const attendee = await attendeeNames(deps, request, folded, unnamed);
  return (code) => attendee(code).name ?? inCase(code);
};

const read = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { reference: asked }: Static<typeof CaseParams>,
): Promise<ChronologyView> => {
  const folded = await readCase(deps.records, asked);
  const { reference, version } = folded.state;
  const name = await namesForReader(deps, request, folded);
  const whyFailed = await whyMailsFailed(deps.records, folded);
  const readers = {
    reasons: textReader(deps, request, reference),
    returns: textReader(deps, request, reference, 'readReturns'),
  };
  const events = await inOrder(folded.events, async (event) => ({
    number: event.number,
    at: formatInstant(event.at),
    kind: event.kind,
    actor: event.actor,
    who: name(event.actor),
    authority: event.authority,
    what:
      event.kind === 'NoticeFailed'
        ? sayFailedMail(event.body, name, whyFailed(event.body.notice))
        : sayEvent(event, name),
    ...(event.kind === 'CalendarAdopted'
      ? await reasonOfChange(deps, request, event)
      : await textViews(readers, event)),
  }));
  return { reference, version, events };
};

export const chronologyRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'readCases' } as const;
  const common = { tags: ['cases'], security, params: CaseParams };

  app.route({
    method: 'GET',
    url: '/cases/:reference/chronology',
    config,
    schema: {
      ...common,
      summary: 'Read the chronology of a case',
      description:
        'Everything that happened, in order. That somebody reads the texts of the case is recorded.',
      response: { 200: ChronologySchema, ...problems },
    },
    handler: async (request, reply) => {
      const chronology = await read(deps, request, request.params);
      void reply.header('etag', etagOf(chronology.version));
      return chronology;
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/chronology.txt',
    config,
    schema: {
      ...common,
      summary: 'The same as a page to read',
      description:
        'Everything that happened, in order, as plain text, with the texts for those who may read them: that they do is recorded.',
      response: {
        200: textAnswer('text/plain', 'A page of text', chronologyPage(chronologyExample)),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const chronology = await read(deps, request, request.params);
      void reply.header('etag', etagOf(chronology.version)).type('text/plain; charset=utf-8');
      return reply.send(chronologyPage(chronology));
    },
  });
};
