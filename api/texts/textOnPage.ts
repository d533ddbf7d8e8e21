// A text of a case on a page of plain text: as it was written, each of its lines set in, so that no line of it can be taken for one of
// the page; or why it is not shown.

import type { TextView, Withheld } from './textReader';

const WITHHELD_WORDS: Readonly<Record<Withheld, string>> = {
  notPermitted: '(there is a text, which your role does not include)',
  destroyed: '(destroyed with the key of the case)',
  lost: '(not in the records: lost, as after a restore from before it was written)',
};

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/u;

/** `before` stands before its first line. */
export const textOnPage = (before: string, { text, textWithheld }: TextView): readonly string[] => {
  const said = textWithheld === undefined ? (text ?? '') : WITHHELD_WORDS[textWithheld];
  return `${before}: ${said}`
    .split(LINE_BREAK)
    .map((line, index) => `${index === 0 ? '   ' : '     '}${line}`);
};
