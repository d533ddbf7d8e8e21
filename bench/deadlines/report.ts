// The figures for people: what differs, a table with a picture of how long each takes, and what was asked against what
// was measured. It measures nothing.

import type { DeadlineFigures, Figure } from './figures';

const BAR = 40;

/** `34 ns`, `71 µs`, `6.6 ms`: three digits are as many as such a machine can vouch for. */
const sayNanoseconds = (nanoseconds: number): string => {
  const units = ['ns', 'µs', 'ms', 's'];
  const power = Math.min(Math.max(Math.floor(Math.log10(nanoseconds) / 3), 0), units.length - 1);
  return `${sayNumber(nanoseconds / 1000 ** power)} ${units[power] ?? ''}`;
};

/** Three digits, and whole thousands. */
const sayNumber = (value: number): string =>
  (value >= 100 ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en-GB');

interface Row {
  readonly name: string;
  readonly nanoseconds: number;
  readonly times: number;
}

/** Bars grow by the same length for every tenfold; on a plain scale ours would not be seen. */
const picture = (rows: readonly Row[]): readonly string[] => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const tenfolds = (nanoseconds: number): number => Math.max(Math.log10(nanoseconds), 0);
  const longest = Math.ceil(Math.max(...rows.map(({ nanoseconds }) => tenfolds(nanoseconds))));
  return rows.map(({ name, nanoseconds, times }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((tenfolds(nanoseconds) / longest) * BAR)));
    const ratio = times === 1 ? '' : `${sayNumber(times)} ×`;
    return `  ${name.padEnd(width)}  ${sayNanoseconds(nanoseconds).padStart(8)}  ${ratio.padStart(9)}  ${bar}`;
  });
};

const sayFigure = ({ figure, measured, unit, atLeast, under, met }: Figure): string => {
  const wanted =
    atLeast === undefined ? `under ${sayNumber(under ?? NaN)}` : `at least ${sayNumber(atLeast)}`;
  return `  ${met ? 'met   ' : 'MISSED'}  ${figure}: ${sayNumber(measured)} ${unit} (${wanted})`;
};

const differences = ({ compared, vector }: DeadlineFigures): readonly string[] => {
  const lines = [
    ...compared.different.map(
      ({ name, times, example }) => `  ${name}: ${times} of ${sayNumber(compared.questions)}; ${example}`,
    ),
    ...vector.different.map((difference) => `  ${difference}`),
  ];
  return lines.length === 0 ? ['  none: all give the same answers'] : lines;
};

export const report = (result: DeadlineFigures): string => {
  const { machine, calendar, compared, textInTextOut, vector, figures, leftOut } = result;
  const [quickest] = vector.timings;
  const vectorRows = vector.timings.map(({ name, nanoseconds }) => ({
    name,
    nanoseconds,
    times: nanoseconds / (quickest?.nanoseconds ?? NaN),
  }));
  return [
    `${machine.processor}, ${machine.cores} cores, load ${sayNumber(machine.load)}; Node ${machine.node}, zone ${machine.zone}`,
    `calendar ${calendar.version}, ${calendar.from} to ${calendar.to}; medians of several rounds, in which all take turns`,
    '',
    `Different answers, of ${sayNumber(compared.questions)} days and of ${sayNumber(vector.days)} days at once:`,
    ...differences(result),
    '',
    '15 working days after a day, text in and text out (time for one; bars by powers of ten):',
    ...picture(
      textInTextOut.map(({ name, nanoseconds, timesOurs: times }) => ({ name, nanoseconds, times })),
    ),
    '',
    `15 working days after each of ${sayNumber(vector.days)} days, whole numbers (time for one day):`,
    ...picture(vectorRows),
    '',
    'What was asked for:',
    ...figures.map(sayFigure),
    ...leftOut.map((what) => `  LEFT OUT  ${what}`),
  ].join('\n');
};
