// Where the texts of an event lie in the dossier: its reason or note, what was written, the reasons of each criterion, dissent and
// partner, and why a decision takes the place of another. For a row of its own, TypeScript demands a word for every field that holds one.

import type { CaseEvent, EventBody } from '../../domain/rapidReview/events';
import type { DossierRow } from '../../domain/rapidReview/state';
import { CRITERION_WORDS, SEAT_WORDS } from '../problems/reviewTerms';

export interface TextOfEvent {
  /** What kind of text it is, in words. */
  readonly of: string;
  readonly row: DossierRow;
}

type FieldsWithRow<B> = B extends unknown
  ? { [K in keyof B]-?: NonNullable<B[K]> extends DossierRow ? K : never }[keyof B]
  : never;
type RowField = FieldsWithRow<EventBody['body']>;

/** In the order in which they are read: the reason first. */
const WORDS: Readonly<Record<RowField, string>> = {
  reason: 'reason',
  lateLoggingReason: 'reason',
  content: 'answer',
  note: 'note',
  document: 'document',
};

const ofFields = (body: EventBody['body']): readonly TextOfEvent[] =>
  Object.entries(WORDS).flatMap(([field, of]) => {
    const row = (body as Readonly<Partial<Record<RowField, DossierRow>>>)[field as RowField];
    return row === undefined ? [] : [{ of, row }];
  });

const ofLists = (body: EventBody['body']): readonly TextOfEvent[] => [
  ...('criteria' in body ? body.criteria : []).map(({ criterion, reasons }) => ({
    of: CRITERION_WORDS[criterion],
    row: reasons,
  })),
  ...('dissent' in body ? body.dissent : []).map(({ seat, reasons }) => ({
    of: `dissent of ${SEAT_WORDS[seat]}`,
    row: reasons,
  })),
  ...('agreedBy' in body ? (body.agreedBy ?? []) : []).map(({ seat, evidence }) => ({
    of: `word of ${SEAT_WORDS[seat]}`,
    row: evidence,
  })),
  ...('insteadOf' in body ? [{ of: 'why it was recorded anew', row: body.insteadOf.reason }] : []),
];

export const textsOf = ({ body }: CaseEvent): readonly TextOfEvent[] => [...ofFields(body), ...ofLists(body)];
