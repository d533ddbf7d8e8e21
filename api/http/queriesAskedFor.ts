// A route that asks for nothing in its query takes nothing there: a `dryRun` that is passed over in silence would be carried out, and
// a `limit` be taken for the end of a list. What others ask for, their schemas say.

import type { FastifyInstance, FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { strict } from '../fields/fields';

const NOTHING = Type.Object({}, strict);

const asksNothing = ({ hide, querystring }: FastifySchema): boolean =>
  hide !== true && querystring === undefined;

/** Not of what anybody may ask, such as whether it runs: whoever watches may add what they like. */
export const refuseUnaskedQueries = (app: FastifyInstance): void => {
  app.addHook('onRoute', (route) => {
    const { schema, config } = route;
    if (schema !== undefined && config?.permission !== 'public' && asksNothing(schema))
      route.schema = { ...schema, querystring: NOTHING };
  });
};
