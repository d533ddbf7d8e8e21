// A day that has become a bank holiday, or is none after all, as a mail says it.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { DayChanged } from '../../../domain/calendar/daysChanged';
import type { MailFacts } from './mailFacts';

const sayDay = ({ date, title, change }: DayChanged): string =>
  change === 'listed'
    ? `${sayDate(date)} is now a bank holiday (${title}), so it is not a working day.`
    : `${sayDate(date)} is not a bank holiday after all (${title}), so it is a working day.`;

/** Those that have moved what the mail tells; none where it was no change of the calendar. */
export const sayDaysThatMoved = ({ movedBy }: MailFacts): readonly string[] =>
  (movedBy?.days ?? []).map(sayDay);
