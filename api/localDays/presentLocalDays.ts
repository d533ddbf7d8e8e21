// Closures and school holidays as the API shows them. Who recorded them by name only to those whose role includes that.

import type { FastifyRequest } from 'fastify';
import { formatInstant } from '../../domain/calendar/instant';
import type { LocalDays, LocalDaysId } from '../../domain/localDays/localDays';
import type { Records } from '../../records/records';
import { namesOfPeople } from '../chronology/namesOfPeople';
import { mayAlso } from '../permissions/guard';
import { problem } from '../problems/problem';
import { localDaysProblems } from './localDaysProblems';
import type { LocalDaysListItem, LocalDaysView } from './localDaysSchemas';

export const localDaysItem = ({ agency, ...days }: LocalDays): LocalDaysListItem => ({
  ...days,
  ...(agency === undefined ? {} : { agency }),
});

/** Throws the problem that there are none. */
export const localDaysView = async (
  { localDays, people }: Records,
  request: FastifyRequest,
  id: LocalDaysId,
): Promise<LocalDaysView> => {
  const days = (await localDays.all()).find((one) => one.id === id);
  if (days === undefined) throw problem(localDaysProblems.UnknownLocalDays, { code: 'UnknownLocalDays', id });
  const history = await localDays.historyOf(id);
  const named = mayAlso(request, 'readHolidayReasons') ? history.map(({ by }) => by) : [];
  const names = await namesOfPeople({ people }, named);
  const changes = history.map(({ version, change, at, by }) => {
    const who = names.get(by);
    return { version, change, at: formatInstant(at), by, ...(who === undefined ? {} : { who }) };
  });
  return { ...localDaysItem(days), changes };
};
