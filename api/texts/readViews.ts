// GET /cases/:reference/views: who has read which text of a case, when and why: of which event, and of which agency. Each view was logged before anything was shown;
// nothing of a text is here, and this is no view itself.

import { Type } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { AgencyId } from '../../domain/timetable/facts';
import { DOSSIER_KINDS, VIEW_REASONS } from '../../records/dossier/dossier';
import { textsOf } from '../chronology/textsOf';
import { readCase } from '../cases/readCase';
import { namesOfPeople } from '../chronology/namesOfPeople';
import type { ApiDeps } from '../deps';
import { AgencyIdField, CaseParams, InstantField, ReferenceField, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';

const PAGE = 100;

const Query = Type.Object(
  {
    before: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Only views before the one of that number: `next` of a page.',
      }),
    ),
  },
  strict,
);

const Views = Type.Object(
  {
    reference: ReferenceField,
    items: Type.Array(
      Type.Object(
        {
          number: Type.Integer({
            description:
              'For `before`, and to name a view by. It counts the views of all cases, with gaps: a number that is not here is of another case, or of none.',
          }),
          at: InstantField,
          by: Type.String({ description: 'The code of the person.' }),
          who: Type.String(),
          kind: Type.Enum([...DOSSIER_KINDS], { description: 'What the text tells of.' }),
          event: Type.Optional(
            Type.Integer({ description: 'The event that the text came with. Particulars came with none.' }),
          ),
          agency: Type.Optional(
            Type.String({ ...AgencyIdField, description: 'The agency that this event is about.' }),
          ),
          why: Type.Enum([...VIEW_REASONS], { description: 'As whoever read it gave it.' }),
        },
        strict,
      ),
      { description: 'The newest first.' },
    ),
    next: Type.Optional(Type.Integer({ description: 'There are older ones: ask for them with `before`.' })),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        items: [
          {
            number: 41,
            at: '2026-04-02T10:12:40.000Z',
            by: 'P-0001',
            who: 'Sam Inglewood',
            kind: 'return',
            event: 17,
            agency: 'AG-0003',
            why: 'casework',
          },
          {
            number: 38,
            at: '2026-04-02T10:12:31.000Z',
            by: 'P-0001',
            who: 'Sam Inglewood',
            kind: 'childParticulars',
            why: 'casework',
          },
        ],
      },
    ],
  },
);

const placeOf = (event: CaseEvent | undefined): { readonly event?: number; readonly agency?: AgencyId } => {
  if (event === undefined) return {};
  const { number, body } = event;
  return {
    event: number,
    ...('agency' in body ? { agency: body.agency } : {}),
  };
};

export const readViewsRoute = (app: TypedApp, { records }: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases/:reference/views',
    config: { permission: 'readViews' },
    schema: {
      summary: 'Read who has read its texts',
      description:
        'Every view of the particulars, of returns, reasons and notes: by whom, when, of what kind of text and why; also of a case whose texts are destroyed.',
      tags: ['cases'],
      security,
      params: CaseParams,
      querystring: Query,
      response: { 200: Views, ...problems },
    },
    handler: async (request) => {
      const { state, events } = await readCase(records, request.params.reference);
      const { reference } = state;
      const cameWith = new Map(events.flatMap((event) => textsOf(event).map(({ row }) => [row, event])));
      const views = await records.dossier.viewsOf(reference, {
        before: request.query.before,
        limit: PAGE + 1,
      });
      const shown = views.slice(0, PAGE);
      const names = await namesOfPeople(
        records,
        shown.map(({ actor }) => actor),
      );
      const last = views.length > PAGE ? shown.at(-1) : undefined;
      return {
        reference,
        items: shown.map(({ number, at, actor, row, kind, why }) => ({
          number,
          at: formatInstant(at),
          by: actor,
          who: names.get(actor) ?? actor,
          kind,
          ...placeOf(cameWith.get(row)),
          why,
        })),
        ...(last === undefined ? {} : { next: last.number }),
      };
    },
  });
};
