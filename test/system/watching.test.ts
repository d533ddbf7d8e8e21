// What is really shown while a case runs: every metric that an alert or a panel asks for is there, with the labels that it
// asks for, and no label says whose case it is.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporalGateway } from '../../api/writing/temporalGateway';
import { workflowIdOf } from '../../contracts/workflowIds';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { AgencyId } from '../../domain/timetable/facts';
import { connectTemporal, type TemporalLink } from '../../platform/temporal/connectTemporal';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { actOfDeadApi } from '../api/actOfDeadApi';
import { isLabel, selectedBy, seriesIn, type Series } from '../watching/exposition';
import { expressions } from '../watching/opsFiles';
import { askedBy } from '../watching/promQl';
import { openEngine, type RealEngine } from './realEngine';
import { until, untilTrue } from './until';

const WITHIN_MS = 60_000;
/** Prometheus's own word about whether it could ask. */
const ITS_OWN = new Set(['up']);
const EVENTS = 'rapid_review_events';
const COMMITTED = 'rapid_review_recorder_lag_seconds_count';
const FAILED = ({ name }: Series): boolean => name === 'temporal_workflow_task_execution_failed_total';
const ASKED = ({ name, labels, value: is }: Series): boolean =>
  name === 'rapid_review_open_cases' && labels.get('stage') === 'scoping' && is === 1;

const referral = (agencies: readonly string[]): object => ({
  referrer: { name: 'Rowan Ashdown', organisation: 'Westmere City Council', email: 'rowan@westmere.example' },
  nature: 'suspectedAbuseOrNeglect',
  incidentSummary: 'What is known so far.',
  agencies,
  children: [{ name: 'Kit Farrow' }],
});

let engine: RealEngine;
let link: TemporalLink;
let reference: string;
let shown: readonly Series[];
/** The case has decided so many events, the last of them for an API that died. */
let decidedUpTo: number;

const scrape = async (port: number): Promise<readonly Series[]> => {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.status).toBe(200);
  return seriesIn(await answer.text());
};
const scrapeAll = async (): Promise<readonly Series[]> => {
  const { apiMetricsPort, workerMetricsPort, sdkMetricsPort } = engine.settings;
  return (await Promise.all([apiMetricsPort, workerMetricsPort, sdkMetricsPort].map(scrape))).flat();
};

/** A workflow that fails at each of its tasks, as that of a stuck case does. */
const failAtTasks = async (): Promise<void> => {
  const { temporalTaskQueue } = engine.settings;
  await link.client.workflow.start('noSuchWorkflow', {
    taskQueue: temporalTaskQueue,
    workflowId: `stuck-${randomUUID()}`,
    args: [],
  });
};

beforeAll(async () => {
  engine = await openEngine({ watched: true, logLevel: 'debug' });
  const { caller, agencies, records } = engine;
  const { temporalAddress: address, temporalNamespace: namespace, codecKeys } = engine.settings;
  link = connectTemporal({ address, namespace, dataConverter: encryptedDataConverter(keyRingOf(codecKeys)) });
  const opened = await caller.insist({ path: '/cases', body: referral(agencies.slice(0, 2)) });
  ({ reference } = JSON.parse(opened.answer.text) as { reference: string });
  await caller.insist({ path: `/cases/${reference}/scoping-requests`, body: {} });
  await caller.read(`/cases/${reference}/timetable`);
  await caller.ask({ path: '/cases/RR-2026-9999' });
  await untilTrue('every mail has gone', WITHIN_MS, async () => {
    return (await records.notices.waiting(reference as CaseReference)).length === 0;
  });
  await untilTrue('the case is at rest', WITHIN_MS, async () => {
    const { raw } = await link.client.workflow.getHandle(workflowIdOf(reference as CaseReference)).describe();
    const sent = (await records.events.ofCase(reference as CaseReference)).filter(
      ({ kind }) => kind === 'ScopingRequestSent',
    );
    return sent.length === 2 && (raw.pendingActivities ?? []).length === 0;
  });
  // It calls for no mail, and nothing else waits to be recorded: the API records it.
  await caller.insist({ path: `/cases/${reference}/agencies`, body: { agency: agencies[2] } });
  const gateway = temporalGateway(link, { taskQueue: engine.settings.temporalTaskQueue });
  const parts = { records, gateway, actor: 'P-0001' as ActorId };
  ({ version: decidedUpTo } = await actOfDeadApi(parts, reference as CaseReference, agencies[3] as AgencyId));
  await failAtTasks();
  // The worker records it; only then are the figures asked for, which are some time the same.
  await untilTrue('what the API left is recorded', WITHIN_MS, async () => {
    return (await records.events.version(reference as CaseReference)) === decidedUpTo;
  });
  shown = await until('tasks have failed, and the figures know of the case', WITHIN_MS, async () => {
    const all = await scrapeAll();
    return [FAILED, ASKED].every((wanted) => all.some(wanted)) ? all : undefined;
  });
}, 240_000);
afterAll(async () => {
  await link.close();
  await engine.close();
}, 60_000);

const value = (name: string, labels: Readonly<Record<string, string>> = {}): number | undefined =>
  shown.find(
    (one) => one.name === name && Object.entries(labels).every(([label, is]) => one.labels.get(label) === is),
  )?.value;

/** The API and the worker record both. */
const committed = (): number =>
  shown.filter(({ name }) => name === COMMITTED).reduce((sum, { value: of }) => sum + of, 0);

describe('what alerts and panels ask for', () => {
  it.each(expressions().map(({ of, text }) => [of, text] as const))('is shown: %s', (_, text) => {
    const { selectors, grouping } = askedBy(text);
    const missing = selectors
      .filter(({ metric }) => !ITS_OWN.has(metric))
      .filter((selector) => selectedBy(selector, shown).length === 0);
    expect(missing).toEqual([]);
    expect(grouping.filter((label) => !isLabel(label, shown))).toEqual([]);
  });

  it('would be missed: a metric, a label or a value that nobody shows', () => {
    const found = (text: string): number =>
      askedBy(text).selectors.flatMap((selector) => selectedBy(selector, shown)).length;
    expect(found('rapid_review_events')).toBeGreaterThan(0);
    expect(found('rapid_review_event')).toBe(0);
    expect(found('rapid_review_ready{check="worker"}')).toBe(1);
    expect(found('rapid_review_ready{check="wroker"}')).toBe(0);
    expect(found('rapid_review_ready{chekc="worker"}')).toBe(0);
    expect(isLabel('satge', shown)).toBe(false);
  });
});

describe('what is shown', () => {
  it('is what has happened', async () => {
    expect(value('rapid_review_open_cases', { stage: 'scoping' })).toBe(1);
    expect(value('rapid_review_mails_total', { template: 'scopingRequest', outcome: 'accepted' })).toBe(2);
    expect(value('rapid_review_commands_total', { command: 'openCase', outcome: 'accepted' })).toBe(1);
    expect(value('rapid_review_problems_total', { type: 'unknown-case' })).toBe(1);
    expect(value('rapid_review_ready', { check: 'worker' })).toBe(1);
    // The worker has recorded what the API had left.
    expect([value(EVENTS), committed()]).toEqual([decidedUpTo, decidedUpTo]);
    expect(value(EVENTS)).toBe((await engine.records.events.ofCase(reference as CaseReference)).length);
    expect(value('rapid_review_calendar_days_left')).toBeGreaterThan(0);
    const answered = value('rapid_review_http_request_duration_seconds_count', {
      method: 'GET',
      route: '/cases/:reference/timetable',
      status: '2xx',
    });
    expect(answered).toBe(1);
  });

  it('names nobody and no case in any label', () => {
    const known = [reference, 'RR-2026-9999', 'Rowan', 'Westmere', 'Farrow'];
    const NOBODY = [
      /\b(RR|AG|SG|P)-\d{2,}/i,
      /rapid-review\//,
      /stuck-/,
      /@/,
      /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d/,
      /\brr_/,
      /[0-9a-f]{8}-[0-9a-f]{4}/i,
    ];
    const said = shown.flatMap(({ name, labels }) =>
      [...labels].map(([label, is]) => `${name} ${label} ${is}`),
    );
    expect(said.length).toBeGreaterThan(1_000);
    expect(
      said.filter((one) => NOBODY.some((form) => form.test(one)) || known.some((word) => one.includes(word))),
    ).toEqual([]);
  });

  it('stands under the names that the house gives', () => {
    const foreign = shown.filter(({ name }) => !/^(rapid_review|nodejs|process|temporal)_/.test(name));
    expect(foreign).toEqual([]);
  });

  it('is not on the port that the public reaches', async () => {
    expect((await engine.caller.ask({ path: '/metrics' })).status).toBe(404);
  });
});

interface Line {
  readonly msg: string;
  readonly [field: string]: unknown;
}

describe('the logs', () => {
  /** Every line that the process has written: each is one of JSON. */
  const linesOf = (part: 'api' | 'worker'): readonly Line[] =>
    readFileSync(join(engine.folder, 'logs', `${part}.log`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  const asking = (): Line => {
    const route = '/cases/:reference/scoping-requests';
    const found = linesOf('api').find((line) => line['route'] === route);
    if (found === undefined) throw new Error('nobody has asked the agencies');
    return found;
  };

  it('lead from a request to what was recorded of it and to the mails that it called for', () => {
    const { commandId, requestId, workflowId } = asking();
    expect([typeof commandId, typeof requestId, workflowId]).toEqual([
      'string',
      'string',
      `rapid-review/${reference}`,
    ]);
    const found = linesOf('worker').filter((line) => JSON.stringify(line).includes(String(commandId)));
    const ofIt = (msg: string, activityType: string) => ({ msg, activityType, reference, workflowId });
    const mail = { ...ofIt('mail attempted', 'sendNotices'), commandId };
    expect(found).toEqual([
      expect.objectContaining({ ...ofIt('events recorded', 'recordEvents'), commandIds: [commandId] }),
      expect.objectContaining(mail),
      expect.objectContaining(mail),
    ]);
    expect(new Set(found.map(({ runId }) => runId)).size).toBe(1);
    expect(found[0]?.['runId']).toEqual(expect.any(String));
  });

  it('name the workflow and its run in every line that comes from one', () => {
    const lines = linesOf('worker');
    const fromOne = lines.filter((line) => 'activityType' in line || 'workflowType' in line);
    expect(fromOne.length).toBeGreaterThan(5);
    expect(
      fromOne.filter(({ workflowId, runId }) => workflowId === undefined || runId === undefined),
    ).toEqual([]);
    // What an API has left is recorded from outside every run.
    const ofCase = lines.filter((line) => line['reference'] === reference);
    expect(ofCase.filter(({ workflowId }) => workflowId !== `rapid-review/${reference}`)).toEqual([]);
  });

  it('lead from a request to what the API has recorded of it, and say what it had left', () => {
    const added = linesOf('api').find((line) => line['route'] === '/cases/:reference/agencies');
    const recorded = linesOf('api').filter(({ msg }) => msg === 'events recorded');
    if (added === undefined) throw new Error('no agency was added');
    const { commandId, requestId, workflowId } = added;
    expect(recorded).toEqual([
      expect.objectContaining({ commandId, requestId, workflowId, reference, events: 1 }),
    ]);
    const left = linesOf('worker').filter(({ msg }) => msg === 'events recorded that whoever asked had left');
    expect(left).toEqual([expect.objectContaining({ reference, first: decidedUpTo, events: 1 })]);
  });
});

describe('with a part away', () => {
  it('the API goes on showing what it knows, and says what it cannot', async () => {
    await engine.parts.kill('PostgreSQL');
    try {
      shown = await until('it is seen', WITHIN_MS, async () => {
        const all = await scrape(engine.settings.apiMetricsPort);
        // Each is asked by itself, and one answer may serve a second longer than the other.
        const isNought = (of: string, check?: string): boolean =>
          all.some(({ name, labels, value: is }) => name === of && labels.get('check') === check && is === 0);
        return isNought('rapid_review_figures_read') && isNought('rapid_review_ready', 'database')
          ? all
          : undefined;
      });
    } finally {
      await engine.parts.launch('PostgreSQL');
    }
    expect(value('rapid_review_open_cases', { stage: 'scoping' })).toBeUndefined();
    expect(value('rapid_review_ready', { check: 'database' })).toBe(0);
    expect(value('rapid_review_commands_total', { command: 'openCase', outcome: 'accepted' })).toBe(1);
  }, 120_000);
});
