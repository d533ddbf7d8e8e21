// The key of a scoping request's mail: put together without the case reference, and taken apart with it or without.

import type { AgencyId } from '../../timetable/facts';
import { partsOfNoticeKey } from '../noticeKey';

export const scopingRequestKey = (agency: AgencyId, round: number, sending: number): string =>
  `scopingRequest/${agency}/${round}.${sending}`;

/** Which mail of the agency's request that is, of which round; nothing where it is the key of another mail. */
export const inRequestKey = (
  key: string,
  agency: AgencyId,
): { readonly round: number; readonly sending: number } | undefined => {
  const [kind, of, numbers = ''] = partsOfNoticeKey(key);
  if (kind !== 'scopingRequest' || of !== agency) return undefined;
  const [round = 0, sending = 0] = numbers.split('.').map(Number);
  return { round, sending };
};
