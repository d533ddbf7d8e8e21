// GET /cases/:reference/chronology: every event with who, when, under which authority and what, in words. The texts
// beside them come out of the dossier, for those whose role includes them; each view is logged there. Why a change of the calendar
// was accepted stands with the change, and is no part of any dossier.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { CalendarAdopted } from '../../domain/rapidReview/calendarChange/events';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { DossierRow } from '../../domain/rapidReview/state';
import type { FoldedCase, Json } from '../../records/records';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { reasonView } from '../calendarChanges/presentChange';
import { sayFailedMail } from '../chronology/sayClock';
import { sayEvent } from '../chronology/sayEvent';
import { textsOf } from '../chronology/textsOf';
import { whyMailsFailed } from '../chronology/whyMailsFailed';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict, VersionField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { attendeeNames } from '../meetings/attendeeNames';
import { textReader, TextSchema, type TextReader, type TextView } from '../texts/textReader';
import { etagOf } from '../writing/writeHeaders';
import { namesInCase, readCase } from './readCase';

const Text = Type.Object(
  {
    of: Type.String({ description: 'What kind of text it is: reason, note, answer, the word of a partner.' }),
    ...TextSchema.properties,
  },
  strict,
);

const Entry = Type.Object(
  {
    number: Type.Integer(),
    at: InstantField,
    kind: Type.String(),
    actor: Type.String({ description: 'A code, or clock or messenger.' }),
    who: Type.String(),
    authority: Type.String({ description: 'The role under which they acted; policy for the clock.' }),
    what: Type.String(),
    ...TextSchema.properties,
    texts: Type.Array(Text, { description: 'Every text of the event; "text" is the first of them.' }),
  },
  strict,
);
type EntryView = Static<typeof Entry>;

const Chronology = Type.Object(
  { reference: ReferenceField, version: VersionField, events: Type.Array(Entry) },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 13,
        events: [
          {
            number: 9,
            at: '2026-03-31T10:05:12.000Z',
            kind: 'TimestampCorrected',
            actor: 'P-0002',
            who: 'Sam Inglewood',
            authority: 'coordinator',
            what: 'Corrected: the incident was on Friday 27 March 2026 at 21:15, not on Saturday 28 March 2026 at 21:15.',
            text: 'Typed a day too late; the e-mail is of Friday.',
            texts: [{ of: 'reason', text: 'Typed a day too late; the e-mail is of Friday.' }],
          },
        ],
      },
    ],
  },
);

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
const namesForReader = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
): Promise<NameAgency> => {
  const inCase = await namesInCase(deps.records, folded);
  const came = folded.events.flatMap(({ kind, body }) => (kind === 'AttendeeArrived' ? [body] : []));
  const unnamed = came.filter(({ attendee: code }) => inCase(code) === code);
  const attendee = await attendeeNames(deps, request, folded, unnamed);
  return (code) => attendee(code).name ?? inCase(code);
};

export const chronologyRoute = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference/chronology',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Read the chronology of a case',
      description:
        'Everything that happened, in order. That somebody reads the texts of the case is recorded.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: { 200: Chronology, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { state, events } = folded;
      const name = await namesForReader(deps, request, folded);
      const whyFailed = await whyMailsFailed(records, folded);
      const readers = {
        reasons: textReader(deps, request, state.reference),
        returns: textReader(deps, request, state.reference, 'readReturns'),
      };
      const entries: EntryView[] = [];
      for (const event of events) {
        entries.push({
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
        });
      }
      void reply.header('etag', etagOf(state.version));
      return { reference: state.reference, version: state.version, events: entries };
    },
  });
};
