// Refusals of acts on safety concerns, as problems (R23). Raising one is never refused for a rule.

import type { ActorId } from '../../../domain/rapidReview/commands';
import type { SafetyRejection } from '../../../domain/rapidReview/safety/rejections';
import type { RefusalsOf } from './refused';

export const safetyProblems = {
  NoSuchConcern: {
    slug: 'no-such-concern',
    status: 404,
    title: 'There is no such concern',
    says: ({ number }) => `No safety concern ${number} was raised on this case. Check its number.`,
    example: { code: 'NoSuchConcern', number: 2 },
  },
  ConcernAlreadyAcknowledged: {
    slug: 'concern-already-acknowledged',
    status: 409,
    title: 'The concern is acknowledged already',
    says: ({ number }) =>
      `Safety concern ${number} was acknowledged already, and the alerts have stopped; GET …/safety-concerns says by whom. Record what is done about it with POST …/safety-concerns/${number}/actions; if there is something new, raise it as a concern of its own.`,
    example: { code: 'ConcernAlreadyAcknowledged', number: 1, by: 'P-0004' as ActorId },
  },
} as const satisfies RefusalsOf<SafetyRejection>;
