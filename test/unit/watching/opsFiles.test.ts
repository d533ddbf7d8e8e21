// The alert rules and the dashboard as files: every expression is one, every alert says what it is about and where help
// stands, and that heading exists. Whether the metrics exist, a test of the whole system says.

import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alerts, expressions, panels, prometheus } from '../../watching/opsFiles';
import { askedBy } from '../../watching/promQl';

const HELP = 'docs/operations.md';
/** As GitHub makes an address of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
const headings = [...readFileSync(join(__dirname, '../../..', HELP), 'utf8').matchAll(/^##+ (.+)$/gm)].map(
  ([, heading = '']) => `${HELP}#${anchorOf(heading)}`,
);

describe('every expression', () => {
  it.each(expressions().map(({ of, text }) => [of, text] as const))('of "%s" is PromQL: %s', (_, text) => {
    const { faults, selectors } = askedBy(text);
    expect(faults).toEqual([]);
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter(({ metric }) => metric === '')).toEqual([]);
  });

  it('would be told apart from one that is none', () => {
    for (const broken of ['sum(rate(a[5m])', 'sum by (le (a)', 'a{x=}', 'a > '])
      expect([broken, askedBy(broken).faults.length > 0]).toEqual([broken, true]);
  });

  it('is read with its metrics, its labels and its groups', () => {
    const text =
      'sum by (le, job) (rate(a_bucket{x="1",y!~"b|c"}[5m])) > max(b offset 1h) or absent(up{job="z"})';
    expect(askedBy(text)).toEqual({
      faults: [],
      grouping: ['le', 'job'],
      selectors: [
        {
          metric: 'a_bucket',
          matchers: [
            { label: 'x', operator: '=', value: '1' },
            { label: 'y', operator: '!~', value: 'b|c' },
          ],
        },
        { metric: 'b', matchers: [] },
        { metric: 'up', matchers: [{ label: 'job', operator: '=', value: 'z' }] },
      ],
    });
  });
});

describe('every alert', () => {
  it('has a name of its own', () => {
    const names = alerts().map(({ alert }) => alert);
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(alerts().map((alert) => [alert.alert, alert] as const))(
    '%s says what is wrong, how bad it is, and where help stands',
    (_, { labels, annotations }) => {
      expect(['warning', 'critical']).toContain(labels['severity']);
      expect(Object.keys(annotations)).toEqual(['summary', 'description', 'runbook']);
      for (const text of [annotations['summary'], annotations['description']])
        expect(text).toMatch(/^.{10,}\.$/s);
      expect(headings).toContain(annotations['runbook']);
    },
  );

  it('of a part knows a job that is scraped', () => {
    const jobs = prometheus().scrape_configs.map(({ job_name }) => job_name);
    const asked = expressions().flatMap(({ text }) =>
      askedBy(text).selectors.flatMap(({ matchers }) => matchers.filter(({ label }) => label === 'job')),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const { value } of asked) expect(jobs).toContain(value);
  });
});

describe('the example for Prometheus', () => {
  it('reads the rules, and the three places where metrics are shown', () => {
    const { rule_files, scrape_configs } = prometheus();
    expect(rule_files).toEqual(['alerts.yml']);
    expect(
      scrape_configs.flatMap(({ static_configs }) => static_configs.flatMap(({ targets }) => targets)),
    ).toEqual(['api:9464', 'worker:9465', 'worker:9466', 'temporal:9090']);
  });
});

describe('the dashboard', () => {
  const shown = panels().filter(({ type }) => type !== 'row');

  it('explains each panel, and has no two with one number', () => {
    expect(shown.length).toBeGreaterThan(20);
    for (const { title, description, targets } of shown)
      expect([title, description?.endsWith('.'), (targets ?? []).length > 0]).toEqual([title, true, true]);
    expect(new Set(panels().map(({ id }) => id)).size).toBe(panels().length);
  });

  it('has no panel over another', () => {
    const cells = shown.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});
