// POST /cases/:reference/duplicates and their settlement: a case that may be the same as another is noted, then linked, kept
// apart or merged, with a reason (R22). Nothing that was reported is lost.

import { Type } from 'typebox';
import { handedOn, type HandedOn } from '../../domain/rapidReview/duplicates/handedOn';
import { carriesReview, type CaseReference } from '../../domain/rapidReview/state';
import { otherCaseIsKnown } from '../cases/otherCase';
import type { ApiDeps } from '../deps';
import { ReferenceField, strict, TextField } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { actRoute } from '../writing/actRoute';
import { endMerged, mustBeMergeable } from './endMerged';

const NoteSchema = Type.Object(
  { of: ReferenceField, note: Type.Optional(TextField()) },
  { ...strict, examples: [{ of: 'RR-2026-0004', note: 'The same child, referred by the school.' }] },
);

const SettleSchema = Type.Object(
  {
    as: Type.Enum(['linked', 'keptApart', 'merged'], {
      description:
        'merged: this case goes on with the earlier receipt and every referrer, and the other ends.',
    }),
    reason: TextField(),
  },
  { ...strict, examples: [{ as: 'merged', reason: 'One incident, reported twice.' }] },
);

const Params = Type.Object({ reference: ReferenceField, of: ReferenceField }, strict);

/** Throws the problem where nothing is known of it. */
const takenOverFrom = async ({ records }: ApiDeps, of: CaseReference): Promise<HandedOn> => {
  const known = await records.cases.stateOf(of);
  const given = known === undefined ? undefined : handedOn(known);
  if (given === undefined)
    throw problem(rejectionProblems.DuplicateNotNoted, { code: 'DuplicateNotNoted', of });
  return given;
};

/** What was settled of the two in the other case stands as well: each knows its own half alone. Throws the problem. */
const mustNotContradict = async (
  { records }: ApiDeps,
  {
    of,
    reference,
    as,
  }: { readonly of: CaseReference; readonly reference: CaseReference; readonly as: string },
): Promise<void> => {
  const state = (await records.cases.stateOf(of))?.state;
  const settled =
    state !== undefined && carriesReview(state)
      ? state.duplicates.find((known) => known.of === reference)?.settled
      : undefined;
  if (settled !== undefined && settled !== 'absorbed' && settled !== as)
    throw problem(rejectionProblems.DuplicateAlreadySettled, {
      code: 'DuplicateAlreadySettled',
      of,
      as: settled,
    });
};

export const duplicatesRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const common = { permission: 'keepDuplicates', tag: 'duplicates' } as const;
  actRoute(app, deps, {
    ...common,
    path: '/duplicates',
    summary: 'Note a possible duplicate',
    description: 'Another case that may be about the same incident. Nothing follows until it is settled.',
    body: NoteSchema,
    example: { version: 12, events: ['DuplicateNoted'] },
    act: async ({ body, write }) => {
      const of = body.of;
      await otherCaseIsKnown(deps.records, of, '/of');
      const { note } = body;
      return {
        kind: 'noteDuplicate',
        of,
        ...(note === undefined ? {} : { note: await write('note', 'note', note) }),
      };
    },
  });

  actRoute(app, deps, {
    ...common,
    path: '/duplicates/:of/settlement',
    summary: 'Settle a possible duplicate',
    description:
      'Linked: two incidents that belong together. Kept apart: two incidents. Merged: one, reported twice; dates are counted from the earlier receipt from now on; what was recorded of the incident there, such as that the Panel was notified, holds here, as far as it fits what is known here: the warnings name a moment that does not, and is not known here at all; and who was kept off the other is kept off this one. Agencies and their answers stay with the other: the warnings of this case name those that are not on it, and those that answered there only; add here whom you still need.',
    params: Params,
    body: SettleSchema,
    example: { version: 13, events: ['CaseAbsorbed', 'DatesMoved'] },
    admit: async ({ body, params, reference, request }) => {
      const of = params.of;
      await mustNotContradict(deps, { of, reference, as: body.as });
      if (body.as === 'merged') await mustBeMergeable(deps, request, { of, into: reference });
    },
    act: async ({ body: { as, reason }, params, write }) => {
      const of = params.of;
      if (as !== 'merged')
        return { kind: 'settleDuplicate', of, as, reason: await write('reason', 'reason', reason) };
      const takenOver = await takenOverFrom(deps, of);
      return { kind: 'absorbCase', of, ...takenOver, reason: await write('reason', 'reason', reason) };
    },
    afterwards: async ({ body: { as, reason }, params, reference, request }) => {
      if (as !== 'merged') return;
      await endMerged(deps, request, { into: reference, of: params.of, reason });
    },
  });
};
