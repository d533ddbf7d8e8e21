// Which fields never reach a log, whoever logs them and however deep they lie, and what is blotted out of any line
// that is written. The rule for the rest of the code stays: log ids, codes and counts, nothing else (R24).

import { isError, plainError } from './plainError';

const WITHHELD = '[withheld]';
const DEPTH = 6;
const LONGEST_LIST = 50;

/** Compared without case, `-` and `_`, so that `set-cookie`, `setCookie` and `SET_COOKIE` are one. */
export const WITHHELD_FIELDS: ReadonlySet<string> = new Set(
  [
    // What proves who somebody is.
    `authorization proxyauthorization cookie setcookie password passphrase pass secret token accesstoken refreshtoken
     tasktoken apikey key masterkey privatekey keys credentials auth databaseurl smtpurl connectionstring`,
    // Who somebody is, and how they are reached.
    `email mail address addresses postcode phone telephone recipient recipients envelope name names firstname lastname
     fullname surname person persons people child children family referrer contactdetails dateofbirth dob nhsnumber
     particulars`,
    // Anything written freely, or carried for somebody else.
    `content contents text html subject body note notes reason rationale description payload payloads input inputs args
     arguments parameters params query result results details detail memo header headers failure encodedattributes
     heartbeatdetails response value values row rows sql hint where`,
  ].flatMap((fields) => fields.split(/\s+/)),
);

const isWithheld = (field: string): boolean =>
  WITHHELD_FIELDS.has(field.toLowerCase().replaceAll(/[-_ .]/g, ''));

/** Made by a literal, in this realm or another; a class instance may hold, and reach, anything. */
const isPlainObject = (value: object): boolean => {
  const form: unknown = Object.getPrototypeOf(value);
  return form === null || Object.getPrototypeOf(form) === null;
};

/** Of an HTTP request and its answer: what was asked for and how it went, without the query and without the caller. */
const EXCHANGES: Readonly<Record<string, (of: Readonly<Record<string, unknown>>) => object>> = {
  req: ({ method, url }) => ({ method, url: typeof url === 'string' ? url.split('?', 1)[0] : undefined }),
  res: ({ statusCode }) => ({ statusCode }),
};

const plainAt = (value: unknown, depth: number): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  if (isError(value)) return plainError(value);
  if (value instanceof Date) return value.toISOString();
  if (depth === 0) return WITHHELD;
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => plainAt(item, depth - 1));
  return isPlainObject(value) ? plainFields(value, depth - 1) : WITHHELD;
};

const plainField = (field: string, value: unknown, depth: number): unknown => {
  if (value === undefined) return undefined;
  if (isWithheld(field)) return WITHHELD;
  const exchange = typeof value === 'object' && value !== null ? EXCHANGES[field] : undefined;
  return exchange === undefined
    ? plainAt(value, depth)
    : exchange(value as Readonly<Record<string, unknown>>);
};

const plainFields = (fields: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]: [string, unknown]) => [
      field,
      plainField(field, value, depth),
    ]),
  );

/** A copy fit for the log: withheld fields blotted out at any depth, errors by `plainError`. */
export const withoutWithheld = (fields: object): Record<string, unknown> => plainFields(fields, DEPTH);

/** A name has 64 letters at most (RFC 5321): without an end to it, a long line without a break would take minutes. */
const MAIL_ADDRESS = /[^\s"'<>()[\]{},;:\\/@=]{1,64}@[^\s"'<>()[\]{},;:\\/@=]+/gu;
const PERSONAL_TOKEN = /\brr_[A-Za-z0-9-]+_[A-Za-z0-9_-]+/g;
const BEARER = /\bbearer\s+[^\s"\\]+/gi;
const PASSWORD_IN_URL = /(:\/\/)[^\s"@/]*@/g;

/** The last line of defence, over the finished line: a message text is not looked into field by field. */
export const blotLine = (line: string): string =>
  line
    .replaceAll(PASSWORD_IN_URL, `$1${WITHHELD}@`)
    .replaceAll(BEARER, `Bearer ${WITHHELD}`)
    .replaceAll(PERSONAL_TOKEN, WITHHELD)
    .replaceAll(MAIL_ADDRESS, WITHHELD);
