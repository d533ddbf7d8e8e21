// Invented closures and school holidays.

import { civilDate } from '../../../domain/calendar/civilDate';
import type { LocalDays, LocalDaysId } from '../../../domain/localDays/localDays';

export const ID = (n: number): LocalDaysId => `LD-000${n}` as LocalDaysId;

/** A closure of everybody, unless something else is said. */
export const localDays = (
  n: number,
  first: string,
  last: string,
  rest: Partial<LocalDays> = {},
): LocalDays => ({
  id: ID(n),
  version: 1,
  takenBack: false,
  kind: 'closure',
  title: 'Christmas shut-down',
  firstDay: civilDate(first),
  lastDay: civilDate(last),
  ...rest,
});
