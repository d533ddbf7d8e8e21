// Whether another case may be noted as a possible duplicate, linked, kept apart or merged into this one, and what that
// establishes (R22). Nothing that was reported is lost: the earliest receipt counts, and every referrer is told.

import type { EventBody } from '../events';
import { accept, refuse, type Decision } from '../rejections';
import type { OpenCase } from '../state';
import type { AbsorbCase, NoteDuplicate, SettleDuplicate } from './commands';

export const noteDuplicate = (
  { reference, duplicates }: OpenCase,
  { of, note }: NoteDuplicate,
): Decision<EventBody> => {
  if (of === reference) return refuse({ code: 'DuplicateOfItself' });
  if (duplicates.some((known) => known.of === of)) return refuse({ code: 'DuplicateAlreadyNoted', of });
  return accept({ kind: 'DuplicateNoted', body: { of, ...(note === undefined ? {} : { note }) } });
};

const unsettled = (
  { duplicates }: OpenCase,
  of: NoteDuplicate['of'],
): ReturnType<typeof refuse> | undefined => {
  const found = duplicates.find((known) => known.of === of);
  if (found === undefined) return refuse({ code: 'DuplicateNotNoted', of });
  return found.settled === undefined
    ? undefined
    : refuse({ code: 'DuplicateAlreadySettled', of, as: found.settled });
};

export const settleDuplicate = (state: OpenCase, { of, as, reason }: SettleDuplicate): Decision<EventBody> =>
  unsettled(state, of) ?? accept({ kind: 'DuplicateSettled', body: { of, as, reason } });

export const absorbCase = (state: OpenCase, { of, receivedAt, reason }: AbsorbCase): Decision<EventBody> => {
  const was = state.timestamps.referralReceived ?? receivedAt;
  return unsettled(state, of) ?? accept({ kind: 'CaseAbsorbed', body: { of, receivedAt, was, reason } });
};
