// GET and POST /cases/:reference/particulars: who the child is, what happened, who referred. The one address that shows them, where each
// view is logged before anything is shown; and where they are put right, completed, or written again once they were lost.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import { writings, writtenBy } from '../../domain/rapidReview/referral/particulars';
import {
  PARTS_OF_PARTICULARS,
  type PartOfParticulars,
} from '../../domain/rapidReview/referral/partsOfParticulars';
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

/** When and by whom, and what was written. */
const written = {
  writtenAt: Type.Optional(
    Type.String({ ...InstantField, description: 'When something of it was written last.' }),
  ),
  writtenBy: Type.Optional(Type.String()),
  referrer: Type.Optional(ReferrerSchema),
  incidentSummary: Type.Optional(Type.String()),
  children: Type.Array(ChildSchema),
};

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
    ...written,
    earlier: Type.Optional(
      Type.Array(Type.Object(written, strict), {
        description:
          'Where it was asked for: what each earlier act wrote and a later one replaced, the newest first.',
      }),
    ),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        destroyed: false,
        lost: false,
        writtenAt: '2026-04-02T10:12:40.000Z',
        writtenBy: 'Sam Inglewood',
        referrer: { name: 'Rowan Ashdown', organisation: 'Example City Council' },
        incidentSummary: 'What is known of the incident so far, in a few sentences.',
        children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-12' }],
        earlier: [
          {
            writtenAt: '2026-03-30T15:41:07.000Z',
            writtenBy: 'Sam Inglewood',
            children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-02' }],
          },
        ],
      },
    ],
  },
);
type ParticularsView = Static<typeof Particulars>;
type WrittenView = Omit<ParticularsView, 'reference' | 'destroyed' | 'lost' | 'earlier'>;

const Query = Type.Object(
  {
    why: Type.Optional(
      Type.Enum([...VIEW_REASONS], { default: 'casework', description: 'Kept with the view.' }),
    ),
    versions: Type.Optional(
      Type.Enum(['holding', 'all'], {
        default: 'holding',
        description: 'all: what was replaced as well, as `earlier`.',
      }),
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

/** What the case knows of its particulars, and what of that the dossier has. */
interface Held {
  readonly rows: readonly DossierListing[];
  /** The command of which each part holds. */
  readonly holding: ReturnType<typeof writtenBy>;
  /** A newer one was written, and is not there. */
  readonly lost: boolean;
}

const heldOf = async ({ records }: ApiDeps, { state, events }: FoldedCase): Promise<Held> => {
  const rows = (await records.dossier.rowsOf(state.reference)).toSorted((a, b) => numberOf(a) - numberOf(b));
  const holding = writtenBy(events, (part, by) =>
    rows.some(({ commandId, kind }) => commandId === by && PART_OF[kind] === part),
  );
  const newest = writtenBy(events);
  return { rows, holding, lost: PARTS_OF_PARTICULARS.some((part) => holding[part] !== newest[part]) };
};

const put = (view: WrittenView, { kind, content }: DossierContent): void => {
  // What these rows hold was checked against these very schemas when it was written.
  if (kind === 'referrer') view.referrer = content as Static<typeof ReferrerSchema>;
  if (kind === 'incident' && typeof content === 'string') view.incidentSummary = content;
  if (kind === 'childParticulars') view.children.push(content as Static<typeof ChildSchema>);
};

/** Reads for one request; each row that is read is logged. */
const writtenReader = (
  { records: { dossier, people } }: ApiDeps,
  request: FastifyRequest,
  { state: { reference }, events }: FoldedCase,
  why: (typeof VIEW_REASONS)[number],
) => {
  const reader = { actor: identityOf(request).actor, at: request.arrivedAt, why };
  const acts = writings(events);
  const seen = { destroyed: false };
  /** With the newest of the acts that wrote them. */
  const read = async (rows: readonly DossierListing[]): Promise<WrittenView> => {
    const view: WrittenView = { children: [] };
    const by = new Set<string>();
    for (const { row, commandId } of rows) {
      const found = await dossier.read(reference, row, reader);
      if (found === 'destroyed') seen.destroyed = true;
      if (found === 'destroyed' || found === undefined) continue;
      by.add(commandId);
      put(view, found);
    }
    const last = acts.findLast(({ commandId }) => by.has(commandId));
    if (last === undefined) return view;
    const { at, actor } = last;
    return {
      writtenAt: formatInstant(at),
      writtenBy: (await people.nameOf(actor as ActorId)) ?? actor,
      ...view,
    };
  };
  return { acts, seen, read };
};

const readAll = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
  { why = 'casework', versions = 'holding' }: Static<typeof Query>,
): Promise<ParticularsView> => {
  const { rows, holding, lost } = await heldOf(deps, folded);
  const { acts, seen, read } = writtenReader(deps, request, folded, why);
  const holds = ({ kind, commandId }: DossierListing): boolean => {
    const part = PART_OF[kind];
    return part !== undefined && holding[part] === commandId;
  };
  const view = await read(rows.filter(holds));
  const replaced: WrittenView[] = [];
  for (const { commandId } of versions === 'all' ? acts.toReversed() : []) {
    const its = rows.filter(
      (row) => row.commandId === commandId && PART_OF[row.kind] !== undefined && !holds(row),
    );
    const wrote = await read(its);
    if (wrote.writtenAt !== undefined) replaced.push(wrote);
  }
  const { reference } = folded.state;
  return {
    ...{ reference, destroyed: seen.destroyed, lost },
    ...view,
    ...(versions === 'all' ? { earlier: replaced } : {}),
  };
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
      'At any time while they are kept, also after the end. What is given takes the place of what was written before, which stays encrypted with the case and can be read beside it; what is left out stays. Whoever referred is mailed at the new address from then on.',
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
        'The children, the incident, the referrer, and with versions=all what was replaced. That you read them is recorded, with your reason.',
      tags: ['particulars'],
      security,
      params: CaseParams,
      querystring: Query,
      response: { 200: Particulars, ...problems },
    },
    handler: async (request) => {
      const folded = await readCase(deps.records, request.params.reference);
      return readAll(deps, request, folded, request.query);
    },
  });
};
