// What was established about the scoping requests, with how it is said.

import type { EventBody } from '../../../domain/rapidReview/events';
import { agency, at, contact, on, opens, reason } from './saidWith';

export const SAID_OF_REQUESTS: readonly (readonly [EventBody, string])[] = [
  [
    { kind: 'ScopingRequested', body: { agency, round: 1, sending: 1, contacts: [contact] } },
    'The scoping request to Example Trust was put in the outgoing mail, for 1 contact.',
  ],
  [
    { kind: 'ScopingRequested', body: { agency, round: 1, sending: 2, contacts: [contact] } },
    'The scoping request to Example Trust was put in the outgoing mail again (sending 2).',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: on, on: opens, channel: 'telephone', reason } },
    'Corrected: the scoping request to Example Trust was sent on Friday 10 April 2026, by telephone, not on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: on, on, channel: 'paper', reason } },
    'Corrected: the scoping request to Example Trust was sent on Tuesday 14 April 2026, on paper.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: on, on: opens, acceptedAt: at } },
    'The mail with the scoping request to Example Trust had gone on Friday 10 April 2026 already, before it went another way on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: opens, on: opens, mailedOn: on, acceptedAt: at } },
    'The mail with the scoping request to Example Trust went on Tuesday 14 April 2026; it went another way on Friday 10 April 2026, and counts from then.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: opens, on, mailCameBack: true } },
    'The mail of Friday 10 April 2026 with the scoping request to Example Trust came back from every address: the request counts from Tuesday 14 April 2026, when it went another way.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: on, on: opens, mailAnswered: true } },
    'Example Trust had answered before the scoping request went another way on Tuesday 14 April 2026: it counts from Friday 10 April 2026, when it was mailed.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: opens, on, channel: 'mail', mailCameBack: true } },
    'The mail of Friday 10 April 2026 with the scoping request to Example Trust came back from every address: the request counts from Tuesday 14 April 2026, when it was mailed again.',
  ],
  [
    {
      kind: 'RequestSentCorrected',
      body: { agency, was: on, on: opens, channel: 'mail', mailAnswered: true },
    },
    'Example Trust had answered before the scoping request was mailed again on Tuesday 14 April 2026: it counts from Friday 10 April 2026, when it was mailed.',
  ],
  [
    {
      kind: 'RequestSentCorrected',
      body: { agency, was: opens, on: opens, channel: 'mail', mailedOn: on, mailCameBack: true },
    },
    'The mail of Friday 10 April 2026 with the scoping request to Example Trust came back from every address, and it was mailed again on Tuesday 14 April 2026; the agency had answered before that: it counts from the first.',
  ],
  [
    { kind: 'RequestSentCorrected', body: { agency, was: on, on: opens, mailArrived: true } },
    'The scoping request to Example Trust counts from Friday 10 April 2026 again, when it was mailed, and not from Tuesday 14 April 2026.',
  ],
  [
    { kind: 'RequestBounceCorrected', body: { agency, round: 1, contact, reason } },
    `Corrected: it was recorded by mistake that the mail to ${contact} of Example Trust came back.`,
  ],
  [
    { kind: 'RequestBounceCorrected', body: { agency, round: 1, contact, stands: { on }, reason } },
    `Corrected: it was recorded by mistake that the mail to ${contact} of Example Trust came back. The scoping request is not void, and stands as it was, sent on Tuesday 14 April 2026.`,
  ],
  [
    { kind: 'RequestBounceCorrected', body: { agency, round: 1, contact, stands: {}, reason } },
    `Corrected: it was recorded by mistake that the mail to ${contact} of Example Trust came back. The scoping request is not void, and stands as it was.`,
  ],
];
