// What a case has left to whoever asked to record, and that nobody has recorded: an API may have died between the two. Its act is
// under way in the records then; the case is asked what it still holds, and that is recorded (docs/adr/0024).

import { WorkflowNotFoundError } from '@temporalio/common';
import { severalAtOnce } from '../activities/severalAtOnce';
import type { CaseWorkflows } from '../activities/tellCase';
import { ask, leftToAsker } from '../contracts/questions';
import { workflowIdOf } from '../contracts/workflowIds';
import { instant, type Instant } from '../domain/calendar/instant';
import type { CaseReference } from '../domain/rapidReview/references';
import type { Logger } from '../platform/logging/createLogger';
import { whatIsRecorded } from '../platform/logging/whatIsRecorded';
import type { ActUnderWay, Records } from '../records/records';

export interface LeftParts {
  readonly records: {
    readonly events: Pick<Records['events'], 'record' | 'version'>;
    readonly reservations: Pick<Records['reservations'], 'underWay' | 'givenUp'>;
  };
  readonly cases: CaseWorkflows;
  readonly clock: () => Instant;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** How old the acts are that are looked at. */
export interface Age {
  readonly atLeastMs: number;
  readonly lessThanMs?: number;
}

/** Longer than an API waits for a case; should it only be slow, recording the same twice has no effect. */
export const FRESH = { atLeastMs: 10_000, lessThanMs: 60_000 } as const satisfies Age;
export const LOOK_EVERY_MS = 5_000;
/** Of a case that cannot be asked for long: not so often, that it keeps nobody else waiting. */
export const OLDER = { atLeastMs: FRESH.lessThanMs } as const satisfies Age;

/** The server may hand an act to a worker that comes back late, though nobody waits for it any more; not for so long. */
const GIVEN_UP_AFTER_MS = 3_600_000;
const AT_ONCE = 8;
const PAGE = 200;
const ANSWERED_WITHIN_MS = 10_000;

const recordOf = async (
  { records, cases, logger }: LeftParts,
  reference: CaseReference,
): Promise<'asked' | 'notThere'> => {
  const workflowId = workflowIdOf(reference);
  try {
    const left = await cases.withDeadline(Date.now() + ANSWERED_WITHIN_MS, () =>
      ask(cases.getHandle(workflowId), leftToAsker),
    );
    // The case holds them until it hears with its next act that they are recorded.
    const known = left.length === 0 ? 0 : await records.events.version(reference);
    const events = left.filter(({ number }) => number > known);
    if (events.length > 0) {
      await records.events.record({ reference, events, notices: [] });
      logger.info(
        { reference, workflowId, ...whatIsRecorded(events) },
        'events recorded that whoever asked had left',
      );
    }
    return 'asked';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'notThere';
    throw error;
  }
};

/** Answers whether the case could be asked, and what it holds be recorded. */
const lookAt = async (
  parts: LeftParts,
  reference: CaseReference,
  acts: readonly ActUnderWay[],
  now: Instant,
): Promise<boolean> => {
  const { records, logger } = parts;
  try {
    const found = await recordOf(parts, reference);
    for (const { commandId, since } of acts)
      if (found === 'notThere' || since < now - GIVEN_UP_AFTER_MS)
        await records.reservations.givenUp(commandId, since);
    return true;
  } catch (error) {
    const workflowId = workflowIdOf(reference);
    logger.warn({ reference, workflowId, err: error }, 'what whoever asked has left could not be recorded');
    return false;
  }
};

/** Throws after all of that age were tried, or none is to be any more, where one could not be asked or recorded. */
export const recordWhatWasLeft = async (
  parts: LeftParts,
  { atLeastMs, lessThanMs = Infinity }: Age,
  stopping?: AbortSignal,
): Promise<void> => {
  const now = parts.clock();
  const from = instant(Math.max(0, now - lessThanMs));
  const before = instant(now - atLeastMs);
  let failed = 0;
  for (let after: ActUnderWay | undefined; ;) {
    const page = await parts.records.reservations.underWay(from, before, { after, limit: PAGE });
    const byCase = [...Map.groupBy(page, ({ reference }) => reference)];
    await severalAtOnce(byCase, AT_ONCE, async ([reference, acts]) => {
      if (stopping?.aborted === true) return;
      if (!(await lookAt(parts, reference, acts, now))) failed += 1;
    });
    after = page.at(-1);
    if (page.length < PAGE || stopping?.aborted === true) break;
  }
  if (failed > 0) throw new Error(`${failed} cases could not be asked, or not be recorded`);
};
