// A query string holds only texts: where the route asks for a whole number, digits are read as one before they are
// checked. Nothing else is ever converted.

import type { FastifyInstance, FastifySchema } from 'fastify';

const DIGITS = /^-?\d{1,9}$/;

const wholeNumbersOf = ({ querystring }: FastifySchema): readonly string[] => {
  const { properties = {} } = (querystring ?? {}) as { properties?: Record<string, { type?: string }> };
  return Object.entries(properties).flatMap(([name, { type }]) => (type === 'integer' ? [name] : []));
};

export const readNumbersInQueries = (app: FastifyInstance): void => {
  app.addHook('preValidation', (request, _reply, done) => {
    const { schema } = request.routeOptions;
    const query = request.query as Record<string, unknown>;
    for (const name of schema === undefined ? [] : wholeNumbersOf(schema)) {
      const given = query[name];
      if (typeof given === 'string' && DIGITS.test(given)) query[name] = Number(given);
    }
    done();
  });
};
