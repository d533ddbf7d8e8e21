// Whether a safety concern may be raised and acknowledged, and when those on call are alerted again (R23): at any step,
// at any hour, until a named person acknowledges.

import type { Instant } from '../../calendar/instant';
import { profileOf } from '../../policy/profiles';
import type { CommandBody } from '../commands';
import type { EventBody } from '../events';
import { accept, refuse, type Decision } from '../rejections';
import type { AnyCase } from '../state';
import type { AcknowledgeSafetyConcern, RaiseSafetyConcern } from './commands';
import type { SafetyConcern } from './state';

const MINUTE = 60_000;

export const raiseSafetyConcern = (
  { concerns }: AnyCase,
  { concern }: RaiseSafetyConcern,
): Decision<EventBody> =>
  accept({ kind: 'SafetyConcernRaised', body: { number: concerns.length + 1, note: concern } });

export const acknowledgeSafetyConcern = (
  { concerns }: AnyCase,
  { number, note }: AcknowledgeSafetyConcern,
): Decision<EventBody> => {
  const found = concerns.find((concern) => concern.number === number);
  if (found === undefined) return refuse({ code: 'NoSuchConcern', number });
  if (found.acknowledgedBy !== undefined)
    return refuse({ code: 'ConcernAlreadyAcknowledged', number, by: found.acknowledgedBy });
  return accept({
    kind: 'SafetyConcernAcknowledged',
    body: { number, ...(note === undefined ? {} : { note }) },
  });
};

/** What needs no calendar, and is done at any step (R23). */
export const isSafetyCommand = ({ kind }: CommandBody): boolean =>
  kind === 'raiseSafetyConcern' || kind === 'acknowledgeSafetyConcern';

const nextAlertAt = ({ profile }: AnyCase, { alertedAt }: SafetyConcern): Instant =>
  (alertedAt + profileOf(profile).safetyAlertMinutes * MINUTE) as Instant;

const waiting = ({ concerns }: AnyCase): readonly SafetyConcern[] =>
  concerns.filter(({ acknowledgedBy }) => acknowledgedBy === undefined);

/** One for each concern that waits; after an outage one, not all that were due meanwhile. */
export const alertsDue = (state: AnyCase, now: Instant): readonly EventBody[] =>
  waiting(state)
    .filter((concern) => nextAlertAt(state, concern) <= now)
    .map(({ number, alerts }) => ({ kind: 'SafetyAlertRepeated', body: { number, alert: alerts + 1 } }));

export const alertWakes = (state: AnyCase): readonly Instant[] =>
  waiting(state).map((concern) => nextAlertAt(state, concern));
