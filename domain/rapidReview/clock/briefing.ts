// What the team's 09:00 mail of a working day says (R6, R12): warnings of that day, misses and failed mail that
// the team has not heard of. Whether it is sent or has lapsed is `passTime.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import { earliestOf, type Instant } from '../../calendar/instant';
import { addWorkingDays, ifCovered, type WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates } from '../../timetable/dueDates';
import type { ObligationKey, TimetableFacts } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import type { OpenCase, UntoldFailure } from '../state';
import type { BriefingItem, TeamBriefed } from './events';
import { briefingAt, nextNine, toldAt } from './briefingTimes';
import { untoldTopics, type Topic } from './topics';
import { untoldMisses, type Miss } from './untoldMisses';

/** A date at risk, and the working day on whose 09:00 the team is told. */
export interface Warning {
  readonly key: ObligationKey;
  readonly due: CivilDate;
  /** 0 on the day itself. */
  readonly workingDaysBefore: number;
  readonly on: CivilDate;
}

export const warnings = (facts: TimetableFacts, calendar: WorkingCalendar): readonly Warning[] =>
  dueDates(facts, calendar).flatMap((obligation) => {
    const key = keyOf(obligation);
    const { due } = obligation;
    if (due === undefined || facts.outcomes[key] !== undefined) return [];
    return obligation.rule.warnTeamWorkingDaysBefore.map((workingDaysBefore) => ({
      key,
      due,
      workingDaysBefore,
      on: addWorkingDays(calendar, due, -workingDaysBefore),
    }));
  });

export const itemOfMiss = ({ key, due, on }: Miss): BriefingItem => ({
  about: 'missed',
  key,
  due,
  ...(on === undefined ? {} : { on }),
});

export const itemOfFailure = ({
  notice,
  agency,
}: Pick<UntoldFailure, 'notice' | 'agency'>): BriefingItem => ({
  about: 'mailFailed',
  notice,
  ...(agency === undefined ? {} : { agency }),
});

/** It held before 09:00, and still does. A papers day begins at 09:00 itself. */
const topicsAt = (state: OpenCase, calendar: WorkingCalendar, at: Instant): readonly Topic[] =>
  untoldTopics(state, calendar).filter(
    ({ from, until }) => from <= at && (until === undefined || at < until),
  );

/** Which topics the mail of that day tells, so that none is told twice. */
export const topicsTold = (
  state: OpenCase,
  calendar: WorkingCalendar,
  on: CivilDate,
): Pick<TeamBriefed['body'], 'topics'> => {
  const told = topicsAt(state, calendar, briefingAt(state, calendar, on)).map(({ key }) => key);
  return told.length === 0 ? {} : { topics: told };
};

/** What there is to tell at 09:00 on that working day, by a mail that goes then or, late, at `goesAt`; empty most days. */
export const briefingItems = (
  state: OpenCase,
  calendar: WorkingCalendar,
  on: CivilDate,
  goesAt: Instant = briefingAt(state, calendar, on),
): readonly BriefingItem[] => {
  const at = briefingAt(state, calendar, on);
  const heardBefore = ({ noticed }: Miss): boolean => noticed < at;
  return [
    ...warnings(state, calendar)
      .filter((warning) => warning.on === on)
      .map(({ key, due }) => ({ about: 'atRisk' as const, key, due })),
    ...untoldMisses(state).filter(heardBefore).map(itemOfMiss),
    // An agency at which nobody can be mailed is to hear of its new dates at 09:00: what fails then goes into the mail of that same moment (R12).
    ...state.untoldFailures.filter((failure) => failure.at < at || failure.at === goesAt).map(itemOfFailure),
    ...topicsAt(state, calendar, at).map(({ item }) => item),
  ];
};

/** The next 09:00 at which there will be something to tell, as far as it is known now. */
export const nextBriefingAt = (state: OpenCase, calendar: WorkingCalendar): Instant | undefined => {
  const since = state.lastEventAt;
  const fromWarnings = warnings(state, calendar)
    .map(({ on }) => briefingAt(state, calendar, on))
    .filter((at) => at > since);
  const nextAfter = (moment: Instant): Instant | undefined =>
    ifCovered(() => nextNine(state, calendar, moment));
  const waiting = untoldMisses(state).length > 0 || state.untoldFailures.length > 0;
  const fromWaiting = waiting ? [nextAfter(since)] : [];
  const fromTopics = untoldTopics(state, calendar).map((topic) =>
    ifCovered(() => toldAt(state, calendar, topic, since)),
  );
  return earliestOf([...fromWarnings, ...fromWaiting, ...fromTopics].filter((at) => at !== undefined));
};
