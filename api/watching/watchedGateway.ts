// The way to the workflows with every command counted and timed: what the gateway does and answers stays as it is.

import type { CommandKind } from '../../domain/rapidReview/commands';
import type { CaseGateway, GatewayAnswer } from '../writing/caseGateway';
import type { ApiMetrics } from './apiMetrics';

export const watchedGateway = (
  gateway: CaseGateway,
  metrics: Pick<ApiMetrics, 'commandAnswered'>,
): CaseGateway => {
  const watched = async (command: CommandKind, ask: () => Promise<GatewayAnswer>): Promise<GatewayAnswer> => {
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1_000;
    try {
      const answer = await ask();
      metrics.commandAnswered(command, answer.kind, seconds());
      return answer;
    } catch (error) {
      metrics.commandAnswered(command, 'failed', seconds());
      throw error;
    }
  };
  return {
    open: (command, calendar) => watched(command.kind, () => gateway.open(command, calendar)),
    act: (reference, command, ...rest) =>
      watched(command.kind, () => gateway.act(reference, command, ...rest)),
    timetable: (reference) => gateway.timetable(reference),
    knows: (reference) => gateway.knows(reference),
  };
};
