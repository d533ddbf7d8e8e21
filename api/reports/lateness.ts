// GET /reports/lateness, and the same as .txt with a picture: how much was late against the first dates, and against the
// dates as they stand. A date that was corrected counts as right from the first (R8); an extension does not (R10).

import { Type, type Static } from 'typebox';
import { civilDate, sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { Lateness } from '../../records/records';
import { OBLIGATION_WORDS } from '../chronology/sayObligation';
import type { ApiDeps } from '../deps';
import { DateField, ObligationField, strict } from '../fields/fields';
import { mustBeRange } from '../fields/rangeOfDays';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';

const Query = Type.Object(
  {
    receivedFrom: Type.Optional(
      Type.String({ format: 'date', description: 'Only referrals received on or after this day.' }),
    ),
    receivedTo: Type.Optional(
      Type.String({ format: 'date', description: 'Only referrals received on or before this day.' }),
    ),
  },
  strict,
);
type Asked = Static<typeof Query>;

const lineExample = {
  obligation: 'agencyReturn' as const,
  judged: 96,
  done: 95,
  lateByPresentDate: 7,
  lateByFirstDate: 11,
  moved: 6,
};

const Report = Type.Object(
  {
    on: DateField,
    obligations: Type.Array(
      Type.Object(
        {
          obligation: ObligationField,
          judged: Type.Integer({
            description: 'Done, or late and not done. What is open and in time is left out.',
          }),
          done: Type.Integer(),
          lateByPresentDate: Type.Integer(),
          lateByFirstDate: Type.Integer({
            description: 'As if no date had moved: neither by an extension nor by a bank holiday.',
          }),
          moved: Type.Integer({ description: 'Of which the date is not the first one any more.' }),
        },
        strict,
      ),
    ),
  },
  {
    ...strict,
    examples: [{ on: '2026-04-22', obligations: [lineExample] }],
  },
);

const WIDTH = 40;
const bar = (part: number, of: number): string => '█'.repeat(of === 0 ? 0 : Math.round((part / of) * WIDTH));
const share = (part: number, of: number): string => `${part} of ${of}`.padStart(12);

/** Whoever reads "4 of 6" must know what the six are. */
const WHAT_IS_COUNTED = [
  'Counted is what is done, and what is late by either date and not done. Left out are what is still open and in',
  'time, and what lapsed with its case; a case that was merged into another is counted in that one.',
];

const picture = (on: CivilDate, lines: readonly Lateness[]): string =>
  [
    `Late against the first date, and against the date as it stands (${sayDate(on)})`,
    '',
    ...WHAT_IS_COUNTED,
    ...(lines.length === 0 ? ['', 'Nothing was due yet.'] : []),
    ...lines.flatMap(({ obligation, judged, lateByFirstDate, lateByPresentDate, moved }) => [
      '',
      `${OBLIGATION_WORDS[obligation]} (${moved} moved)`,
      `  first ${share(lateByFirstDate, judged)} ${bar(lateByFirstDate, judged)}`.trimEnd(),
      `  now   ${share(lateByPresentDate, judged)} ${bar(lateByPresentDate, judged)}`.trimEnd(),
    ]),
    '',
  ].join('\n');

const pictureExample = picture(civilDate('2026-04-22'), [lineExample]);

export const latenessRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const config = { permission: 'readCases' } as const;
  const common = { tags: ['reports'], security, querystring: Query };
  const report = async (query: Asked) => {
    mustBeRange(query, 'receivedFrom', 'receivedTo');
    const { receivedFrom, receivedTo } = query;
    const today = londonDayAt(deps.now());
    const obligations = await deps.records.reports.lateness({
      today,
      ...(receivedFrom === undefined ? {} : { receivedFrom: civilDate(receivedFrom) }),
      ...(receivedTo === undefined ? {} : { receivedTo: civilDate(receivedTo) }),
    });
    return { on: today, obligations: [...obligations] };
  };

  app.route({
    method: 'GET',
    url: '/reports/lateness',
    config,
    schema: {
      ...common,
      summary: 'How much was late, against first dates and against present ones',
      description:
        'By obligation, over all cases. What was corrected counts by the corrected date alone (R8); extensions do not help against the first date (R10).',
      response: { 200: Report, ...problems },
    },
    handler: (request) => report(request.query),
  });

  app.route({
    method: 'GET',
    url: '/reports/lateness.txt',
    config,
    schema: {
      ...common,
      summary: 'The same as a picture',
      description: 'Two bars an obligation, as a page of plain text.',
      response: {
        200: textAnswer('text/plain', 'A page of text', pictureExample),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { on, obligations } = await report(request.query);
      void reply.type('text/plain; charset=utf-8');
      return reply.send(picture(on, obligations));
    },
  });
};
