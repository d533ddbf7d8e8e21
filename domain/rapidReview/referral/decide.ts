// Whether a referral may be opened and a timestamp recorded or corrected (R3, R8, R22), and what that establishes.

import type { CivilDate } from '../../calendar/civilDate';
import { DAY, type Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { TIMESTAMPS, type TimestampName } from '../../policy/policyProfile';
import { hasProfile, profileOf } from '../../policy/profiles';
import { countedWith, receiptOf } from '../duplicates/receipts';
import { contradictions } from '../../timetable/contradictions';
import type { EventBody } from '../events';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import { isKnown, RULES_VERSION } from '../rulesVersion';
import type { OpenCase as Open, RecordedCase } from '../state';
import type { CorrectParticulars, CorrectTimestamp, OpenCase, RecordTimestamp } from './commands';

type Timestamps = Readonly<Partial<Record<TimestampName, Instant>>>;

/** R3: moments that cannot both be, in the order in which they must have come. */
export const contradiction = (timestamps: Timestamps): Rejection | undefined => {
  const [wrong] = contradictions(timestamps);
  return wrong === undefined ? undefined : { code: 'TimestampsContradict', ...wrong };
};

const inFuture = (timestamps: Timestamps, now: Instant): Rejection | undefined => {
  for (const timestamp of TIMESTAMPS) {
    const at = timestamps[timestamp];
    if (at !== undefined && at > now) return { code: 'TimestampInFuture', timestamp, at, now };
  }
  return undefined;
};

export const openCase = (command: OpenCase, calendar: WorkingCalendar, now: Instant): Decided<EventBody> => {
  const { reference, nature, profile, receivedAt, timestamps, agencies, lateLoggingReason } = command;
  const { episodeOf, maybeDuplicateOf, rulesVersion } = command;
  if (!isKnown(rulesVersion))
    return refuse({ code: 'UnknownRulesVersion', rulesVersion, known: RULES_VERSION });
  if (!hasProfile(profile)) return refuse({ code: 'UnknownProfile', ...profile });
  if (receivedAt > now) return refuse({ code: 'ReceivedInFuture', receivedAt, now });
  const days = Math.floor((now - receivedAt) / DAY);
  if (days > profileOf(profile).receiptLongPastDays && lateLoggingReason === undefined) {
    return refuse({ code: 'ReceiptLongPastNeedsReason', receivedAt, days });
  }
  const all = { ...timestamps, referralReceived: receivedAt };
  const wrong = inFuture(all, now) ?? contradiction(all);
  if (wrong !== undefined) return refuse(wrong);
  const twice = agencies.find((agency, index) => agencies.indexOf(agency) !== index);
  if (twice !== undefined) return refuse({ code: 'AgencyListedTwice', agency: twice });
  return accept(
    {
      kind: 'CaseOpened',
      body: {
        reference,
        nature,
        profile,
        rulesVersion,
        calendar: calendar.snapshot.version,
        receivedAt,
        ...(lateLoggingReason === undefined ? {} : { lateLoggingReason }),
        ...(episodeOf === undefined ? {} : { episodeOf }),
      },
    },
    ...TIMESTAMPS.flatMap((timestamp): EventBody[] => {
      const at = timestamp === 'referralReceived' ? undefined : timestamps[timestamp];
      return at === undefined ? [] : [{ kind: 'TimestampRecorded', body: { timestamp, at } }];
    }),
    ...agencies.map((agency): EventBody => ({
      kind: 'AgencyIdentified',
      body: { agency, identified: 'withReferral' },
    })),
    ...(maybeDuplicateOf === undefined
      ? []
      : [{ kind: 'DuplicateNoted', body: { of: maybeDuplicateOf } } as const]),
  );
};

export const recordTimestamp = (
  state: Open | RecordedCase,
  { timestamp, at }: RecordTimestamp,
  now: Instant,
): Decided<EventBody> => {
  const recorded = state.timestamps[timestamp];
  if (recorded !== undefined) return refuse({ code: 'TimestampAlreadyRecorded', timestamp, at: recorded });
  const all = { ...state.timestamps, [timestamp]: at };
  const wrong = inFuture({ [timestamp]: at }, now) ?? contradiction(all);
  if (wrong !== undefined) return refuse(wrong);
  return accept({ kind: 'TimestampRecorded', body: { timestamp, at } });
};

const decidedBefore = (state: Open | RecordedCase, received: CivilDate): Rejection | undefined => {
  if (state.status !== 'open') return undefined;
  const decidedOn = state.decisions.find(({ on }) => on < received)?.on;
  return decidedOn === undefined ? undefined : { code: 'CorrectionContradictsDecision', decidedOn, received };
};

/** A receipt later than a request that was sent, or than a decision, would make these older than the referral. */
const contradictsWhatFollowed = (
  state: Open | RecordedCase,
  calendar: WorkingCalendar,
  timestamp: TimestampName,
  at: Instant,
): Rejection | undefined => {
  if (timestamp !== 'referralReceived') return undefined;
  const received = londonDateOf(calendar, at);
  const asked = state.agencies.find(({ sent }) => sent !== undefined && sent.on < received);
  return asked?.sent === undefined
    ? decidedBefore(state, received)
    : { code: 'CorrectionContradictsRequest', agency: asked.agency, sentOn: asked.sent.on, received };
};

export const correctTimestamp = (
  state: Open | RecordedCase,
  { timestamp, at, of, reason }: CorrectTimestamp,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const ofReceipt = timestamp === 'referralReceived';
  const was = ofReceipt ? receiptOf(state, of) : state.timestamps[timestamp];
  if (of !== undefined && (!ofReceipt || was === undefined))
    return refuse({ code: 'ReceiptOfMergedNotKept', of });
  if (was === undefined) return refuse({ code: 'TimestampNotRecorded', timestamp });
  if (at === undefined)
    return ofReceipt
      ? refuse({ code: 'ReceiptNotByMistake' })
      : accept({ kind: 'TimestampCorrected', body: { timestamp, was, reason } });
  if (was === at) return refuse({ code: 'CorrectionChangesNothing', timestamp, at });
  // R22: what followed is held against the receipt that counts.
  const counts = ofReceipt ? countedWith(state, of, at) : at;
  const wrong =
    inFuture({ [timestamp]: at }, now) ??
    contradiction({ ...state.timestamps, [timestamp]: counts }) ??
    contradictsWhatFollowed(state, calendar, timestamp, counts);
  if (wrong !== undefined) return refuse(wrong);
  return accept({
    kind: 'TimestampCorrected',
    body: {
      timestamp,
      was,
      at,
      ...(of === undefined ? {} : { of }),
      ...(counts === at ? {} : { counts }),
      reason,
    },
  });
};

export const correctParticulars = ({ parts, reason }: CorrectParticulars): Decided<EventBody> =>
  accept({ kind: 'ParticularsCorrected', body: { parts, reason } });
