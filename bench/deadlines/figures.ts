// The figures of the deadlines and what each should be: one run, answers compared before anything is timed. How they
// are shown is decided in `report.ts`.

import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { explainTimetable } from '../../domain/timetable/explain';
import { timetableOf } from '../../domain/timetable/timetable';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { machine, type Machine } from '../machine';
import { say } from '../comparisonLibraries';
import { pythonEnvironment } from '../pythonEnvironment';
import { timeInRounds, timesLonger, type Turn } from '../rounds';
import { caseOfTwelve } from './caseOfTwelve';
import { textFigures, type Difference, type TextFigure, type TextFigures } from './textInTextOut';
import { vectorFigures } from './vector';

export interface Figure {
  readonly figure: string;
  readonly measured: number;
  readonly unit: 'times' | 'µs';
  readonly atLeast?: number;
  readonly under?: number;
  readonly met: boolean;
}

export interface DeadlineFigures {
  readonly machine: Machine & { readonly zone: string };
  readonly calendar: { readonly version: string; readonly from: string; readonly to: string };
  readonly compared: { readonly questions: number; readonly different: readonly Difference[] };
  readonly textInTextOut: readonly TextFigure[];
  readonly vector: {
    readonly days: number;
    readonly different: readonly string[];
    /** Nanoseconds a day. */
    readonly timings: readonly { readonly name: string; readonly nanoseconds: number }[];
  };
  readonly figures: readonly Figure[];
  /** What could not be measured, and why. */
  readonly leftOut: readonly string[];
}

const atLeast = (figure: string, measured: number, wanted: number): Figure => ({
  figure,
  measured,
  unit: 'times',
  atLeast: wanted,
  met: measured >= wanted,
});

const under = (figure: string, nanoseconds: number, wanted: number): Figure => ({
  figure,
  measured: nanoseconds / 1000,
  unit: 'µs',
  under: wanted,
  met: nanoseconds / 1000 < wanted,
});

const repeated =
  (work: () => unknown): Turn =>
  (times) => {
    let last: unknown;
    for (let index = 0; index < times; index += 1) last = work();
    return last;
  };

const againstTheFastest = ({ timings }: TextFigures): Figure => {
  const rivals = timings.filter(({ part }) => part === 'rival');
  const [fastest] = [...rivals].sort((a, b) => a.timesOurs - b.timesOurs);
  return atLeast(
    `15 working days, text in and out, against the fastest library (${fastest?.name ?? 'none'})`,
    fastest?.timesOurs ?? NaN,
    1000,
  );
};

export const deadlineFigures = async (): Promise<DeadlineFigures> => {
  const snapshot = shippedSnapshot();
  const calendar = workingCalendar(snapshot);
  const python = pythonEnvironment();
  const texts = textFigures(calendar);
  say('- Timing a million days at once');
  const vector = await vectorFigures(calendar, 'python' in python ? python.python : undefined);
  say('- Timing the table, a whole timetable and its explanations');
  const [table, timetable, explained] = timeInRounds([
    repeated(() => workingCalendar(snapshot)),
    repeated(() => timetableOf(caseOfTwelve, calendar)),
    repeated(() => explainTimetable(caseOfTwelve, calendar)),
  ]);
  const { calls, table: tableAlone, numpy } = vector;
  return {
    machine: { ...machine(), zone: process.env['TZ'] ?? '' },
    calendar: { version: snapshot.version, ...snapshot.covers },
    compared: { questions: texts.questions, different: texts.different },
    textInTextOut: texts.timings,
    vector: {
      days: vector.days,
      different: vector.different,
      timings: [
        { name: 'this engine, a call a day', nanoseconds: calls.median },
        { name: 'this engine, its table alone', nanoseconds: tableAlone.median },
        ...('python' in python && numpy !== undefined
          ? [{ name: `busday_offset (${python.versions.join(', ')})`, nanoseconds: numpy.median }]
          : []),
      ],
    },
    figures: [
      againstTheFastest(texts),
      ...(numpy === undefined
        ? []
        : [atLeast('15 working days, a million days at once, against numpy', timesLonger(numpy, calls), 10)]),
      under('the table of a snapshot', table?.median ?? NaN, 1000),
      under('a whole timetable, 12 agencies', timetable?.median ?? NaN, 20),
      under('the same explained', explained?.median ?? NaN, 200),
    ],
    leftOut: 'missing' in python ? [`numpy: ${python.missing}`] : [],
  };
};
