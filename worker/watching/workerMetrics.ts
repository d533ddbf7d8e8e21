// What the worker counts of its own work: activities, mails, readings of the official list, and how long events took from
// their moment to the records. Everything that can be counted is there at 0 from the start.

import { Counter, Histogram } from 'prom-client';
import { MAIL_OUTCOMES, READING_OUTCOMES, type Template, type Watch } from '../../activities/watch';
import { NOTICE_KINDS } from '../../domain/rapidReview/noticeBodies';
import { recorderLag } from '../../platform/metrics/recorderLag';
import { OURS, type Registry } from '../../platform/metrics/registry';
import type { OnCommit } from '../../records/records';

const ACTIVITY_OUTCOMES = ['done', 'failed', 'cancelled'] as const;
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

export interface WorkerMetrics extends Watch {
  activityEnded(activity: string, outcome: ActivityOutcome, seconds: number): void;
  committed: OnCommit;
}

const ACTIVITY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600];

const TEMPLATES: readonly Template[] = [...NOTICE_KINDS, 'calendarBriefing'];

export const workerMetrics = (
  registry: Registry,
  activities: readonly string[],
  now: () => number,
): WorkerMetrics => {
  const registers = [registry];
  const ended = new Histogram({
    name: `${OURS}activity_duration_seconds`,
    help: 'How long attempts at activities took, by name and outcome.',
    labelNames: ['activity', 'outcome'] as const,
    buckets: ACTIVITY_SECONDS,
    registers,
  });
  const mails = new Counter({
    name: `${OURS}mails_total`,
    help: 'Attempts at mails, by template and what came of them.',
    labelNames: ['template', 'outcome'] as const,
    registers,
  });
  const readings = new Counter({
    name: `${OURS}holiday_readings_total`,
    help: 'Readings of the official list of bank holidays, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  for (const activity of activities)
    for (const outcome of ACTIVITY_OUTCOMES) ended.zero({ activity, outcome });
  for (const template of TEMPLATES) for (const outcome of MAIL_OUTCOMES) mails.inc({ template, outcome }, 0);
  for (const outcome of READING_OUTCOMES) readings.inc({ outcome }, 0);
  return {
    activityEnded: (activity, outcome, seconds) => ended.observe({ activity, outcome }, seconds),
    mailAttempted: (template, outcome) => mails.inc({ template, outcome }),
    listRead: (outcome) => readings.inc({ outcome }),
    committed: recorderLag(registry, now),
  };
};
