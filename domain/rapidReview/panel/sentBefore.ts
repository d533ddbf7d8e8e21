// Of what went to the national Panel with decision and report and is not so: by when, and whether the Panel has heard anything since.
// What it is, the reference of the notification or a sign-off, `reference.ts` and `signOffs.ts` say.

import { londonDateToSay } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { CaseEvent } from '../events';
import type { ContactMade, Dispatch, NoMore, Panel } from './state';

export const noMoreBy = (
  { contacts }: Panel,
  { number, at }: Pick<CaseEvent, 'number'> & Partial<Pick<CaseEvent, 'at'>>,
): NoMore => ({ event: number, ...(at === undefined ? {} : { at }), contacts: contacts.length });

/** Neither a chaser nor a notice of delay puts it right, nor what was said before anybody knew. */
const mayPutRight = ({ contact, on }: ContactMade, { at }: NoMore, calendar: WorkingCalendar): boolean =>
  contact === 'other' && (at === undefined || on >= londonDateToSay(calendar, at));

/** The dispatch that went with it; nothing where another, or a word that may have put it right, has gone since. */
export const sentBefore = (
  { dispatches, contacts }: Panel,
  noMore: NoMore,
  calendar: WorkingCalendar,
): (Dispatch & Required<Pick<Dispatch, 'sent'>>) | undefined => {
  const last = dispatches.findLast(({ sent }) => sent !== undefined);
  if (last?.sent === undefined || last.event === undefined || last.event >= noMore.event) return undefined;
  const hasHeard = contacts.slice(noMore.contacts).some((one) => mayPutRight(one, noMore, calendar));
  return hasHeard ? undefined : { ...last, sent: last.sent };
};
