// What the validator found, as pointers and plain words. Values are never repeated: they may be particulars.

import type { Instant } from '../../domain/calendar/instant';
import { sayList } from '../../domain/timetable/explanation';
import type { FastifySchemaValidationError } from 'fastify/types/schema';
import { asksForText, strangerIn } from '../fields/readableText';
import { didYouMean } from './didYouMean';
import { malformedDay, malformedMoment } from './malformedWhen';
import type { FieldError } from './problem';

const PARTS = { body: 'body', querystring: 'query', params: 'path', headers: 'header' } as const;
export type ValidatedPart = keyof typeof PARTS;

interface Asked {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Asked>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: Asked;
  readonly minItems?: number;
}

/** With `verbose`, the validator says which schema was broken. */
interface Found extends FastifySchemaValidationError {
  readonly parentSchema?: Asked;
  readonly data?: unknown;
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const fact = (found: Found, name: string): unknown => found.params[name];
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const unknownField = (found: Found): string => {
  const known = Object.keys(found.parentSchema?.properties ?? {});
  const meant = didYouMean(text(fact(found, 'additionalProperty')), known);
  if (meant !== undefined) return `is not known here; did you mean "${meant}"?`;
  const [first, ...others] = known.map((name) => `"${name}"`);
  if (first === undefined) return 'is not known here';
  return others.length === 0
    ? `is not known here; the one known field is ${first}`
    : `is not known here; known fields are ${sayList([first, ...others])}`;
};

/** `given`: where something is there, and is not of that form. */
const FORMATS: Readonly<Record<string, (now: Instant, given?: unknown) => string>> = {
  'date-time': (now, given) => malformedMoment(given, now),
  date: (_now, given) => malformedDay(given),
  email: () => 'must be an e-mail address',
};

const oneOf = (allowed: readonly unknown[]): string => `must be ${sayList(allowed.map(text), 'or')}`;

const justThat = (value: unknown): string => `must be ${JSON.stringify(value)}`;

const quoted = (names: readonly string[], join?: 'and' | 'or'): string =>
  sayList(
    names.map((name) => `"${name}"`),
    join,
  );

/** What one entry of a list is, where that is an object or says what it must be. */
const entryOf = ({ description = '', required = [], properties = {} }: Asked): string => {
  if (description.startsWith('must ')) return `, each of which ${description}`;
  const [names, join]: [readonly string[], 'and' | 'or'] =
    required.length > 0 ? [required, 'and'] : [Object.keys(properties), 'or'];
  return names.length === 0 ? '' : ` of objects with ${quoted(names, join)}`;
};

const listOf = ({ items = {}, minItems = 0 }: Asked): string =>
  `must be a list${entryOf(items)}${minItems > 0 ? `, ${minItems} or more` : ''}`;

const TYPES: Readonly<Record<string, string>> = {
  string: 'must be a text',
  boolean: 'must be true or false',
  integer: 'must be a whole number',
  number: 'must be a number',
};

/** Descriptions that say what a field must be are made for this. */
const whatIsAsked = (asked: Asked, now: Instant): string => {
  const { description = '', type = '', format = '', required = [] } = asked;
  if (description.startsWith('must ')) return description;
  if (asked.enum !== undefined) return oneOf(asked.enum);
  if (asked.const !== undefined) return justThat(asked.const);
  if (required.length > 0) return `must hold ${quoted(required)}`;
  if (type === 'array') return listOf(asked);
  return FORMATS[format]?.(now) ?? TYPES[type] ?? 'must be there';
};

const missing = (found: Found, now: Instant): string => {
  const asked = found.parentSchema?.properties?.[text(fact(found, 'missingProperty'))] ?? {};
  return `is missing: it ${whatIsAsked(asked, now)}`;
};

/** Its fields are its form: whoever gave a day alone does not know that it has a title beside it. */
const objectOf = ({ properties = {}, required = [], minProperties }: Asked): string => {
  if (required.length > 0) return `must be an object with ${quoted(required, 'and')}`;
  const known = Object.keys(properties);
  if (known.length === 0) return 'must be an object: {}';
  return `must be an object with ${quoted(known, 'or')}${minProperties === undefined ? ', or {}' : ''}`;
};

const ofType = (found: Found, now: Instant): string => {
  const { parentSchema = {} } = found;
  const types = [fact(found, 'type')].flat().map(text);
  if (types.length > 1) return `must be of the type ${sayList(types, 'or')}`;
  const [type = ''] = types;
  if (type === 'object') return objectOf(parentSchema);
  if (type === 'array') return listOf(parentSchema);
  const form = type === 'string' ? FORMATS[parentSchema.format ?? '']?.(now) : undefined;
  return form ?? TYPES[type] ?? `must be of the type ${type}`;
};

const many = (found: Found, ofItems: 'minItems' | 'maxItems'): string => {
  const limit = Number(fact(found, 'limit'));
  const [one, more] = found.keyword === ofItems ? ['entry', 'entries'] : ['character', 'characters'];
  return `${limit} ${limit === 1 ? one : more}`;
};

/** A text that shows nothing looks to whoever sent it as if it were there. */
const unlikePattern = ({ data, parentSchema = {} }: Found): string => {
  const { pattern, description = 'has the wrong form' } = parentSchema;
  const stranger = strangerIn(data, pattern);
  if (stranger !== undefined) return stranger;
  return asksForText(pattern) ? `shows nothing: it ${description}` : description;
};

const words = (found: Found, now: Instant): string => {
  switch (found.keyword) {
    case 'additionalProperties':
      return unknownField(found);
    case 'required':
      return missing(found, now);
    case 'format':
      return FORMATS[text(fact(found, 'format'))]?.(now, found.data) ?? unlikePattern(found);
    case 'enum': {
      const allowed = fact(found, 'allowedValues');
      return oneOf(Array.isArray(allowed) ? allowed : []);
    }
    case 'const':
      return justThat(fact(found, 'allowedValue'));
    case 'type':
      return ofType(found, now);
    case 'minLength':
    case 'minItems':
      return `must have at least ${many(found, 'minItems')}`;
    case 'maxLength':
    case 'maxItems':
      return `must have at most ${many(found, 'maxItems')}`;
    case 'minimum':
      return `must be ${text(fact(found, 'limit'))} or more`;
    case 'maximum':
      return `must be ${text(fact(found, 'limit'))} or less`;
    case 'minProperties':
      return 'must name at least one field';
    case 'maxProperties':
      return `must name at most ${text(fact(found, 'limit'))} field`;
    case 'pattern':
      return unlikePattern(found);
    default:
      return 'has the wrong form';
  }
};

const property = (found: Found): string =>
  text(fact(found, 'additionalProperty') ?? fact(found, 'missingProperty'));

export const isUnknownField = ({ keyword }: FastifySchemaValidationError): boolean =>
  keyword === 'additionalProperties';

/** Nobody mends more at once; what is left is said when these are. */
const MOST_SAID = 100;

export const fieldErrors = (
  found: readonly FastifySchemaValidationError[],
  part: ValidatedPart,
  /** For what is shown as an example. */
  now: Instant,
): readonly FieldError[] =>
  found.slice(0, MOST_SAID).map((one) => {
    const name = property(one);
    return {
      in: PARTS[part],
      pointer: name === '' ? one.instancePath : `${one.instancePath}/${escaped(name)}`,
      detail: words(one, now),
    };
  });
