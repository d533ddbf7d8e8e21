// GET /healthz: this process answers. GET /readyz: everything that it needs does, each named.

import { Type } from 'typebox';
import type { ApiDeps } from '../deps';
import { strict } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { readiness } from './readiness';

const Health = Type.Object({ ok: Type.Literal(true) }, { ...strict, examples: [{ ok: true }] });

const Ready = Type.Object(
  {
    ok: Type.Boolean(),
    checks: Type.Array(
      Type.Object(
        {
          name: Type.Enum(['database', 'temporal', 'worker', 'cases', 'keys', 'calendar']),
          ok: Type.Boolean(),
          why: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  {
    ...strict,
    examples: [
      {
        ok: false,
        checks: [
          { name: 'database', ok: true },
          { name: 'temporal', ok: true },
          { name: 'worker', ok: false, why: 'No worker asks for work: start one.' },
          { name: 'cases', ok: true },
          { name: 'keys', ok: true },
          { name: 'calendar', ok: true },
        ],
      },
    ],
  },
);

export const healthRoutes = (app: TypedApp, deps: ApiDeps): void => {
  // Whoever watches asks often, and must be answered when all others are held back.
  const config = { permission: 'public', rateLimit: false } as const;
  app.route({
    method: 'GET',
    url: '/healthz',
    config,
    schema: {
      summary: 'Is the process alive',
      tags: ['health'],
      response: { 200: Health },
    },
    handler: () => ({ ok: true as const }),
  });
  app.route({
    method: 'GET',
    url: '/readyz',
    config,
    schema: {
      summary: 'Can it do its work',
      description:
        'Database, Temporal, a worker, the same cases in both for a minute at least, and a calendar that covers today. From 60 days before the official list of bank holidays ends, the calendar says so and goes on serving; so does it where a master key is missing that something is sealed under.',
      tags: ['health'],
      response: { 200: Ready, 503: Ready },
    },
    handler: async (request, reply) => {
      const checks = [...(await readiness(deps, request.log))];
      const ok = checks.every((one) => one.ok);
      return reply.code(ok ? 200 : 503).send({ ok, checks });
    },
  });
};
