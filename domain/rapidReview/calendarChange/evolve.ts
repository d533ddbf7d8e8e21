// How another calendar enters the state. The calendar itself stays outside it, under its version.

import type { Running } from '../state';
import type { CalendarChangeEvent } from './events';

export const evolveCalendarChange = <C extends Running>(state: C, { body }: CalendarChangeEvent): C => ({
  ...state,
  calendar: body.to,
  calendarChange: body.change,
});
