// Who is told that a case has ended, or goes on after all (R20, R21): agencies and referrers, and the Panel where the
// criteria were found not to be met.

import { ifCovered, type WorkingCalendar } from '../../calendar/workingCalendar';
import { owedByAgency } from '../../timetable/owed';
import { toAgencies, toReferrers } from '../agenciesToTell';
import type { CaseEvent, EventOf } from '../events';
import type { Draft } from '../noticeBodies';
import { outcomeToAskedSince } from '../panel/notices';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, CaseWithReview } from '../state';

type Told = EventOf<'CaseEnded' | 'WithdrawalUndone'>;

const resumed = (number: number, state: CaseWithReview): readonly Draft[] => {
  const key = `resumed/${number}`;
  return [
    ...toAgencies(state, (agency) => ({
      key: `${key}/${agency}`,
      body: { kind: 'resumedToAgency', agency },
    })),
    // An ended case absorbs none: they are those who heard of its end.
    ...toReferrers(state, (of) => ({
      key: `${key}/referrer/${of}`,
      body: { kind: 'resumedToReferrer' },
    })),
  ];
};

/**
 * R20: that the case had ended nobody was told; but who heard only with that what was decided heard that nothing more is wanted of them.
 * They know their dates since.
 */
export const settlementUndoneNotices = (
  { number }: CaseEvent,
  state: CaseWithReview,
  calendar: WorkingCalendar,
): readonly Draft[] => {
  if (!holds(state, 'outcomeIsToldAsEachHasHeardIt')) return [];
  const owes = ({ agency }: AgencyOnCase): boolean =>
    (ifCovered(() => owedByAgency(state, calendar, agency)) ?? []).length > 0;
  const agencies = state.agencies.filter((known) => known.datesToldAsOf === number && owes(known));
  return toAgencies({ ...state, agencies }, (agency) => ({
    key: `resumed/${number}/${agency}`,
    body: { kind: 'resumedToAgency', agency, settled: true },
  }));
};

export const endingNotices = (event: Told, state: CaseWithReview): readonly Draft[] => {
  if (event.kind === 'WithdrawalUndone') return resumed(event.number, state);
  const { cause } = event.body;
  // Everybody else has heard the outcome already.
  if (cause === 'settled') return outcomeToAskedSince(state);
  const key = `ended/${event.number}`;
  return [
    ...toAgencies(state, (agency) => ({
      key: `${key}/${agency}`,
      body: { kind: 'endedToAgency', agency, cause },
    })),
    ...toReferrers(state, (of) => ({
      key: `${key}/referrer/${of}`,
      body: { kind: 'endedToReferrer', cause },
    })),
    ...(cause === 'criteriaNotMet'
      ? [
          {
            key: `${key}/panel`,
            to: { role: 'panel' },
            body: { kind: 'panelCriteriaNotMet' },
          } as const,
        ]
      : []),
  ];
};
