// Whether a decision lacked the answer of an agency (R16): by when that was found, had answered, and was sent its answer back. Asked as the decision is taken
// (`decide.ts`), as its day is put right (`meeting/correctDay.ts`), and as it is recorded later, or put right, when the agency was found.

import type { CivilDate } from '../../calendar/civilDate';
import { londonDateOf, type DayAndMoment } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId } from '../../timetable/facts';
import { agencyOn, agencyRemoved, hadStoppedBy } from '../agenciesOfCase';
import type { AgencyOnCase, OpenCase, CaseWithReview } from '../state';

const foundBy = (
  identified: AgencyOnCase['identified'],
  day: CivilDate,
  calendar: WorkingCalendar,
): boolean => identified === 'withReferral' || londonDateOf(calendar, identified) <= day;

/** Of every agency known by that day, asked or not, without an answer that stops the clock by then: what the group did not have. */
export const lackingThen = (
  { agencies }: OpenCase,
  then: DayAndMoment,
  calendar: WorkingCalendar,
): readonly AgencyId[] =>
  agencies
    .filter((known) => foundBy(known.identified, then.on, calendar) && !hadStoppedBy(known, then))
    .map(({ agency }) => agency);

/**
 * The decisions, by number, that were taken while the agency was known and had not answered; no field where there is no decision.
 * `identified`: when it was found, as an act is about to record it; what the state says of that is not asked.
 */
export const lackedBy = (
  state: OpenCase,
  agency: AgencyId,
  identified: AgencyOnCase['identified'],
  calendar: WorkingCalendar,
): { readonly lackedBy?: readonly number[] } => {
  const { decisions } = state;
  if (decisions.length === 0) return {};
  const { returns = [] } = agencyOn(state, agency) ?? agencyRemoved(state, agency) ?? {};
  const lacking = decisions.filter((decision) => {
    const { on, decidedAt: at } = decision;
    return foundBy(identified, on, calendar) && !hadStoppedBy({ returns }, { on, at });
  });
  return { lackedBy: lacking.map(({ number }) => number) };
};

/** Those decisions lacked it, and no others. */
export const withLacking = <C extends CaseWithReview>(
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
