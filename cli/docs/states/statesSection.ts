// The pictures of states in docs/architecture.md, drawn from the transitions, and what may still be asked of a case in each
// state, asked of `decide`. Nothing here is typed by hand but the words around it.

import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import { COMMAND_KINDS, type Command } from '../../../domain/rapidReview/commands';
import { decide } from '../../../domain/rapidReview/decide';
import type { AnyCase, RapidReview } from '../../../domain/rapidReview/state';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { code, table } from '../markdown';
import { recordedSteps, type Step } from './recordedCases';
import {
  livedByMeetings,
  livedByObligations,
  NOTHING,
  possibleForCases,
  type Transition,
} from './transitions';

const point = (state: string): string => (state === NOTHING ? '[*]' : state);

/** One arrow for each pair of states and event, with all that it depends on. */
const arrows = (transitions: readonly Transition[]): readonly string[] => {
  const grouped = Map.groupBy(
    transitions,
    ({ from, to, event }) => `${point(from)} --> ${point(to)}: ${event}`,
  );
  return [...grouped]
    .map(([arrow, all]) => {
      const where = all.flatMap((one) => one.where ?? []).sort();
      return `  ${arrow}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
    })
    .sort();
};

const picture = (transitions: readonly Transition[]): readonly string[] => [
  '',
  '```mermaid',
  'stateDiagram-v2',
  ...arrows(transitions),
  '```',
  '',
];

const calendar = workingCalendar(shippedSnapshot());

/** The same act by nobody in particular, on whatever version there is. */
const asked = ({ asked: { expectedVersion: _seen, ...by }, ...act }: Command): Command => ({
  ...act,
  asked: by,
});

const isRefusedAsSuch = (state: AnyCase, command: Command): boolean => {
  const decision = decide(state, asked(command), calendar, state.lastEventAt);
  return !decision.ok && ['CaseHasEnded', 'CaseCarriesNoReview'].includes(decision.rejection.code);
};

/** Of the newest rules: an older one may refuse what came since. */
const newestOf = (steps: readonly Step[], status: RapidReview['status']): AnyCase | undefined =>
  steps
    .map(({ after }) => after)
    .filter((state): state is AnyCase => state.status === status)
    .sort((a, b) => a.rulesVersion - b.rulesVersion)
    .at(-1);

/** By kind of command: those that this state does not refuse for being what it is. */
export const stillTaken = (steps: readonly Step[], status: RapidReview['status']): readonly string[] => {
  const state = newestOf(steps, status);
  if (state === undefined) throw new Error(`no recorded case is ${status}`);
  const commands = new Map(
    steps.flatMap(({ command }) => (command === undefined ? [] : [[command.kind, command]])),
  );
  return COMMAND_KINDS.filter((kind) => {
    const command = commands.get(kind);
    return kind !== 'openCase' && command !== undefined && !isRefusedAsSuch(state, command);
  });
};

const taken = (steps: readonly Step[], status: RapidReview['status']): string => {
  const kinds = stillTaken(steps, status);
  return kinds.length === COMMAND_KINDS.length - 1
    ? 'every act but a second opening'
    : kinds.map(code).join(', ');
};

export const statesSection = (): readonly string[] => {
  const steps = recordedSteps();
  return [
    'Where the picture of a case has no arrow, a case never goes that way. Where that of a meeting or an obligation has none, no recorded case',
    'did; whether one could, the rules say.',
    '',
    '**A case.** Every kind of event was tried on a case of every state; these change it, no other does.',
    ...picture(possibleForCases(steps)),
    ...table(
      ['state', 'acts that are decided'],
      (['open', 'ended', 'recordedOnly'] as const).map((status) => [code(status), taken(steps, status)]),
    ),
    '**A meeting**, as the recorded cases lived it.',
    ...picture(livedByMeetings(steps)),
    '**An obligation**, as the recorded cases lived it. Its due date is derived and in no state.',
    ...picture(livedByObligations(steps)),
  ];
};
