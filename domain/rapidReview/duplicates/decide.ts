// Whether another case may be noted as a possible duplicate, linked, kept apart or merged into this one, and what that
// establishes (R22). Nothing that was reported is lost: the earliest receipt counts, and every referrer is told. Whoever was kept
// off the one that is merged is kept off this one (R13).

import type { ContactId } from '../../timetable/facts';
import { agencyOfContact } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { accept, refuse, type Decision } from '../rejections';
import type { CaseReference } from '../references';
import type { OpenCase } from '../state';
import type { AbsorbCase, NoteDuplicate, SettleDuplicate } from './commands';
import { hasAbsorbed } from './state';

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

/** Of what comes with the other: not this case itself, nor what it has absorbed already. */
const newlyAbsorbed = (state: OpenCase, { of, withAbsorbed = [] }: AbsorbCase): readonly CaseReference[] =>
  [...new Set(withAbsorbed)].filter(
    (one) => one !== of && one !== state.reference && !hasAbsorbed(state, one),
  );

const newlyExcluded = (
  { excludedContacts }: OpenCase,
  { withExcluded = [] }: AbsorbCase,
): readonly ContactId[] =>
  [...new Set(withExcluded)].filter((contact) => !excludedContacts.includes(contact));

export const absorbCase = (state: OpenCase, command: AbsorbCase): Decision<EventBody> => {
  const { of, receivedAt, reason } = command;
  const wrong = unsettled(state, of);
  if (wrong !== undefined) return wrong;
  const was = state.timestamps.referralReceived ?? receivedAt;
  const withAbsorbed = newlyAbsorbed(state, command);
  return accept<EventBody>(
    {
      kind: 'CaseAbsorbed',
      body: { of, receivedAt, was, ...(withAbsorbed.length === 0 ? {} : { withAbsorbed }), reason },
    },
    ...newlyExcluded(state, command).map(
      (contact) =>
        ({
          kind: 'ContactExcluded',
          body: { agency: agencyOfContact(contact), contact, reason },
        }) as const,
    ),
  );
};
