// What was established about the end of a case, about a child's immediate safety, and about cases that may be the same, in
// words.

import { sayDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { TIMESTAMPS } from '../../domain/policy/policyProfile';
import { TIMESTAMP_WORDS } from '../../domain/policy/timestampWords';
import type { DuplicatesEvent } from '../../domain/rapidReview/duplicates/events';
import type { MomentsOfMerged, ReceiptOfMerged } from '../../domain/rapidReview/duplicates/state';
import type { EndingEvent } from '../../domain/rapidReview/ending/events';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { SafetyEvent } from '../../domain/rapidReview/safety/events';
import { sayList } from '../../domain/timetable/explanation';
import { ENDING_WORDS } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import type { Sayings } from './sayings';
import { sayObligation } from './sayObligation';

export const sayEnding: Sayings<EndingEvent> = {
  CaseEnded: ({ cause, on, into, lapsed }, name) =>
    [
      `The case ended on ${sayDate(on)}: ${ENDING_WORDS[cause]}.`,
      ...(into === undefined ? [] : [`It goes on as ${into}.`]),
      ...(lapsed.length === 0
        ? []
        : [`Open then, and lapsed: ${sayList(lapsed.map((key) => sayObligation(key, name)))}.`]),
    ].join(' '),
  WithdrawalUndone: () =>
    'The withdrawal was undone: dates count from where they did before, and the gap counts.',
  SettlementUndone: () =>
    'The case had been settled by mistake, and goes on: dates count from where they did before, and the gap counts.',
};

export const saySafety: Sayings<SafetyEvent> = {
  SafetyConcernRaised: ({ number }) => `Safety concern ${number} was raised, and those on call were alerted.`,
  SafetyAlertRepeated: ({ number, alert }) =>
    `Nobody had acknowledged safety concern ${number}: alert ${alert} went to those on call.`,
  SafetyConcernAcknowledged: ({ number }) => `Safety concern ${number} was acknowledged.`,
  SafetyActionRecorded: ({ number }) => `What was done about safety concern ${number} was recorded.`,
};

const sayNotTaken = (notTaken: MomentsOfMerged): readonly string[] => {
  const moments = TIMESTAMPS.flatMap((what) => {
    const at = what === 'referralReceived' ? undefined : notTaken[what];
    return at === undefined ? [] : [`${TIMESTAMP_WORDS[what]}, on ${sayInstant(at)}`];
  });
  return moments.length === 0
    ? []
    : [`Recorded there, and not taken over, since it does not fit what is known here: ${sayList(moments)}.`];
};

/** Of what comes with the other one may have been received earlier than that. */
const sayWhose = (of: CaseReference, at: Instant, receipts: readonly ReceiptOfMerged[]): string => {
  const first = receipts.find(({ receivedAt }) => receivedAt === at)?.of ?? of;
  return first === of ? 'that earlier receipt' : `the earlier receipt of ${first}`;
};

export const sayDuplicates: Sayings<DuplicatesEvent> = {
  DuplicateNoted: ({ of }) => `It was noted that ${of} may be the same.`,
  DuplicateSettled: ({ of, as }) =>
    as === 'linked' ? `${of} was linked with this case.` : `${of} was kept apart from this case.`,
  CaseAbsorbed: ({ of, receivedAt, was, withAbsorbed = [], receipts = [], notTaken = {} }) =>
    [
      receivedAt < was
        ? `${of} was merged into this case, which counts from ${sayWhose(of, receivedAt, receipts)}, on ${sayInstant(receivedAt)}, and no longer from ${sayInstant(was)}.`
        : `${of} was merged into this case, which keeps its earlier receipt.`,
      ...(withAbsorbed.length === 0
        ? []
        : [`With it came what had been merged into it before: ${sayList(withAbsorbed)}.`]),
      ...sayNotTaken(notTaken),
    ].join(' '),
};
