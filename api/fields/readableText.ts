// What people type as text: which characters it may hold, and what makes it more than blank. Where a text is asked for, and how
// long it may be, is not decided here.

// As ranges of four digits, for any reader of patterns: not every one knows \p{…} or what lies beyond, and one that cannot read the
// pattern of a field can ask nothing there. The test holds them against Unicode.

/** Spaces, joiners, selectors and fillers: they may stand in any text, and by themselves they show nothing. */
const UNSEEN =
  String.raw` \u00a0\u00ad\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f` +
  String.raw`\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb`;
const UNSEEN_BEYOND =
  '\u{13430}-\u{1343f}\u{13441}\u{13442}\u{1bca0}-\u{1bca3}\u{1d159}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}';
const NEW_LINES_AND_TABS = String.raw`\t\n\r`;
const SEPARATORS = String.raw`\u2028\u2029`;
/** In a paragraph of two scripts somebody may need them; in a line they would reorder what stands beside it. */
const DIRECTIONS = String.raw`\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069`;
const OVERRIDES = String.raw`\u202d\u202e`;
/** NUL among them, which PostgreSQL's text could not keep. */
const CONTROLS = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f`;

/** Read once from left to right, however long the text: nothing is tried twice. */
const form = (blank: string, never: string): string => `^[${blank}]*[^${blank}${never}][^${never}]*$`;

const NEVER_IN_TEXT = `${CONTROLS}${OVERRIDES}`;
const NEVER_IN_LINE = `${NEVER_IN_TEXT}${NEW_LINES_AND_TABS}${SEPARATORS}${DIRECTIONS}`;

export const ONE_LINE = form(UNSEEN, NEVER_IN_LINE);
export const SOME_TEXT = form(`${UNSEEN}${NEW_LINES_AND_TABS}${SEPARATORS}${DIRECTIONS}`, NEVER_IN_TEXT);

const LINE = new RegExp(ONE_LINE, 'u');
const TEXT = new RegExp(SOME_TEXT, 'u');
const NOT_OF_LINE = new RegExp(`[${NEVER_IN_LINE}]`, 'gu');
const NOT_OF_TEXT = new RegExp(`[${NEVER_IN_TEXT}]`, 'gu');
const BEYOND = new RegExp(`[${UNSEEN_BEYOND}]`, 'gu');
const BLANK = new RegExp(`^[${UNSEEN}${NEVER_IN_LINE}]*$`, 'u');

/** What the patterns cannot ask: whether anything is left of a text without what is unseen beyond four digits. */
export const showsBeyond = (text: string): boolean => {
  const rest = text.replaceAll(BEYOND, '');
  return rest === text || !BLANK.test(rest);
};

export const isOneLine = (text: string): boolean => LINE.test(text) && showsBeyond(text);
export const isSomeText = (text: string): boolean => TEXT.test(text) && showsBeyond(text);

/** For people who cannot be asked to find what they cannot see. */
export const cleanLine = (text: string): string => text.replaceAll(NOT_OF_LINE, '');
export const cleanText = (text: string): string => text.replaceAll(NOT_OF_TEXT, '');

const FORMS = [
  {
    pattern: ONE_LINE,
    not: NOT_OF_LINE,
    says: 'which one line of text may not: leave out line breaks, control characters, and marks that turn the direction of writing',
  },
  {
    pattern: SOME_TEXT,
    not: NOT_OF_TEXT,
    says: 'which no text may: leave out marks that reverse the writing, and control characters other than new lines and tabs',
  },
];

/** Whether it asks for a text: what fails it without a stranger in it shows nothing. */
export const asksForText = (pattern: unknown): boolean => FORMS.some((one) => one.pattern === pattern);

/** The first character that is in the way, by its number: it cannot be seen. Nothing where the text is blank. */
export const strangerIn = (text: unknown, pattern: unknown): string | undefined => {
  const broken = FORMS.find((one) => one.pattern === pattern);
  if (broken === undefined || typeof text !== 'string') return undefined;
  const at = text.search(broken.not);
  if (at === -1) return undefined;
  const number = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return `holds the character U+${number}, ${broken.says}`;
};
