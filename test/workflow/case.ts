// A case in a real workflow, spoken to by updates as the API speaks to it.

import { randomUUID } from 'node:crypto';
import type { UpdateDefinition } from '@temporalio/common';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { commandUpdates, type CommandMessage, type Receipt } from '../../contracts/messages';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Instant } from '../../domain/calendar/instant';
import { currentProfile } from '../../domain/policy/profiles';
import type { ActorId, Command, CommandBody } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { TimeSkipping } from '../temporal/timeSkipping';

const openUpdate = commandUpdates.openCase as unknown as UpdateDefinition<Receipt, [CommandMessage]>;
let opened = 0;

export class WorkflowCase {
  readonly reference: CaseReference;
  constructor(
    private readonly time: TimeSkipping,
    private readonly taskQueue: string,
    private readonly calendar: CalendarSnapshot,
    private readonly options: { readonly historyLimit?: number } = {},
  ) {
    opened += 1;
    this.reference = `RR-2026-${String(1000 + opened)}` as CaseReference;
  }

  get handle(): WorkflowHandle {
    return this.time.client.workflow.getHandle(workflowIdOf(this.reference));
  }

  command(body: CommandBody, commandId: string = randomUUID()): Command {
    return {
      ...body,
      asked: { actor: 'P-0001' as ActorId, authority: 'coordinator', commandId, askedAt: 0 as Instant },
    };
  }

  async open(
    receivedAt: Instant,
    rest: Partial<Extract<CommandBody, { kind: 'openCase' }>> = {},
  ): Promise<Receipt> {
    const command = this.command({
      kind: 'openCase',
      reference: this.reference,
      nature: 'suspectedAbuseOrNeglect',
      profile: currentProfile,
      receivedAt,
      timestamps: {},
      agencies: [],
      ...rest,
    });
    const input: RapidReviewInput = { reference: this.reference, ...this.options };
    return this.time.client.workflow.executeUpdateWithStart(openUpdate, {
      updateId: command.asked.commandId,
      args: [{ command, calendar: this.calendar }],
      startWorkflowOperation: new WithStartWorkflowOperation(RAPID_REVIEW_WORKFLOW, {
        workflowId: workflowIdOf(this.reference),
        taskQueue: this.taskQueue,
        args: [input],
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      }),
    });
  }

  async act(body: CommandBody, commandId?: string): Promise<Receipt> {
    const command = this.command(body, commandId);
    return this.handle.executeUpdate<Receipt, [CommandMessage]>(body.kind, {
      args: [{ command }],
      updateId: command.asked.commandId,
    });
  }
}
