// What the API counts of its own work: requests by route and outcome, problems by type, commands by name. Routes stand as
// patterns and everything else as codes: no address, no reference and nobody's id is ever a label.

import { Counter, Gauge, Histogram } from 'prom-client';
import { COMMAND_KINDS, type CommandKind } from '../../domain/rapidReview/commands';
import { OURS, type Registry } from '../../platform/metrics/registry';
import { problemKinds } from '../problems/problemKinds';
import type { GatewayAnswer } from '../writing/caseGateway';

export interface AnsweredRequest {
  readonly method: string;
  /** Its pattern; `none` where no route was met. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  /** Of whoever watches: asked all day, and answered with 503 on purpose. */
  readonly probe: boolean;
}

export type CommandOutcome = GatewayAnswer['kind'] | 'failed';
const COMMAND_OUTCOMES: readonly CommandOutcome[] = [
  ...(['accepted', 'refused', 'notRunning', 'temporalAway', 'workerAway', 'failed'] as const),
];

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'];

export interface ApiMetrics {
  requestBegan(): void;
  /** Also of one whose caller has gone. */
  requestEnded(): void;
  requestAnswered(request: AnsweredRequest): void;
  problemGiven(slug: string): void;
  commandAnswered(command: CommandKind, outcome: CommandOutcome, seconds: number): void;
}

/** Whatever can be counted is there at 0 from the start, so that the first of its kind shows as an increase. */
export const apiMetrics = (registry: Registry): ApiMetrics => {
  const registers = [registry];
  const inFlight = new Gauge({
    name: `${OURS}http_requests_in_flight`,
    help: 'Requests that are being answered.',
    registers,
  });
  const durations = new Histogram({
    name: `${OURS}http_request_duration_seconds`,
    help: 'How long requests took, by method, pattern of the route and class of the status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  });
  const responses = new Counter({
    name: `${OURS}http_responses_total`,
    help: 'Answers by class of the status, without those to whoever watches.',
    labelNames: ['status'] as const,
    registers,
  });
  const problems = new Counter({
    name: `${OURS}problems_total`,
    help: 'Problems that were answered, by the last part of their type (docs/problems.md).',
    labelNames: ['type'] as const,
    registers,
  });
  const commandSeconds = new Histogram({
    name: `${OURS}command_duration_seconds`,
    help: 'How long commands took to be answered by the workflows of the cases.',
    labelNames: ['command'] as const,
    buckets: SECONDS,
    registers,
  });
  const commands = new Counter({
    name: `${OURS}commands_total`,
    help: 'Commands sent to the workflows of the cases, by what came of them.',
    labelNames: ['command', 'outcome'] as const,
    registers,
  });
  for (const status of CLASSES) responses.inc({ status }, 0);
  for (const { slug } of problemKinds) problems.inc({ type: slug }, 0);
  for (const command of COMMAND_KINDS) {
    commandSeconds.zero({ command });
    for (const outcome of COMMAND_OUTCOMES) commands.inc({ command, outcome }, 0);
  }
  return {
    requestBegan: () => inFlight.inc(),
    requestEnded: () => inFlight.dec(),
    requestAnswered: ({ method, route, status, seconds, probe }) => {
      const statusClass = `${Math.floor(status / 100)}xx`;
      if (!probe) responses.inc({ status: statusClass });
      durations.observe({ method, route, status: statusClass }, seconds);
    },
    problemGiven: (slug) => problems.inc({ type: slug }),
    commandAnswered: (command, outcome, seconds) => {
      commands.inc({ command, outcome });
      commandSeconds.observe({ command }, seconds);
    },
  };
};
