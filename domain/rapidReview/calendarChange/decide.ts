// Whether a case goes to another calendar (R9). What moves by it is worked out as for every act (`consequences.ts`); what is
// met keeps its date (R7, R8). Nothing is told here.

import type { CivilDate } from '../../calendar/civilDate';
import { daysChanged } from '../../calendar/daysChanged';
import { earliestOf } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { EventBody } from '../events';
import { accept, refuse, type Decided } from '../rejections';
import type { CaseWithReview } from '../state';
import type { ChangeToFollow } from './commands';

/** The first day that anything is counted from; what the local authority owes may be counted from before the referral. */
const countedSince = ({ timestamps }: CaseWithReview, calendar: WorkingCalendar): CivilDate => {
  const { referralReceived, localAuthorityAware, notificationSent } = timestamps;
  const first = earliestOf(
    [referralReceived, localAuthorityAware, notificationSent].filter((at) => at !== undefined),
  );
  return first === undefined ? calendar.snapshot.covers.from : londonDateOf(calendar, first);
};

/**
 * A change that came before the one the case follows is late on its way, and has no effect; nor has the same twice. One that
 * changes no day is followed all the same: which list the dates rest on is part of the record. Days before anything is counted from
 * move nothing, and are kept: once a fact is put right, what was done may be judged by them (R8).
 */
export const adoptCalendar = (
  state: CaseWithReview,
  { change, calendar: to, accepted }: ChangeToFollow,
  calendar: WorkingCalendar,
  given: WorkingCalendar | undefined,
): Decided<EventBody> => {
  if (given?.snapshot.version !== to) return refuse({ code: 'CalendarNotGiven', calendar: to });
  if (change <= (state.calendarChange ?? 0)) return accept();
  const changed = daysChanged(calendar.snapshot, given.snapshot);
  const since = countedSince(state, calendar);
  const days = changed.filter(({ date }) => date >= since);
  const daysBefore = changed.filter(({ date }) => date < since);
  return accept({
    kind: 'CalendarAdopted',
    body: {
      change,
      from: state.calendar,
      to,
      // However long the worker was away before the case followed it.
      ...(accepted === undefined ? {} : { accepted }),
      days,
      ...(daysBefore.length === 0 ? {} : { daysBefore }),
    },
  });
};
