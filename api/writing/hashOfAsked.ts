// What a request asks for, as one short text: the same for the same, whatever the order of its fields and its white space.

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

/** 64 hexadecimal digits. Throws the problem that it can be no text. */
export const hashOfAsked = (asked: object): string => {
  let text: string;
  try {
    text = canonicalize(asked) ?? '';
  } catch {
    // Half a surrogate pair: no text, and nothing that could be stored and read again as it was.
    throw problem(requestProblems.malformedJson, {});
  }
  return createHash('sha256').update(text, 'utf8').digest('hex');
};
