// Workflows of cases in a real Temporal, in a namespace of the test's own. Nobody works on them: each knows what it was started
// with, as after a run that went on in a new one, and does nothing.

import { randomBytes } from 'node:crypto';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';
import { connectTemporal } from '../../platform/temporal/connectTemporal';
import { registerNamespace } from '../../platform/temporal/registerNamespace';
import type { OpenedEngine } from '../../cli/token/ownRecords';
import type { Story } from '../unit/rapidReview/story';

type Told = Pick<Story, 'state' | 'calendar' | 'notices'> & Partial<Pick<Story, 'events'>>;

export interface WorkflowsOver {
  readonly codec: KeyRing;
  readonly temporal: OpenedEngine['temporal'];
  /** Its workflow knows these events besides how far it has got; all that the story has, where nothing is said. */
  readonly start: (
    story: Told,
    reference: CaseReference,
    told?: { readonly events?: readonly CaseEvent[]; readonly codec?: KeyRing },
  ) => Promise<void>;
  readonly end: (reference: CaseReference) => Promise<void>;
  /** The run that it is in now, and whether that goes on. */
  readonly runOf: (reference: CaseReference) => Promise<{ readonly run: string; readonly status: string }>;
  readonly close: () => Promise<void>;
}

/** A ring of one key that nobody else has. */
export const ownRing = (id: string): KeyRing => keyRingOf([{ id, bytes: randomBytes(32) }]);

const inputOf = (
  { state, calendar, notices }: Told,
  reference: CaseReference,
  events: readonly CaseEvent[],
): RapidReviewInput => {
  const numbers = new Set(events.map(({ number }) => number));
  return {
    reference,
    carried: {
      state,
      calendar: calendar.snapshot,
      mailWaiting: true,
      handled: [],
      unrecorded: { events, notices: notices.filter(({ event }) => numbers.has(event)) },
    },
  };
};

export const workflowsOver = async (address: string): Promise<WorkflowsOver> => {
  const codec = ownRing('codec');
  const taskQueue = 'of-nobody';
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const linkWith = (ring: KeyRing) =>
    connectTemporal({ address, namespace, dataConverter: encryptedDataConverter(ring) });
  const own = linkWith(codec);
  await registerNamespace(own, 1);
  const handle = (reference: CaseReference) => own.client.workflow.getHandle(workflowIdOf(reference));
  return {
    codec,
    temporal: { address, namespace, taskQueue },
    start: async (story, reference, { events = story.events ?? [], codec: ring = codec } = {}) => {
      const link = linkWith(ring);
      try {
        await link.client.workflow.start(RAPID_REVIEW_WORKFLOW, {
          workflowId: workflowIdOf(reference),
          taskQueue,
          args: [inputOf(story, reference, events)],
        });
      } finally {
        await link.close();
      }
    },
    end: async (reference) => void (await handle(reference).terminate()),
    runOf: async (reference) => {
      const { runId: run, status } = await handle(reference).describe();
      return { run, status: status.name };
    },
    close: () => own.close(),
  };
};
