// The lines of a stream, as they come. A line beyond what anybody would ask is not kept in memory: it comes out as
// nothing, in its place, so that the lines after it are still answered. What a line means is decided elsewhere.

/** Characters; a question with a list of every day of the ledger has a tenth of it. */
export const LONGEST_LINE = 1_048_576;

/** Each line without its end, or `undefined` for one that was too long. An unended last line counts. */
export async function* linesIn(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly (string | undefined)[], void> {
  let open = '';
  let tooLong = false;
  for await (const chunk of chunks) {
    const parts = chunk.split('\n');
    const lines: (string | undefined)[] = [];
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        lines.push(tooLong ? undefined : open);
        open = '';
        tooLong = false;
      }
      tooLong ||= open.length + part.length > LONGEST_LINE;
      open = tooLong ? '' : open + part;
    }
    yield lines;
  }
  if (tooLong || open !== '') yield [tooLong ? undefined : open];
}
