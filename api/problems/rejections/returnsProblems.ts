// Refusals of acts on the answers of agencies, as problems.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Judged } from '../../../domain/rapidReview/state';
import type { ReturnsRejection } from '../../../domain/rapidReview/returns/rejections';
import { AGENCY, day } from './exampleFacts';
import type { RefusalsOf } from './refused';
import { sayNoReturnDate } from './whyNothingOwed';

const JUDGED_WORDS = {
  accepted: 'accepted',
  sentBack: 'sent back',
  recordedByMistake: 'taken back, as recorded by mistake,',
} as const satisfies Readonly<Record<Judged, string>>;

const WHAT_NOW = {
  accepted:
    'If it was no answer at all, correct it as recorded by mistake; a further one is judged by itself.',
  sentBack:
    'Where it was good enough after all, and no other has come since, record it again as it came; a further answer of the agency is judged by itself.',
  recordedByMistake: 'A further answer of the agency is judged by itself.',
} as const satisfies Readonly<Record<Judged, string>>;

export const returnsProblems = {
  AgencyAlreadyAnswered: {
    slug: 'agency-already-answered',
    status: 409,
    title: 'The agency has answered already',
    says: ({ agency, on }) =>
      `${agency} answered on ${sayDate(on)}, and that answer stands. If something is missing in it, or it is not what the agency meant, the team can send it back, and the agency answers again; a mistyped day, or an answer that was recorded by mistake, the team can correct. If you are of the agency, tell the team.`,
    example: { code: 'AgencyAlreadyAnswered', agency: AGENCY, on: day('2026-04-07') },
  },
  AnsweredInFuture: {
    slug: 'answered-in-future',
    status: 422,
    title: 'The answer, or the securing, is dated in the future',
    says: ({ agency, on, today }) =>
      `${agency} is said to have answered, or secured its records, on ${sayDate(on)}, but today is ${sayDate(today)}. Record it once it has.`,
    field: () => ['/on', 'must not lie in the future'],
    example: {
      code: 'AnsweredInFuture',
      agency: AGENCY,
      on: day('2026-04-08'),
      today: day('2026-04-07'),
    },
  },
  AnsweredBeforeAsked: {
    slug: 'answered-before-asked',
    status: 422,
    title: 'The answer is dated before the request',
    says: ({ agency, on, sentOn }) =>
      `The answer of ${agency} cannot be dated ${sayDate(on)}: it was asked on ${sayDate(sentOn)}. Check both dates. If it had been asked before that, by telephone say, the team corrects the day of asking first (POST /cases/{reference}/scoping-requests/${agency}/corrections, with "on" and "channel").`,
    field: () => ['/on', 'lies before the agency was asked'],
    example: {
      code: 'AnsweredBeforeAsked',
      agency: AGENCY,
      on: day('2026-03-30'),
      sentOn: day('2026-03-31'),
    },
  },
  NoSuchReturn: {
    slug: 'no-such-return',
    status: 404,
    title: 'The agency has given no such answer',
    says: ({ agency, number }) =>
      `${agency} has given no answer ${number}. Its answers and their numbers are listed under the returns of the case.`,
    example: { code: 'NoSuchReturn', agency: AGENCY, number: 2 },
  },
  ReturnAlreadyJudged: {
    slug: 'return-already-judged',
    status: 409,
    title: 'The answer was judged already',
    says: ({ agency, number, judged, canBeSentBack }) =>
      `Answer ${number} of ${agency} was ${JUDGED_WORDS[judged]} already, and that stands. ${canBeSentBack === true ? 'If something turns out to be missing in it, send it back.' : WHAT_NOW[judged]}`,
    example: {
      code: 'ReturnAlreadyJudged',
      agency: AGENCY,
      number: 1,
      judged: 'accepted',
      canBeSentBack: true,
    },
  },
  BeforeTheCase: {
    slug: 'before-the-case',
    status: 422,
    title: 'The day is before the case',
    says: ({ agency, on, from }) =>
      `${agency} cannot have done anything for this case on ${sayDate(on)}: the first that the case knows of was on ${sayDate(from)}. Check the day and the year. If the incident was before that day, record or correct its moment first.`,
    field: () => ['/on', 'is before anything that the case knows of'],
    example: { code: 'BeforeTheCase', agency: AGENCY, on: day('2025-04-01'), from: day('2026-03-28') },
  },
  RecordsNotSecured: {
    slug: 'records-not-secured',
    status: 409,
    title: 'No secured records are recorded',
    says: ({ agency }) =>
      `That ${agency} has secured its records is not recorded, so there is no day to correct. Record it (POST /cases/{reference}/records-secured/${agency}); the day of an answer that says there are none is corrected with that answer.`,
    example: { code: 'RecordsNotSecured', agency: AGENCY },
  },
  SecuredCorrectionChangesNothing: {
    slug: 'secured-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ agency, on }) =>
      `The records of ${agency} are recorded as secured on ${sayDate(on)} already. Give the day on which they were.`,
    field: () => ['/on', 'is what is recorded already'],
    example: { code: 'SecuredCorrectionChangesNothing', agency: AGENCY, on: day('2026-04-02') },
  },
  ReturnCorrectionChangesNothing: {
    slug: 'return-correction-changes-nothing',
    status: 409,
    title: 'The correction changes nothing',
    says: ({ agency, on }) =>
      `The answer of ${agency} is recorded as of ${sayDate(on)} already. Give the day on which it came.`,
    field: () => ['/on', 'is what is recorded already'],
    example: { code: 'ReturnCorrectionChangesNothing', agency: AGENCY, on: day('2026-04-07') },
  },
  InsteadOnlyForWrongOrganisation: {
    slug: 'instead-only-for-wrong-organisation',
    status: 422,
    title: 'Another agency is named with the wrong answer',
    says: ({ agency }) =>
      `Whom to ask in place of ${agency} is said with the answer "wrongOrganisation" only. Leave askInstead out, or correct the answer.`,
    field: () => ['/askInstead', 'goes with the answer wrongOrganisation only'],
    example: { code: 'InsteadOnlyForWrongOrganisation', agency: AGENCY },
  },
  NothingSecured: {
    slug: 'nothing-secured',
    status: 422,
    title: 'Nothing is said to be secured',
    says: ({ agency }) =>
      `Neither paper nor electronic records of ${agency} are said to be secured. Record it once some are; that it has none is an answer: nil, or not known.`,
    field: () => ['/paper', 'and /electronic are both false'],
    example: { code: 'NothingSecured', agency: AGENCY },
  },
  RecordsNotLocked: {
    slug: 'records-not-locked',
    status: 422,
    title: 'The records are not locked',
    says: ({ agency }) =>
      `The records of ${agency} are said not to be locked: they are secured once nobody can change them. Have them locked, and record it then.`,
    field: () => ['/locked', 'is false: they are not secured yet'],
    example: { code: 'RecordsNotLocked', agency: AGENCY },
  },
  RecordsAlreadySecured: {
    slug: 'records-already-secured',
    status: 409,
    title: 'That the records are secured is recorded already',
    says: ({ agency, on }) =>
      `${agency} secured its records on ${sayDate(on)}; that is recorded already, and there is nothing to add. A mistyped day, or what was recorded by mistake, the team can correct (POST /cases/{reference}/records-secured/${agency}/corrections).`,
    example: { code: 'RecordsAlreadySecured', agency: AGENCY, on: day('2026-04-02') },
  },
  NoReturnDateToChange: {
    slug: 'no-return-date-to-change',
    status: 409,
    title: 'There is no date that could be moved',
    says: ({ agency }) => sayNoReturnDate(agency),
    example: { code: 'NoReturnDateToChange', agency: AGENCY },
  },
  AgreedInFuture: {
    slug: 'agreed-in-future',
    status: 422,
    title: 'The day of the agreement lies ahead',
    says: ({ agency, on, today }) =>
      `Nothing can have been agreed with ${agency} on ${sayDate(on)}: today is ${sayDate(today)}. Give the day on which it was agreed, or leave it out where that is now.`,
    field: () => ['/on', 'must not lie in the future'],
    example: { code: 'AgreedInFuture', agency: AGENCY, on: day('2026-04-09'), today: day('2026-04-08') },
  },
  AgreedBeforeAsked: {
    slug: 'agreed-before-asked',
    status: 422,
    title: 'The date was agreed before the request went',
    says: ({ agency, on, sentOn }) =>
      `The request to ${agency} went on ${sayDate(sentOn)}: another date than its own cannot have been agreed on ${sayDate(on)}. Give the day on which it was.`,
    field: () => ['/on', 'must not lie before the day of the request'],
    example: {
      code: 'AgreedBeforeAsked',
      agency: AGENCY,
      on: day('2026-03-30'),
      sentOn: day('2026-03-31'),
    },
  },
  AgreedBeforeLast: {
    slug: 'agreed-before-last',
    status: 422,
    title: 'Another date was agreed after it',
    says: ({ agency, on, last, due }) =>
      `${sayDate(due)} was agreed with ${agency} on ${sayDate(last)}, later than ${sayDate(on)}, and the later agreement holds. Give the day on which this one was agreed, no earlier than that.`,
    field: () => ['/on', 'must not lie before the last agreement'],
    example: {
      code: 'AgreedBeforeLast',
      agency: AGENCY,
      on: day('2026-04-07'),
      last: day('2026-04-08'),
      due: day('2026-04-14'),
    },
  },
  AgreedDateInPast: {
    slug: 'agreed-date-in-past',
    status: 422,
    title: 'The agreed date has passed',
    says: ({ due, today, on }) =>
      on === undefined
        ? `${sayDate(due)} has passed: today is ${sayDate(today)}. Agree a working day from today on. Where it was agreed earlier, and is recorded only now, give the day of that (on).`
        : `${sayDate(due)} lies before ${sayDate(on)}, on which it is said to have been agreed. Give the days as they were.`,
    field: () => ['/due', 'must not lie in the past'],
    example: { code: 'AgreedDateInPast', due: day('2026-04-07'), today: day('2026-04-08') },
  },
  AgreedDateOnDayOff: {
    slug: 'agreed-date-on-day-off',
    status: 422,
    title: 'The agreed date is not a working day',
    says: ({ due, why }) =>
      `${sayDate(due)} is not a working day (${why}), and nothing falls due on it. Agree a working day.`,
    field: () => ['/due', 'is not a working day'],
    example: { code: 'AgreedDateOnDayOff', due: day('2026-04-06'), why: 'Easter Monday' },
  },
  AgreedDateChangesNothing: {
    slug: 'agreed-date-changes-nothing',
    status: 409,
    title: 'The agreed date changes nothing',
    says: ({ due }) => `The return is due on ${sayDate(due)} already. Give the date that was agreed.`,
    field: () => ['/due', 'is the date already'],
    example: { code: 'AgreedDateChangesNothing', due: day('2026-04-09') },
  },
  NoSuchProposal: {
    slug: 'no-such-proposal',
    status: 404,
    title: 'There is no such proposal',
    says: ({ proposal }) =>
      `No proposal ${proposal} to ask another agency is open on this case. Those that are open are shown with the case.`,
    example: { code: 'NoSuchProposal', proposal: 17 },
  },
  NotMissed: {
    slug: 'not-missed',
    status: 409,
    title: 'Nothing of that key was missed',
    says: ({ key }) =>
      `"${key}" was not missed on this case, so there is no lateness to explain. The timetable shows what was, with the key of each.`,
    example: { code: 'NotMissed', key: 'agencyReturn:AG-0003' },
  },
} as const satisfies RefusalsOf<ReturnsRejection>;
