// The one logger: JSON lines of ids, codes and counts. It decides what a line looks like and keeps back what must
// not be in one; what is worth logging is for its callers.

import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { isError, plainError } from './plainError';
import { blotLine, withoutWithheld } from './withheld';

export type { Logger } from 'pino';

export interface LoggerSettings {
  readonly level: string;
  /** Which process speaks: `api`, `worker`. */
  readonly name: string;
  /** What every line says beside its own fields, asked for each line anew: where in the work it comes from. */
  readonly beside?: () => object;
  /** Standard output, where nothing else is given. */
  readonly destination?: DestinationStream;
}

const errorIn = (first: unknown): Error | undefined => {
  if (isError(first)) return first;
  if (typeof first !== 'object' || first === null || !('err' in first)) return undefined;
  return isError(first.err) ? first.err : undefined;
};

/** A value for a `%s` or `%o` in the text. */
const fillsIn = (value: unknown): unknown => {
  if (isError(value)) return plainError(value).type;
  return typeof value === 'object' && value !== null ? withoutWithheld(value) : value;
};

/**
 * pino, and fastify's error handler, take an error's message as the text of the line. The message quotes data, so the
 * error's type stands in its place; errors among the values for `%s` likewise.
 */
const withoutErrorMessages = (given: readonly unknown[]): unknown[] => {
  const [first, ...others] = given;
  if (typeof first === 'string') return [first, ...others.map(fillsIn)];
  const error = errorIn(first);
  const fields = isError(first) ? { err: first } : first;
  const [text, ...values] = others;
  if (error !== undefined && (text === undefined || text === error.message))
    return [fields, plainError(error).type];
  return text === undefined ? [fields] : [fields, text, ...values.map(fillsIn)];
};

const options = ({ level, name, beside }: LoggerSettings): LoggerOptions => ({
  level,
  ...(beside === undefined ? {} : { mixin: beside }),
  base: { process: name },
  timestamp: pino.stdTimeFunctions.isoTime,
  // Everything is done by `withoutWithheld`, which reaches fields at any depth where pino's paths name each level.
  formatters: {
    level: (label) => ({ level: label }),
    bindings: withoutWithheld,
    log: withoutWithheld,
  },
  serializers: { err: (value: unknown) => (isError(value) ? plainError(value) : value) },
  hooks: {
    logMethod(given, method) {
      method.apply(this, withoutErrorMessages(given) as Parameters<typeof method>);
    },
    streamWrite: blotLine,
  },
});

/** pino runs no formatter over the bindings of a child. Children inherit this from their parent. */
const withGuardedChildren = (logger: Logger): Logger => {
  // Unbound on purpose: it is called on the child that asks for a child of its own.
  // oxlint-disable-next-line typescript/unbound-method
  const makeChild = logger.child;
  const guarded = function (this: Logger, ...[bindings, childOptions]: Parameters<typeof makeChild>) {
    return makeChild.call(this, withoutWithheld(bindings), childOptions);
  };
  return Object.assign(logger, { child: guarded });
};

export const createLogger = (settings: LoggerSettings): Logger =>
  withGuardedChildren(
    settings.destination === undefined
      ? pino(options(settings))
      : pino(options(settings), settings.destination),
  );
