// What the mail server's answers establish about decision and report on their way to the Panel: accepted is the proof
// that they went (R18); refused for good, they must go another way. Told again, a report establishes nothing new.

import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { EventBody } from '../events';
import type { MailReport } from '../mailReport';
import type { OpenCase } from '../state';
import { isOnItsWay } from './state';

export const panelDispatchKey = (dispatch: number): string => `panelDispatch/${dispatch}`;

export const dispatchReported = (
  { reference, panel }: OpenCase,
  calendar: WorkingCalendar,
  { key, acceptedAt, outcome }: MailReport,
): readonly EventBody[] => {
  const found = panel.dispatches.find(({ number }) => key === `${reference}/${panelDispatchKey(number)}`);
  if (found === undefined || !isOnItsWay(found)) return [];
  const { number: dispatch } = found;
  if (acceptedAt !== undefined) {
    const on = londonDateOf(calendar, acceptedAt);
    return [{ kind: 'PanelDispatchSent', body: { dispatch, on, channel: 'mail', acceptedAt } }];
  }
  return outcome === 'refused' || outcome === 'lapsed'
    ? [{ kind: 'PanelDispatchFailed', body: { dispatch } }]
    : [];
};
