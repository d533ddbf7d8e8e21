// How the bytes of a body become JSON: in UTF-8, or not at all. Read as UTF-8 whatever they are, letters of another encoding would be
// recorded as signs that nobody typed, and be lost. What a field may hold is its schema's to say.

import type { FastifyInstance } from 'fastify';
import { problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

const textOf = (bytes: Buffer): string => {
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw problem(requestProblems.malformedJson, {});
  }
};

export const readJsonInUtf8 = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, parsed) =>
    parse(request, textOf(bytes), parsed),
  );
};
