// POST /calendar-changes/preview, and the same as .csv and .txt: what a change of the bank holidays would do to the cases
// that are open, asked before it is accepted. Without days it asks about what the ledger holds already. Nothing is changed.

import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { civilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { daysChanged, eachDayOnce, titlesChanged, type DayChanged } from '../../domain/calendar/daysChanged';
import { instant, type Instant } from '../../domain/calendar/instant';
import { propose, type ChangeAsked, type Proposal } from '../../domain/calendarChange/proposal';
import { notesOnDay } from '../../domain/holidayLedger/acts';
import { standing } from '../../domain/holidayLedger/standing';
import type { CaseReference } from '../../domain/rapidReview/references';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { snapshotOf } from '../../platform/holidays/snapshot';
import type { CalendarPreview, EffectOnOne, Records } from '../../records/records';
import type { ApiDeps } from '../deps';
import { namesOfAgencies, type NameAgency } from '../agencies/namesOfAgencies';
import { LARGEST_PAGE, USUAL_PAGE } from '../fields/pageQuery';
import { nameOfRecorder } from '../holidays/presentHoliday';
import { inPieces } from '../http/inPieces';
import { pageOf } from '../http/pageOf';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';
import { detailOfDay, problemOfAct } from '../problems/holidayProblems';
import { inBody, problem, withErrors, type Problem } from '../problems/problem';
import { changeProblems, sayTwice } from './changeProblems';
import { caseExample, type CaseEffectView } from './caseEffectSchema';
import { PreviewBody, previewExample, PreviewQuery, PreviewSchema, versionExample } from './changeSchemas';
import { caseEffectView, previewView } from './presentChange';
import { csvHead, csvOf, tableHead, tableOf } from './previewTable';
import { askedHash, writeVersion } from './previewVersion';

interface Body {
  readonly list?: readonly { readonly date: string; readonly title: string }[];
  readonly withdraw?: readonly string[];
}

export const askedIn = ({ list = [], withdraw = [] }: Body): ChangeAsked => ({
  list: list.map(({ date, title }) => ({ date: date as CivilDate, title })),
  withdraw: withdraw.map((date) => date as CivilDate),
});

type Refused = Extract<Proposal, { readonly ok: false }>;

export const refusalOf = async ({ records }: ApiDeps, { rejection, where }: Refused): Promise<Problem> => {
  const pointer = (field: '/date' | '/title'): string =>
    `/${where.of}/${where.index}${where.of === 'list' ? field : ''}`;
  if (rejection.code === 'DayNamedTwice')
    return problem(changeProblems.dayNamedTwice, rejection, inBody(pointer('/date'), sayTwice(rejection)));
  const by = rejection.code === 'HolidayAlreadyStands' ? rejection.listing.recordedBy : '';
  const refused = problemOfAct(rejection, await nameOfRecorder(records, by));
  const field = refused.errors[0]?.pointer === '/title' ? '/title' : '/date';
  return withErrors(refused, inBody(pointer(field), detailOfDay(rejection)));
};

const BEFORE_ALL = civilDate('0001-01-01');

/** Those that no date is counted over are named all the same: from the record of the change alone one must find the day. */
const daysAsked = (
  { list, withdraw }: ChangeAsked,
  standsNow: CalendarSnapshot,
  proposed: CalendarSnapshot,
): readonly DayChanged[] => {
  const dates = new Set([...list.map(({ date }) => date), ...withdraw]);
  return daysChanged(standsNow, proposed, BEFORE_ALL).filter(({ date }) => dates.has(date));
};

export interface Previewed {
  readonly version: string;
  readonly calendar: CalendarSnapshot;
  readonly preview: CalendarPreview;
  readonly notes: readonly string[];
}

/** Throws the problem that refuses one of the days. */
export const previewed = async (deps: ApiDeps, asked: ChangeAsked, at: Instant): Promise<Previewed> => {
  const { holidays, calendarChanges } = deps.records;
  // Takes the lists that come with this version first: an empty ledger would know no day.
  const standsNow = await holidays.snapshot(deps.now());
  const ledger = await holidays.facts();
  const changes = (await calendarChanges.last())?.number ?? 0;
  const today = londonDayAt(at);
  const proposal = propose(ledger, asked, today, at);
  if (!proposal.ok) throw await refusalOf(deps, proposal);
  const calendar = snapshotOf(standing(proposal.ledger));
  const preview = await calendarChanges.preview(calendar, deps.now());
  const days = eachDayOnce([...preview.foreseen.days, ...daysAsked(asked, standsNow, calendar)]);
  return {
    version: writeVersion({ facts: ledger.length, changes, asked: askedHash(asked) }),
    calendar,
    preview: { ...preview, foreseen: { ...preview.foreseen, days } },
    notes: [
      ...titlesChanged(standsNow, calendar).map(
        ({ date, was, is }) =>
          `${sayDate(date)} would be called ${is}, and not ${was}: no date moves by that.`,
      ),
      ...[...asked.withdraw, ...asked.list.map(({ date }) => date)].flatMap((date) =>
        notesOnDay(date, today),
      ),
    ],
  };
};

const namesIn = (records: Records, page: readonly EffectOnOne[]): Promise<NameAgency> =>
  namesOfAgencies(
    records,
    page.flatMap(({ agencies }) => agencies.map(({ agency }) => agency)),
  );

/** Page after page, so that a hundred thousand cases never stand in memory together. */
async function* lines(
  records: Records,
  head: string,
  { preview }: Previewed,
  say: (effect: CaseEffectView, nameOf: NameAgency) => string,
): AsyncGenerator<string> {
  yield head;
  for (let after: CaseReference | undefined; ;) {
    const page = await preview.page(after, LARGEST_PAGE);
    const nameOf = await namesIn(records, page);
    if (page.length > 0) yield page.map((effect) => say(caseEffectView(effect, nameOf), nameOf)).join('');
    after = page.at(-1)?.reference;
    if (page.length < LARGEST_PAGE) return;
  }
}

const nameInExample: NameAgency = (agency) => agency;
const csvExample = `${csvHead}${csvOf(versionExample)(caseExample, nameInExample)}`;
const foreseenExample = {
  ...previewExample,
  told: { ...previewExample.told, at: instant(Date.parse(previewExample.told.at)) },
  days: previewExample.days.map((day) => ({ ...day, date: civilDate(day.date) })),
};
const tableExample = `${tableHead(foreseenExample, versionExample, [])}${tableOf(caseExample, nameInExample)}`;

export const previewChangeRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'readCases' } as const;
  const common = { tags: ['calendar changes'], security, body: PreviewBody };

  app.route({
    method: 'POST',
    url: '/calendar-changes/preview',
    config,
    schema: {
      ...common,
      summary: 'See what a change of the bank holidays would do',
      description:
        'To the open cases: which dates move, what becomes late or is in time again, which meetings leave their window or are in it again, which reminders to agencies and warnings to the team come at another time, who is told of what, and when, and who is not told any more. Without days it is about what the ledger holds already. Authority and reason may be given here as well, or only with the acceptance. Nothing is changed; its version goes back with the acceptance. The numbers are of this moment: cases go on, and the calendar alone makes a preview stale.',
      querystring: PreviewQuery,
      response: { 200: PreviewSchema, ...problems },
    },
    handler: async (request) => {
      const { limit = USUAL_PAGE, after } = request.query;
      const asked = askedIn(request.body);
      const { version, calendar, preview, notes } = await previewed(deps, asked, request.arrivedAt);
      const found = await preview.page(after, limit + 1);
      const { shown, more } = pageOf(found, limit, ({ reference }) => reference);
      const nameOf = await namesIn(deps.records, shown);
      return {
        version,
        calendar: calendar.version,
        ...previewView(preview.foreseen),
        notes: [...notes],
        cases: shown.map((effect) => caseEffectView(effect, nameOf)),
        ...more,
      };
    },
  });

  app.route({
    method: 'POST',
    url: '/calendar-changes/preview.csv',
    config,
    schema: {
      ...common,
      summary: 'The same for a spreadsheet',
      description:
        'A line for each date, meeting, reminder, warning and notice of every case: what it is about as a code and in words, days such as 2026-04-09, and for a notice when it goes, or was to go, in London time, such as 2026-04-08 09:00. The column "preview" and the name of the file have the version that the acceptance names.',
      response: { 200: textAnswer('text/csv', 'A line for each effect', csvExample), ...problems },
    },
    handler: async (request, reply) => {
      const found = await previewed(deps, askedIn(request.body), request.arrivedAt);
      void reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="calendar-change-${found.version}.csv"`);
      return reply.send(inPieces(lines(deps.records, csvHead, found, csvOf(found.version))));
    },
  });

  app.route({
    method: 'POST',
    url: '/calendar-changes/preview.txt',
    config,
    schema: {
      ...common,
      summary: 'The same as a table to read',
      description: 'The numbers, and a table of every case.',
      response: { 200: textAnswer('text/plain', 'A page of text', tableExample), ...problems },
    },
    handler: async (request, reply) => {
      const found = await previewed(deps, askedIn(request.body), request.arrivedAt);
      void reply.type('text/plain; charset=utf-8');
      const head = tableHead(found.preview.foreseen, found.version, found.notes);
      return reply.send(inPieces(lines(deps.records, head, found, tableOf)));
    },
  });
};
