// GET /problems and GET /problems/:slug: the types of problems, so that the "type" of an answer can be opened.

import { Type } from 'typebox';
import { strict } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { holidayProblems } from './holidayProblems';
import { outageProblems } from './outageProblems';
import { problem, typeOfProblem, type ProblemKind } from './problem';
import { rejectionProblems } from './rejectionProblems';
import { requestProblems } from './requestProblems';

type AnyKind = Pick<ProblemKind<never>, 'slug' | 'status' | 'title' | 'maybeDone'>;

export const problemKinds: readonly AnyKind[] = [
  rejectionProblems,
  holidayProblems,
  requestProblems,
  outageProblems,
]
  .flatMap((table) => Object.values<AnyKind>(table))
  .sort((a, b) => (a.slug < b.slug ? -1 : 1));

const Kind = Type.Object(
  {
    type: Type.String(),
    status: Type.Integer(),
    title: Type.String(),
    changed: Type.Enum(['nothing', 'unknown'], {
      description: 'What may have been changed when it is answered to a write.',
    }),
  },
  {
    ...strict,
    examples: [
      {
        type: '/problems/received-in-future',
        status: 422,
        title: 'The referral is dated in the future',
        changed: 'nothing',
      },
    ],
  },
);
const view = ({ slug, status, title, maybeDone }: AnyKind) => ({
  type: typeOfProblem(slug),
  status,
  title,
  changed: maybeDone === true ? ('unknown' as const) : ('nothing' as const),
});

const Kinds = Type.Object(
  { items: Type.Array(Kind) },
  { ...strict, examples: [{ items: problemKinds.slice(0, 1).map(view) }] },
);

export const problemRoutes = (app: TypedApp): void => {
  const config = { permission: 'public' } as const;
  app.route({
    method: 'GET',
    url: '/problems',
    config,
    schema: { summary: 'List the types of problems', tags: ['problems'], response: { 200: Kinds } },
    handler: () => ({ items: problemKinds.map(view) }),
  });
  app.route({
    method: 'GET',
    url: '/problems/:slug',
    config,
    schema: {
      summary: 'What a type of problem means',
      tags: ['problems'],
      params: Type.Object({ slug: Type.String({ maxLength: 60 }) }, strict),
      response: { 200: Kind, '4xx': Type.Unsafe<never>({ $ref: 'Problem#' }) },
    },
    handler: (request) => {
      const found = problemKinds.find(({ slug }) => slug === request.params.slug);
      if (found === undefined) throw problem(requestProblems.noSuchPage, {});
      return view(found);
    },
  });
};
