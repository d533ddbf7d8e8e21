// The step of a story by which a case follows an accepted change of the bank holidays.

import type { CalendarSnapshot } from '../../../domain/calendar/calendarSnapshot';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { As, Beside } from '../../workflow/case';
import type { Step } from '../../workflow/script';

const ACCEPTED_BY: As = { actor: 'P-0003' as ActorId, authority: 'coordinator' };

export const adopt = (
  change: number,
  calendar: CalendarSnapshot,
  beside: Omit<Beside, 'calendar'> = {},
): Omit<Step, 'when'> => ({
  act: { kind: 'adoptCalendar', change, calendar: calendar.version },
  as: ACCEPTED_BY,
  beside: { calendar, ...beside },
});
