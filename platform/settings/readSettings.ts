// Reads the settings once, in each main: all problems in one error, a sentence each, and never a value in
// a sentence, because it may be a secret. What each setting must be stands in the table.
import envSchema from 'env-schema';
import { Type, type Static } from 'typebox';
import { parseKeys } from './encryptionKeys';
import { gatherSettings, notGiven, type GivenSettings } from './environment';
import { mailboxesOf, mailboxProblems } from './mailboxRules';
import { safetyProblems } from './safetyRules';
import { urlProblems } from './serverUrls';
import { settingNames, settingsTable, type Setting, type SettingName } from './settingsTable';

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<S>;
type Values = { [N in SettingName]: Static<(typeof settingsTable)[N]['schema']> };

/** Those that are one text in the environment and a list in the program, and how each is read. */
const LISTS = { CODEC_KEYS: parseKeys, MASTER_KEYS: parseKeys, ON_CALL_MAILBOXES: mailboxesOf } as const;
type Read<N extends SettingName> = N extends keyof typeof LISTS ? ReturnType<(typeof LISTS)[N]> : Values[N];

/** What a process knows about its surroundings, as typed values. */
export type Settings = Readonly<{ [N in SettingName as Camel<N>]: Read<N> }>;

/** The same for `npm start`, which makes these itself when they are not given. */
type MadeByStart = 'databaseUrl' | 'codecKeys' | 'masterKeys' | 'temporalAddress';
export type StartSettings = Omit<Settings, MadeByStart> & Partial<Pick<Settings, MadeByStart>>;

export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The settings cannot be used:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

const camel = (name: string): string =>
  name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const isList = (name: string): name is keyof typeof LISTS => Object.hasOwn(LISTS, name);

/** A list is one text still, whose form the table has checked. */
const fieldOf = ([name, value]: readonly [string, unknown]): readonly [string, unknown] => [
  camel(name),
  isList(name) ? LISTS[name](value as string) : value,
];

const schema = Type.Object(
  Object.fromEntries(settingNames.map((name) => [name, Type.Optional(settingsTable[name].schema)])),
);

/** The values of the given texts, defaults included; or else the names whose text is not what it must be. */
function typed(given: GivenSettings['given']): {
  values: Partial<Values>;
  malformed: readonly SettingName[];
} {
  try {
    const values = envSchema<Partial<Values>>({ schema: { ...schema }, data: { ...given }, env: false });
    return { values, malformed: [] };
  } catch (error) {
    const { errors } = error as { errors: { instancePath: string }[] };
    const names = new Set(errors.map(({ instancePath }) => instancePath.slice(1) as SettingName));
    return { values: {}, malformed: [...names] };
  }
}

function missing(name: SettingName, production: boolean, byStart: boolean): string | undefined {
  const { about, requiredInProduction, madeByStart }: Setting = settingsTable[name];
  if (production && requiredInProduction) return `${name} is missing; production needs it. ${about}`;
  if (madeByStart && !byStart) return `${name} is missing (in development, npm start makes it). ${about}`;
  return undefined;
}

function read(env: NodeJS.ProcessEnv, byStart: boolean): Partial<Settings> {
  const { given, problems } = gatherSettings(env);
  const production = given.NODE_ENV === 'production';
  const { values, malformed } = typed(given);
  const wellFormed = Object.fromEntries(
    Object.entries(given).filter(([name]) => !malformed.includes(name as SettingName)),
  );
  const all = [
    ...problems,
    ...notGiven(env, settingNames)
      .map((name) => missing(name, production, byStart))
      .filter((gap) => gap !== undefined),
    ...malformed.map((name) => `${name} must be ${settingsTable[name].mustBe}.`),
    ...mailboxProblems(wellFormed),
    ...urlProblems(wellFormed),
    ...safetyProblems(wellFormed),
  ];
  if (all.length > 0) throw new SettingsError(all);
  if (byStart && given.TEMPORAL_ADDRESS === undefined) delete values.TEMPORAL_ADDRESS;

  return Object.freeze(Object.fromEntries(Object.entries(values).map(fieldOf))) as Partial<Settings>;
}

/** For the worker, the API and every command that needs the whole. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return read(env, false) as Settings;
}

/** For `npm start`: the database, the keys and Temporal's address may be missing. */
export function readStartSettings(env: NodeJS.ProcessEnv): StartSettings {
  return read(env, true) as StartSettings;
}
