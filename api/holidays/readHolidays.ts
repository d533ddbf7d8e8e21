// GET /holidays, /holidays/readings and /holidays/:date: the bank holidays that dates are counted with, where each is
// from, what about them is open, and everything that was ever recorded about one day.

import { Type } from 'typebox';
import { yearIn, type CivilDate } from '../../domain/calendar/civilDate';
import { dayInLedger } from '../../domain/holidayLedger/dayInLedger';
import { factsOf, standing } from '../../domain/holidayLedger/standing';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { ReadingRow, Records } from '../../records/records';
import type { ApiDeps } from '../deps';
import { strict } from '../fields/fields';
import { PageLimit, USUAL_PAGE } from '../fields/pageQuery';
import { problems, security, type TypedApp } from '../http/typedApp';
import { problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { calendarView } from '../timetable/presentExplanation';
import { HolidayDaySchema, HolidayParams, HolidaysSchema, ReadingsSchema } from './holidaySchemas';
import {
  dayView,
  differenceViews,
  factViews,
  holidayView,
  lastReadings,
  readingView,
} from './presentHoliday';

const Query = Type.Object(
  {
    year: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 9999, description: 'The days of that year alone.' }),
    ),
  },
  strict,
);
const ReadingsQuery = Type.Object({ limit: PageLimit }, strict);

/** Where the last one that was taken is looked for, the last of all is among so many or is that very one. */
const RECENT = 60;

const sourceViews = async ({ holidays }: Records) => {
  const recent = await holidays.readings(RECENT);
  const views = (['govUk', 'library'] as const).map(async (source) => {
    const lastTaken = await holidays.lastTaken(source);
    const last: ReadingRow | undefined = recent.find((row) => row.source === source) ?? lastTaken;
    if (last === undefined) return [];
    return [
      {
        source,
        last: readingView(last),
        ...(lastTaken === undefined ? {} : { lastTaken: readingView(lastTaken) }),
      },
    ];
  });
  return (await Promise.all(views)).flat();
};

const inYear =
  (year: number | undefined) =>
  // The views hold days as texts.
  ({ date }: { readonly date: string }): boolean =>
    year === undefined || yearIn(date as CivilDate) === year;

export const readHolidaysRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const config = { permission: 'readHolidays' } as const;
  const common = { tags: ['holidays'], security };
  app.route({
    method: 'GET',
    url: '/holidays',
    config,
    schema: {
      ...common,
      summary: 'List the bank holidays',
      description:
        'The days that stand, each with where it is from and since when it was known; the span; what is open; how the lists were last read. New cases are counted with these days; cases that are open keep the calendar they have until the change is accepted for them.',
      querystring: Query,
      response: { 200: HolidaysSchema, ...problems },
    },
    handler: async (request) => {
      const { year } = request.query;
      const now = deps.now();
      const snapshot = await records.holidays.snapshot(now);
      const { from, to } = snapshot.covers;
      if (year !== undefined && (year < yearIn(from) || year > yearIn(to))) {
        throw problem(
          rejectionProblems.CalendarDoesNotCover,
          { code: 'CalendarDoesNotCover', asked: `The year ${year}`, from, to },
          [{ in: 'query', pointer: '/year', detail: 'is outside the calendar' }],
        );
      }
      const ledger = await records.holidays.facts();
      return {
        calendar: calendarView(snapshot, londonDayAt(now)),
        coversFrom: from,
        holidays: standing(ledger).holidays.filter(inYear(year)).map(holidayView),
        differences: differenceViews(ledger, await lastReadings(records)).filter(inYear(year)),
        sources: await sourceViews(records),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/holidays/readings',
    config,
    schema: {
      ...common,
      summary: 'List the readings of the lists',
      description:
        'The newest first: when each list was read, whether it was believed, and what it added. A list that was not believed has changed nothing.',
      querystring: ReadingsQuery,
      response: { 200: ReadingsSchema, ...problems },
    },
    handler: async (request) => {
      const { limit = USUAL_PAGE } = request.query;
      await records.holidays.snapshot(deps.now());
      return { items: (await records.holidays.readings(limit)).map(readingView) };
    },
  });

  app.route({
    method: 'GET',
    url: '/holidays/:date',
    config,
    schema: {
      ...common,
      summary: 'Read everything about one day',
      description:
        'Whether it counts as a holiday and why, and every fact that was recorded about it, in order. Who recorded it and why is shown to those whose role includes that.',
      params: HolidayParams,
      response: { 200: HolidayDaySchema, ...problems },
    },
    handler: async (request) => {
      const date = request.params.date as CivilDate;
      await records.holidays.snapshot(deps.now());
      const ledger = await records.holidays.facts();
      const day = dayInLedger(ledger, date);
      if (day.is === 'beyond') {
        const { from, to } = day;
        throw problem(rejectionProblems.CalendarDoesNotCover, {
          code: 'CalendarDoesNotCover',
          asked: date,
          from,
          to,
        });
      }
      return {
        ...dayView(date, day),
        facts: await factViews(records, request, factsOf(ledger, date)),
        differences: differenceViews(ledger, await lastReadings(records)).filter((one) => one.date === date),
      };
    },
  });
};
