// Refusals of acts on reminders, as problems.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { RemindersRejection } from '../../../domain/rapidReview/reminders/rejections';
import { AGENCY, CONTACT, day } from './exampleFacts';
import type { RefusalsOf } from './refused';
import { sayNothingOwed } from './whyNothingOwed';

export const remindersProblems = {
  NothingOwed: {
    slug: 'nothing-owed',
    status: 409,
    title: 'The agency owes nothing',
    says: ({ agency }) => sayNothingOwed(agency),
    example: { code: 'NothingOwed', agency: AGENCY },
  },
  RemindedToday: {
    slug: 'reminded-today',
    status: 409,
    title: 'The agency was reminded today',
    says: ({ agency, on }) =>
      `${agency} was reminded on ${sayDate(on)} already: one mail an agency and day lists everything it owes. Remind it again on the next working day, or ring.`,
    example: { code: 'RemindedToday', agency: AGENCY, on: day('2026-04-08') },
  },
  NoRemindersOnDayOff: {
    slug: 'no-reminders-on-day-off',
    status: 422,
    title: 'No reminder goes on a day off',
    says: ({ on, why }) =>
      `${sayDate(on)} is not a working day (${why}), and no reminder goes on one. Send it on the next working day.`,
    example: { code: 'NoRemindersOnDayOff', on: day('2026-04-06'), why: 'Easter Monday' },
  },
  ContactAlreadyExcluded: {
    slug: 'contact-already-excluded',
    status: 409,
    title: 'The contact is excluded already',
    says: ({ contact }) =>
      `${contact} is excluded from this case already: nothing of it goes there. To let them back on, readmit them (POST /cases/{reference}/excluded-contacts/${contact}/readmission).`,
    field: () => ['/contact', 'is excluded already'],
    example: { code: 'ContactAlreadyExcluded', contact: CONTACT },
  },
  ContactNotExcluded: {
    slug: 'contact-not-excluded',
    status: 409,
    title: 'The contact is not excluded',
    says: ({ contact }) =>
      `${contact} is not excluded from this case, so there is nothing to readmit. The case shows who is.`,
    example: { code: 'ContactNotExcluded', contact: CONTACT },
  },
  EscalationAlreadyConfirmed: {
    slug: 'escalation-already-confirmed',
    status: 409,
    title: 'The escalation is confirmed already',
    says: ({ agency }) => `That the executive of ${agency} may be written to is confirmed already.`,
    example: { code: 'EscalationAlreadyConfirmed', agency: AGENCY },
  },
  NoRungToConfirm: {
    slug: 'no-rung-to-confirm',
    status: 409,
    title: 'No reminder waits for a word',
    says: ({ agency }) =>
      `By the rules of this case no reminder to ${agency} waits for a coordinator's word. Write to its executive yourself.`,
    example: { code: 'NoRungToConfirm', agency: AGENCY },
  },
} as const satisfies RefusalsOf<RemindersRejection>;
