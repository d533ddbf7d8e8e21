// How a date was reached, as a mail says it after "That is" or "That was"; nothing where no count explains it. A date
// that was agreed is not counted: with whom it was agreed is said instead, and that the day itself has become a bank holiday since.

import { sayDate } from '../../../domain/calendar/civilDate';
import { sayCounting } from '../../../domain/timetable/explanation';
import type { Owed } from '../../../domain/timetable/owed';

const WITH = { agency: 'you', team: 'the agency' } as const;

export const countOf = ({ counting, passedOver }: Owed, reader: keyof typeof WITH): string => {
  if (counting === undefined) return '';
  if (counting.anchor === 'agreed')
    return counting.workingDays === 0
      ? `the date agreed with ${WITH[reader]}`
      : `the next working day after the date agreed with ${WITH[reader]}, ${sayDate(counting.anchorDate)}, which has become a bank holiday`;
  return sayCounting(counting, passedOver, reader === 'team');
};
