// GET and POST /cases/:reference/particulars: who the child is, what happened, who referred. The one address that shows them, where each
// view is logged before anything is shown; and where they are put right, completed, or written again once they were lost.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import { writtenBy } from '../../domain/rapidReview/referral/particulars';
import {
  PARTS_OF_PARTICULARS,
  type PartOfParticulars,
} from '../../domain/rapidReview/referral/partsOfParticulars';
import type { CaseReference } from '../../domain/rapidReview/state';
import { VIEW_REASONS } from '../../records/dossier/dossier';
import type { DossierContent, DossierKind, DossierListing, FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict, TextField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { actRoute } from '../writing/actRoute';
import { particularsOf } from './openCase';
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
        'Some of them were lost with the records, which were restored from before they were written: ask for them again. What was written before those is shown, where it is there.',
    }),
    writtenAt: Type.Optional(
      Type.String({ ...InstantField, description: 'When something of them was written last.' }),
    ),
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

const PART_OF: Partial<Readonly<Record<DossierKind, PartOfParticulars>>> = {
  referrer: 'referrer',
  incident: 'incident',
  childParticulars: 'children',
};

/** Those that hold: of the referral, or of what was put right since; the children in their order. `lost`: a newer one is not there. */
const rowsThatHold = async (
  { records }: ApiDeps,
  { state, events }: FoldedCase,
): Promise<{ readonly rows: readonly DossierListing[]; readonly lost: boolean }> => {
  const all = await records.dossier.rowsOf(state.reference);
  const written = writtenBy(events, (part, by) =>
    all.some(({ commandId, kind }) => commandId === by && PART_OF[kind] === part),
  );
  const newest = writtenBy(events);
  const rows = all
    .filter(({ commandId, kind }) => {
      const part = PART_OF[kind];
      return part !== undefined && written[part] === commandId;
    })
    .sort((a, b) => numberOf(a) - numberOf(b));
  return { rows, lost: PARTS_OF_PARTICULARS.some((part) => written[part] !== newest[part]) };
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
  const { rows, lost } = await rowsThatHold(deps, folded);
  const view: ParticularsView = { reference, destroyed: false, lost, children: [] };
  const reader = { actor: identityOf(request).actor, at: request.arrivedAt, why };
  let last: DossierContent | undefined;
  for (const { row } of rows) {
    const found = await dossier.read(reference, row, reader);
    if (found === 'destroyed') view.destroyed = true;
    if (found === 'destroyed' || found === undefined) continue;
    if (last === undefined || found.at > last.at) last = found;
    put(view, found);
  }
  if (last === undefined) return view;
  const { at, writtenBy: by } = last;
  return { ...view, writtenAt: formatInstant(at), writtenBy: (await people.nameOf(by)) ?? by };
};

const CorrectedParticulars = Type.Object(
  {
    referrer: Type.Optional(ReferrerSchema),
    incidentSummary: Type.Optional(TextField()),
    children: Type.Optional(
      Type.Array(ChildSchema, {
        minItems: 1,
        maxItems: 20,
        description: 'All of them, as they are now known: in place of those written before.',
      }),
    ),
    reason: TextField(),
  },
  {
    ...strict,
    description:
      'At least one of the referrer, the incident and the children. Give the reason without particulars: it is read by those, too, who may not read these.',
    examples: [
      {
        children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-12' }],
        reason: 'The date of birth was mistyped.',
      },
    ],
  },
);

const correctParticularsRoute = (app: TypedApp, deps: ApiDeps): void => {
  actRoute(app, deps, {
    path: '/particulars',
    permission: 'correctParticulars',
    tag: 'particulars',
    summary: 'Correct or complete the particulars of a case',
    description:
      'At any time while they are kept, also after the end. What is given takes the place of what was written before, which stays encrypted with the case; what is left out stays. Whoever referred is mailed at the new address from then on.',
    body: CorrectedParticulars,
    example: { version: 12, events: ['ParticularsCorrected'] },
    act: async ({ body: { referrer, incidentSummary, children, reason }, write }) => {
      const given = particularsOf({ referrer, incidentSummary, children });
      if (given.length === 0)
        throw problem(requestProblems.malformedRequest, {}, [
          {
            in: 'body',
            pointer: '/children',
            detail: 'is missing: give it, or referrer, or incidentSummary',
          },
        ]);
      for (const { field, kind, content } of given) await write(field, kind, content);
      const parts = new Set(given.flatMap(({ kind }) => PART_OF[kind] ?? []));
      return {
        ...{ kind: 'correctParticulars', parts: [...parts] },
        reason: await write('reason', 'reason', reason),
      };
    },
  });
};

export const particularsRoute = (app: TypedApp, deps: ApiDeps): void => {
  correctParticularsRoute(app, deps);
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
