// Refusals of acts on the end of a case, as problems (R20, R21).

import { sayDate } from '../../../domain/calendar/civilDate';
import type { EndingRejection } from '../../../domain/rapidReview/ending/rejections';
import { ENDING_WORDS } from '../reviewTerms';
import { afterTheEnd } from './afterTheEnd';
import { day, OTHER_CASE, THIS_CASE } from './exampleFacts';
import type { RefusalsOf } from './refused';

export const endingProblems = {
  NotifiedAlready: {
    slug: 'notified-already',
    status: 409,
    title: 'The Panel was notified already',
    says: ({ on, byItsCopy }) => {
      const notified =
        byItsCopy === true
          ? `The copy of the notification was received on ${sayDate(on)}, so the national Panel was notified, and`
          : `The national Panel was notified on ${sayDate(on)}, so`;
      return `${notified} the referral cannot be withdrawn any more. The partners can find that the criteria are not met (POST /cases/{reference}/criteria-not-met): then the Panel is told.`;
    },
    example: { code: 'NotifiedAlready', on: day('2026-03-31') },
  },
  NotNotifiedYet: {
    slug: 'not-notified-yet',
    status: 409,
    title: 'The Panel was not notified yet',
    says: () =>
      'The national Panel has not been notified, so it need not be told that the criteria are not met. Withdraw the referral instead.',
    example: { code: 'NotNotifiedYet' },
  },
  PanelHasDecision: {
    slug: 'panel-has-decision',
    status: 409,
    title: 'The Panel has the decision',
    says: ({ on }) =>
      `Decision and report went to the national Panel on ${sayDate(on)}: from then on only its settled reply ends the case. Record its reply (POST /cases/{reference}/panel/replies); one after which nothing more is to come is settled (POST /cases/{reference}/panel/settlement).`,
    example: { code: 'PanelHasDecision', on: day('2026-04-17') },
  },
  MergedTheOtherWay: {
    slug: 'merged-the-other-way',
    status: 409,
    title: 'The two were merged the other way round',
    says: ({ into, goesOn }) =>
      `${into} was merged into ${goesOn} before, so ${goesOn} goes on and ${into} ends. Act on ${goesOn}; if ${into} is still open, repeat the request that merged it into ${goesOn}, with the same Idempotency-Key.`,
    example: { code: 'MergedTheOtherWay', into: THIS_CASE, goesOn: OTHER_CASE },
  },
  NotWithdrawn: {
    slug: 'not-withdrawn',
    status: 409,
    title: 'The case was not withdrawn',
    says: ({ cause, into }) =>
      cause === undefined
        ? 'This case is open, so there is no withdrawal to undo.'
        : `This case ended because ${ENDING_WORDS[cause]}, and only a withdrawal is undone here. ${afterTheEnd(cause, into)}`,
    example: { code: 'NotWithdrawn', cause: 'settled' },
  },
  NotSettled: {
    slug: 'not-settled',
    status: 409,
    title: 'The case was not settled',
    says: ({ cause, into }) =>
      cause === undefined
        ? 'This case is open, so there is no settlement to undo. A reply of the national Panel that was recorded by mistake is taken back where it would be corrected (POST /cases/{reference}/panel/replies/<number>/corrections).'
        : `This case ended because ${ENDING_WORDS[cause]}, and not by a reply of the national Panel. ${afterTheEnd(cause, into)}`,
    example: { code: 'NotSettled' },
  },
} as const satisfies RefusalsOf<EndingRejection>;
