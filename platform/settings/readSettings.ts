// Reads the settings once, in each main: all problems in one error, a sentence each, and never a value in
// a sentence, because it may be a secret. What each setting must be stands in the table.
import envSchema from 'env-schema';
import { Type, type Static } from 'typebox';
import { parseKeys, type EncryptionKey } from './encryptionKeys';
import { gatherSettings, type GivenSettings } from './environment';
import { mailboxesOf, mailboxProblems } from './mailboxRules';
import { safetyProblems } from './safetyRules';
import { settingNames, settingsTable, type Setting, type SettingName } from './settingsTable';

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<S>;
type Values = { [N in SettingName]: Static<(typeof settingsTable)[N]['schema']> };

/** What a process knows about its surroundings, as typed values. */
export type Settings = Readonly<
  { [N in Exclude<SettingName, ListName> as Camel<N>]: Values[N] } & {
    codecKeys: readonly EncryptionKey[];
    masterKeys: readonly EncryptionKey[];
    onCallMailboxes: readonly string[];
  }
>;

/** Lists, which are one text in the environment. */
type ListName = 'CODEC_KEYS' | 'MASTER_KEYS' | 'ON_CALL_MAILBOXES';

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
  const absent = settingNames.filter((name) => !(name in given) && !env[`${name}_FILE`]);
  const { values, malformed } = typed(given);
  const wellFormed = Object.fromEntries(
    Object.entries(given).filter(([name]) => !malformed.includes(name as SettingName)),
  );
  const all = [
    ...problems,
    ...absent.map((name) => missing(name, production, byStart)).filter((gap) => gap !== undefined),
    ...malformed.map((name) => `${name} must be ${settingsTable[name].mustBe}.`),
    ...mailboxProblems(wellFormed),
    ...safetyProblems(wellFormed),
  ];
  if (all.length > 0) throw new SettingsError(all);
  if (byStart && given.TEMPORAL_ADDRESS === undefined) delete values.TEMPORAL_ADDRESS;

  const fields = Object.entries(values).map(([name, value]) => [camel(name), value]);
  const { codecKeys, masterKeys, onCallMailboxes, ...others } = Object.fromEntries(fields) as Record<
    string,
    string
  >;
  return Object.freeze({
    ...others,
    ...(codecKeys !== undefined && { codecKeys: parseKeys(codecKeys) }),
    ...(masterKeys !== undefined && { masterKeys: parseKeys(masterKeys) }),
    ...(onCallMailboxes !== undefined && { onCallMailboxes: mailboxesOf(onCallMailboxes) }),
  });
}

/** For the worker, the API and every command that needs the whole. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return read(env, false) as Settings;
}

/** For `npm start`: the database, the keys and Temporal's address may be missing. */
export function readStartSettings(env: NodeJS.ProcessEnv): StartSettings {
  return read(env, true) as StartSettings;
}
