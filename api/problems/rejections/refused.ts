// What the table of one slice must say of each of its refusals: a problem, and where in the request it lies.

import type { CommandKind } from '../../../domain/rapidReview/commands';
import type { ProblemKind } from '../problem';

export interface Refused<F> extends ProblemKind<F> {
  /**
   * The field of the request that carries what is wrong, as a JSON pointer, and a few words about it. Several, where the same can be
   * said in several: each that is given.
   */
  field?(
    facts: F,
    command: CommandKind,
  ): readonly [pointer: string | readonly string[], detail: string] | undefined;
}

interface Coded {
  readonly code: string;
}

/** An entry for each code of the slice, with its facts. */
export type RefusalsOf<R extends Coded> = {
  readonly [C in R['code']]: Refused<Extract<R, { readonly code: C }>>;
};
