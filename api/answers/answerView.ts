// What the page behind an agency's link shows: the agency's own dates, each with how it was counted, and what it has told us, by kind
// and day. Nothing of the child, of another agency, or of what was written (R24).

import { sayDate } from '../../domain/calendar/civilDate';
import { stoppingReturn } from '../../domain/rapidReview/agenciesOfCase';
import type { AgencyOnCase, AnyCase, CaseReference } from '../../domain/rapidReview/state';
import { owedByAgency, type Owed } from '../../domain/timetable/owed';

import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { countOf } from '../../platform/mail/wording/countOf';
import { ANSWER_WORDS } from '../problems/reviewTerms';

export interface DateAsked {
  readonly what: string;
  /** `Friday 10 April 2026` */
  readonly by: string;
  /** `5 working days after …`; nothing where no count explains it. */
  readonly count: string;
  readonly late: boolean;
}

export interface AnswerView {
  readonly reference: CaseReference;
  readonly agencyName: string;
  readonly asks: readonly DateAsked[];
  /** In sentences, oldest first. */
  readonly told: readonly string[];
  readonly mayAnswer: boolean;
  readonly maySecure: boolean;
}

const WHAT = {
  agencyReturn: 'Return the scoping template',
  recordsSecured: 'Secure your records and tell us',
};

const JUDGED = {
  accepted: ' The team has accepted it.',
  sentBack:
    ' The team has sent it back: something is missing. Contact the team, which tells you what once you have shown who you are.',
};

const asksOf = (owed: readonly Owed[]): readonly DateAsked[] =>
  [...owed]
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .flatMap((one) => {
      const what = Object.entries(WHAT).find(([obligation]) => one.key.startsWith(`${obligation}:`))?.[1];
      return what === undefined
        ? []
        : [{ what, by: sayDate(one.due), count: countOf(one, 'agency'), late: one.missed }];
    });

const toldBy = ({ returns, recordsSecuredOn }: AgencyOnCase): readonly string[] => [
  ...(recordsSecuredOn === undefined
    ? []
    : [`Your records are secured, as you told us for ${sayDate(recordsSecuredOn)}.`]),
  ...returns.map(
    ({ answer, on, judged }) =>
      `Your answer of ${sayDate(on)}: ${ANSWER_WORDS[answer]}.${judged === undefined ? '' : JUDGED[judged]}`,
  ),
];

export const answerViewOf = (
  state: AnyCase,
  calendar: WorkingCalendar,
  known: AgencyOnCase,
  agencyName: string,
): AnswerView => ({
  reference: state.reference,
  agencyName,
  // Once the case has ended nothing is owed; a date beyond the calendar must not keep anybody from answering.
  asks:
    state.status === 'open' ? asksOf(ifCovered(() => owedByAgency(state, calendar, known.agency)) ?? []) : [],
  told: toldBy(known),
  mayAnswer: stoppingReturn(known) === undefined,
  // Any other answer that stops the clock says that there is nothing to secure.
  maySecure: known.recordsSecuredOn === undefined && (stoppingReturn(known)?.answer ?? 'full') === 'full',
});
