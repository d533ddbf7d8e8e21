// One write to a case, as it goes its way: who asks, of which case, under which reservation. From these follow who is said to have
// asked and written, and how its texts get into the dossier. What becomes of it is `caseWriter.ts`.

import type { FastifyRequest } from 'fastify';
import type { Asked } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { DossierKind, DossierText, Json } from '../../records/records';
import type { ApiDeps } from '../deps';
import { identityOf } from '../permissions/guard';
import type { ActCommand } from './caseGateway';
import type { ReservedWrite } from './reserveWrite';

export interface CaseWrite {
  readonly request: FastifyRequest;
  readonly reference: CaseReference;
  readonly reserved: ReservedWrite;
}

type WithoutAsked<C> = C extends unknown ? Omit<C, 'asked'> : never;
export type ActBody = WithoutAsked<ActCommand>;

/** Puts a text or a particular into the dossier; the command carries only the row. */
export type WriteText = (field: string, kind: DossierKind, content: Json) => Promise<DossierRow>;

/** A write whose act is being put together: its texts go first. */
export interface WritingTexts extends CaseWrite {
  /** What can be refused without it is refused before. */
  readonly write: WriteText;
}

/** The command id, and every row, of what is only tried. */
export const TRIED = 'tried';

/** Of an act that is only tried: no key is reserved for it, and its texts are not written. */
export const onlyTried = ({ request, reference }: Omit<CaseWrite, 'reserved'>): WritingTexts => ({
  request,
  reference,
  reserved: { commandId: TRIED, firstAskedAt: request.arrivedAt, fresh: true },
  write: () => Promise.resolve(TRIED as DossierRow),
});

/** Who wrote what belongs to the command, and when. */
export const writtenBy = ({
  request,
  reserved: { commandId, firstAskedAt },
}: Omit<CaseWrite, 'reference'>): Pick<DossierText, 'commandId' | 'by' | 'at'> => ({
  commandId,
  by: identityOf(request).actor,
  at: firstAskedAt,
});

/** Its texts go into the dossier, pending. */
export const writingTexts = ({ records }: ApiDeps, of: CaseWrite): WritingTexts => ({
  ...of,
  write: (field, kind, content) =>
    records.dossier.putPending({ reference: of.reference, field, kind, content, ...writtenBy(of) }),
});

export const askedBy = (
  { request, reserved: { commandId, firstAskedAt } }: Omit<CaseWrite, 'reference'>,
  expectedVersion?: number,
): Asked => {
  const { actor, role, seats } = identityOf(request);
  return {
    actor,
    authority: role,
    ...(seats.length === 0 ? {} : { seats }),
    commandId,
    askedAt: firstAskedAt,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
};
