// How a date was reached, as a mail says it after "That is" or "That was"; nothing where no count explains it. A date
// that was agreed is not counted: with whom it was agreed is said instead.

import { sayCounting } from '../../../domain/timetable/explanation';
import type { Owed } from '../../../domain/timetable/owed';

const WITH = { agency: 'you', team: 'the agency' } as const;

export const countOf = ({ counting, passedOver }: Owed, reader: keyof typeof WITH): string => {
  if (counting === undefined) return '';
  if (counting.anchor === 'agreed') return `the date agreed with ${WITH[reader]}`;
  return sayCounting(counting, passedOver, reader === 'team');
};
