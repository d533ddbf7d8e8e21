// Which decisions lacked the answer of an agency of which it is recorded, or put right, after them when it was found (R16). What a
// decision lacks as it is taken is `decide.ts`; what its day, put right, makes of that is `meeting/correctDay.ts`.

import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { AgencyId } from '../../timetable/facts';
import { stoppingReturn } from '../agenciesOfCase';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, OpenCase, Running } from '../state';

/** By number, those that were taken while it was known and had not answered: nothing where there is no decision. */
export const lackedBy = (
  state: OpenCase,
  { returns }: Pick<AgencyOnCase, 'returns'>,
  identified: AgencyOnCase['identified'],
  calendar: WorkingCalendar,
): { readonly lackedBy?: readonly number[] } => {
  const { decisions } = state;
  if (decisions.length === 0 || !holds(state, 'decisionLacksAnswerOfWhoWasFoundByThen')) return {};
  const found = identified === 'withReferral' ? undefined : londonDateOf(calendar, identified);
  const answered = stoppingReturn({ returns })?.on;
  const lacking = decisions.filter(
    ({ on }) => (found === undefined || found <= on) && (answered === undefined || answered > on),
  );
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
