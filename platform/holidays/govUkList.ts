// The official list as it was when this version was made: the first dated reading of every ledger, so that dates can
// be counted where no network is.

import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Reading } from '../../domain/holidayLedger/reading';
import list from './govUkList.json';

export interface DatedReading extends Reading {
  /** The day of the list's own revision. */
  readonly revision: CivilDate;
  /** The day on which each date was first on the list. */
  readonly firstListed: ReadonlyMap<CivilDate, CivilDate>;
}

export const shippedGovUkList = (): DatedReading => {
  const days = list.days.map(({ date, title }) => ({ date: civilDate(date), title }));
  return {
    source: { kind: 'govUk' },
    revision: civilDate(list.revision),
    days,
    firstListed: new Map(
      list.days.map(({ date, firstListed }) => [civilDate(date), civilDate(firstListed)] as const),
    ),
  };
};
