// What of an error may stand in a log: its type, its codes, and where in the code it arose. Not its message, its
// details or what it caused it to carry: those quote the data that the code was working on.

/** Also one from another realm, such as a workflow's sandbox. */
export const isError = (value: unknown): value is Error =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

export interface PlainError {
  readonly type: string;
  readonly code?: string | number;
  /** Where it arose: the frames only, because the head of a stack repeats the message. */
  readonly stack?: string;
  readonly cause?: PlainError;
  readonly [fact: string]: unknown;
}

const DEEPEST_CAUSE = 4;
const MOST_FRAMES = 12;
const LONGEST_CODE = 80;

/** Facts that name parts of our own system, never the data in it. `failureType` is Temporal's `type`. */
const FACTS = [
  'statusCode',
  'errno',
  'syscall',
  'command',
  'responseCode',
  'severity',
  'schema',
  'table',
  'column',
  'keyId',
];
const MORE_FACTS = [
  'constraint',
  'routine',
  'nonRetryable',
  'retryState',
  'activityType',
  'workflowType',
  'timeoutType',
];

/** Codes are short and of one word, or of digits and dots like `450 4.2.1`. */
const isCode = (value: unknown): value is string | number | boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= LONGEST_CODE && /^[\w.:/$ -]+$/.test(value));

const FRAME = /^\s+at .+(?::\d+:\d+\)?|<anonymous>\)?|\(native\))$/;

const framesOf = (error: Error): string | undefined => {
  const { stack, message } = error;
  if (typeof stack !== 'string') return undefined;
  // A message of several lines could imitate a frame; what follows it cannot be part of it.
  const end = message === '' ? -1 : stack.indexOf(message);
  const frames = (end < 0 ? stack : stack.slice(end + message.length))
    .split('\n')
    .filter((line) => FRAME.test(line));
  return frames.length === 0
    ? undefined
    : frames
        .slice(0, MOST_FRAMES)
        .map((line) => line.trim())
        .join('\n');
};

const typeOf = (error: Error): string => {
  const { name } = error;
  return typeof name === 'string' && isCode(name) && name !== '' ? name : 'Error';
};

const plainAt = (error: Error, depth: number): PlainError => {
  const carried: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(error));
  const facts = [...FACTS, ...MORE_FACTS].flatMap((fact): [string, unknown][] =>
    isCode(carried[fact]) ? [[fact, carried[fact]]] : [],
  );
  const { code, type } = carried;
  const stack = framesOf(error);
  return {
    type: typeOf(error),
    ...(isCode(code) && typeof code !== 'boolean' ? { code } : {}),
    ...(isCode(type) ? { failureType: type } : {}),
    ...Object.fromEntries(facts),
    ...(stack === undefined ? {} : { stack }),
    ...(depth > 0 && isError(error.cause) ? { cause: plainAt(error.cause, depth - 1) } : {}),
  };
};

export const plainError = (error: Error): PlainError => plainAt(error, DEEPEST_CAUSE);
