// The figures of a change of the calendar for people: what was asked against what was measured. It measures nothing.

import { median, whole } from '../rounds';
import type { RecomputeFigures } from './figures';

export interface Wanted {
  readonly says: string;
  readonly met: boolean;
}

export const wanted = ({ preview, accept }: RecomputeFigures): readonly Wanted[] => [
  {
    says: `preview of ${whole(preview.cases)} open cases: ${whole(preview.median)} ms (under 2,000)`,
    met: preview.median < 2000,
  },
  {
    says: `memory of the process that previews: ${whole(preview.maxRssMb)} MB (under 500)`,
    met: preview.maxRssMb < 500,
  },
  {
    says: `cases that follow a change, against a bare signal to as many bare workflows: ${accept.ratio.toFixed(2)} of its rate (at least 0.7)`,
    met: accept.ratio >= 0.7,
  },
];

const bar = (rate: number, most: number): string => '█'.repeat(Math.max(1, Math.round((rate / most) * 40)));

export const report = (result: RecomputeFigures): string => {
  const { machine, preview, accept } = result;
  const rates = [
    ['a bare signal', median(accept.bare)],
    ['a case follows', median(accept.followed)],
    ['and is recorded', median(accept.recorded)],
  ] as const;
  const most = Math.max(...rates.map(([, rate]) => rate));
  return [
    `${machine.processor}, ${machine.cores} cores, load ${machine.load.toFixed(2)}; Node ${machine.node}`,
    '',
    `${whole(preview.cases)} open cases with eight agencies each; ${whole(preview.found.casesThatMove)} have a date that moves, ${whole(preview.found.obligations.reduce((sum, { move }) => sum + move, 0))} dates in all.`,
    `One preview: ${preview.milliseconds.map((ms) => `${whole(ms)} ms`).join(', ')}.`,
    '',
    `${whole(accept.cases)} cases running on the development server, a second:`,
    ...rates.map(([name, rate]) => `  ${name.padEnd(16)} ${whole(rate).padStart(6)}  ${bar(rate, most)}`),
    '',
    'What was asked for:',
    ...wanted(result).map(({ says, met }) => `  ${met ? 'met   ' : 'MISSED'}  ${says}`),
  ].join('\n');
};
