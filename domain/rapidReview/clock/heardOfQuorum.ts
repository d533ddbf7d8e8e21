// Which seats of a meeting the team has heard are at risk, so that it hears so once, and once more where they were put right in between
// (R12, R14). What the mail says is `topics.ts`; which seats nobody is expected for is `warnings.ts`.

import type { Seat } from '../../policy/policyProfile';
import type { CaseEvent } from '../events';
import type { Meeting } from '../meeting/state';
import { standingMeeting } from '../meeting/window';
import { holds } from '../rulesVersion';
import type { Running } from '../state';
import { seatsUncovered } from '../warnings';

const topicsOf = ({ number, placedBy }: Meeting): string => `quorumAtRisk/${number}.${placedBy}/`;

export const topicOfQuorum = (meeting: Meeting, seats: readonly Seat[]): string =>
  `${topicsOf(meeting)}${seats.join('+')}`;

/** What may cover a seat: a word that they come, a contact that may be written to again, others invited. */
const mayCover = ({ kind }: CaseEvent): boolean =>
  kind === 'InvitationAnswered' || kind === 'ContactReadmitted' || kind === 'MeetingRearranged';

/** What was told is past once one of its seats is covered. */
export const withoutPutRight = <C extends Running>(state: C, event: CaseEvent): C => {
  if (!holds(state, 'quorumAtRiskAgainIsToldAgain') || !mayCover(event)) return state;
  const meeting = standingMeeting(state);
  if (meeting === undefined) return state;
  const topics = topicsOf(meeting);
  const uncovered: readonly string[] = seatsUncovered(state, meeting);
  const stillSo = (topic: string): boolean =>
    !topic.startsWith(topics) ||
    topic
      .slice(topics.length)
      .split('+')
      .every((seat) => uncovered.includes(seat));
  return { ...state, toldTopics: state.toldTopics.filter(stillSo) };
};
