// How another calendar enters the state. The calendar itself stays outside it, under its version.

import type { Envelope } from '../events';
import type { Running } from '../state';
import type { CalendarChangeEvent } from './events';

/** Cases of before judge by the calendar as it stands (docs/adr/0006). */
const SINCE_RULES_VERSION = 10;

export const evolveCalendarChange = <C extends Running>(
  state: C,
  { at, body }: CalendarChangeEvent & Pick<Envelope, 'at'>,
): C => ({
  ...state,
  calendar: body.to,
  calendarChange: body.change,
  ...(state.rulesVersion < SINCE_RULES_VERSION
    ? {}
    : {
        calendarsFollowed: [
          ...(state.calendarsFollowed ?? []),
          { at: body.accepted ?? at, days: [...(body.daysBefore ?? []), ...body.days] },
        ],
      }),
});
