// From which dates a mail of new dates says that they have moved: those that the agency was told. Where the mail of a move before was
// overtaken before it went, that is the date before both, and where the date is back there, nothing is to be told.

import type { NoticeBodyOf } from '../domain/rapidReview/notices';
import type { NoticeRow, Records } from '../records/records';
import { neverWent } from './neverTold';

type DatesMoved = NoticeBodyOf<'datesMoved'>;
type Move = DatesMoved['moves'][number];
type OfMoves = NoticeRow & { readonly body: DatesMoved };

const isOfMoves = (row: NoticeRow): row is OfMoves => row.body.kind === 'datesMoved';

/** Another mail named that date since it moved there. */
const hasNamed = (rows: readonly NoticeRow[], { key, was }: Move, since: NoticeRow): boolean =>
  rows.some(
    ({ told, accepted }) =>
      accepted.length > 0 &&
      told !== undefined &&
      told.asOf >= since.event &&
      told.dates.some((date) => date.key === key && date.due === was),
  );

/** `unsent`: the latest first. */
const fromWhatItKnows = (move: Move, unsent: readonly OfMoves[], rows: readonly NoticeRow[]): Move =>
  unsent.reduce((known, row) => {
    if (hasNamed(rows, known, row)) return known;
    const before = row.body.moves.find(({ key, due }) => key === known.key && due === known.was);
    return before === undefined ? known : { ...before, due: known.due };
  }, move);

/** The same mail with the dates that its agency knows; without moves where it knows those that hold. */
export const asItKnows = async (
  { ofCase }: Pick<Records['notices'], 'ofCase'>,
  row: NoticeRow,
): Promise<NoticeRow> => {
  if (!isOfMoves(row)) return row;
  const { body } = row;
  const rows = (await ofCase(row.reference)).filter(
    (one) => 'agency' in one.body && one.body.agency === body.agency,
  );
  const unsent = rows
    .filter(isOfMoves)
    .filter((one) => one.event < row.event && neverWent(one))
    .sort((a, b) => b.event - a.event);
  if (unsent.length === 0) return row;
  const moves = body.moves
    .map((move) => fromWhatItKnows(move, unsent, rows))
    .filter(({ was, due }) => was !== due);
  const because = new Set([...unsent, row].flatMap((one) => one.body.because));
  return { ...row, body: { ...body, moves, because: [...because].sort((a, b) => a - b) } };
};
