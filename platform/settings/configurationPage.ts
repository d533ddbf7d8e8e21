// Renders the table of settings for people: the page docs/configuration.md and the file .env.example.
// It adds nothing that the table does not say.
import type { TSchema } from 'typebox';
import { settingNames, settingsTable, type Setting, type SettingName } from './settingsTable';

function standardValue({ schema }: Setting): string {
  const { default: standard } = schema as TSchema & { default?: string | number };
  return standard === undefined ? '' : String(standard);
}

function inDevelopment(setting: Setting): string {
  return setting.madeByStart ? 'made by `npm start`' : `\`${standardValue(setting)}\``;
}

function row(name: SettingName): string {
  const setting: Setting = settingsTable[name];
  const cells = [
    `\`${name}\``,
    setting.about,
    setting.mustBe,
    inDevelopment(setting),
    setting.requiredInProduction ? 'must be set' : 'the same',
  ];
  return `| ${cells.join(' | ')} |`;
}

export function configurationPage(): string {
  return [
    '# Configuration',
    '',
    '<!-- Written by `npm run docs` from platform/settings/settingsTable.ts: change that, not this. -->',
    '',
    'Everything is set by environment variables, read once when a process starts. All that is wrong is said at',
    'once, and nothing starts until it is put right; values are never shown, because they may be secrets. Nothing',
    'needs setting for development. `npm start` also reads a file `.env` in the project, when there is one: copy',
    '`.env.example`.',
    '',
    'Any setting may be given as a file instead: `MASTER_KEYS_FILE=/run/secrets/master-keys` is read as the value of',
    '`MASTER_KEYS`. An empty variable counts as none.',
    '',
    '| setting | what it is for | what it must be | in development | in production |',
    '| --- | --- | --- | --- | --- |',
    ...settingNames.map(row),
    '',
    '## Keys',
    '',
    'A list of keys is `id:key[,id:key]`. The first key encrypts; the others only decrypt what was written under',
    'them. A new key is put second, so that every process can read it; then first; and the old one stays until nothing',
    'uses it ([operations.md](operations.md), "Keys"). A key is 32 random bytes in base64:',
    '',
    '```sh',
    'echo "codec-2026-04:$(openssl rand -base64 32)"',
    '```',
    '',
    'Keys made by `npm start` are in `keys/development.json` of `DATA_DIR`, readable by their owner only; none are',
    'made where the settings have both. Their ids start with `development-`, and production refuses them.',
    '',
    '## Mail outside production',
    '',
    'Unless `NODE_ENV` is `production`, `SMTP_URL` must name this machine. Development mails go to the development',
    'mailbox and to nobody else.',
    '',
  ].join('\n');
}

function example(name: SettingName): string {
  const setting: Setting = settingsTable[name];
  const value = standardValue(setting);
  return [`# ${setting.about}`, `#${name}=${/[\s<>]/.test(value) ? `"${value}"` : value}`, ''].join('\n');
}

export function environmentExample(): string {
  return [
    '# Written by `npm run docs`: change platform/settings/settingsTable.ts, not this. Copy it to .env, take away',
    '# the # before a setting and change its value. docs/configuration.md says more.',
    '',
    ...settingNames.map(example),
  ].join('\n');
}
