// The alert to those on call (R23): at once, at any hour, and again until somebody acknowledges. An alert that could not
// go until the next one is due gives way to it. The first that reached nobody is told to the team, as soon.

import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { mailFailed } from '../clock/notices';
import type { CaseEvent } from '../events';
import type { Draft } from '../noticeBodies';
import type { AnyCase } from '../state';
import { alertAgainAt } from './alertAgainAt';

const alert = (state: AnyCase, at: Instant, concern: number, number: number): Draft => ({
  key: `safetyAlert/${concern}/${number}`,
  to: { role: 'onCall' },
  notAfter: alertAgainAt(state, at),
  body: { kind: 'safetyAlert', concern, alert: number },
});

export const safetyNotices = (
  event: CaseEvent,
  state: AnyCase,
  calendar: WorkingCalendar,
): readonly Draft[] => {
  if (event.kind === 'NoticeFailed')
    return event.body.concern === undefined ? [] : [mailFailed(event, calendar)];
  if (event.kind === 'SafetyConcernRaised') return [alert(state, event.at, event.body.number, 1)];
  return event.kind === 'SafetyAlertRepeated'
    ? [alert(state, event.at, event.body.number, event.body.alert)]
    : [];
};
