// How the server reads requests: how much, how long, how strictly. Strictly means that nothing is converted, filled in
// or left out on the way: what is not as it must be is refused.

import { randomUUID } from 'node:crypto';
import { LogController, type FastifyServerOptions } from 'fastify';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import { parseInstant } from '../../domain/calendar/instant';
import { showsBeyond } from '../fields/readableText';
import { answerProblem } from '../problems/errorHandler';
import { answerClientError } from './clientErrors';
import { compiledOnUse } from './compiledOnUse';

const KIB = 1024;
const SECOND = 1_000;

type AjvOptions = NonNullable<FastifyServerOptions['ajv']>;

const ajv: AjvOptions = {
  customOptions: {
    removeAdditional: false,
    coerceTypes: false,
    useDefaults: false,
    allErrors: true,
    // A day is written alone or with its title.
    allowUnionTypes: true,
    // Errors say which schema was broken, so that a misspelt field can be told from an unknown one.
    verbose: true,
  },
  onCreate: (validator) => {
    // A day that exists; a moment with its zone. The same reading as the rules have.
    validator.addFormat('date', (text: string) => parseCivilDate(text) !== undefined);
    validator.addFormat('date-time', (text: string) => parseInstant(text) !== undefined);
    validator.addFormat('seen', showsBeyond);
  },
};

/** A text of the longest kind, in a script of which each letter is sent as twelve characters. */
const LARGEST_BODY = 2048 * KIB;

export const serverOptions = {
  ajv,
  schemaController: { compilersFactory: compiledOnUse },
  bodyLimit: LARGEST_BODY,
  connectionTimeout: 60 * SECOND,
  requestTimeout: 30 * SECOND,
  keepAliveTimeout: 72 * SECOND,
  pluginTimeout: 30 * SECOND,
  forceCloseConnections: 'idle',
  // Made here: what a caller would send as one may hold anything.
  genReqId: () => randomUUID(),
  requestIdHeader: false,
  // Each request is logged once, by `logRequests`.
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  // What comes while it ends is still answered: the connections behind it close last.
  return503OnClosing: false,
  routerOptions: { maxParamLength: 100 },
  exposeHeadRoutes: false,
  frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  clientErrorHandler: answerClientError,
} as const satisfies FastifyServerOptions;
