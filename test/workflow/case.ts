// A case in a real workflow, spoken to by updates as the API speaks to it.

import { randomUUID } from 'node:crypto';
import type { UpdateDefinition } from '@temporalio/common';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { commandUpdates, type CommandMessage, type Receipt } from '../../contracts/messages';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import { RAPID_REVIEW_WORKFLOW, updateIdOf, workflowIdOf } from '../../contracts/workflowIds';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Instant } from '../../domain/calendar/instant';
import { currentProfile } from '../../domain/policy/profiles';
import type { ActorId, Asked, Command, CommandBody } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { TimeSkipping } from '../temporal/timeSkipping';

const openUpdate = commandUpdates.openCase as unknown as UpdateDefinition<Receipt, [CommandMessage]>;
let opened = 0;

/** Who asks, where it is not the coordinator. */
export type As = Partial<Pick<Asked, 'actor' | 'authority' | 'seats'>>;

/** What travels beside a command. */
export type Beside = Omit<CommandMessage, 'command'>;

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

  command(body: CommandBody, commandId: string = randomUUID(), as: As = {}): Command {
    return {
      ...body,
      asked: {
        actor: 'P-0001' as ActorId,
        authority: 'coordinator',
        ...as,
        commandId,
        askedAt: 0 as Instant,
      },
    };
  }

  opening(
    receivedAt: Instant,
    rest: Partial<Extract<CommandBody, { kind: 'openCase' }>> = {},
  ): Command & { readonly kind: 'openCase' } {
    return this.command({
      kind: 'openCase',
      reference: this.reference,
      nature: 'suspectedAbuseOrNeglect',
      profile: currentProfile,
      rulesVersion: RULES_VERSION,
      receivedAt,
      timestamps: {},
      agencies: [],
      ...rest,
    }) as Command & { readonly kind: 'openCase' };
  }

  async open(...what: Parameters<WorkflowCase['opening']>): Promise<Receipt> {
    const command = this.opening(...what);
    const input: RapidReviewInput = { reference: this.reference, ...this.options };
    return this.time.client.workflow.executeUpdateWithStart(openUpdate, {
      updateId: updateIdOf(command.asked),
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

  async act(
    body: CommandBody,
    { commandId, as, ...beside }: { readonly commandId?: string; readonly as?: As } & Beside = {},
  ): Promise<Receipt> {
    const command = this.command(body, commandId, as);
    return this.handle.executeUpdate<Receipt, [CommandMessage]>(body.kind, {
      args: [{ command, ...beside }],
      updateId: updateIdOf(command.asked),
    });
  }
}
