// What is a text: something in it that can be seen, and nothing that turns, breaks or ends what stands beside it.

import { describe, expect, test } from '@jest/globals';
import { answerMeant } from '../../../api/answers/answerForms';
import {
  isOneLine,
  isSomeText,
  showsBeyond,
  ONE_LINE,
  SOME_TEXT,
  strangerIn,
} from '../../../api/fields/readableText';

const EVERY_CHARACTER = Array.from({ length: 0x110000 }, (_, number) => String.fromCodePoint(number));

/** Letters and symbols by Unicode, and drawn as nothing. */
const FILLERS = Array.from('\u115f\u1160\u2800\u3164\uffa0\u{1d159}\u{13441}\u{13442}');

describe('what can be seen by itself', () => {
  test.each(['é', '7', '?', '€', '😀', 'ن', '兄', '-', '’'])('%s', (text) => {
    expect([isOneLine(text), isSomeText(text)]).toEqual([true, true]);
  });

  test('is every letter, number, punctuation and symbol of Unicode, but for the fillers', () => {
    const missed = EVERY_CHARACTER.filter(
      (one) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(one) && !FILLERS.includes(one) && !isOneLine(one),
    );
    expect(missed).toEqual([]);
  });

  test('is no space, control, joiner, selector or filler of Unicode', () => {
    const hidden = EVERY_CHARACTER.filter(
      (one) => /[\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(one) || FILLERS.includes(one),
    );
    expect(hidden.length).toBeGreaterThan(4_000);
    expect(hidden.filter((one) => isOneLine(one) || isSomeText(one))).toEqual([]);
    expect([isOneLine(hidden.join('')), isSomeText(hidden.join(''))]).toEqual([false, false]);
  });
});

test.each([
  '',
  ' ',
  '\u00a0\u3000',
  '\u200b',
  '\u200b \u200b',
  '\u2060',
  '\u3164',
  '\u2800\u2800',
  '\uffa0',
  '\u115f\u1160',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\ufe0f',
  '\u200d',
  '\u{e0020}',
])('%j shows nothing, in a line and in a text', (text) => {
  expect([isOneLine(text), isSomeText(text)]).toEqual([false, false]);
});

test.each([
  'O’Brien',
  "D'Arcy-Whitcombe",
  'Siân Ní Dhomhnaill',
  'Zoe\u0308 Farrow',
  'Nguyễn Thị Hồng',
  'محمد بن علي',
  'יעל בן־דוד',
  'میرزا علی\u200cخان',
  'क\u094d\u200dष राव',
  '王小明',
  '김\u3000하늘',
  'ภาสกร ใจดี',
  'St Mary’s \u{1f469}\u200d\u{1f467} Centre \u2764\ufe0f',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} Children’s Services',
  'No. 7, “Beacon House” (North & South) – 24/7',
  ' Beacon House ',
])('%s is a name', (text) => {
  expect([isOneLine(text), isSomeText(text)]).toEqual([true, true]);
});

const numberOf = (mark: string): string =>
  `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const numbered = (marks: string): readonly (readonly [string, string])[] =>
  Array.from(marks, (mark) => [numberOf(mark), mark]);

test.each([
  ...numbered('\u0000\u0007\t\n\r\u001b\u007f\u0085\u2028\u2029'),
  ...numbered('\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'),
])('%s stands in no line, and it is said why', (number, mark) => {
  const name = `Beacon ${mark}esuoH`;
  expect(isOneLine(name)).toBe(false);
  expect(strangerIn(name, ONE_LINE)).toBe(
    `holds the character ${number}, which one line of text may not: leave out line breaks, control characters, and marks that turn the direction of writing`,
  );
});

test.each(['One.\r\nTwo.\n\tThree.', 'a\u2028b', 'He signed as \u2067יעל\u2069, and came.', '\u200fשלום.'])(
  '%j is a text',
  (text) => {
    expect(isSomeText(text)).toBe(true);
    expect(strangerIn(text, SOME_TEXT)).toBeUndefined();
  },
);

test.each(numbered('\u0000\u0007\u000b\u000c\u001b\u007f\u009b\u202d\u202e'))(
  '%s stands in no text, and it is said why',
  (number, mark) => {
    const text = `It was not ${mark}late.`;
    expect(isSomeText(text)).toBe(false);
    expect(strangerIn(text, SOME_TEXT)).toBe(
      `holds the character ${number}, which no text may: leave out marks that reverse the writing, and control characters other than new lines and tabs`,
    );
  },
);

test('a text with what it may not hold is not called blank as well', () => {
  expect([showsBeyond('\u{1f3f4}\u{e0067}\u0000'), showsBeyond('\u{e0067}\u0000')]).toEqual([true, false]);
});

test('any reader of patterns can read these', () => {
  // As the serialiser of answers does, and clients that know no flag for it.
  for (const pattern of [ONE_LINE, SOME_TEXT]) {
    expect(pattern).toMatch(/^[\u0020-\u007e]+$/);
    expect(new RegExp(pattern).test('St Mary’s \u{1f469}')).toBe(true);
  }
});

test('a text of any length is read in one go', () => {
  const long = 'word '.repeat(400_000);
  const before = performance.now();
  expect([isOneLine(`${long}\u0000`), isSomeText(`${long}\u0000`)]).toEqual([false, false]);
  expect([isOneLine(`${' '.repeat(2_000_000)}\u0000`), isSomeText(long)]).toEqual([false, true]);
  expect(performance.now() - before).toBeLessThan(5_000);
});

describe('what an agency types on its page', () => {
  const typed = { answer: 'full', content: 'Known since 2024.', by: 'Alex Merrow' };

  test('is asked for again where it shows nothing', () => {
    expect(answerMeant({ ...typed, by: '\u200b\u3164', content: '\u2060' })).toMatchObject({
      ok: false,
      wrong: [{ field: 'content' }, { field: 'by', says: 'Enter your name and your role' }],
    });
  });

  test('is taken without what nobody can see that they typed', () => {
    const meant = answerMeant({
      ...typed,
      by: ' Alex \u202eMerrow,\u0000\r\nnurse',
      content: 'a\u0000\r\nb',
    });
    expect(meant).toMatchObject({ ok: true, meant: { by: 'Alex Merrow, nurse', content: 'a\nb' } });
  });
});
