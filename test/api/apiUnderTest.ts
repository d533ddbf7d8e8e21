// The whole API over real records, asked by `inject`: one token for each role, a clock that the test sets, and a case
// gateway that decides with the real rules but without Temporal. What the log said can be searched.

import { jest } from '@jest/globals';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApi } from '../../api/buildApi';
import type { ApiDeps } from '../../api/deps';
import { askedHash, previewTag } from '../../api/writing/previewTag';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { ROLES, type ActorId, type Role } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { AgencyId } from '../../domain/timetable/facts';
import type { IdentityPort } from '../../platform/identity/identity';
import { answerLinks } from '../../platform/identity/answerLinks';
import { tokenIdentity } from '../../platform/identity/tokenIdentity';
import { createLogger } from '../../platform/logging/createLogger';
import type { IssuedToken } from '../../records/records';
import { recordsUnderTest, type RecordsUnderTest } from '../records/recordsUnderTest';
import { officialCalendar } from '../unit/calendars';
import { addAgencies } from './agencies';
import { DecidingGateway } from './decidingGateway';

// A database is made for each file, on a machine that does other things at the same time.
jest.setTimeout(60_000);

export const at = (text: string): Instant => {
  const found = parseInstant(text);
  if (found === undefined) throw new Error(`${text} is not an instant`);
  return found;
};

export const PEOPLE: Readonly<Record<Role, string>> = {
  coordinator: 'Sam Inglewood',
  meetingChair: 'Robin Thorley',
  independentChair: 'Ash Penhallow',
  partnerDelegate: 'Jo Whitcombe',
  agencyContact: 'Alex Merrow',
  auditor: 'Charlie Oakes',
  service: 'Referral form',
};

export const PUBLIC_URL = 'https://rapid-review.partnership.example';

const PARTNERSHIP = {
  name: 'Example Safeguarding Partnership',
  mailbox: 'team@partnership.example',
  privacyUrl: 'https://partnership.example/privacy',
  accessibilityUrl: '',
};

export interface Asking {
  readonly as?: Role | null;
  readonly body?: unknown;
  readonly key?: string | null;
  /** A correction names its preview of the case as it is, unless something else is said. */
  readonly ifMatch?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiUnderTest extends RecordsUnderTest {
  readonly app: FastifyInstance;
  readonly gateway: DecidingGateway;
  readonly identity: IdentityPort;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly actors: Readonly<Record<Role, ActorId>>;
  readonly clock: { now: Instant };
  /** Everything logged so far. */
  log(): string;
  ask(method: 'GET' | 'POST' | 'PATCH', url: string, asking?: Asking): Promise<LightMyRequestResponse>;
}

let keys = 0;
export const newKey = (): string => {
  keys += 1;
  return `test-key-${String(keys).padStart(6, '0')}`;
};

const requestOf = (
  tokens: ApiUnderTest['tokens'],
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  asking: Asking,
): InjectOptions => {
  const { as = 'coordinator', body, key, ifMatch, headers = {} } = asking;
  const write = method !== 'GET' && key !== null;
  return {
    method,
    url,
    headers: {
      ...(as === null ? {} : { authorization: `Bearer ${tokens[as]}` }),
      ...(write ? { 'idempotency-key': key ?? newKey() } : {}),
      ...(typeof ifMatch === 'string' ? { 'if-match': ifMatch } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as object }),
  };
};

/** What the addresses of the corrections are made of. */
const CORRECTIONS = [
  '/timestamps/:timestamp/corrections',
  '/scoping-requests/:agency/corrections',
  '/scoping-requests/:agency/bounces/:contact/corrections',
  '/returns/:agency/:number/corrections',
  '/records-secured/:agency/corrections',
  '/panel/dispatches/:number/corrections',
  '/panel/replies/:number/corrections',
  '/sign-offs/:seat/corrections',
  '/decision/confirmation/corrections',
  '/panel/contacts/:number/corrections',
  '/meetings/:number/corrections',
  '/agencies/:agency/corrections',
  '/agencies/:agency/removal',
].map((path) => ({
  path,
  address: new RegExp(`^/cases/(?<reference>RR-\\d{4}-\\d+)${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

const previewed = async (
  { events }: RecordsUnderTest['records'],
  url: string,
  body: unknown,
): Promise<string | null> => {
  for (const { path, address } of CORRECTIONS) {
    const params = address.exec(url)?.groups;
    if (params === undefined) continue;
    // No version is 0: of an unknown case, any is as good.
    const version = (await events.version(params['reference'] as CaseReference)) || 1;
    return `"${previewTag(version, askedHash(path, { ...params }, body ?? {}))}"`;
  }
  return null;
};

/** `given` replaces what the API would be given otherwise. */
export const apiUnderTest = async (given: Partial<ApiDeps> = {}): Promise<ApiUnderTest> => {
  const under = await recordsUnderTest();
  const { records } = under;
  const clock = { now: at('2026-03-30T16:25:00+01:00') };
  const lines: string[] = [];
  const gateway = new DecidingGateway(records, () => clock.now);

  const issue = (role: Role, agency?: AgencyId): Promise<IssuedToken> =>
    records.people.issue({
      role,
      person: PEOPLE[role],
      at: clock.now,
      ...(agency === undefined ? {} : { agency }),
    });
  const coordinator = await issue('coordinator');
  const agency = await addAgencies(records, coordinator.actor, clock.now);
  const others = ROLES.filter((role) => role !== 'coordinator').map(
    async (role) => [role, await issue(role, role === 'agencyContact' ? agency : undefined)] as const,
  );
  const issued = [['coordinator', coordinator] as const, ...(await Promise.all(others))];
  const tokens = Object.fromEntries(issued.map(([role, { token }]) => [role, token])) as Record<Role, string>;
  const actors = Object.fromEntries(issued.map(([role, { actor }]) => [role, actor])) as Record<
    Role,
    ActorId
  >;

  const identity = tokenIdentity((token, moment) => records.people.findByToken(token, moment));
  const app = await buildApi({
    records,
    cases: gateway,
    identity,
    answerLinks: answerLinks(under.ring, `${PUBLIC_URL}/`),
    partnership: PARTNERSHIP,
    logger: createLogger({
      level: 'trace',
      name: 'api',
      destination: { write: (line) => void lines.push(line) },
    }),
    now: () => clock.now,
    calendar: () => Promise.resolve(officialCalendar.snapshot),
    readiness: {
      temporal: () => Promise.resolve(),
      worker: () => Promise.resolve(true),
      cases: () => Promise.resolve(undefined),
      missingKeys: () => (given.records ?? records).missingKeys(),
    },
    requestsPerMinute: 100_000,
    recordedWithinMs: 200,
    ...given,
  });
  return {
    ...under,
    app,
    gateway,
    identity,
    tokens,
    actors,
    clock,
    log: () => lines.join(''),
    ask: async (method, url, asking = {}) => {
      const seen = asking.ifMatch === undefined ? await previewed(records, url, asking.body) : asking.ifMatch;
      return app.inject(requestOf(tokens, method, url, { ...asking, ifMatch: seen }));
    },
    close: async () => {
      await app.close();
      await under.close();
    },
  };
};
