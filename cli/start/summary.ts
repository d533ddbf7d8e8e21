// What a person is shown when everything runs: where each part is, a token for each role, and a first
// referral to try; or where the servers alone are. It starts and asks nothing.
import type { AgencyId } from '../../domain/timetable/facts';
import type { DemoToken } from '../token/demoTokens';
import type { Settings } from '../../platform/settings/readSettings';
import type { Engine, Servers } from './engine';
import { firstReferral } from './firstReferral';

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (at: number): number => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(width(at))).join('  ')}`.trimEnd());
}

/** Shows where the database is without showing its password. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'as DATABASE_URL says';
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}

/** Whoever looks at it with a program of their own is asked for its password. */
function placeOfDatabase(url: string, passwordFile: string | undefined): string {
  return `${withoutPassword(url)}${passwordFile === undefined ? '' : ` (its password is in ${passwordFile})`}`;
}

function metricsPlaces(settings: Settings): string {
  const { metricsHost, apiMetricsPort, workerMetricsPort, sdkMetricsPort } = settings;
  return (
    Object.entries({ API: apiMetricsPort, worker: workerMetricsPort, SDK: sdkMetricsPort })
      .filter(([, port]) => port !== 0)
      .map(([part, port]) => `http://${metricsHost}:${port}/metrics (${part})`)
      .join(', ') || 'nowhere'
  );
}

/** `passwordFile` is there where the database is one that was started here. */
export function summary(
  engine: Engine,
  tokens: readonly DemoToken[],
  agencies: readonly AgencyId[],
  passwordFile?: string,
): string {
  const { settings, apiUrl, mailboxUrl, temporalUiUrl, warnings } = engine;
  const places = [
    ['API', apiUrl],
    ['its documentation', `${apiUrl}/docs`],
    ['mails sent', mailboxUrl],
    ["Temporal's pages", temporalUiUrl ?? `at the server of ${settings.temporalAddress}`],
    ['PostgreSQL', placeOfDatabase(settings.databaseUrl, passwordFile)],
    ['data and logs', settings.dataDir],
    ['metrics', metricsPlaces(settings)],
  ];
  const coordinator = tokens.find(({ role }) => role === 'coordinator') ?? tokens[0];
  return [
    '',
    'Everything is running. Ctrl-C stops it; "npm start" carries on with every open case.',
    ...warnings.flatMap((warning) => ['', `WARNING: ${warning}`]),
    '',
    ...columns(places),
    '',
    'Tokens for trying it out, one a role (those of an earlier start have ended):',
    '',
    ...columns(tokens.map(({ role, person, token }) => [role, person, token])),
    ...(coordinator
      ? ['', 'Log a referral:', '', firstReferral(apiUrl, coordinator.token, agencies, new Date())]
      : []),
    '',
  ].join('\n');
}

export const summaryOfServers = (
  { databaseUrl, temporalUiUrl }: Servers,
  dataFolder: string,
  passwordFile?: string,
): string =>
  [
    '',
    'PostgreSQL and Temporal are running, and nothing else: no case goes on. Ctrl-C stops them; "npm start" starts everything.',
    '',
    ...columns([
      ['PostgreSQL', placeOfDatabase(databaseUrl, passwordFile)],
      ["Temporal's pages", temporalUiUrl ?? 'at the server of TEMPORAL_ADDRESS'],
      ['data and logs', dataFolder],
    ]),
    '',
  ].join('\n');
