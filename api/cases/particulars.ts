// GET and POST /cases/:reference/particulars: who the child is, what happened, who referred. The one address that shows them, where each
// view is logged before anything is shown; and where they are put right, completed, or written again once they were lost.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import { writings, writtenBy, type Writing } from '../../domain/rapidReview/referral/particulars';
import {
  PARTS_OF_PARTICULARS,
  type PartOfParticulars,
} from '../../domain/rapidReview/referral/partsOfParticulars';
import type { CaseReference } from '../../domain/rapidReview/state';
import { VIEW_REASONS, type DossierReader } from '../../records/dossier/dossier';
import type { DossierContent, DossierKind, DossierListing, FoldedCase } from '../../records/records';
import type { ApiDeps } from '../deps';
import { CaseParams, InstantField, ReferenceField, strict, TextField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { actRoute } from '../writing/actRoute';
import { etagOf } from '../writing/writeHeaders';
import { mustBeBirthDates } from './birthDates';
import { particularsOf } from './openCase';
import { ChildSchema, ReferrerSchema } from './openCaseSchema';
import { readCase } from './readCase';

/** When and by whom, and what was written. */
const written = {
  writtenAt: Type.Optional(
    Type.String({ ...InstantField, description: 'When something of it was written last.' }),
  ),
  writtenBy: Type.Optional(Type.String()),
  event: Type.Optional(
    Type.Integer({
      description:
        'Of the act that did: where it was a correction, the chronology gives its reason under this number.',
    }),
  ),
  referrer: Type.Optional(ReferrerSchema),
  incidentSummary: Type.Optional(Type.String()),
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
    children: Type.Array(ChildSchema),
    earlier: Type.Optional(
      Type.Array(Type.Object({ ...written, children: Type.Optional(Type.Array(ChildSchema)) }, strict), {
        description:
          'Where it was asked for: of each earlier act the parts that a later one replaced, and no others; the newest first.',
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
        event: 12,
        referrer: { name: 'Rowan Ashdown', organisation: 'Example City Council' },
        incidentSummary: 'What is known of the incident so far, in a few sentences.',
        children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-12' }],
        earlier: [
          {
            writtenAt: '2026-03-30T15:41:07.000Z',
            writtenBy: 'Sam Inglewood',
            event: 1,
            children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-02' }],
          },
        ],
      },
    ],
  },
);
type ParticularsView = Static<typeof Particulars>;
type WrittenView = NonNullable<ParticularsView['earlier']>[number];

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

/** A row of the dossier with the part that it tells of. */
interface PartRow extends DossierListing {
  readonly part: PartOfParticulars;
}

/** The rows that tell of the child, the incident and the referrer, the children in their order. */
const partRowsOf = async ({ records }: ApiDeps, { state }: FoldedCase): Promise<readonly PartRow[]> =>
  (await records.dossier.rowsOf(state.reference))
    .flatMap((row) => {
      const part = PART_OF[row.kind];
      return part === undefined ? [] : [{ ...row, part }];
    })
    .sort((one, other) => numberOf(one) - numberOf(other));

const put = (view: WrittenView, { kind, content }: DossierContent): void => {
  // What these rows hold was checked against these very schemas when it was written.
  if (kind === 'referrer') view.referrer = content as Static<typeof ReferrerSchema>;
  if (kind === 'incident' && typeof content === 'string') view.incidentSummary = content;
  if (kind === 'childParticulars') (view.children ??= []).push(content as Static<typeof ChildSchema>);
};

type Reading = (
  rows: readonly PartRow[],
) => Promise<{ readonly view: WrittenView; readonly destroyed: boolean }>;

/** Reads for one request, with the newest of the acts that wrote it; each row that is read is logged. */
const readingOf =
  (
    { records: { dossier, people } }: ApiDeps,
    reference: CaseReference,
    acts: readonly Writing[],
    reader: DossierReader,
  ): Reading =>
  async (rows) => {
    const view: WrittenView = {};
    const by = new Set<string>();
    let destroyed = false;
    for (const { row, commandId } of rows) {
      const found = await dossier.read(reference, row, reader);
      if (found === 'destroyed') destroyed = true;
      if (found === 'destroyed' || found === undefined) continue;
      by.add(commandId);
      put(view, found);
    }
    const last = acts.findLast(({ commandId }) => by.has(commandId));
    if (last === undefined) return { view, destroyed };
    const writtenBy = (await people.nameOf(last.actor as ActorId)) ?? last.actor;
    const { at, number: event } = last;
    return { view: { writtenAt: formatInstant(at), writtenBy, event, ...view }, destroyed };
  };

const readAll = async (
  deps: ApiDeps,
  request: FastifyRequest,
  folded: FoldedCase,
  { why = 'casework', versions = 'holding' }: Static<typeof Query>,
): Promise<ParticularsView> => {
  const { events, state } = folded;
  const rows = await partRowsOf(deps, folded);
  const holding = writtenBy(events, (part, by) =>
    rows.some((row) => row.commandId === by && row.part === part),
  );
  const holds = ({ part, commandId }: PartRow): boolean => holding[part] === commandId;
  const newest = writtenBy(events);
  const acts = writings(events);
  const reader = { actor: identityOf(request).actor, at: request.arrivedAt, why };
  const read = readingOf(deps, state.reference, acts, reader);
  const { view, destroyed } = await read(rows.filter(holds));
  const answer = {
    reference: state.reference,
    destroyed,
    lost: PARTS_OF_PARTICULARS.some((part) => holding[part] !== newest[part]),
    children: [],
    ...view,
  };
  if (versions === 'holding') return answer;
  const earlier: WrittenView[] = [];
  for (const { commandId } of acts.toReversed()) {
    const replaced = await read(rows.filter((row) => row.commandId === commandId && !holds(row)));
    if (replaced.view.writtenAt !== undefined) earlier.push(replaced.view);
  }
  return { ...answer, earlier };
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
      'At any time while they are kept, also after the end. The ETag of what you read, given as If-Match, keeps you from replacing what somebody else has put right meanwhile; it is refused where anything else has come to the case, too. What is given takes the place of what was written before, which stays encrypted with the case and can be read beside it; what is left out stays. Whoever referred is mailed at the new address from then on.',
    body: CorrectedParticulars,
    example: { version: 12, events: ['ParticularsCorrected'] },
    admit: ({ body, request }) => {
      mustBeBirthDates(body.children, request.arrivedAt);
    },
    act: async ({ body: { referrer, incidentSummary, children, reason }, write }) => {
      const given = particularsOf({ referrer, incidentSummary, children });
      if (given.length === 0)
        throw problem(
          requestProblems.malformedRequest,
          {},
          inBody('/children', 'is missing: give it, or referrer, or incidentSummary'),
        );
      for (const { field, kind, content } of given) await write(field, kind, content);
      const parts = new Set(given.flatMap(({ kind }) => PART_OF[kind] ?? []));
      return {
        kind: 'correctParticulars',
        parts: [...parts],
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
    handler: async (request, reply) => {
      const folded = await readCase(deps.records, request.params.reference);
      void reply.header('etag', etagOf(folded.state.version));
      return readAll(deps, request, folded, request.query);
    },
  });
};
