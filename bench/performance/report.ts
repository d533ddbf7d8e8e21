// The figures for people: what was asked for against what was measured, as text, as docs/performance.md and as its chart. It
// measures nothing.

import { sayInstant } from '../../api/problems/saying';
import { median, whole } from '../rounds';
import type { PerformanceFigures } from './figures';
import { PARTS, type Part, type Spent } from './processor';
import type { Compared } from './reads';

export interface Wanted {
  readonly what: string;
  readonly asked: string;
  readonly measured: string;
  /** How near it is to its limit: 1 is just met, below is better, whether much or little is asked for. */
  readonly share: number;
  /** What there is to know where it is missed. */
  readonly why?: string;
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

const p99 = (values: readonly number[]): number => quantile(values, 0.99);
const tenths = (value: number): string => value.toFixed(1);
const ms = (value: number): string => (value < 10 ? `${value.toFixed(1)} ms` : `${whole(value)} ms`);

/** The rates are medians by themselves: their quotient is another number than the median of the ratios. */
const atLeast = (
  what: string,
  asked: number,
  { ours, bare, ratio }: PerformanceFigures['rates']['life'],
  why: string,
): Wanted => ({
  why,
  what,
  asked: `at least ${asked} of the bare rate`,
  measured: `${ratio.toFixed(2)}, the median of the ratios (median rates: ${tenths(median(ours))} beside ${tenths(median(bare))} a second)`,
  share: asked / ratio,
});

const atMost = (
  what: string,
  asked: number,
  value: number,
  say: (value: number) => string,
  why?: string,
): Wanted => ({
  ...(why === undefined ? {} : { why }),
  what,
  asked: `at most ${say(asked)}`,
  measured: say(value),
  share: value / asked,
});

/** Milliseconds of processor for an update, the median of the rounds; nothing where it was not counted. */
interface Costs {
  readonly ours: Spent;
  readonly bare: Spent;
}

const costsOf = ({ ours, bare }: PerformanceFigures['rates']['processor']): Costs | undefined => {
  if (ours.length === 0) return undefined;
  const middle = (rounds: readonly Spent[]): Spent => {
    const of = (part: Part): number => median(rounds.map((round) => round[part]));
    return Object.fromEntries(PARTS.map((part) => [part, of(part)])) as Record<Part, number>;
  };
  // What our own API and records do in the turn of the bare ones is nothing of theirs.
  return { ours: middle(ours), bare: { ...middle(bare), api: 0, databaseOfRecords: 0 } };
};

const allParts = (spent: Spent): number => PARTS.reduce((sum, part) => sum + spent[part], 0);

const whyLife = (costs: Costs | undefined): string => {
  const what =
    'each act is asked over HTTP, decided by the rules, encrypted, and costs half a dozen statements of records or more, and a life sends its mails to twelve agencies; the bare one decides nothing, and does as few activities as ours since acts without mail need none (ADR 24)';
  if (costs === undefined) return what;
  const { ours, bare } = costs;
  const own = ours.api + ours.databaseOfRecords;
  return `${what}. An act takes ${tenths(allParts(ours))} ms of processor, a bare one ${tenths(allParts(bare))}: the API and the records, which the bare one does not have, ${tenths(own)} of them, the worker ${tenths(ours.worker - bare.worker)} more, Temporal and its database ${tenths(ours.server + ours.databaseOfServer - bare.server - bare.databaseOfServer)} more, for what is larger. At 0.7 all of that together could be ${tenths(allParts(bare) / 0.7 - allParts(bare))}; with nothing but the API beside a bare one it would be ${(allParts(bare) / (allParts(bare) + ours.api)).toFixed(2)}`;
};

/** Where a figure is known to be hard to meet: what of its cost is which of the promises. */
const WHY = {
  opening:
    'beside the same update, activity and timer, an opening is guarded, checked, encrypted text by text, recorded with its lists in two transactions, and read back for its answer; the bare one is not asked over HTTP',
  reads:
    'the questions to the database are the same; what is left is HTTP, the schema and waiting for a core, which the API shares with the acts that go on',
} as const;

/** As the rates: the ratio is the median of the rounds' own. */
const twice = (what: string, rounds: readonly Compared[]): Wanted => {
  const ratio = median(rounds.map(({ api, sql }) => p99(api) / p99(sql)));
  const middle = (side: keyof Compared, of: (times: readonly number[]) => number): string =>
    ms(median(rounds.map((round) => of(round[side]))));
  return {
    what,
    asked: 'p99 at most twice that of the same questions without the API',
    measured: `${ratio.toFixed(2)} times, the median of the ratios (median p99: ${middle('api', p99)} beside ${middle('sql', p99)}; medians ${middle('api', median)} and ${middle('sql', median)})`,
    share: ratio / 2,
    why: WHY.reads,
  };
};

/** Over all rounds: nothing is beside it. */
const ofTimetables = ({ rounds }: PerformanceFigures['reads']): string => {
  const times = rounds.flatMap(({ timetables }) => timetables);
  return `p99 ${ms(p99(times))}, median ${ms(median(times))}`;
};

export const wanted = (figures: PerformanceFigures): readonly Wanted[] => {
  const { rates, recovery, reads } = figures;
  const perCommand = (of: 'events' | 'bytes'): number =>
    median(rates.histories.map((history) => history[of] / rates.commands));
  const seconds = (value: number): string => `${tenths(value / 1_000)} s`;
  const kilobytes = (value: number): string => `${tenths(value / 1024)} KB`;
  return [
    atLeast('opening a case over HTTP', 0.7, rates.opening, WHY.opening),
    atLeast('a whole life with twelve agencies', 0.7, rates.life, whyLife(costsOf(rates.processor))),
    atMost('events of history an accepted command', 10, perCommand('events'), tenths),
    atMost('encrypted history an accepted command', 6 * 1024, perCommand('bytes'), kilobytes),
    atMost('code of the bundle', 1024 * 1024, figures.bundleBytes, kilobytes),
    atMost('heap of an open case in the cache', 150 * 1024, figures.heapPerCase, kilobytes),
    atMost(
      'worker killed, to the next granted act, the slowest of 20',
      15_000,
      Math.max(...recovery.worker),
      seconds,
    ),
    atMost(
      'server killed, to the next granted act, the slowest of 20',
      30_000,
      Math.max(...recovery.server),
      seconds,
    ),
    atMost('from acceptance to the record, p99', 1_000, p99(rates.lags), ms),
    twice(
      `work list over ${whole(reads.cases)} cases, writes going on`,
      reads.rounds.map(({ list }) => list),
    ),
    twice(
      `one case of ${whole(reads.cases)}, writes going on`,
      reads.rounds.map(({ one }) => one),
    ),
  ];
};

const met = ({ share }: Wanted): boolean => share <= 1;

const circumstances = ({ machine, temporal, postgres, measuredAt }: PerformanceFigures): string =>
  `Measured on ${sayInstant(measuredAt)} in London: ${machine.processor}, ${machine.cores} cores, load ${machine.load.toFixed(2)} at the start; ` +
  `Node ${machine.node}; Temporal ${temporal}; PostgreSQL ${postgres}; one worker, one API, and whoever asks, all on this machine.`;

export const allMet = (figures: PerformanceFigures): boolean => wanted(figures).every(met);

export const report = (figures: PerformanceFigures): string =>
  [
    circumstances(figures),
    '',
    ...wanted(figures).map(
      (one) => `${met(one) ? 'met   ' : 'MISSED'}  ${one.what}: ${one.measured} (${one.asked})`,
    ),
    `        POST /timetables: ${ofTimetables(figures.reads)}`,
  ].join('\n');

/** A bar for each figure: how near it is to its limit. The line stands at the limit; beyond it is missed. */
export const chart = (figures: PerformanceFigures): string => {
  const rows = wanted(figures);
  const [left, width, height, top] = [420, 360, 26, 30];
  const scale = (share: number): number => (Math.min(share, 2) / 2) * width;
  const bars = rows.map((row, index) => {
    const y = top + index * height;
    const fill = met(row) ? '#00703c' : '#d4351c';
    return (
      `<text x="${left - 10}" y="${y + 15}" text-anchor="end">${row.what}</text>` +
      `<rect x="${left}" y="${y + 3}" width="${Math.max(1, scale(row.share)).toFixed(0)}" height="16" fill="${fill}"/>` +
      `<text x="${(left + scale(row.share) + 6).toFixed(0)}" y="${y + 15}">${Math.round(row.share * 100)} %</text>`
    );
  });
  const bottom = top + rows.length * height;
  const line = left + scale(1);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="${bottom + 30}" font-family="sans-serif" font-size="13">` +
    `<title>How near each figure is to its limit: beyond the line it is missed</title><rect width="100%" height="100%" fill="white"/>` +
    `${bars.join('')}<line x1="${line}" x2="${line}" y1="${top - 6}" y2="${bottom}" stroke="black" stroke-dasharray="4 3"/>` +
    `<text x="${line}" y="${top - 12}" text-anchor="middle">the limit: beyond it is missed</text></svg>\n`
  );
};

const missedOnes = (figures: PerformanceFigures): string => {
  const missed = wanted(figures).filter((one) => !met(one));
  if (missed.length === 0) return '';
  const said = missed.map(({ what, why }) => `- **${what}**: ${why ?? 'why is not known'}.`);
  return `## What was missed, and why\n\n${said.join('\n')}\n\n`;
};

const PART_WORDS: Readonly<Record<Part, string>> = {
  server: "Temporal's server",
  databaseOfServer: 'PostgreSQL, for Temporal',
  worker: 'worker',
  api: 'API',
  databaseOfRecords: 'PostgreSQL, for the records',
  asker: 'whoever asks',
};

const costTable = ({ rates: { processor } }: PerformanceFigures): string => {
  const costs = costsOf(processor);
  if (costs === undefined) return '';
  const { ours, bare } = costs;
  const line = (what: string, of: (spent: Spent) => number): string =>
    `| ${what} | ${tenths(of(ours))} | ${of(bare) === 0 ? '-' : tenths(of(bare))} |`;
  return `## Where the time of a life goes

Milliseconds of processor for each update of a life, the median of the rounds, as the system counts them for each process:

| part | ours | bare |
| --- | --- | --- |
${PARTS.map((part) => line(PART_WORDS[part], (spent) => spent[part])).join('\n')}
${line('together', allParts)}

`;
};

export const page = (figures: PerformanceFigures): string => {
  const { doings } = figures.rates.life;
  return `# Performance

What the whole deployment does, beside a bare workflow on the same server. Written by

\`\`\`sh
npm run bench -- performance [--json] [--write]
\`\`\`

which starts what \`npm run stack\` starts, in a folder that it throws away, measures all of it in one run, and ends with 1 when a
figure is missed. It takes about ten minutes. The meetings of its lives are today; on a day off, or after 20:00 in London, they were on
the working day before and are told afterwards, without invitations.

${circumstances(figures)}

![How near each figure is to its limit: beyond the line it is missed](performance.svg)

| figure | asked for | measured | |
| --- | --- | --- | --- |
${wanted(figures)
  .map((one) => `| ${one.what} | ${one.asked} | ${one.measured} | ${met(one) ? 'met' : '**not met**'} |`)
  .join('\n')}
| \`POST /timetables\` | - | ${ofTimetables(figures.reads)} | |

${missedOnes(figures)}${costTable(figures)}## How it is measured

- **The bare twin** is a workflow on the same server that takes as many updates and runs as many activities and timers as
  the median case did: ${doings.updates} updates, ${doings.activities} activities and ${doings.timers} timer${doings.timers === 1 ? '' : 's'} a life. It has no rules, records, mail or encryption, and is asked without HTTP. Ours
  and the bare ones take turns, eight at once, in ${figures.rates.life.ours.length} rounds. The ratio is the median of the rounds' own ratios, and each rate the median
  of its own over the rounds: they need not be of one round, and dividing one rate by the other gives another number.
- **A life** is ${figures.rates.commands} accepted commands over HTTP, from the referral to the settled reply of the Panel, as fast as they are answered.
- **To the record** is from the acceptance of a command, by the server's clock, to the answer that shows what the records then hold,
  by the clock of whoever asked on the same machine, over all lives of the rounds.
- **Heap** is that of a worker whose workflows run on its own thread, swept before and after 400 openings with twelve agencies.
- **Killed**: twenty times each, by SIGKILL; whoever looks after the process starts it again after one second.
- **Reads** are asked in turns, in ${figures.reads.rounds.length} rounds of ${whole(figures.reads.rounds[0]?.timetables.length ?? 0)} each, after 100 that are not counted: over HTTP, and the same statements of the
  records in the process that measures. ${whole(figures.reads.writes)} acts were granted meanwhile.
`;
};
