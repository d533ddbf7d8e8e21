// What the check of the hash chains says, of one case or of all.

import type { CaseReference } from '../../domain/rapidReview/state';
import { atOneMoment, type Database } from '../../records/connect';
import { verifyRange, type RangeVerdict } from '../../records/eventLog/verifyRange';

export const verdictOfAll = (database: Database): Promise<RangeVerdict> =>
  atOneMoment(database, (moment) => verifyRange(moment, {}));

/** Of that case alone, whatever was done to others. */
export const verdictOf = (database: Database, reference: CaseReference): Promise<RangeVerdict> => {
  const before = String(Number(reference.slice(-4)) - 1).padStart(4, '0');
  const after = `${reference.slice(0, -4)}${before}` as CaseReference;
  return atOneMoment(database, (moment) => verifyRange(moment, { after, upTo: reference }));
};
