// Where a page of what is to come ended, as an opaque text: the place in the order of time, so that what went meanwhile neither repeats
// nor hides others.

import { parseInstant } from '../../domain/calendar/instant';

export interface ComingPlace {
  /** As it is shown. */
  readonly at: string;
  readonly reference: string;
  /** Which of the mails of that case at that moment, from 0. */
  readonly nth: number;
}

export const byPlace = (a: ComingPlace, b: ComingPlace): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.reference !== b.reference) return a.reference < b.reference ? -1 : 1;
  return a.nth - b.nth;
};

export const writePlace = ({ at, reference, nth }: ComingPlace): string =>
  Buffer.from(`${at}/${reference}/${nth}`, 'utf8').toString('base64url');

const PLACE = /^([^/]{1,40})\/([A-Za-z0-9-]{1,40})\/(\d{1,6})$/;

/** Nothing where no page gave it. */
export const readPlace = (text: string): ComingPlace | undefined => {
  const [, at = '', reference = '', nth = ''] =
    PLACE.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  return parseInstant(at) === undefined ? undefined : { at, reference, nth: Number(nth) };
};
