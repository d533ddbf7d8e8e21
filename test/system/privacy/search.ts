// Looks for words in bytes: as they are, and in the disguises in which a word still lies there for anybody to read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Base64 of a text that stands somewhere within a longer one: what is the same at each of the three offsets. */
const base64Within = (text: string): readonly string[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(' '.repeat(offset) + text).toString('base64');
    const first = Math.ceil((offset * 4) / 3) + (offset === 0 ? 0 : 1);
    return encoded.slice(first, Math.floor(((offset + Buffer.byteLength(text)) * 4) / 3) - 1);
  });

const formsOf = (word: string): readonly Buffer[] => {
  const cased = [...new Set([word, word.toLowerCase(), word.toUpperCase()])];
  return [
    ...cased.map((form) => Buffer.from(form)),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('hex')),
    ...base64Within(word).map((form) => Buffer.from(form)),
  ];
};

export const isIn = (bytes: Buffer, word: string): boolean =>
  formsOf(word).some((form) => bytes.includes(form));

/** Every file below the folder, by its path in it. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Empty for one that is gone again: journals and sorting files come and go while servers run. */
const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};

/** `word in file`, for each that is found. */
export const foundInFiles = (
  files: readonly string[],
  words: Readonly<Record<string, string>>,
): readonly string[] =>
  files.flatMap((file) => {
    const bytes = bytesOf(file);
    return Object.entries(words).flatMap(([name, word]) => (isIn(bytes, word) ? [`${name} in ${file}`] : []));
  });
