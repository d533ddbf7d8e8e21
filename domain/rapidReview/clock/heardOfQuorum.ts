// Which seats of a meeting the team has heard are at risk, so that it hears so once, and once more where they were put right in between
// (R12, R14). What the mail says is `topics.ts`; which seats nobody is expected for is `warnings.ts`.

import type { Seat } from '../../policy/policyProfile';
import type { CaseEvent } from '../events';
import { standingMeeting, type Meeting } from '../meeting/state';
import { holds } from '../rulesVersion';
import type { CaseWithReview } from '../state';
import { seatsUncovered } from '../warnings';

const topicsOf = ({ number, placedBy }: Meeting): string => `quorumAtRisk/${number}.${placedBy}/`;

export const topicOfQuorum = (meeting: Meeting, seats: readonly Seat[]): string =>
  `${topicsOf(meeting)}${seats.join('+')}`;

/** What may cover a seat: a word that they come, a contact that may be written to again, or whose address is tried anew, others invited. */
const mayCover = (state: CaseWithReview, { kind }: CaseEvent): boolean =>
  kind === 'InvitationAnswered' ||
  kind === 'ContactReadmitted' ||
  kind === 'MeetingRearranged' ||
  (kind === 'ScopingRequested' && holds(state, 'invitationToDeadAddressAsksNobody'));

const seatsIn = (topics: string, topic: string): readonly string[] =>
  topic.startsWith(topics) ? topic.slice(topics.length).split('+') : [];

/** Of each of them, in whichever mail, and it has not been covered since. */
export const hasHeardOf = (
  { toldTopics }: CaseWithReview,
  meeting: Meeting,
  seats: readonly Seat[],
): boolean => {
  const heardOf = new Set(toldTopics.flatMap((topic) => seatsIn(topicsOf(meeting), topic)));
  return seats.every((seat) => heardOf.has(seat));
};

/** What was told is past of a seat that is covered. */
export const withoutPutRight = <C extends CaseWithReview>(state: C, event: CaseEvent): C => {
  if (!mayCover(state, event)) return state;
  const meeting = standingMeeting(state);
  if (meeting === undefined) return state;
  const topics = topicsOf(meeting);
  const uncovered = seatsUncovered(state, meeting);
  const stillSo = (topic: string): readonly string[] => {
    if (!topic.startsWith(topics)) return [topic];
    const told = seatsIn(topics, topic);
    const left = uncovered.filter((seat) => told.includes(seat));
    if (left.length === told.length) return [topic];
    return left.length > 0 ? [topicOfQuorum(meeting, left)] : [];
  };
  return { ...state, toldTopics: state.toldTopics.flatMap(stillSo) };
};
