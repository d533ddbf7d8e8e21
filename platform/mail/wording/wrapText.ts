// Lines of at most 72 characters, broken at spaces only: long words, such as links, keep their line to themselves.

const WIDTH = 72;

/** `first` begins the first line, `next` every other. Space around and within the text counts as one. */
export const wrapText = (text: string, first = '', next = first): string => {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
};
