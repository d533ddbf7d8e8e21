// The texts of a case for reading: out of the dossier for those whose role includes them, each view logged there; for
// anybody else that there is one, and no more.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Role } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { Json, ViewReason } from '../../records/records';
import type { ApiDeps } from '../deps';
import { strict } from '../fields/fields';
import { identityOf, mayAlso } from '../permissions/guard';
import type { Permission } from '../permissions/permissions';

/** `lost`: it is not in the records, as after a restore from before it was written. */
const REASONS = ['notPermitted', 'destroyed', 'lost'] as const;
export type Withheld = (typeof REASONS)[number];
export const Withheld = Type.Enum([...REASONS], {
  description:
    'There is a text, and why it is not shown. lost: it is not in the records, as after a restore from before it was written.',
});

/** A text, or why it is withheld: always one of the two. */
export const TextSchema = Type.Object(
  { text: Type.Optional(Type.String()), textWithheld: Type.Optional(Withheld) },
  { ...strict, description: 'For those who may read it; that they do is recorded.' },
);
export interface TextView {
  text?: string;
  textWithheld?: Withheld;
}

type ContentView = { readonly content: Json } | { readonly withheld: Withheld };

/** Reads the rows of one case for one request. */
export interface TextReader {
  content(row: DossierRow): Promise<ContentView>;
  text(row: DossierRow): Promise<TextView>;
}

const WHY_READ: Readonly<Partial<Record<Role, ViewReason>>> = {
  auditor: 'audit',
  agencyContact: 'agencyRequest',
};

export const textReader = (
  { records }: ApiDeps,
  request: FastifyRequest,
  reference: CaseReference,
  permission: Permission = 'readReasons',
): TextReader => {
  const { actor, role } = identityOf(request);
  const why = WHY_READ[role] ?? 'casework';
  const content = async (row: DossierRow): Promise<ContentView> => {
    if (!mayAlso(request, permission)) return { withheld: 'notPermitted' };
    const found = await records.dossier.read(reference, row, { actor, at: request.arrivedAt, why });
    if (found === 'destroyed') return { withheld: 'destroyed' };
    return found === undefined ? { withheld: 'lost' } : { content: found.content };
  };
  return {
    content,
    text: async (row) => {
      const found = await content(row);
      if ('withheld' in found) return { textWithheld: found.withheld };
      return typeof found.content === 'string' ? { text: found.content } : {};
    },
  };
};

/** Under that name, where there is a text at all. */
export const textUnder = async <N extends string>(
  name: N,
  row: DossierRow | undefined,
  read: TextReader,
): Promise<Partial<Record<N, TextView>>> =>
  row === undefined ? {} : ({ [name]: await read.text(row) } as Record<N, TextView>);
