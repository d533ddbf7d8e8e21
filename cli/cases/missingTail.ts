// The records held against what the workflow of a case knows: which events they lack, and which they have otherwise; and
// taking what is missing over from the workflow's history, as the workflow itself would have recorded it.

import { workflowIdOf } from '../../contracts/workflowIds';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Instant } from '../../domain/calendar/instant';
import type { MailReport } from '../../domain/rapidReview/mailReport';
import type { Notice } from '../../domain/rapidReview/notices';
import type { MailContact } from '../../platform/mail/mailContact';
import { codesNamed } from '../../records/givenCodes/codesNamed';
import { FIRST_ATTEMPT } from '../../records/notices/insertNotices';
import { canonicalText } from '../../records/eventLog/hashChain';
import type { RecordedEvent, Records } from '../../records/records';
import { knownToWorkflow, type KnownToWorkflow } from './knownToWorkflow';
import { letGoOnAsNew, type OpenedTemporal } from './openTemporal';

export interface Compared {
  readonly reference: CaseReference;
  /** Number of the last event in the records; 0 for a case that they do not know. */
  readonly recorded: number;
  readonly known: KnownToWorkflow;
  /** The first event that both have, and not the same. */
  readonly otherwise?: number;
}

/** As the case itself has it. */
export const withoutHash = ({ hash: _, ...event }: RecordedEvent): CaseEvent => event;

/** Nothing where Temporal has no workflow of the case that was ever opened. */
export const compareCase = async (
  { events }: Pick<Records, 'events'>,
  temporal: OpenedTemporal,
  reference: CaseReference,
): Promise<Compared | undefined> => {
  const log = await events.ofCase(reference);
  const known = await knownToWorkflow(temporal, reference, log.length);
  if (known === undefined || known.version === 0) return undefined;
  const otherwise = log.find((event) => {
    const same = known.events.get(event.number);
    return same !== undefined && canonicalText(same) !== canonicalText(withoutHash(event));
  });
  return {
    reference,
    known,
    recorded: log.length,
    ...(otherwise === undefined ? {} : { otherwise: otherwise.number }),
  };
};

export const isBehind = ({ recorded, known }: Compared): boolean => known.version > recorded;

/** Its workflow has not decided all that is recorded: Temporal is older than the records. */
export const hasForgotten = ({ recorded, known }: Compared): boolean => known.version < recorded;

/** What Temporal still has of the events that the records lack. */
export const heardBeyond = ({ recorded, known }: Compared): readonly CaseEvent[] =>
  [...known.events.values()].filter(({ number }) => number > recorded);

export type TakenOver =
  | { readonly taken: number; readonly mayHaveGone: number }
  /** The first number that Temporal does not have any more either. */
  | { readonly lost: number };

const acceptedOf = ({ to, refused, outcome }: MailReport): readonly MailContact[] => {
  if (outcome !== 'accepted') return [];
  if (to.role === 'agency') return to.contacts.filter((contact) => !refused.includes(contact));
  return to.role === 'panel' ? ['panel'] : [];
};

/**
 * What became of a mail is noted as the case was told of it. Of any other that was called for it is not known whether it
 * went: the attempt that was entered with it stays without a known end, by which its mail says that it may be the second.
 */
const noteMails = async (
  notices: Records['notices'],
  { known }: Compared,
  called: readonly Notice[],
  at: Instant,
): Promise<number> => {
  let mayHaveGone = 0;
  for (const { key } of called) {
    const report = known.reports.get(key);
    if (report === undefined || report.outcome === 'open') {
      mayHaveGone += 1;
      continue;
    }
    const { refused, outcome, told, acceptedAt = at } = report;
    const accepted = acceptedOf(report);
    await notices.end(key, {
      attempt: FIRST_ATTEMPT,
      at: acceptedAt,
      accepted,
      refused,
      outcome,
      ...(told === undefined ? {} : { told }),
    });
  }
  return mayHaveGone;
};

/** Records the missing events with the notices that they call for. */
export const takeOver = async (
  { events, notices, snapshots, givenCodes }: Records,
  temporal: OpenedTemporal,
  compared: Compared,
  at: Instant,
): Promise<TakenOver> => {
  const { reference, recorded, known } = compared;
  // First, and also where the rest cannot be had: whatever is known of a case, no code that it names is given again.
  const named = codesNamed(heardBeyond(compared));
  await givenCodes.passOver({ ...named, cases: [...named.cases, reference] });
  const tail: CaseEvent[] = [];
  for (let number = recorded + 1; number <= known.version; number += 1) {
    const event = known.events.get(number);
    if (event === undefined) return { lost: number };
    tail.push(event);
  }
  for (const calendar of known.calendars.values()) await snapshots.put(calendar);
  const called = [...known.notices.values()].filter(({ event }) => event > recorded);
  // With each mail that it may have gone: this may die before what became of it is noted.
  await events.record({ reference, events: tail, notices: called, mayHaveGoneAt: at });
  const mayHaveGone = await noteMails(notices, compared, called, at);
  // For mails that are in the records now, and of which the workflow knows only that it has called for them. One that has ended looks
  // when it is started again.
  await letGoOnAsNew(temporal, workflowIdOf(reference));
  return { taken: tail.length, mayHaveGone };
};
