// The server with TypeBox as its types, and what the documentation of every route has in common.

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import { Type, type Static } from 'typebox';
import type { ProblemSchema } from '../problems/problem';

export type TypedApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

const aProblem = {
  description: 'A problem (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: Type.Unsafe<Static<typeof ProblemSchema>>({ $ref: 'Problem#' }),
    },
  },
};

/** Beside the answer of each route. */
export const problems = { '4xx': aProblem, '5xx': aProblem } as const;

/** How somebody shows who they are. */
export const security = [{ token: [] }];
