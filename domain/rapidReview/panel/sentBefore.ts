// Of what went to the national Panel with decision and report and is not so: by when, and whether the Panel has heard anything since.
// What it is, the reference of the notification, the day or a sign-off, `reference.ts` and `decisionAsSent.ts` say.

import type { CivilDate } from '../../calendar/civilDate';
import { londonDateToSay } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { CaseEvent } from '../events';
import type { CaseWithReview } from '../state';
import { isOnItsWay, type Dispatch, type NoMore, type Panel } from './state';
import { isHeard } from './waitedFor';

export const noMoreBy = ({ contacts }: Panel, { number }: Pick<CaseEvent, 'number'>): NoMore => ({
  event: number,
  contacts: contacts.length,
});

/** With the day on which it went, or was ordered to go. */
type Went = Dispatch & { readonly day: CivilDate };

/** The dispatch that went with it, or is on its way; nothing where another, or a word that may have put it right, has gone since. */
export const sentBefore = (
  state: CaseWithReview,
  noMore: NoMore,
  calendar: WorkingCalendar,
): Went | undefined => {
  const { dispatches, contacts } = state.panel;
  const last = dispatches.findLast((one) => one.sent !== undefined || isOnItsWay(one));
  if (last === undefined || last.event >= noMore.event) return undefined;
  const day = last.sent?.on ?? londonDateToSay(calendar, last.orderedAt);
  // Neither a chaser nor a notice of delay puts it right, nor what was said before it went.
  const hasHeard = contacts
    .slice(noMore.contacts)
    .some((one) => one.contact === 'other' && one.on >= day && isHeard(state, one));
  return hasHeard ? undefined : { ...last, day };
};
