// A moment as a clock and a calendar on a wall in London show it.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Instant } from '../../../domain/calendar/instant';
import { londonDateToSay, sayLondonTime } from '../../../domain/calendar/londonTime';
import type { MailFacts } from './mailFacts';

/** `Monday 13 April 2026 at 10:00` */
export const sayMoment = (at: Instant, { calendar }: Pick<MailFacts, 'calendar'>): string =>
  `${sayDate(londonDateToSay(calendar, at))} at ${sayLondonTime(calendar, at)}`;
