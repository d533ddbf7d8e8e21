// Which event takes what from which state to which, as the recorded cases lived it: of a case, of a meeting, of an
// obligation. Of the case every event is tried on every state besides, so that the picture is whole.

import { ENDINGS } from '../../../domain/rapidReview/ending/state';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import { evolve } from '../../../domain/rapidReview/evolve';
import type { Meeting } from '../../../domain/rapidReview/meeting/state';
import { NATURES, type RapidReview } from '../../../domain/rapidReview/state';
import type { Outcome } from '../../../domain/timetable/facts';
import type { Step } from './recordedCases';

export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly event: CaseEvent['kind'];
  /** What decides where one event leads to several states, such as the cause of an ending. */
  readonly where?: string;
}

/** Nothing there: the beginning of every picture. */
export const NOTHING = 'nothing';

const same = (one: Transition, other: Transition): boolean =>
  one.from === other.from && one.to === other.to && one.event === other.event && one.where === other.where;

const distinct = (all: readonly Transition[]): readonly Transition[] =>
  all.filter((one, index) => all.findIndex((other) => same(one, other)) === index);

const statusOf = ({ status }: RapidReview): string => (status === 'none' ? NOTHING : status);

const whereOf = (event: CaseEvent): Pick<Transition, 'where'> => {
  if (event.kind === 'CaseOpened') return { where: event.body.nature };
  return event.kind === 'CaseEnded' ? { where: event.body.cause } : {};
};

const ofCase = (before: RapidReview, event: CaseEvent): readonly Transition[] => {
  const [from, to] = [statusOf(before), statusOf(evolve(before, event))];
  return from === to ? [] : [{ from, to, event: event.kind, ...whereOf(event) }];
};

export const livedByCases = (steps: readonly Step[]): readonly Transition[] =>
  distinct(steps.flatMap(({ before, event }) => ofCase(before, event)));

/** One of each kind; the opening of every nature and the ending of every cause. */
const eventsOfEveryKind = (steps: readonly Step[]): readonly CaseEvent[] => {
  const kinds = new Map(steps.map(({ event }) => [event.kind, event]));
  return [...kinds.values()].flatMap((event): readonly CaseEvent[] => {
    if (event.kind === 'CaseOpened')
      return NATURES.map((nature) => ({ ...event, body: { ...event.body, nature } }));
    return event.kind === 'CaseEnded'
      ? ENDINGS.map((cause) => ({ ...event, body: { ...event.body, cause } }))
      : [event];
  });
};

/** Every kind of event on a case of every status: where `evolve` could lead at all. */
export const possibleForCases = (steps: readonly Step[]): readonly Transition[] => {
  const states = new Map(
    steps.flatMap(({ before, after }) => [before, after]).map((state) => [state.status, state]),
  );
  const events = eventsOfEveryKind(steps);
  return distinct([...states.values()].flatMap((state) => events.flatMap((event) => ofCase(state, event))));
};

const meetingsOf = (state: RapidReview): readonly Meeting[] => ('meetings' in state ? state.meetings : []);

export const livedByMeetings = (steps: readonly Step[]): readonly Transition[] =>
  distinct(
    steps.flatMap(({ before, event, after }) =>
      meetingsOf(after).flatMap(({ number, stage }) => {
        const from = meetingsOf(before).find((meeting) => meeting.number === number)?.stage ?? NOTHING;
        return from === stage ? [] : [{ from, to: stage, event: event.kind }];
      }),
    ),
  );

const outcomesOf = (state: RapidReview): Readonly<Record<string, Outcome>> =>
  'outcomes' in state ? state.outcomes : {};

const sayOutcome = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return 'open';
  if (outcome.kind === 'met') return 'met';
  return outcome.on === undefined ? 'missed' : 'missedThenMet';
};

export const livedByObligations = (steps: readonly Step[]): readonly Transition[] =>
  distinct(
    steps.flatMap(({ before, event, after }) => {
      const [was, is] = [outcomesOf(before), outcomesOf(after)];
      return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => {
        const [from, to] = [sayOutcome(was[key]), sayOutcome(is[key])];
        return from === to ? [] : [{ from, to, event: event.kind }];
      });
    }),
  );
