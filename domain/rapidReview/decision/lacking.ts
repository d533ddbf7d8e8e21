// Whether a decision lacked the answer of an agency (R16): by when that was found, had answered, and was sent its answer back. Asked as the decision is taken
// (`decide.ts`), as its day is put right (`meeting/correctDay.ts`), and as it is recorded later, or put right, when the agency was found.

import type { CivilDate } from '../../calendar/civilDate';
import { londonDateOf, type DayAndMoment } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId } from '../../timetable/facts';
import { agencyOn, agencyRemoved, hadAnsweredBy, hadStoppedBy } from '../agenciesOfCase';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, OpenCase, Running } from '../state';
import type { Decision } from './state';

export const foundBy = (
  identified: AgencyOnCase['identified'],
  day: CivilDate,
  calendar: WorkingCalendar,
): boolean => identified === 'withReferral' || londonDateOf(calendar, identified) <= day;

/** Whether it is one that the decision lacked, as far as it was known then. */
export const lackedThen = (
  { missingReturns, on }: Pick<Decision, 'missingReturns' | 'on'>,
  { agency, identified }: Pick<AgencyOnCase, 'agency' | 'identified'>,
  calendar: WorkingCalendar,
): boolean => missingReturns.includes(agency) || !foundBy(identified, on, calendar);

/**
 * Whether the group had not got its answer then, whatever the team thought of that later. In cases of before it is not kept when an answer was
 * sent back: whoever was not among those lacked before had answered.
 */
export const lacks = (
  state: Pick<Running, 'rulesVersion'>,
  known: Pick<AgencyOnCase, 'returns'>,
  then: DayAndMoment,
  lackedBefore: boolean,
): boolean =>
  lackedBefore || holds(state, 'answerSentBackLaterIsNotMissing')
    ? !hadStoppedBy(known, then)
    : !hadAnsweredBy(known, then.on);

/**
 * By number, those that were taken while it was known and had not answered: nothing where there is no decision. `identified` is when it
 * was found, as it is known now; how it was known before, the state says.
 */
export const lackedBy = (
  state: OpenCase,
  agency: AgencyId,
  identified: AgencyOnCase['identified'],
  calendar: WorkingCalendar,
): { readonly lackedBy?: readonly number[] } => {
  const { decisions } = state;
  if (decisions.length === 0 || !holds(state, 'decisionLacksAnswerOfWhoWasFoundByThen')) return {};
  const known = agencyOn(state, agency);
  const { returns = [] } = known ?? agencyRemoved(state, agency) ?? {};
  const lacking = decisions.filter((decision) => {
    const { on, decidedAt: at } = decision;
    const lackedBefore = known === undefined || lackedThen(decision, known, calendar);
    return foundBy(identified, on, calendar) && lacks(state, { returns }, { on, at }, lackedBefore);
  });
  return { lackedBy: lacking.map(({ number }) => number) };
};

/** Those decisions lacked it, and no others. */
export const withLacking = <C extends Running>(
  state: C,
  agency: AgencyId,
  numbers: readonly number[] | undefined,
): C =>
  numbers === undefined
    ? state
    : {
        ...state,
        decisions: state.decisions.map((decision) => {
          const others = decision.missingReturns.filter((one) => one !== agency);
          const missingReturns = numbers.includes(decision.number) ? [...others, agency] : others;
          return { ...decision, missingReturns };
        }),
      };
