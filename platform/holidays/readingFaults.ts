// Why a reading of a list was not taken, in words: the one place for them, whether they are mailed or answered. Which
// faults there are is decided by the ledger (`domain/holidayLedger`) and by the reader of the feed.

import type { FeedFault, ReadingFault } from '../../domain/holidayLedger/reading';

type FaultCode = (ReadingFault | FeedFault)['fault'];

const FAULTS: Readonly<Record<FaultCode, string>> = {
  unreachable: 'GOV.UK could not be reached.',
  tooSlow: 'GOV.UK did not answer in time.',
  badStatus: 'GOV.UK answered with an error.',
  tooLarge: 'The answer was far larger than a list of bank holidays can be.',
  notJson: 'The answer was not a list of bank holidays.',
  notTheExpectedShape: 'The list no longer has the form that was agreed.',
  empty: 'The list was empty.',
  dayTwice: 'The list named one day twice.',
  yearIncomplete: 'The list had a year with too few bank holidays.',
  yearMissing: 'The list left out a whole year.',
  doesNotCoverToday: 'The list ended before this year.',
  tooManyDays: 'The list had a year with far too many bank holidays.',
  shrunken: 'The list lacked several bank holidays ahead that it had before.',
};

const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(FAULTS, code);

/** A fault of another version of the programme is said to have happened, at the least. */
export const sayFault = (code: string): string =>
  isFaultCode(code) ? FAULTS[code] : 'It could not be read.';
