// The description of the API (OpenAPI 3.1), who may ask each route by the table of permissions, and its page at /docs. Both hold no data and ask for no token; the page has
// a content policy of its own, because it runs scripts where nothing else here does.

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { reachOf, rolesWith, type Permission } from '../permissions/permissions';
import { describedHeaders } from '../writing/writeHeaders';

const DESCRIPTION = `Deadlines of Rapid Reviews, for local safeguarding partnerships.

* **Who you are**: \`Authorization: Bearer <token>\`. What you may do follows from the role of the token.
* **Writing**: every write carries an \`Idempotency-Key\`; repeating it is safe. \`If-Match\` with the version you read
  keeps two people from overwriting each other.
* **Reading**: versions are ETags. A write waits up to two seconds for its own record, so that the next reading shows it.
* **Problems** are \`application/problem+json\` with a stable \`type\`, a sentence that says what to do, and pointers to
  the fields. Unknown fields are refused.
* **Days and moments**: a day is a London day, \`2026-04-10\`; a moment carries its zone. What is due on a day is late
  from the next midnight in London.`;

const TAGS = [
  { name: 'cases', description: 'Referrals, cases, timetables, chronologies' },
  { name: 'timestamps', description: 'The six moments that dates are counted from (R3)' },
  { name: 'scoping', description: 'Agencies on a case and the requests to them' },
  { name: 'returns', description: 'What agencies answer, and that their records are secured' },
  { name: 'reminders', description: 'Reminders to agencies, and what would be sent in the days to come' },
  { name: 'meeting', description: 'The meeting: arranged, held, quorate or not (R14)' },
  { name: 'diary', description: "The sub-group's dates, kept for all cases together" },
  { name: 'decision', description: 'Duties, decision and sign-off (R15 to R17)' },
  { name: 'panel', description: 'Report, dispatch and reply of the national Panel (R18, R19)' },
  { name: 'ending', description: 'How a case ends, and is taken up again (R20, R21)' },
  { name: 'duplicates', description: 'Cases that may be the same (R22)' },
  { name: 'safety', description: "Concerns for a child's immediate safety, at any step and hour (R23)" },
  { name: 'timetables', description: 'What the dates would be, without a case' },
  { name: 'holidays', description: 'The bank holidays that dates are counted with, and where each is from' },
  {
    name: 'local days',
    description: 'Closures and school holidays: working days that are named beside a date (R2)',
  },
  { name: 'particulars', description: 'Who it is about; each view is recorded' },
  { name: 'agencies', description: 'The register of agencies and their contacts' },
  { name: 'problems', description: 'The types of problems' },
  { name: 'health', description: 'Whether it runs' },
];

// No upgrade to https: on loopback there is none.
const PAGE_POLICY = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'img-src': "'self' data:",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
};

/** By the table of permissions. A role alone does not always do: some acts need a seat too, or a preview. */
const sayWho = (permission: Permission | 'public'): string => {
  if (permission === 'public') return 'anybody, without a token';
  const roles = rolesWith(permission).map((role) =>
    reachOf(role, permission) === 'ownAgency' ? `${role} (of its own agency)` : role,
  );
  return roles.join(', ');
};

const withRoles = (description: string | undefined, permission: Permission | 'public'): string =>
  [...(description === undefined ? [] : [description]), `**Roles**: ${sayWho(permission)}.`].join('\n\n');

/** Before the routes, so that it sees them come. */
export const describeRoutes = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rapid Review deadlines', version: '0.1.0', description: DESCRIPTION },
      tags: TAGS,
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: ({ schema, url, route: { config } }) => {
      const headers = describedHeaders(schema.headers);
      const { permission } = config ?? {};
      const described = {
        ...schema,
        ...(headers === undefined ? {} : { headers }),
        ...(permission === undefined ? {} : { description: withRoles(schema.description, permission) }),
      };
      return { url, schema: described };
    },
    // The name of a shared schema, where the library would count: def-0, def-1.
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json.$id === 'string' ? json.$id : `def-${index}`,
    },
  });
};

export const showDescription = async (app: FastifyInstance): Promise<void> => {
  // For whoever types the address alone.
  app.get('/', { config: { permission: 'public' }, schema: { hide: true } }, (_request, reply) =>
    reply.redirect('/docs'),
  );
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission: 'public' };
    });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: PAGE_POLICY,
      uiConfig: { deepLinking: true },
    });
  });
};
