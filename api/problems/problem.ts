// What a problem is, in code and on the wire (RFC 9457): a stable type, a status, and a sentence a person can act on.
// Which problems there are stands in the tables beside this file, and in those of the folders whose matter they are.

import { Type } from 'typebox';

/** What every problem of one kind has, whatever its facts. */
export interface OfKind {
  /** The last part of its type, `/problems/<slug>`; never renamed. */
  readonly slug: string;
  readonly status: number;
  readonly title: string;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number;
  /** Whether the request may have been carried out all the same. */
  readonly maybeDone?: true;
}

/** One kind of problem. `F` is what makes its sentence plain. */
export interface ProblemKind<F> extends OfKind {
  /** What was wrong, and what would be right. That nothing was changed is added where it is so. */
  says(facts: F): string;
  /** Facts for the one sentence that its description shows. */
  readonly example: F;
}

export type Nothing = Readonly<Record<string, never>>;

/** A sentence that is always the same needs no facts, and so no example of them. */
export function kind(given: Omit<ProblemKind<Nothing>, 'example'>): ProblemKind<Nothing>;
export function kind<F>(given: ProblemKind<F>): ProblemKind<F>;
export function kind(given: Omit<ProblemKind<object>, 'example'>): ProblemKind<object> {
  return { example: {}, ...given };
}

/** What is said in the example. */
export const exampleSentence = <F>(kind: ProblemKind<F>): string => kind.says(kind.example);

/** Where in the request something is wrong. */
export interface FieldError {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** JSON pointer into the body; `/name` for a query parameter, a part of the path or a header. */
  readonly pointer: string;
  readonly detail: string;
}

/** One thing that is wrong in the body. */
export const inBody = (pointer: string, detail: string): readonly FieldError[] => [
  { in: 'body', pointer, detail },
];

/** Thrown by routes and hooks; the error handler answers with it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly kind: OfKind,
    readonly detail: string,
    readonly errors: readonly FieldError[],
    /** What of the request was done before it was refused; absent where that is nothing. */
    readonly partDone?: string,
  ) {
    super(kind.slug);
  }
}

export const problem = <F>(kind: ProblemKind<F>, facts: F, errors: readonly FieldError[] = []): Problem =>
  new Problem(kind, kind.says(facts), errors);

/** The same, said of other fields. */
export const withErrors = ({ kind, detail, partDone }: Problem, errors: readonly FieldError[]): Problem =>
  new Problem(kind, detail, errors, partDone);

/** The same, said more precisely. */
export const withDetail = ({ kind, errors, partDone }: Problem, detail: string): Problem =>
  new Problem(kind, detail, errors, partDone);

/** A refusal that came when a part of the request had been done, and stands. */
export const withPartDone = ({ kind, detail, errors }: Problem, partDone: string): Problem =>
  new Problem(kind, detail, errors, partDone);

export const typeOfProblem = (slug: string): string => `/problems/${slug}`;

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'Stable: programs decide by it. It can be opened.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({
      description: 'What was wrong, what would be right, and whether anything was changed.',
    }),
    requestId: Type.String({ description: 'Quote it when you ask for help.' }),
    errors: Type.Optional(
      Type.Array(
        Type.Object(
          {
            in: Type.Enum(['body', 'query', 'path', 'header']),
            pointer: Type.String({ description: 'A JSON pointer, such as /children/0/name.' }),
            detail: Type.String(),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  {
    $id: 'Problem',
    additionalProperties: false,
    examples: [
      {
        type: '/problems/received-in-future',
        title: 'The referral is dated in the future',
        status: 422,
        detail:
          'The referral is said to have been received on Tuesday 31 March 2026 at 16:20, but it is only Monday 30 March 2026 at 16:25 in London. Give the moment at which it reached you. Nothing was changed.',
        requestId: '0d2c9f3a-5b8e-4a53-9d0f-0f6a1c5a9e11',
        errors: [{ in: 'body', pointer: '/receivedAt', detail: 'must not lie in the future' }],
      },
    ],
  },
);
