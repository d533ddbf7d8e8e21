// What an agency's page shows: its own dates, each with how it was counted, what it has told us, by kind and day, and what is left for
// it to do. Nothing of the child, of another agency, or of what was written (R24).

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { ObligationName } from '../../domain/policy/policyProfile';
import { isStanding, stoppingReturn } from '../../domain/rapidReview/agenciesOfCase';
import type {
  AgencyOnCase,
  AgencyReturn,
  CaseReference,
  EndedCase,
  OpenCase,
} from '../../domain/rapidReview/state';
import { refOf } from '../../domain/timetable/obligationKey';
import { owedByAgency, type Owed } from '../../domain/timetable/owed';
import { countOf } from '../../platform/mail/wording/countOf';
import { isSaidInstead } from '../../platform/mail/wording/saidInstead';
import { ANSWER_WORDS } from '../problems/reviewTerms';

export interface DateAsked {
  readonly what: string;
  /** `Friday 10 April 2026` */
  readonly by: string;
  /** `5 working days after …`; nothing where no count explains it. */
  readonly count: string;
  /** What is said of a date that is past, and else nothing: after a miss another may have been agreed that is not. */
  readonly late: string;
}

/** What was sent with a form and has arrived. */
export type Told = 'answer' | 'secured';

export interface AnswerView {
  readonly reference: CaseReference;
  readonly agencyName: string;
  readonly asks: readonly DateAsked[];
  /** In sentences, oldest first. */
  readonly told: readonly string[];
  readonly mayAnswer: boolean;
  readonly maySecure: boolean;
  /** That the review is over, and what goes on; empty while it is not. */
  readonly ended: string;
}

const WHAT: Readonly<Partial<Record<ObligationName, readonly [what: string, late: string]>>> = {
  agencyReturn: ['Return the scoping template', 'It is not too late: what you know still helps.'],
  recordsSecured: ['Secure your records and tell us', 'Please do it today.'],
};

const judgedOf = ({ answer, judged }: AgencyReturn): string => {
  if (judged === undefined) return '';
  if (judged === 'accepted') return ' The team has accepted it.';
  if (judged === 'recordedByMistake')
    return ' It was recorded by mistake, and does not count. Contact the team if you did answer us.';
  const [wrong, told] = isSaidInstead(answer)
    ? ['we cannot rely on it, so our request stands', 'why']
    : ['something is missing', 'what'];
  return ` The team has sent it back: ${wrong}. Contact the team, who will tell you ${told} once you have shown who you are.`;
};

const asksOf = (owed: readonly Owed[], today: CivilDate): readonly DateAsked[] =>
  owed
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .flatMap((one) => {
      const [what, late] = WHAT[refOf(one.key).obligation] ?? [];
      if (what === undefined || late === undefined) return [];
      const { due } = one;
      return [{ what, by: sayDate(due), count: countOf(one, 'agency'), late: due < today ? late : '' }];
    });

const toldBy = ({ returns, recordsSecuredOn }: AgencyOnCase): readonly string[] => [
  ...(recordsSecuredOn === undefined
    ? []
    : [`Your records were secured on ${sayDate(recordsSecuredOn)}, as you told us.`]),
  ...returns.map((one) => `Your answer of ${sayDate(one.on)}: ${ANSWER_WORDS[one.answer]}.${judgedOf(one)}`),
];

const endedIn = (state: OpenCase | EndedCase, textsKept: boolean): string => {
  if (state.status === 'open') return '';
  const { on, into } = state.ending;
  const late = textsKept
    ? 'Late returns are still taken.'
    : 'What was written about it is not kept any more, and nothing can be sent here. If you know of something that others should know, contact the team.';
  return into === undefined
    ? `This review ended on ${sayDate(on)}. ${late}`
    : `This review was joined with ${into} on ${sayDate(on)}, and goes on as that. If we ask you for something there, answer by the link in our emails about ${into}.`;
};

export const answerViewOf = (
  state: OpenCase | EndedCase,
  calendar: WorkingCalendar,
  known: AgencyOnCase,
  agencyName: string,
  { today, textsKept }: { readonly today: CivilDate; readonly textsKept: boolean },
): AnswerView => {
  const answered = stoppingReturn(known);
  const isOpen = state.status === 'open';
  // What comes late is taken; of a case that goes on as another, there. Each form says who sends it, and that is a text.
  const isTaken = isOpen || (state.ending.into === undefined && textsKept);
  return {
    reference: state.reference,
    agencyName,
    // A date beyond the calendar must not keep anybody from answering.
    asks: isOpen ? asksOf(ifCovered(() => owedByAgency(state, calendar, known.agency)) ?? [], today) : [],
    told: toldBy(known),
    mayAnswer: answered === undefined && isTaken,
    // Any other answer that stops the clock says that there is nothing to secure.
    maySecure: isTaken && known.recordsSecuredOn === undefined && (answered?.answer ?? 'full') === 'full',
    ended: endedIn(state, textsKept),
  };
};

/** Only of what stands: a page loaded again must not thank for what was sent back meanwhile. */
export const thanksFor = ({ returns, recordsSecuredOn }: AgencyOnCase, told: Told | undefined): string => {
  if (told === 'secured' && recordsSecuredOn !== undefined)
    return 'Thank you. We have noted that your records are secured.';
  const last = returns.at(-1);
  if (told !== 'answer' || last === undefined || !isStanding(last)) return '';
  return last.answer === 'partial'
    ? 'Thank you. We have this part of your answer.'
    : 'Thank you. We have your answer.';
};
