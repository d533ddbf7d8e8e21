// The one table of settings: what each is for, what it accepts, its value in development, and whether
// production must name it. Reading the environment is readSettings' work; nothing is read here.
import { Type, type TSchema } from 'typebox';

export interface Setting {
  /** Its type and, where development needs none from the user, the default. */
  readonly schema: TSchema;
  /** One sentence for the person who sets it. */
  readonly about: string;
  /** What it must be, completing "NAME must be ..."; never built from the value given. */
  readonly mustBe: string;
  readonly requiredInProduction: boolean;
  /** Known only while running: `npm start` makes it in development. */
  readonly madeByStart?: true;
}

const port = (standard: number) => Type.Integer({ minimum: 1, maximum: 65_535, default: standard });
const A_PORT = 'a port number from 1 to 65535';
const portOrNone = Type.Integer({ minimum: 0, maximum: 65_535, default: 0 });
const A_PORT_OR_NONE = 'a port number from 1 to 65535, or 0';
// The last letter of 32 bytes says four bits: others read as the same bytes, and are refused as mistyped.
const KEY = String.raw`[A-Za-z0-9._-]{1,64}:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=`;
const KEY_LIST = `^${KEY}(,${KEY})*$`;
const A_KEY_LIST = 'id:key[,id:key], each key 32 bytes in base64';
const AN_ADDRESS = 'a mail address';
const ADDRESS = String.raw`^[^\s@<>]+@[^\s@<>]+$`;
const ADDRESS_LIST = String.raw`^[^\s@<>,]+@[^\s@<>,]+(, ?[^\s@<>,]+@[^\s@<>,]+)*$`;
const URL_OR_NONE = String.raw`^(https?://[^\s]+|none)$`;
const PROXIES = String.raw`^([0-9A-Fa-f:.]+(/\d{1,3})?(, ?[0-9A-Fa-f:.]+(/\d{1,3})?)*|none)$`;
const HOST = String.raw`^[A-Za-z0-9.-]+$`;

export const settingsTable = {
  NODE_ENV: {
    schema: Type.Enum(['development', 'test', 'production'], { default: 'development' }),
    about: 'Which rules of safety apply; only production mails anybody.',
    mustBe: 'development, test or production',
    requiredInProduction: true,
  },
  DATABASE_URL: {
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
    about: 'The PostgreSQL database (15 or later) that keeps the records.',
    mustBe: 'a URL that starts with postgres://',
    requiredInProduction: true,
    madeByStart: true,
  },
  POSTGRES_PORT: {
    schema: port(54_329),
    about: 'Where npm start lets its own PostgreSQL listen; unused when DATABASE_URL is set.',
    mustBe: A_PORT,
    requiredInProduction: false,
  },
  TEMPORAL_ADDRESS: {
    schema: Type.String({ pattern: String.raw`^[^\s/]+:\d+$`, default: '127.0.0.1:7233' }),
    about: 'Where the Temporal server answers; when it is set, npm start runs none of its own.',
    mustBe: 'host:port',
    requiredInProduction: false,
  },
  TEMPORAL_NAMESPACE: {
    schema: Type.String({ minLength: 1, default: 'default' }),
    about: 'The Temporal namespace of this partnership.',
    mustBe: 'a name',
    requiredInProduction: false,
  },
  TEMPORAL_TASK_QUEUE: {
    schema: Type.String({ minLength: 1, default: 'rapid-review' }),
    about: 'The task queue on which API and worker meet.',
    mustBe: 'a name',
    requiredInProduction: false,
  },
  TEMPORAL_PORT: {
    schema: port(7233),
    about: 'Where npm start lets its own Temporal server listen.',
    mustBe: A_PORT,
    requiredInProduction: false,
  },
  TEMPORAL_UI_PORT: {
    schema: port(8233),
    about: "Where npm start shows Temporal's web pages.",
    mustBe: A_PORT,
    requiredInProduction: false,
  },
  API_HOST: {
    schema: Type.String({ minLength: 1, default: '127.0.0.1' }),
    about: 'The address on which the API listens; loopback, unless a proxy stands before it.',
    mustBe: 'an address or a host name',
    requiredInProduction: false,
  },
  API_PORT: {
    schema: port(3000),
    about: 'The port on which the API listens.',
    mustBe: A_PORT,
    requiredInProduction: false,
  },
  API_REQUESTS_PER_MINUTE: {
    schema: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 600 }),
    about:
      'How many requests a minute the API takes of each person it knows, and of everybody else at one address; behind a proxy, of everybody else.',
    mustBe: 'a whole number from 1 to 1000000',
    requiredInProduction: false,
  },
  TRUSTED_PROXIES: {
    schema: Type.String({ pattern: PROXIES, default: 'none' }),
    about:
      'The proxies before the API, by address or range: what they say of where a request comes from is believed, so that the limit above is for each address behind them.',
    mustBe: 'addresses or ranges such as 10.0.0.0/8, with commas between them, or none',
    requiredInProduction: false,
  },
  PRIVACY_NOTICE_URL: {
    schema: Type.String({ pattern: URL_OR_NONE, default: 'none' }),
    about: "The partnership's privacy notice: a link at the foot of the pages on which agencies answer.",
    mustBe: 'a URL that starts with http:// or https://, or none',
    requiredInProduction: false,
  },
  ACCESSIBILITY_STATEMENT_URL: {
    schema: Type.String({ pattern: URL_OR_NONE, default: 'none' }),
    about: "The partnership's accessibility statement, at the foot of the same pages.",
    mustBe: 'a URL that starts with http:// or https://, or none',
    requiredInProduction: false,
  },
  PUBLIC_URL: {
    schema: Type.String({ pattern: '^https?://[^\\s]+$', default: 'http://127.0.0.1:3000' }),
    about: 'The address under which people reach the API, as it stands in mails and in links.',
    mustBe: 'a URL that starts with http:// or https://',
    requiredInProduction: true,
  },
  SMTP_URL: {
    schema: Type.String({ pattern: '^smtps?://[^\\s]+$', default: 'smtp://127.0.0.1:1025' }),
    about: 'The mail server; outside production it must be on this machine, so that nobody is mailed.',
    mustBe: 'a URL that starts with smtp:// or smtps://',
    requiredInProduction: true,
  },
  MAIL_FROM: {
    schema: Type.String({
      pattern: String.raw`^([^<>]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$`,
      default: 'Rapid Review team <rapid-review@partnership.example>',
    }),
    about: 'The sender of every mail.',
    mustBe: 'a mail address, or Name <address>',
    requiredInProduction: true,
  },
  MAIL_DOMAIN: {
    schema: Type.String({ pattern: HOST, default: 'partnership.example' }),
    about: 'The domain in the Message-ID of every mail, and in the ids of diary entries.',
    mustBe: 'a domain name',
    requiredInProduction: true,
  },
  TEAM_MAILBOX: {
    schema: Type.String({ pattern: ADDRESS, default: 'team@partnership.example' }),
    about: 'Where the business support team reads alerts, misses and who comes to a meeting.',
    mustBe: AN_ADDRESS,
    requiredInProduction: true,
  },
  MEETING_MINUTES: {
    schema: Type.Integer({ minimum: 15, maximum: 480, default: 120 }),
    about: 'How long a meeting holds the diary of those who are invited to it.',
    mustBe: 'a whole number of minutes from 15 to 480',
    requiredInProduction: false,
  },
  PANEL_MAILBOX: {
    schema: Type.String({ pattern: ADDRESS, default: 'panel@panel.example' }),
    about: 'Where the national Child Safeguarding Practice Review Panel is written to.',
    mustBe: AN_ADDRESS,
    requiredInProduction: true,
  },
  ON_CALL_MAILBOXES: {
    schema: Type.String({ pattern: ADDRESS_LIST, default: 'on-call@partnership.example' }),
    about: "Those on call, who are mailed at any hour when a child's immediate safety is of concern.",
    mustBe: 'one or more mail addresses with commas between them',
    requiredInProduction: true,
  },
  PARTNERSHIP_NAME: {
    schema: Type.String({ minLength: 1, default: 'Example Safeguarding Children Partnership' }),
    about: 'The name of the partnership, as it stands in mails.',
    mustBe: 'a name',
    requiredInProduction: true,
  },
  HOLIDAY_FEED_URL: {
    schema: Type.String({ pattern: '^(none|https?://[^\\s]+)$', default: 'none' }),
    about:
      'Where the official list of bank holidays is read every morning, https://www.gov.uk/bank-holidays.json for one; none: it is not read.',
    mustBe: 'none, or a URL that starts with http:// or https://',
    requiredInProduction: true,
  },
  LOG_LEVEL: {
    schema: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { default: 'info' }),
    about: 'The least important thing that is still logged.',
    mustBe: 'trace, debug, info, warn, error, fatal or silent',
    requiredInProduction: false,
  },
  METRICS_HOST: {
    schema: Type.String({ pattern: String.raw`^\d{1,3}(\.\d{1,3}){3}$`, default: '127.0.0.1' }),
    about:
      'The address on which API and worker show their metrics to Prometheus; never one that the public reaches.',
    mustBe: 'an IPv4 address',
    requiredInProduction: false,
  },
  API_METRICS_PORT: {
    schema: portOrNone,
    about:
      'The port on which the API shows its metrics and the figures of the cases; 0: nowhere (npm start takes a free one).',
    mustBe: A_PORT_OR_NONE,
    requiredInProduction: false,
  },
  WORKER_METRICS_PORT: {
    schema: portOrNone,
    about: 'The port on which the worker shows its metrics; 0: nowhere (npm start takes a free one).',
    mustBe: A_PORT_OR_NONE,
    requiredInProduction: false,
  },
  SDK_METRICS_PORT: {
    schema: portOrNone,
    about:
      "The port on which the worker shows those of Temporal's SDK; 0: nowhere (npm start takes a free one).",
    mustBe: A_PORT_OR_NONE,
    requiredInProduction: false,
  },
  DATA_DIR: {
    schema: Type.String({ minLength: 1, default: '.data' }),
    about: 'Where npm start keeps databases, mails, keys and logs; a relative path starts at the project.',
    mustBe: 'a folder',
    requiredInProduction: false,
  },
  CODEC_KEYS: {
    schema: Type.String({ pattern: KEY_LIST }),
    about: 'The keys that encrypt what Temporal stores; the first is in use, later ones only decrypt.',
    mustBe: A_KEY_LIST,
    requiredInProduction: true,
    madeByStart: true,
  },
  MASTER_KEYS: {
    schema: Type.String({ pattern: KEY_LIST }),
    about: "The keys that wrap each case's own key; the first is in use, later ones only unwrap.",
    mustBe: A_KEY_LIST,
    requiredInProduction: true,
    madeByStart: true,
  },
  MAILBOX_PORT: {
    schema: port(8025),
    about: 'Where npm start shows the mails that the development mailbox has taken.',
    mustBe: A_PORT,
    requiredInProduction: false,
  },
  MAILBOX_SMTP_PORT: {
    schema: port(1025),
    about: 'Where the development mailbox takes mail.',
    mustBe: A_PORT,
    requiredInProduction: false,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingsTable;

export const settingNames = Object.keys(settingsTable) as SettingName[];
