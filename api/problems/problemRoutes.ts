// GET /problems and GET /problems/:slug: the types of problems, so that the "type" of an answer can be opened.

import { Type, type Static } from 'typebox';
import { strict } from '../fields/fields';
import { problems, type TypedApp } from '../http/typedApp';
import { problem, typeOfProblem } from './problem';
import { problemKinds, type KnownProblem } from './problemKinds';
import { requestProblems } from './requestProblems';

const Kind = Type.Object(
  {
    type: Type.String(),
    status: Type.Integer(),
    title: Type.String(),
    example: Type.String({ description: 'What it says, of invented facts.' }),
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
        example:
          'The referral is said to have been received on Tuesday 31 March 2026 at 16:20, but it is only Monday 30 March 2026 at 16:25 in London. Give the moment at which it reached you.',
        changed: 'nothing',
      },
    ],
  },
);
const view = ({ slug, status, title, sentence, maybeDone }: KnownProblem): Static<typeof Kind> => ({
  type: typeOfProblem(slug),
  status,
  title,
  example: sentence,
  changed: maybeDone ? 'unknown' : 'nothing',
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
      response: { 200: Kind, '4xx': problems['4xx'] },
    },
    handler: (request) => {
      const found = problemKinds.find(({ slug }) => slug === request.params.slug);
      if (found === undefined) throw problem(requestProblems.noSuchPage, {});
      return view(found);
    },
  });
};
