// POST /holidays, /holidays/:date/withdrawals and /holidays/:date/kept-differences: a person adds a fact to the ledger
// of bank holidays, with their reason. Nothing in it is overwritten, and no case that is open is touched.

import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '../../domain/calendar/civilDate';
import {
  keepDifference,
  listHoliday,
  notesOn,
  withdrawHoliday,
  type ActDecision,
  type ActRejection,
} from '../../domain/holidayLedger/acts';
import { dayInLedger } from '../../domain/holidayLedger/dayInLedger';
import type { Ledger } from '../../domain/holidayLedger/ledger';
import type { Reading } from '../../domain/holidayLedger/reading';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { FactTexts, FactToRecord, Judged } from '../../records/records';
import type { ApiDeps } from '../deps';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { problemOfAct } from '../problems/holidayProblems';
import type { Problem } from '../problems/problem';
import { calendarView } from '../timetable/presentExplanation';
import { reserveWrite } from '../writing/reserveWrite';
import { WriteHeaders } from '../writing/writeHeaders';
import { HolidayToListSchema, KeptDifferenceSchema, WithdrawalSchema } from './holidayActSchemas';
import { HolidayActSchema, HolidayParams, type HolidayActView } from './holidaySchemas';
import { dayView, differenceViews, factViews, lastReadings, nameOfRecorder } from './presentHoliday';

interface OnLedger {
  readonly ledger: Ledger;
  readonly readings: readonly Reading[];
  /** The London day of the act. */
  readonly today: CivilDate;
}
type Decide = (facts: OnLedger) => ActDecision;

const refusal = async ({ records }: ApiDeps, rejection: ActRejection): Promise<Problem> =>
  problemOfAct(
    rejection,
    rejection.code === 'HolidayAlreadyStands'
      ? await nameOfRecorder(records, rejection.listing.recordedBy)
      : '',
  );

const recordAct = async (
  deps: ApiDeps,
  request: FastifyRequest,
  texts: FactTexts,
  decide: Decide,
): Promise<HolidayActView> => {
  const { records } = deps;
  const { holidays } = records;
  const { commandId } = await reserveWrite(records, request);
  const { arrivedAt: at } = request;
  // Takes the lists that come with this version first: an empty ledger would know no day.
  await holidays.snapshot(deps.now());
  const by = identityOf(request).actor;
  const readings = await lastReadings(records);
  const result = await holidays.record(commandId, (ledger): Judged<FactToRecord, ActRejection> => {
    const decision = decide({ ledger, readings, today: londonDayAt(at) });
    return decision.ok
      ? { record: { by, at, draft: decision.draft, texts } }
      : { refused: decision.rejection };
  });
  if ('refused' in result) throw await refusal(deps, result.refused);
  const { recorded } = result;
  // Of a repeat the day of what it repeats.
  const today = londonDayAt(recorded.recordedAt);
  const ledger = await holidays.facts();
  const day = dayInLedger(ledger, recorded.date);
  const [fact] = await factViews(records, request, [recorded]);
  if (day.is === 'beyond' || fact === undefined) {
    throw new RangeError('a day that was just recorded is not in the ledger');
  }
  return {
    ...dayView(recorded.date, day),
    fact,
    differences: differenceViews(ledger, readings).filter(({ date }) => date === recorded.date),
    calendar: calendarView(await holidays.snapshot(deps.now()), today),
    notes: [...notesOn(recorded, today)],
  };
};

export const changeHolidaysRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'keepHolidays' } as const;
  const common = { tags: ['holidays'], security, headers: WriteHeaders };
  const params = HolidayParams;
  app.route({
    method: 'POST',
    url: '/holidays',
    config,
    schema: {
      ...common,
      summary: 'List a bank holiday',
      description:
        'Before the official list has it, as after a proclamation. New cases are counted with it at once; cases that are open keep the calendar they have until the change is accepted for them. Authority and reason are kept encrypted.',
      body: HolidayToListSchema,
      response: { 201: HolidayActSchema, ...problems },
    },
    handler: async (request, reply) => {
      const { date, title, authority, reason } = request.body;
      const view = await recordAct(deps, request, { authority, reason }, ({ ledger, today }) =>
        listHoliday(ledger, { date: date as CivilDate, title }, today),
      );
      void reply.code(201).header('location', `/holidays/${view.date}`);
      return view;
    },
  });

  app.route({
    method: 'POST',
    url: '/holidays/:date/withdrawals',
    config,
    schema: {
      ...common,
      summary: 'Withdraw a bank holiday',
      description:
        'When it was moved or listed by mistake. What was recorded about it stays; a list that still has it is then shown as a difference, and does not bring it back.',
      params,
      body: WithdrawalSchema,
      response: { 200: HolidayActSchema, ...problems },
    },
    handler: (request) => {
      const { authority, reason } = request.body;
      const date = request.params.date as CivilDate;
      return recordAct(deps, request, { authority, reason }, ({ ledger }) => withdrawHoliday(ledger, date));
    },
  });

  app.route({
    method: 'POST',
    url: '/holidays/:date/kept-differences',
    config,
    schema: {
      ...common,
      summary: 'Settle a difference by keeping the ledger as it is',
      description: 'It is no longer shown as open, until something new is recorded about that day.',
      params,
      body: KeptDifferenceSchema,
      response: { 200: HolidayActSchema, ...problems },
    },
    handler: (request) => {
      const { against, reason } = request.body;
      const date = request.params.date as CivilDate;
      return recordAct(deps, request, { reason }, ({ ledger, readings }) =>
        keepDifference(ledger, readings, { date, against }),
      );
    },
  });
};
