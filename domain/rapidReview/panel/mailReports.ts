// What the mail server's answers establish about decision and report on their way to the Panel: accepted is the proof
// that they went (R18); refused for good, they must go another way. Word of a mail may come when the same has been recorded as
// gone another way, later: then it went when the mail did. Told again, a report establishes nothing new.

import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { EventBody } from '../events';
import type { MailReport } from '../mailReport';
import type { CaseWithReview } from '../state';
import { isOnItsWay } from './state';

export const panelDispatchKey = (dispatch: number): string => `panelDispatch/${dispatch}`;

/** Of any other word, by the number of its event. */
export const panelContactKey = (event: number): string => `panelContact/${event}`;

export const dispatchReported = (
  state: CaseWithReview,
  calendar: WorkingCalendar,
  { key, acceptedAt, outcome }: MailReport,
): readonly EventBody[] => {
  const { reference, panel } = state;
  const found = panel.dispatches.find(({ number }) => key === `${reference}/${panelDispatchKey(number)}`);
  if (found === undefined) return [];
  const { number: dispatch, sent } = found;
  // It was thought to have gone another way, and its mail had gone all the same.
  const thoughtGone = sent === undefined && found.takenBack === true && acceptedAt !== undefined;
  if (!isOnItsWay(found) && !thoughtGone) {
    if (sent === undefined || acceptedAt === undefined) return [];
    const on = londonDateOf(calendar, acceptedAt);
    const { on: was } = sent;
    return on < was ? [{ kind: 'PanelDispatchCorrected', body: { dispatch, was, on, acceptedAt } }] : [];
  }
  if (acceptedAt !== undefined) {
    const on = londonDateOf(calendar, acceptedAt);
    return [{ kind: 'PanelDispatchSent', body: { dispatch, on, channel: 'mail', acceptedAt } }];
  }
  if (outcome !== 'refused' && outcome !== 'lapsed') return [];
  // Given up after the line had fallen each time: the Panel may have it more than once.
  const unknown = outcome === 'lapsed';
  return [{ kind: 'PanelDispatchFailed', body: { dispatch, ...(unknown ? { mayHaveArrived: true } : {}) } }];
};
