// GET /cases.txt: every open case as a line of text for people, what is missed and what is due first before the rest. Its rows come
// from the list, page after page, and no case stands twice; it derives no date.

import { Type } from 'typebox';
import { civilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { CaseListItem, Cursor, Records } from '../../records/records';
import type { NameAgency } from '../agencies/namesOfAgencies';
import type { ApiDeps } from '../deps';
import { tableOfWidths } from '../effects/table';
import { strict } from '../fields/fields';
import { inPieces } from '../http/inPieces';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';
import { sayDayOn, sayNotAhead } from '../timetable/seenOnDay';
import { DueBefore } from './listCases';
import { namesOfNext, sayNext } from './nextObligation';

const PAGE = 200;

const { row, rule } = tableOfWidths([14, 27, 25, 6, 27, 25, 44]);
const HEADS = row([
  ...['Case', 'Due', 'How it stands', 'Missed', 'To be complete by'],
  ...['Key', 'What is due next, and whose it is'],
]);
const WHAT_IS_MISSED = '"Missed" is how many are missed and not done.';

const sayStanding = ({ status, due }: NonNullable<CaseListItem['next']>, today: CivilDate): string =>
  status === 'missed' ? status : (sayNotAhead(due, today) ?? 'open');

const lineOf = (
  { reference, headline, next, obligations }: CaseListItem,
  today: CivilDate,
  name: NameAgency,
): string =>
  row([
    reference,
    ...(next === undefined
      ? ['', 'no date is known']
      : [sayDayOn(next.due, today), sayStanding(next, today)]),
    String(obligations.missedNotDone),
    headline === undefined ? '' : sayDayOn(headline, today),
    ...(next === undefined ? [] : [next.key, sayNext(next, name)]),
  ]);

const headOf = (today: CivilDate, dueBefore: CivilDate | undefined): string =>
  [
    `The open cases on ${sayDate(today)}, what is missed and what is due first before the rest`,
    ...(dueBefore === undefined
      ? []
      : [`Of which something that is not done is due before ${sayDate(dueBefore)}`]),
    WHAT_IS_MISSED,
    '',
    HEADS,
    rule,
    '',
  ].join('\n');

async function* linesOf(
  records: Records,
  today: CivilDate,
  dueBefore: CivilDate | undefined,
): AsyncGenerator<string> {
  yield headOf(today, dueBefore);
  const asked = {
    status: 'open',
    order: 'due',
    limit: PAGE,
    ...(dueBefore === undefined ? {} : { dueBefore }),
  } as const;
  // Between two pages a case may go on, and come again further down. One transaction for all would stay open as long as a slow reader takes.
  const written = new Set<CaseListItem['reference']>();
  for (let after: Cursor | undefined; ;) {
    const { items, next } = await records.cases.list({ ...asked, ...(after === undefined ? {} : { after }) });
    const fresh = items.filter(({ reference }) => !written.has(reference));
    const name = await namesOfNext(records, fresh);
    if (after === undefined && items.length === 0) yield 'None.\n';
    yield fresh.map((item) => `${lineOf(item, today, name)}\n`).join('');
    if (next === undefined) return;
    for (const { reference } of fresh) written.add(reference);
    after = next;
  }
}

const example = `${headOf(civilDate('2026-03-31'), undefined)}${lineOf(
  {
    reference: 'RR-2026-0007' as CaseListItem['reference'],
    status: 'open',
    nature: 'suspectedAbuseOrNeglect',
    headline: civilDate('2026-04-22'),
    version: 13,
    agencies: 2,
    obligations: { awaitingAnchor: 2, open: 5, met: 2, missed: 0, missedNotDone: 0 },
    next: { key: 'meeting' as never, obligation: 'meeting', due: civilDate('2026-04-20'), status: 'open' },
  },
  civilDate('2026-03-31'),
  (id) => id,
)}\n`;

export const openCasesPageRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases.txt',
    config: { permission: 'readCases' },
    schema: {
      summary: 'The open cases as a page to read',
      description:
        'A line a case: what is due next, whose it is and by when, how many are missed and not done. What is missed and what is due first comes first. It names agencies, and no child. It is of the moments in which it was read: a case that goes on meanwhile stands once, and may be wanting where something in it has become due sooner.',
      tags: ['cases'],
      security,
      querystring: Type.Object({ dueBefore: DueBefore }, strict),
      response: { 200: textAnswer('text/plain', 'A page of text', example), ...problems },
    },
    handler: async (request, reply) => {
      const { dueBefore } = request.query;
      const before = dueBefore === undefined ? undefined : civilDate(dueBefore);
      void reply.type('text/plain; charset=utf-8');
      return reply.send(inPieces(linesOf(deps.records, londonDayAt(deps.now()), before)));
    },
  });
};
