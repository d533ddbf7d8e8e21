// Temporal for a command that is run beside the engine: the client with the engine's own codec, and the references of the
// cases that it has ever had a workflow of.

import { isGrpcServiceError } from '@temporalio/client';
import { defaultPayloadConverter, WorkflowNotFoundError, type Payload } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { goOnAsNew } from '../../contracts/messages';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/references';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { payloadCodec } from '../../platform/encryption/payloadCodec';
import { connectTemporal, type TemporalLink } from '../../platform/temporal/connectTemporal';
import { temporalAnswers } from '../../platform/temporal/readiness';
import { StartFailure } from '../start/startFailure';
import type { OwnEngine } from '../token/ownEngine';

/** A command is given once, often on a busy machine: a slow server is not one that is away, which shows at once. */
const ANSWERS_WITHIN_MS = 20_000;

export class TemporalAway extends StartFailure {
  constructor({ address, namespace }: OwnEngine['temporal']) {
    super(
      `Temporal does not answer at ${address} with the namespace ${namespace}. Start it, or set TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE to where it is, and run this again. Nothing was changed.`,
    );
  }
}

export interface OpenedTemporal extends TemporalLink {
  /** The first value among them, as the engine wrote it; nothing where there is none. */
  readonly firstValueIn: (payloads: readonly Payload[]) => Promise<unknown>;
  readonly taskQueue: string;
}

export const withTemporal = async <T>(
  engine: Pick<OwnEngine, 'temporal' | 'codec'>,
  use: (temporal: OpenedTemporal) => Promise<T>,
): Promise<T> => {
  const { address, namespace, taskQueue } = engine.temporal;
  const link = connectTemporal({ address, namespace, dataConverter: encryptedDataConverter(engine.codec) });
  const codec = payloadCodec(engine.codec);
  const firstValueIn = async (payloads: readonly Payload[]): Promise<unknown> => {
    const [payload] = await codec.decode(payloads.slice(0, 1));
    return payload === undefined ? undefined : defaultPayloadConverter.fromPayload(payload);
  };
  try {
    await temporalAnswers(link, ANSWERS_WITHIN_MS).catch(() => {
      throw new TemporalAway(engine.temporal);
    });
    return await use({ ...link, firstValueIn, taskQueue });
  } finally {
    await link.close();
  }
};

/** Whether there was one that runs to be told. */
export const letGoOnAsNew = async ({ client }: OpenedTemporal, workflowId: string): Promise<boolean> => {
  try {
    await client.workflow.getHandle(workflowId).signal(goOnAsNew);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};

/** Of gRPC, so that this file need not know its library. */
const NOT_FOUND = 5;

/** Nothing where Temporal has no such workflow, or none any more. */
export const historyOf = async (
  { client }: OpenedTemporal,
  workflowId: string,
  runId?: string,
): Promise<temporal.api.history.v1.IHistory | undefined> => {
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === NOT_FOUND) return undefined;
    throw error;
  }
};

const PREFIX = workflowIdOf('' as CaseReference);

/** Running ones and, as long as Temporal keeps them, ended ones; the server's list may be seconds behind. */
export const casesInTemporal = async ({ client }: OpenedTemporal): Promise<ReadonlySet<CaseReference>> => {
  const references = new Set<CaseReference>();
  for await (const { workflowId } of client.workflow.list({
    query: `WorkflowType = '${RAPID_REVIEW_WORKFLOW}'`,
  }))
    references.add(workflowId.slice(PREFIX.length) as CaseReference);
  return references;
};
