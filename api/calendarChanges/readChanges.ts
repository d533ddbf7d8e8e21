// GET /calendar-changes, /calendar-changes/:number and its cases; and GET /cases/:reference/calendars: which changes were
// accepted, how far each has got, which cases it touched; and on which lists the dates of one case have rested.

import { Type } from 'typebox';
import { formatInstant } from '../../domain/calendar/instant';
import type { CalendarChange, FoldedCase } from '../../records/records';
import { readCase } from '../cases/readCase';
import { sayDayChanged } from '../chronology/sayCalendarChange';
import type { ApiDeps } from '../deps';
import { CaseParams, strict } from '../fields/fields';
import { USUAL_PAGE } from '../fields/pageQuery';
import { pageOf } from '../http/pageOf';
import { problems, security, type TypedApp } from '../http/typedApp';
import { problem } from '../problems/problem';
import { changeProblems } from './changeProblems';
import { CHANGES_AT_ONCE, ChangeSchema, ChangesQuery, ChangesSchema, PreviewQuery } from './changeSchemas';
import { changeView, reasonView } from './presentChange';
import { BroughtSchema, CalendarsSchema, type CalendarsView } from './touchedSchemas';

const Params = Type.Object(
  { number: Type.String({ pattern: '^[1-9][0-9]{0,8}$', description: 'must be the number of a change' }) },
  strict,
);

const changeAt = async ({ records }: ApiDeps, number: string): Promise<CalendarChange> => {
  const change = await records.calendarChanges.byNumber(Number(number));
  if (change === undefined) throw problem(changeProblems.unknown, {});
  return change;
};

/** The moves of one act stand in the event right after it. */
const calendarsOf = ({ events, calendarOf }: FoldedCase): CalendarsView['calendars'] =>
  events.flatMap((event, index): CalendarsView['calendars'] => {
    const opened = event.kind === 'CaseOpened';
    if (!opened && event.kind !== 'CalendarAdopted') return [];
    const version = opened ? event.body.calendar : event.body.to;
    const { snapshot } = calendarOf(version);
    const next = events[index + 1];
    return [
      {
        calendar: version,
        since: formatInstant(event.at),
        event: event.number,
        ...(opened ? {} : { change: event.body.change }),
        coversTo: snapshot.covers.to,
        confirmedTo: snapshot.confirmedTo,
        days: opened ? [] : event.body.days.map((day) => ({ ...day, inWords: sayDayChanged(day) })),
        moves: !opened && next?.kind === 'DatesMoved' ? [...next.body.moves] : [],
      },
    ];
  });

export const readChangesRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const config = { permission: 'readCases' } as const;
  const common = { tags: ['calendar changes'], security };

  app.route({
    method: 'GET',
    url: '/calendar-changes',
    config,
    schema: {
      ...common,
      summary: 'List the changes of the bank holidays that were accepted',
      description:
        'The newest first, a page at a time, each with what was foreseen, how far it has got and who could not follow.',
      querystring: ChangesQuery,
      response: { 200: ChangesSchema, ...problems },
    },
    handler: async (request) => {
      const { limit = CHANGES_AT_ONCE, before } = request.query;
      const page = { limit: limit + 1, ...(before === undefined ? {} : { before }) };
      const found = await records.calendarChanges.list(page);
      const { shown, more } = pageOf(found, limit, ({ number }) => number);
      const last = (await records.calendarChanges.last())?.number;
      const items = [];
      for (const change of shown) items.push(await changeView(records, request, change, last));
      return { items, ...more };
    },
  });

  app.route({
    method: 'GET',
    url: '/calendar-changes/:number',
    config,
    schema: {
      ...common,
      summary: 'Read one change, and how far it has got',
      description: 'In numbers: foreseen, brought, moved, still behind, and the cases that could not follow.',
      params: Params,
      response: { 200: ChangeSchema, ...problems },
    },
    handler: async (request) => {
      const change = await changeAt(deps, request.params.number);
      return changeView(records, request, change, (await records.calendarChanges.last())?.number);
    },
  });

  app.route({
    method: 'GET',
    url: '/calendar-changes/:number/cases',
    config,
    schema: {
      ...common,
      summary: 'List the cases that a change touched, one by one',
      description: 'Each with the event that recorded it and the dates that moved.',
      params: Params,
      querystring: PreviewQuery,
      response: { 200: BroughtSchema, ...problems },
    },
    handler: async (request) => {
      const { number } = await changeAt(deps, request.params.number);
      const { limit = USUAL_PAGE, after } = request.query;
      const found = await records.calendarChanges.casesBrought(number, after, limit + 1);
      const { shown, more } = pageOf(found, limit, ({ reference }) => reference);
      return {
        number,
        cases: shown.map(({ reference, event, at, moves }) => ({
          reference,
          event,
          at: formatInstant(at),
          moves: [...moves],
        })),
        ...more,
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/cases/:reference/calendars',
    config,
    schema: {
      ...common,
      summary: 'Read on which lists of bank holidays the dates of a case have rested',
      description:
        'Since when each, by which change and why, on which days it differs from the one before, and what moved. On whose authority a day was listed is in the bank holidays.',
      params: CaseParams,
      response: { 200: CalendarsSchema, ...problems },
    },
    handler: async (request) => {
      const folded = await readCase(records, request.params.reference);
      const calendars: CalendarsView['calendars'] = [];
      for (const calendar of calendarsOf(folded)) {
        const { change } = calendar;
        const reason = change === undefined ? {} : await reasonView(records, request, change);
        calendars.push({ ...calendar, ...reason });
      }
      return { reference: folded.state.reference, calendars };
    },
  });
};
