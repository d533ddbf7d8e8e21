// "15 working days after this day", text in and text out: whether the libraries give our answers, and then how long
// each takes. A library that answers otherwise is listed and timed all the same: it does the same work.

import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { say } from '../comparisonLibraries';
import { everyFifthDay, scatteredTexts } from '../questions';
import { timeInRounds, timesLonger } from '../rounds';
import { contenders, type Contender } from './contenders';

/** So many that they do not all lie in the processor's nearest memory. */
const TEXTS = 20_000;

export interface Difference {
  readonly name: string;
  readonly times: number;
  readonly example: string;
}

export interface TextFigure {
  readonly name: string;
  readonly part: Contender['part'];
  readonly nanoseconds: number;
  /** How many times longer than ours. */
  readonly timesOurs: number;
}

export interface TextFigures {
  readonly questions: number;
  readonly different: readonly Difference[];
  /** Ours first. */
  readonly timings: readonly TextFigure[];
}

const differenceOf = (
  { name, answer }: Contender,
  asked: readonly string[],
  expected: readonly string[],
): readonly Difference[] => {
  const given = asked.map(answer);
  const odd = asked.flatMap((start, index) =>
    given[index] === expected[index]
      ? []
      : [`${start} gives ${String(given[index])}, ours ${String(expected[index])}`],
  );
  const [example] = odd;
  return example === undefined ? [] : [{ name, times: odd.length, example }];
};

export const textFigures = (calendar: WorkingCalendar): TextFigures => {
  const all = contenders(calendar);
  const [ours] = all;
  if (ours === undefined) throw new Error('nobody is there to be timed');
  const asked = everyFifthDay(calendar);
  say(`- Comparing the answers to ${asked.length} questions`);
  const expected = asked.map(ours.answer);
  const different = all.flatMap((contender) => differenceOf(contender, asked, expected));
  const toTime = all.filter(({ notTimed }) => notTimed !== true);
  say(`- Timing ${toTime.length} ways to count 15 working days, text in and text out`);
  const texts = scatteredTexts(calendar, TEXTS);
  const timings = timeInRounds(toTime.map(({ turn }) => turn(texts)));
  const [first] = timings;
  return {
    questions: asked.length,
    different,
    timings: toTime.flatMap(({ name, part }, index) => {
      const timing = timings[index];
      if (timing === undefined || first === undefined) return [];
      return [{ name, part, nanoseconds: timing.median, timesOurs: timesLonger(timing, first) }];
    }),
  };
};
