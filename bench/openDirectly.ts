// A case opened in Temporal alone, as the API opens one, without HTTP and records: for benchmarks of what comes after.

import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import { commandUpdates } from '../contracts/messages';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../contracts/workflowIds';
import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import type { Instant } from '../domain/calendar/instant';
import { currentProfile } from '../domain/policy/profiles';
import type { ActorId } from '../domain/rapidReview/commands';
import type { CaseReference } from '../domain/rapidReview/references';
import { RULES_VERSION } from '../domain/rapidReview/rulesVersion';
import { agencyOf } from './recompute/inventedLife';

export const ACTOR = 'P-0001' as ActorId;

export interface CaseToOpen {
  readonly reference: CaseReference;
  readonly agencies: number;
  readonly calendar: CalendarSnapshot;
  readonly taskQueue: string;
  readonly at: Instant;
}

export const openDirectly = async (
  client: Client,
  { reference, agencies, calendar, taskQueue, at }: CaseToOpen,
): Promise<void> => {
  const commandId = `open-${reference}`;
  await client.workflow.executeUpdateWithStart(commandUpdates.openCase, {
    updateId: commandId,
    args: [
      {
        command: {
          kind: 'openCase',
          reference,
          nature: 'suspectedAbuseOrNeglect',
          profile: currentProfile,
          rulesVersion: RULES_VERSION,
          receivedAt: at,
          timestamps: {},
          agencies: Array.from({ length: agencies }, (_, n) => agencyOf(n + 1)),
          asked: { actor: ACTOR, authority: 'coordinator', askedAt: at, commandId },
        },
        calendar,
      },
    ],
    startWorkflowOperation: new WithStartWorkflowOperation(RAPID_REVIEW_WORKFLOW, {
      workflowId: workflowIdOf(reference),
      taskQueue,
      args: [{ reference }],
      workflowIdConflictPolicy: 'FAIL',
    }),
  });
};
