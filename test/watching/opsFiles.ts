// The files that are handed to Prometheus and Grafana, read for the tests: every expression with where it stands.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const OPS = join(__dirname, '../../ops');

export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

export interface Expression {
  /** Of which alert or panel. */
  readonly of: string;
  readonly text: string;
}

const yaml = (name: string): unknown => parse(readFileSync(join(OPS, 'prometheus', name), 'utf8'));

export const alerts = (): readonly Alert[] =>
  (yaml('alerts.yml') as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);

export interface ScrapeConfig {
  readonly job_name: string;
  readonly static_configs: readonly { readonly targets: readonly string[] }[];
}

export const prometheus = (): { readonly rule_files: string[]; readonly scrape_configs: ScrapeConfig[] } =>
  yaml('prometheus.yml') as ReturnType<typeof prometheus>;

export const panels = (): readonly Panel[] =>
  (JSON.parse(readFileSync(join(OPS, 'grafana', 'rapid-review.json'), 'utf8')) as { panels: Panel[] }).panels;

export const expressions = (): readonly Expression[] => [
  ...alerts().map(({ alert, expr }) => ({ of: alert, text: expr })),
  ...panels().flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ of: title, text: expr }))),
];
