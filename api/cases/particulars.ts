// GET /cases/:reference/particulars: who the child is, what happened, who referred. The one route that shows them; each
// view is logged before anything is shown.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { VIEW_REASONS } from '../../records/dossier/dossier';
import type { DossierContent, DossierListing, FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { ChildSchema, ReferrerSchema } from './openCaseSchema';
import { readCase } from './readCase';

const Particulars = Type.Object(
  {
    reference: ReferenceField,
    destroyed: Type.Boolean({
      description: 'The key was destroyed: nobody can read the particulars any more.',
    }),
    lost: Type.Boolean({
      description:
        'They were lost with the records, which were restored from before the referral was logged: ask for them again.',
    }),
    writtenAt: Type.Optional(InstantField),
    writtenBy: Type.Optional(Type.String()),
    referrer: Type.Optional(ReferrerSchema),
    incidentSummary: Type.Optional(Type.String()),
    children: Type.Array(ChildSchema),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        destroyed: false,
        lost: false,
        writtenAt: '2026-03-30T15:41:07.000Z',
        writtenBy: 'Sam Inglewood',
        referrer: { name: 'Rowan Ashdown', organisation: 'Example City Council' },
        incidentSummary: 'What is known of the incident so far, in a few sentences.',
        children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-02' }],
      },
    ],
  },
);
type ParticularsView = Static<typeof Particulars>;

const Query = Type.Object(
  {
    why: Type.Optional(
      Type.Enum([...VIEW_REASONS], { default: 'casework', description: 'Kept with the view.' }),
    ),
  },
  strict,
);

const numberOf = ({ row }: DossierListing): number => Number(/\.child-(\d+)$/.exec(row)?.[1] ?? 0);

/** The rows that came with the referral itself, the children in their order. */
const rowsOfReferral = async (
  { records }: ApiDeps,
  { state, events }: FoldedCase,
): Promise<readonly DossierListing[]> => {
  const opened = events[0]?.commandId;
  const rows = await records.dossier.rowsOf(state.reference);
  return rows
    .filter(({ commandId, kind }) => commandId === opened && kind !== 'reason' && kind !== 'note')
    .sort((a, b) => numberOf(a) - numberOf(b));
};

const put = (view: ParticularsView, { kind, content }: DossierContent): void => {
  // What these rows hold was checked against these very schemas when it was written.
  if (kind === 'referrer') view.referrer = content as Static<typeof ReferrerSchema>;
  if (kind === 'incident' && typeof content === 'string') view.incidentSummary = content;
  if (kind === 'childParticulars') view.children.push(content as Static<typeof ChildSchema>);
};

const readAll = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
  why: (typeof VIEW_REASONS)[number],
): Promise<ParticularsView> => {
  const { dossier, people } = deps.records;
  const reference: CaseReference = folded.state.reference;
  const rows = await rowsOfReferral(deps, folded);
  // Each referral came with some.
  const view: ParticularsView = { reference, destroyed: false, lost: rows.length === 0, children: [] };
  const reader = { actor: identityOf(request).actor, at: request.arrivedAt, why };
  for (const { row } of rows) {
    const found = await dossier.read(reference, row, reader);
    if (found === 'destroyed') view.destroyed = true;
    if (found === 'destroyed' || found === undefined) continue;
    view.writtenAt = formatInstant(found.at);
    view.writtenBy ??= (await people.nameOf(found.writtenBy)) ?? found.writtenBy;
    put(view, found);
  }
  return view;
};

export const particularsRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases/:reference/particulars',
    config: { permission: 'readParticulars' },
    schema: {
      summary: 'Read the particulars of a case',
      description:
        'The children, the incident, the referrer. That you read them is recorded, with your reason.',
      tags: ['particulars'],
      security,
      params: CaseParams,
      querystring: Query,
      response: { 200: Particulars, ...problems },
    },
    handler: async (request) => {
      const folded = await readCase(deps.records, request.params.reference);
      return readAll(deps, request, folded, request.query.why ?? 'casework');
    },
  });
};
