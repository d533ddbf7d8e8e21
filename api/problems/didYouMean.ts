// Which of the known words somebody probably meant. It only suggests; nothing is ever corrected by itself.

/** Letters to insert, remove, change or swap with their neighbour to come from one word to the other. */
const distance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        row > 1 && column > 1 && swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? Infinity;
};

// Case, underscores and hyphens are the commonest slips: received_at for receivedAt.
const plain = (word: string): string => word.toLowerCase().replace(/[-_ ]/g, '');

const LONGEST = 60;

export const didYouMean = (given: string, known: readonly string[]): string | undefined => {
  if (given.length > LONGEST) return undefined;
  const [nearest] = known
    .map((word) => ({ word, away: distance(plain(given), plain(word)) }))
    .sort((a, b) => a.away - b.away);
  if (nearest === undefined) return undefined;
  return nearest.away <= Math.max(1, Math.floor(nearest.word.length / 4)) ? nearest.word : undefined;
};
