// Whether another case may be noted as a possible duplicate, linked, kept apart or merged into this one, and what that
// establishes (R22). Nothing that was reported is lost: the earliest receipt counts, and every referrer is told. Whoever was kept
// off the one that is merged is kept off this one (R13), and what was recorded of the incident there holds here too (R3).

import type { Instant } from '../../calendar/instant';
import { TIMESTAMPS, type TimestampName } from '../../policy/policyProfile';
import type { ContactId } from '../../timetable/facts';
import { agencyOfContact } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import type { CaseReference } from '../references';
import { contradiction } from '../referral/decide';
import type { TimestampRecorded } from '../referral/events';
import type { OpenCase } from '../state';
import type { AbsorbCase, NoteDuplicate, SettleDuplicate } from './commands';
import { ownReceipt } from './receipts';
import { hasAbsorbed, type DuplicateNoted, type MomentsOfMerged, type ReceiptOfMerged } from './state';

const notedOf = ({ duplicates }: OpenCase, of: CaseReference): DuplicateNoted | undefined =>
  duplicates.find((known) => known.of === of);

const settled = ({ of, settled: as }: DuplicateNoted): Rejection | undefined =>
  as === undefined ? undefined : { code: 'DuplicateAlreadySettled', of, as };

export const noteDuplicate = (state: OpenCase, { of, note }: NoteDuplicate): Decided<EventBody> => {
  if (of === state.reference) return refuse({ code: 'DuplicateOfItself' });
  const found = notedOf(state, of);
  if (found !== undefined) return refuse(settled(found) ?? { code: 'DuplicateAlreadyNoted', of });
  return accept({ kind: 'DuplicateNoted', body: { of, ...(note === undefined ? {} : { note }) } });
};

const unsettled = (state: OpenCase, of: CaseReference): Rejection | undefined => {
  const found = notedOf(state, of);
  return found === undefined ? { code: 'DuplicateNotNoted', of } : settled(found);
};

export const settleDuplicate = (state: OpenCase, { of, as, reason }: SettleDuplicate): Decided<EventBody> => {
  const wrong = unsettled(state, of);
  return wrong === undefined ? accept({ kind: 'DuplicateSettled', body: { of, as, reason } }) : refuse(wrong);
};

/** Of what comes with the other: not this case itself, nor what it has absorbed already. */
const newlyAbsorbed = (state: OpenCase, { of, withAbsorbed = [] }: AbsorbCase): readonly CaseReference[] =>
  [...new Set(withAbsorbed)].filter(
    (one) => one !== of && one !== state.reference && !hasAbsorbed(state, one),
  );

/** R22: that of each by itself, where it is one that comes with the other now. */
const receiptsOf = (
  { of, withReceipts = [] }: AbsorbCase,
  withAbsorbed: readonly CaseReference[],
): readonly ReceiptOfMerged[] => withReceipts.filter((one) => one.of === of || withAbsorbed.includes(one.of));

const newlyExcluded = (
  { excludedContacts }: OpenCase,
  { withExcluded = [] }: AbsorbCase,
): readonly ContactId[] =>
  [...new Set(withExcluded)].filter((contact) => !excludedContacts.includes(contact));

interface MomentsOfOther {
  readonly taken: readonly TimestampRecorded[];
  readonly notTaken: MomentsOfMerged;
}

/**
 * R3: each moment that this case does not know is taken over, as long as it contradicts none that it knows or has taken over before. What
 * it knows may turn out to be wrong: so the others are kept.
 */
const momentsOf = (
  state: OpenCase,
  { withTimestamps = {} }: AbsorbCase,
  receivedAt: Instant,
): MomentsOfOther => {
  const { referralReceived = receivedAt } = state.timestamps;
  const known: Partial<Record<TimestampName, Instant>> = { ...state.timestamps };
  known.referralReceived = receivedAt < referralReceived ? receivedAt : referralReceived;
  const taken: TimestampRecorded[] = [];
  const notTaken: { -readonly [K in keyof MomentsOfMerged]: Instant } = {};
  for (const timestamp of TIMESTAMPS) {
    const at = timestamp === 'referralReceived' ? undefined : withTimestamps[timestamp];
    if (timestamp === 'referralReceived' || at === undefined || known[timestamp] === at) continue;
    const fits = known[timestamp] === undefined && contradiction({ ...known, [timestamp]: at }) === undefined;
    if (fits) {
      known[timestamp] = at;
      taken.push({ kind: 'TimestampRecorded', body: { timestamp, at } });
    } else notTaken[timestamp] = at;
  }
  return { taken, notTaken };
};

export const absorbCase = (state: OpenCase, command: AbsorbCase): Decided<EventBody> => {
  const { of, withAgencies: agencies = [], reason } = command;
  const wrong = unsettled(state, of);
  if (wrong !== undefined) return refuse(wrong);
  const withAbsorbed = newlyAbsorbed(state, command);
  const receipts = receiptsOf(command, withAbsorbed);
  const receivedAt = Math.min(
    ownReceipt({ ...command, receipts }),
    ...receipts.map((one) => one.receivedAt),
  ) as Instant;
  const was = state.timestamps.referralReceived ?? receivedAt;
  const { taken, notTaken } = momentsOf(state, command, receivedAt);
  return accept<EventBody>(
    {
      kind: 'CaseAbsorbed',
      body: {
        of,
        receivedAt,
        was,
        ...(withAbsorbed.length === 0 ? {} : { withAbsorbed }),
        ...(receipts.length === 0 ? {} : { receipts }),
        ...(agencies.length === 0 ? {} : { agencies }),
        ...(Object.keys(notTaken).length === 0 ? {} : { notTaken }),
        reason,
      },
    },
    ...taken,
    ...newlyExcluded(state, command).map(
      (contact) =>
        ({
          kind: 'ContactExcluded',
          body: { agency: agencyOfContact(contact), contact, reason },
        }) as const,
    ),
  );
};
