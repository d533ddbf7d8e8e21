// What is not the fault of whoever asked: a part of the system is away, or has failed. Nothing of its inside is told.

import { kind } from './problem';

export const outageProblems = {
  temporalAway: kind({
    slug: 'temporal-unavailable',
    status: 503,
    title: 'The workflow server cannot be reached',
    says: () => 'The workflow server cannot be reached just now.',
    retryAfter: 5,
    maybeDone: true,
  }),
  workerAway: kind({
    slug: 'worker-not-answering',
    status: 503,
    title: 'No worker has decided it',
    says: () => 'No worker has decided it so far.',
    retryAfter: 10,
    maybeDone: true,
  }),
  recordsAway: kind({
    slug: 'records-unavailable',
    status: 503,
    title: 'The records cannot be reached',
    says: () => 'The database cannot be reached just now.',
    retryAfter: 5,
    maybeDone: true,
  }),
  clocksDisagree: kind({
    slug: 'clocks-disagree',
    status: 503,
    title: 'Two clocks disagree',
    says: () =>
      "The clock of the API is ahead of the workflow server's, so that the referral seems to come from the future. Repeat the request with the same Idempotency-Key: its first time of receipt stands. Tell whoever runs the service.",
    retryAfter: 5,
  }),
  keyMissing: kind({
    slug: 'key-missing',
    status: 500,
    title: 'A key is missing that this was sealed with',
    says: () =>
      'This was sealed with a key that the service does not have, and cannot be read without it. Tell whoever runs the service the requestId: the log names the key, and once it is put back everything sealed with it can be read again.',
    maybeDone: true,
  }),
  unexpected: kind({
    slug: 'unexpected',
    status: 500,
    title: 'Something went wrong here',
    says: () =>
      'Something went wrong that should not have. If it does so again, tell whoever runs the service the requestId.',
    maybeDone: true,
  }),
} as const;
