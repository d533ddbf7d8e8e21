// What a process accepts as its settings, and how it refuses the rest.
import { describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, readStartSettings, SettingsError } from '../../../platform/settings/readSettings';
import { freshFolder } from '../../freshFolder';

const keys = (id: string, fill = 7): string => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;

const development = {
  DATABASE_URL: 'postgres://me@127.0.0.1/records',
  CODEC_KEYS: keys('development-codec-1'),
  MASTER_KEYS: keys('development-master-1'),
};

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://me@db.internal/records',
  CODEC_KEYS: `${keys('codec-2026', 1)},${keys('codec-2025', 2)}`,
  MASTER_KEYS: keys('master-2026'),
  SMTP_URL: 'smtps://relay.internal',
  TEAM_MAILBOX: 'team@council.internal',
  PANEL_MAILBOX: 'panel@panel.internal',
  ON_CALL_MAILBOXES: 'duty@council.internal, night@council.internal',
  PUBLIC_URL: 'https://reviews.council.internal',
  MAIL_FROM: 'Reviews <reviews@council.internal>',
  MAIL_DOMAIN: 'council.internal',
  PARTNERSHIP_NAME: 'A Partnership',
  HOLIDAY_FEED_URL: 'https://www.gov.uk/bank-holidays.json',
};

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('what is no URL of a server', () => {
  it.each([
    'smtps://engine:Sec#ret1@mail.example:465',
    'smtps://engine:1#ret1@mail.example:465',
    'smtps://engine:1/ret1@mail.example:465',
    'smtps://engine:1?ret1@mail.example:465',
    'smtp://:25',
  ])('is refused as that, and not shown: a mail server at %s', (SMTP_URL) => {
    expect(problemsOf({ ...production, SMTP_URL })).toEqual([
      'SMTP_URL must be the URL of a mail server, such as smtps://name:password@mail.example:465; what is special in a password stands as in any URL (@ as %40, # as %23).',
    ]);
  });

  it('is refused as that, and not shown: a database', () => {
    const DATABASE_URL = 'postgres://engine:Sec#ret1@db.internal/records';
    expect(problemsOf({ ...production, DATABASE_URL })).toEqual([
      'DATABASE_URL must be a URL that can be read, such as postgres://name:password@host:5432/database; what is special in a password stands as in any URL (@ as %40, # as %23).',
    ]);
  });

  it('says nothing of one with a password that stands as in any URL', () => {
    const SMTP_URL = 'smtps://engine:Sec%23r%2Ft%3F@mail.example:465/?pool=true';
    expect(readSettings({ ...production, SMTP_URL }).smtpUrl).toBe(SMTP_URL);
  });
});

it('a key whose last letter was mistyped is refused with its setting', () => {
  const MASTER_KEYS = `m:${'BwcH'.repeat(10)}BwB=`;
  expect(problemsOf({ ...production, MASTER_KEYS })).toEqual([
    'MASTER_KEYS must be id:key[,id:key], each key 32 bytes in base64.',
  ]);
});

function file(content: string): string {
  const path = join(freshFolder('settings'), 'value');
  writeFileSync(path, content);
  return path;
}

describe('settings', () => {
  it('need nothing more in development than what npm start makes, and are typed', () => {
    const settings = readSettings({ ...development, API_PORT: '4000', SOMETHING_ELSE: 'ignored' });
    expect(settings).toMatchObject({ nodeEnv: 'development', apiPort: 4000, mailboxSmtpPort: 1025 });
    expect(settings.codecKeys[0]).toEqual({ id: 'development-codec-1', bytes: Buffer.alloc(32, 7) });
    expect(settings).not.toHaveProperty('somethingElse');
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('keep the order of keys, of which the first is in use', () => {
    expect(readSettings(production).codecKeys.map(({ id }) => id)).toEqual(['codec-2026', 'codec-2025']);
  });

  it('know those on call one by one, and the Panel, also in development', () => {
    expect(readSettings(production).onCallMailboxes).toEqual([
      'duty@council.internal',
      'night@council.internal',
    ]);
    expect(readSettings(development)).toMatchObject({
      panelMailbox: 'panel@panel.example',
      onCallMailboxes: ['on-call@partnership.example'],
    });
  });

  it.each([
    '',
    ',',
    'duty',
    'duty@a.internal,',
    'duty@a.internal night@a.internal',
    'Duty <duty@a.internal>',
  ])('of those on call must be addresses with commas between them, not %p', (ON_CALL_MAILBOXES) => {
    expect(problemsOf({ ...production, ON_CALL_MAILBOXES })).toEqual([
      expect.stringMatching(/^ON_CALL_MAILBOXES (is missing|must be one or more mail addresses)/),
    ]);
  });

  it.each([
    ['TEAM_MAILBOX', 'dúty@council.internal'],
    ['PANEL_MAILBOX', 'mailto:panel@panel.internal'],
    ['ON_CALL_MAILBOXES', 'duty@council.internal, on-call@council.internal.'],
    ['MAIL_FROM', 'Reviews <reviews@council.internal.>'],
  ])('refuse an address that the mail transport never sends to: %s', (name, address) => {
    expect(problemsOf({ ...production, [name]: address })).toEqual([
      expect.stringMatching(new RegExp(`^${name} holds an address that is never mailed: someone@domain`)),
    ]);
  });

  it('may come from files, without the newline at the end', () => {
    const { MASTER_KEYS, ...others } = development;
    const settings = readSettings({ ...others, MASTER_KEYS_FILE: file(`${MASTER_KEYS}\n`) });
    expect(settings.masterKeys.map(({ id }) => id)).toEqual(['development-master-1']);
  });

  it('refuse a setting given twice, an empty file and one that cannot be read', () => {
    const problems = problemsOf({
      ...development,
      API_PORT: '1',
      API_PORT_FILE: '/etc/hostname',
      LOG_LEVEL_FILE: file('\n'),
      MAIL_FROM_FILE: '/does/not/exist',
    });
    expect(problems).toEqual([
      'API_PORT and API_PORT_FILE are both set: keep one of them.',
      'MAIL_FROM_FILE names a file that cannot be read (ENOENT).',
      'LOG_LEVEL_FILE names an empty file.',
    ]);
  });

  it('are refused all together, without showing a value', () => {
    const secret = 'hunter2-not-a-key';
    const problems = problemsOf({ ...development, API_PORT: '99999', CODEC_KEYS: secret, LOG_LEVEL: secret });
    expect(problems).toEqual([
      'API_PORT must be a port number from 1 to 65535.',
      'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent.',
      'CODEC_KEYS must be id:key[,id:key], each key 32 bytes in base64.',
    ]);
    expect(problems.join()).not.toContain(secret);
  });

  it('are refused for safety even while others are malformed', () => {
    const problems = problemsOf({ ...development, API_PORT: 'x', SMTP_URL: 'smtp://mail.council.internal' });
    expect(problems).toEqual([expect.stringContaining('API_PORT'), expect.stringContaining('SMTP_URL')]);
  });

  it('count an empty variable as none', () => {
    expect(readSettings({ ...development, API_PORT: '' }).apiPort).toBe(3000);
  });

  it('show metrics nowhere unless a port is given, and to this machine alone unless an address is', () => {
    expect(readSettings(production)).toMatchObject({
      metricsHost: '127.0.0.1',
      apiMetricsPort: 0,
      workerMetricsPort: 0,
      sdkMetricsPort: 0,
    });
    expect(readSettings({ ...production, API_METRICS_PORT: '9464' }).apiMetricsPort).toBe(9464);
    // The SDK's own server takes no names.
    expect(problemsOf({ ...production, METRICS_HOST: 'localhost', SDK_METRICS_PORT: '65536' })).toEqual([
      'METRICS_HOST must be an IPv4 address.',
      'SDK_METRICS_PORT must be a port number from 1 to 65535, or 0.',
    ]);
  });

  it.each(['smtp://mail.council.internal', 'smtp://127.0.0.1.example', 'smtp://localhost.example:25'])(
    'mail nobody outside production (R25): %s is refused',
    (SMTP_URL) => {
      expect(problemsOf({ ...development, SMTP_URL })).toEqual([
        expect.stringContaining('development mailbox'),
      ]);
    },
  );

  it.each(['smtp://127.0.0.1:1025', 'smtp://127.0.0.2:1025', 'smtp://localhost:25', 'smtp://[::1]:25'])(
    'may mail to %s',
    (SMTP_URL) => {
      expect(readSettings({ ...development, SMTP_URL }).smtpUrl).toBe(SMTP_URL);
    },
  );

  it('refuse the same key id twice', () => {
    const CODEC_KEYS = `${keys('a', 1)},${keys('a', 2)}`;
    expect(problemsOf({ ...development, CODEC_KEYS })).toEqual(['CODEC_KEYS uses the same key id twice.']);
  });
});

describe('in production', () => {
  it('a full set is accepted', () => {
    expect(readSettings(production)).toMatchObject({
      nodeEnv: 'production',
      smtpUrl: 'smtps://relay.internal',
    });
  });

  it.each([
    ...['DATABASE_URL', 'CODEC_KEYS', 'MASTER_KEYS', 'SMTP_URL', 'TEAM_MAILBOX'],
    ...['PANEL_MAILBOX', 'ON_CALL_MAILBOXES'],
    ...['HOLIDAY_FEED_URL', 'PUBLIC_URL', 'MAIL_FROM', 'MAIL_DOMAIN', 'PARTNERSHIP_NAME'],
  ])('%s must be there', (name) => {
    expect(problemsOf({ ...production, [name]: undefined })).toEqual([
      expect.stringContaining(`${name} is missing; production needs it.`),
    ]);
  });

  it.each(['CODEC_KEYS', 'MASTER_KEYS'])(
    '%s may hold no key made for development, not even an old one',
    (name) => {
      const list = `${keys('mine', 1)},${keys('development-old', 2)}`;
      expect(problemsOf({ ...production, [name]: list })).toEqual([
        `${name} holds a key made for development; production needs keys of its own.`,
      ]);
    },
  );
});

describe('npm start', () => {
  it('does without what it makes itself', () => {
    const settings = readStartSettings({});
    expect(settings).toMatchObject({ postgresPort: 54_329, temporalPort: 7233 });
    expect(settings).not.toHaveProperty('databaseUrl');
    expect(settings).not.toHaveProperty('temporalAddress');
  });

  it('knows a Temporal server that was named', () => {
    expect(readStartSettings({ TEMPORAL_ADDRESS: 'temporal:7233' }).temporalAddress).toBe('temporal:7233');
  });
});
