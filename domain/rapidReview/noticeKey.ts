// The key of a notice, taken apart: `RR-2026-0007/agencyReminder/AG-0003/2`, or without the reference where it is a mail that was
// never made. Each part of the engine puts together the keys of its own mails; what stands first after the reference says which.

import { SEATS, type Seat } from '../policy/policyProfile';
import { isCode } from './codes';

export const partsOfNoticeKey = (key: string): readonly [kind: string, ...rest: readonly string[]] => {
  const [first = '', ...others] = key.split('/');
  if (!isCode('case', first)) return [first, ...others];
  const [kind = '', ...rest] = others;
  return [kind, ...rest];
};

/** The seat of the partner that it is for; nothing where it is for nobody of them. */
export const partnerOfNotice = (key: string): Seat | undefined => {
  const [, , , seat] = partsOfNoticeKey(key);
  return SEATS.find((known) => known === seat);
};

/** Decision and report, any other word, or how the case has ended. */
export const isForPanel = (key: string): boolean => {
  const [kind, , role] = partsOfNoticeKey(key);
  return kind.startsWith('panel') || role === 'panel';
};
