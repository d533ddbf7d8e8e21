// How another calendar enters the state. The calendar itself stays outside it, under its version.

import type { Envelope } from '../events';
import type { CaseWithReview } from '../state';
import type { CalendarChangeEvent } from './events';

export const evolveCalendarChange = <C extends CaseWithReview>(
  state: C,
  { at, body }: CalendarChangeEvent & Pick<Envelope, 'at'>,
): C => ({
  ...state,
  calendar: body.to,
  calendarChange: body.change,
  calendarsFollowed: [
    ...(state.calendarsFollowed ?? []),
    { at: body.accepted ?? at, days: [...(body.daysBefore ?? []), ...body.days] },
  ],
});
