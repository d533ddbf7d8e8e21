// Whether a safety concern may be raised and acknowledged and what was done about it recorded, and when those on call are alerted
// again (R23): at any step, at any hour, until a named person acknowledges.

import type { Instant } from '../../calendar/instant';
import type { CommandBody } from '../commands';
import type { EventBody } from '../events';
import { accept, refuse, type Decided } from '../rejections';
import type { AnyCase } from '../state';
import { alertAgainAt } from './alertAgainAt';
import type { RaiseSafetyConcern, SafetyCommand } from './commands';
import type { SafetyConcern } from './state';

const raiseSafetyConcern = ({ concerns }: AnyCase, { concern }: RaiseSafetyConcern): Decided<EventBody> =>
  accept({ kind: 'SafetyConcernRaised', body: { number: concerns.length + 1, note: concern } });

/** What needs no calendar, and is done at any step (R23). */
export const isSafetyCommand = <C extends CommandBody>(command: C): command is Extract<C, SafetyCommand> =>
  command.kind === 'raiseSafetyConcern' ||
  command.kind === 'acknowledgeSafetyConcern' ||
  command.kind === 'recordSafetyAction';

export const decideSafety = (state: AnyCase, command: SafetyCommand): Decided<EventBody> => {
  if (command.kind === 'raiseSafetyConcern') return raiseSafetyConcern(state, command);
  const { number } = command;
  const found = state.concerns.find((concern) => concern.number === number);
  if (found === undefined) return refuse({ code: 'NoSuchConcern', number });
  if (command.kind === 'recordSafetyAction')
    return accept({ kind: 'SafetyActionRecorded', body: { number, note: command.action } });
  if (found.acknowledgedBy !== undefined)
    return refuse({ code: 'ConcernAlreadyAcknowledged', number, by: found.acknowledgedBy });
  const { note } = command;
  return accept({
    kind: 'SafetyConcernAcknowledged',
    body: { number, ...(note === undefined ? {} : { note }) },
  });
};

export const unacknowledged = ({ concerns }: AnyCase): readonly SafetyConcern[] =>
  concerns.filter(({ acknowledgedBy }) => acknowledgedBy === undefined);

/** One for each concern that waits; after an outage one, not all that were due meanwhile. */
export const alertsDue = (state: AnyCase, now: Instant): readonly EventBody[] =>
  unacknowledged(state)
    .filter(({ alertedAt }) => alertAgainAt(state, alertedAt) <= now)
    .map(({ number, alerts }) => ({ kind: 'SafetyAlertRepeated', body: { number, alert: alerts + 1 } }));

export const alertWakes = (state: AnyCase): readonly Instant[] =>
  unacknowledged(state).map(({ alertedAt }) => alertAgainAt(state, alertedAt));
