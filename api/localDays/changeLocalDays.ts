// POST /local-days and /local-days/:localDays/withdrawal: adds a closure or school holidays, takes them back. No case is touched:
// nothing is counted with them.

import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { addLocalDays, takeBackLocalDays, type LocalDaysDecision } from '../../domain/localDays/acts';
import type { LocalDays } from '../../domain/localDays/localDays';
import type { AgencyId } from '../../domain/timetable/facts';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { covered } from '../problems/covered';
import { reserveWrite } from '../writing/reserveWrite';
import { etagOf, expectedVersionOf, WriteHeaders } from '../writing/writeHeaders';
import { problemOfLocalDays } from './localDaysProblems';
import {
  LocalDaysParams,
  LocalDaysSchema,
  LocalDaysToAddSchema,
  LocalDaysToTakeBackSchema,
  type LocalDaysView,
} from './localDaysSchemas';
import { localDaysView } from './presentLocalDays';

const recordAct = async (
  { records }: ApiDeps,
  request: FastifyRequest,
  decide: (known: readonly LocalDays[]) => LocalDaysDecision,
): Promise<LocalDaysView> => {
  const { commandId } = await reserveWrite(records, request);
  const act = { commandId, by: identityOf(request).actor, at: request.arrivedAt };
  const result = await records.localDays.record(act, (known) => {
    const decision = covered(() => decide(known), request.body);
    return decision.ok ? { record: decision.draft } : { refused: decision.rejection };
  });
  if ('refused' in result) throw problemOfLocalDays(result.refused);
  return localDaysView(records, request, result.recorded.id);
};

export const changeLocalDaysRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'keepLocalDays' } as const;
  const common = { tags: ['local days'], security, headers: WriteHeaders };
  app.route({
    method: 'POST',
    url: '/local-days',
    config,
    schema: {
      ...common,
      summary: 'Add a closure or school holidays',
      description:
        'Of an agency, or of everybody where none is named. They count as working days (R2): no date moves for them. Each date that lies in them says so from now on, in every case.',
      body: LocalDaysToAddSchema,
      response: { 201: LocalDaysSchema, ...problems },
    },
    handler: async (request, reply) => {
      const { kind, title, agency } = request.body;
      if (agency !== undefined) await agenciesInRegister(deps.records, [agency], '/agency');
      const days = {
        kind,
        title,
        firstDay: request.body.firstDay as CivilDate,
        lastDay: request.body.lastDay as CivilDate,
        ...(agency === undefined ? {} : { agency: agency as AgencyId }),
      };
      const calendar = workingCalendar(await deps.calendar());
      const view = await recordAct(deps, request, (known) => addLocalDays(known, days, calendar));
      void reply.code(201).headers({ location: `/local-days/${view.id}`, etag: etagOf(view.version) });
      return view;
    },
  });

  app.route({
    method: 'POST',
    url: '/local-days/:localDays/withdrawal',
    config,
    schema: {
      ...common,
      summary: 'Take back a closure or school holidays',
      description: 'When they were added by mistake or fell through. What was recorded of them stays.',
      params: LocalDaysParams,
      body: LocalDaysToTakeBackSchema,
      response: { 200: LocalDaysSchema, ...problems },
    },
    handler: async (request, reply) => {
      const id = request.params.localDays;
      const expectedVersion = expectedVersionOf(request);
      const toTakeBack = { id, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
      const view = await recordAct(deps, request, (known) => takeBackLocalDays(known, toTakeBack));
      void reply.header('etag', etagOf(view.version));
      return view;
    },
  });
};
