// What a route of an act is told of, and what it says of itself. What all of them have in common is `actRoute.ts`.

import type { FastifyRequest } from 'fastify';
import type { Static, TObject, TProperties } from 'typebox';
import type { Permission } from '../permissions/permissions';
import type { ActBody, CaseWrite, WritingTexts } from './caseWrite';
import type { WriteAnswer } from './writeAnswer';

/** Before anything is reserved or written. */
export interface ActRequested<B extends TObject, P extends TObject> extends Omit<CaseWrite, 'reserved'> {
  readonly body: Static<B>;
  readonly params: Static<P>;
}

export type ActGiven<B extends TObject, P extends TObject> = ActRequested<B, P> & WritingTexts;

export interface ActRoute<B extends TObject, P extends TObject> {
  /** What comes after the case's own address. */
  readonly path: string;
  readonly permission: Permission;
  readonly narrowsToOwnAgency?: true;
  /** Taken also from an agency that is kept off the case, which is told nothing further of it. */
  readonly alsoFromOffCase?: true;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** Where the path holds more than the case. */
  readonly params?: P;
  readonly body: B;
  /** It corrects a fact, and what that does can be asked before. */
  readonly previewed?: true;
  /** Where what never was is taken back, in place of being corrected here; after the case's own address. */
  readonly takenBackAt?: `/${string}`;
  /** What the answer may be, as an example. */
  readonly example: Pick<WriteAnswer, 'version' | 'events'>;
  /** What the answer says beside what every act answers. */
  readonly alsoAnswers?: {
    readonly fields: TProperties;
    /** Once it is taken, and again on each repeat. */
    readonly of: (given: ActRequested<B, P>) => Promise<object>;
  };
  /** Throws the problem that refuses it. */
  readonly admit?: (given: ActRequested<B, P>) => Promise<void> | void;
  readonly act: (given: ActGiven<B, P>) => ActBody | Promise<ActBody>;
  /** Of one that is refused: what it has changed all the same, where it has. */
  readonly doneAllTheSame?: (request: FastifyRequest) => string | undefined;
  /** Once it is taken, and again on each repeat: what else belongs to it. */
  readonly afterwards?: (given: ActRequested<B, P>) => Promise<void>;
}
