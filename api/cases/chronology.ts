// GET /cases/:reference/chronology: every event with who, when, under which authority and what, in words. The texts
// beside them come out of the dossier, for those whose role includes them; each view is logged there.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict, VersionField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { sayEvent } from '../chronology/sayEvent';
import { identityOf, mayAlso } from '../permissions/guard';
import { etagOf } from '../writing/writeHeaders';
import { agencyNames, namesOf, readCase } from './readCase';

const Entry = Type.Object(
  {
    number: Type.Integer(),
    at: InstantField,
    kind: Type.String(),
    actor: Type.String({ description: 'A code, or clock or messenger.' }),
    who: Type.String(),
    authority: Type.String({ description: 'The role under which they acted; policy for the clock.' }),
    what: Type.String(),
    text: Type.Optional(Type.String({ description: 'The reason or note, for those who may read it.' })),
    textWithheld: Type.Optional(
      Type.Enum(['notPermitted', 'destroyed'], { description: 'There is a text, and why it is not shown.' }),
    ),
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
          },
        ],
      },
    ],
  },
);

/** An event has at most one text: its reason, or its note. */
const rowOf = ({ body }: CaseEvent): DossierRow | undefined => {
  if ('reason' in body) return body.reason;
  if ('lateLoggingReason' in body) return body.lateLoggingReason;
  return 'note' in body ? body.note : undefined;
};

type TextView = Pick<EntryView, 'text' | 'textWithheld'>;

const textView = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  reference: CaseReference,
  row: DossierRow | undefined,
): Promise<TextView> => {
  if (row === undefined) return {};
  if (!mayAlso(request, 'readReasons')) return { textWithheld: 'notPermitted' };
  const { actor, role } = identityOf(request);
  const why = role === 'auditor' ? 'audit' : 'casework';
  const found = await records.dossier.read(reference, row, { actor, at: request.arrivedAt, why });
  if (found === 'destroyed') return { textWithheld: 'destroyed' };
  return typeof found?.content === 'string' ? { text: found.content } : {};
};

export const chronologyRoute = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference/chronology',
    config: { permission: 'readCases' },
    schema: {
      summary: 'Read the chronology of a case',
      description: 'Everything that happened, in order. That somebody reads the reasons is recorded.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: { 200: Chronology, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { state, events } = folded;
      const agency = await agencyNames(records, folded);
      const names = await namesOf(records, events);
      const entries: EntryView[] = [];
      for (const event of events) {
        entries.push({
          number: event.number,
          at: formatInstant(event.at),
          kind: event.kind,
          actor: event.actor,
          who: names.get(event.actor) ?? event.actor,
          authority: event.authority,
          what: sayEvent(event, agency),
          ...(await textView(deps, request, state.reference, rowOf(event))),
        });
      }
      void reply.header('etag', etagOf(state.version));
      return { reference: state.reference, version: state.version, events: entries };
    },
  });
};
