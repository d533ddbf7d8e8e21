// What an expression of Prometheus asks for, by Prometheus's own grammar: which metrics, with which labels.

import { parser } from '@prometheus-io/lezer-promql';

export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

export interface Selector {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

export interface Asked {
  /** Where it is no PromQL: what stands there. */
  readonly faults: readonly string[];
  readonly selectors: readonly Selector[];
  /** By which it groups. */
  readonly grouping: readonly string[];
}

export const askedBy = (text: string): Asked => {
  const faults: string[] = [];
  const selectors: { metric: string; matchers: { label: string; operator: string; value: string }[] }[] = [];
  const grouping: string[] = [];
  parser.parse(text).iterate({
    enter: ({ type, name, from, to, node }) => {
      const said = text.slice(from, to);
      if (type.isError) faults.push(`${from}: ${text.slice(from, from + 20)}`);
      else if (name === 'VectorSelector') selectors.push({ metric: '', matchers: [] });
      const last = selectors.at(-1);
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector' && last !== undefined)
        last.metric = said;
      if (name === 'LabelName' && node.parent?.name === 'GroupingLabels') grouping.push(said);
      if (name !== 'UnquotedLabelMatcher') return;
      const [label, operator, value] = ['LabelName', 'MatchOp', 'StringLiteral'].map((part) => {
        const found = node.getChild(part);
        return found === null ? '' : text.slice(found.from, found.to);
      });
      last?.matchers.push({
        label: label ?? '',
        operator: operator ?? '',
        value: JSON.parse(value || '""') as string,
      });
    },
  });
  return { faults, selectors, grouping };
};
