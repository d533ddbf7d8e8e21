// The text that Prometheus scrapes, read for the tests: every series by name and labels.

import type { Matcher, Selector } from './promQl';

export interface Series {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

/** Throws where a line is none of the format. */
export const seriesIn = (text: string): readonly Series[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (name === undefined) throw new Error(`this is no series: ${line}`);
      const pairs = [...labels.matchAll(LABEL)].map(([, label = '', is = '']) => [label, is] as const);
      return { name, labels: new Map(pairs), value: Number(value) };
    });

const matches = ({ label, operator, value }: Matcher, { labels }: Series): boolean => {
  const is = labels.get(label) ?? '';
  const fits = (): boolean => new RegExp(`^(?:${value})$`).test(is);
  switch (operator) {
    case '=':
      return is === value;
    case '!=':
      return is !== value;
    case '=~':
      return fits();
    default:
      return !fits();
  }
};

/** What Prometheus adds to every series of its own. */
const ADDED = new Set(['job', 'instance']);

export const selectedBy = ({ metric, matchers }: Selector, series: readonly Series[]): readonly Series[] =>
  series.filter(
    (one) =>
      one.name === metric && matchers.every((matcher) => ADDED.has(matcher.label) || matches(matcher, one)),
  );

/** Whether one may group by it. */
export const isLabel = (label: string, series: readonly Series[]): boolean =>
  ADDED.has(label) || series.some(({ labels }) => labels.has(label));
