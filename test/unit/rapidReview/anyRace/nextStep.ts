// What a diligent team would do next, so that random races reach the decision and the Panel: of its steps the first that is
// still to do. It promises nothing: a step may be refused like any other act.

import { londonDateOf, londonInstant } from '../../../../domain/calendar/londonTime';
import { civilDate, type CivilDate } from '../../../../domain/calendar/civilDate';
import { SEATS } from '../../../../domain/policy/policyProfile';
import { decisionInForce, dutiesMissing } from '../../../../domain/rapidReview/decision/state';
import { proposeMeetings } from '../../../../domain/rapidReview/meeting/proposals';
import { quorumAt, unfilledAt } from '../../../../domain/rapidReview/meeting/quorum';
import { standingMeeting, type Meeting } from '../../../../domain/rapidReview/meeting/state';
import { reconsiders } from '../../../../domain/rapidReview/panel/reconsidered';
import type { RecordRequestSent } from '../../../../domain/rapidReview/scoping/commands';
import type { OpenCase } from '../../../../domain/rapidReview/state';
import type { AgencyId } from '../../../../domain/timetable/facts';
import { ALL_AGREE, DELEGATE, PARTNER, answer, arrival, decision, invitation, row } from '../race';
import { CONTACT, REASON, Story } from '../story';
import { aboveOf, dayFrom } from './agenciesOfTown';
import type { Play } from './play';

/** Tries each, whatever comes of the others, and says whether any was accepted. */
const any = <T>(all: readonly T[], tried: (one: T) => boolean): boolean => all.map(tried).includes(true);

const today = (play: Play) => londonDateOf(play.calendar, play.now);

/** Does what it is about, and says so; `false` where there is nothing of it to do. */
type Step = (play: Play, state: OpenCase) => boolean;

const acknowledge: Step = (play, { concerns }) =>
  concerns.some(
    ({ number, acknowledgedBy }) =>
      acknowledgedBy === undefined && play.tried({ kind: 'acknowledgeSafetyConcern', number }),
  );

const byTelephone = (agency: AgencyId, on: CivilDate): RecordRequestSent => ({
  kind: 'recordRequestSent',
  agency,
  channel: 'telephone',
  on,
  contacts: [CONTACT(agency)],
  above: aboveOf(agency),
});

/** One of them by telephone, after the others. */
const ask: Step = (play, { agencies }) => {
  const unasked = agencies
    .filter(({ request, sent }) => request === undefined && sent === undefined)
    .map(({ agency }) => agency);
  if (unasked.length === 0) return false;
  const [rung, ...mailed] = unasked;
  if (rung !== undefined && mailed.length === 0) return play.tried(byTelephone(rung, today(play)));
  const asked = mailed.map((agency) => ({ agency, contacts: [CONTACT(agency)], above: aboveOf(agency) }));
  return play.tried({ kind: 'sendScopingRequests', agencies: asked });
};

/** What is under way is accepted; whatever else is in the post stays there. */
const mailAccepted: Step = (play) => {
  const underWay = play.unanswered.filter(
    ({ body: { kind } }) => kind === 'scopingRequest' || kind === 'panelDispatch',
  );
  for (const notice of underWay) play.answered(notice, 'accepted');
  return underWay.length > 0;
};

/** All but one answer; the last may be missing in the decision. */
const answers: Step = (play, { agencies }) => {
  const owing = agencies.filter(({ sent, returns }) => sent !== undefined && returns.length === 0).slice(1);
  for (const { agency } of owing) play.tried(answer(agency, today(play)));
  return owing.length > 0;
};

const arrange: Step = (play, state) => {
  if (standingMeeting(state) !== undefined) return false;
  if (state.decisions.length > 0 && !reconsiders(state)) return false;
  const [proposed] = proposeMeetings(state, play.calendar, [], play.now);
  const on = proposed?.on ?? dayFrom(play, 1);
  return [on, dayFrom(play, 2), dayFrom(play, 3), dayFrom(play, 5)].some((day) => {
    const startsAt = londonInstant(play.calendar, day, 9, 30);
    return play.tried({ ...invitation(Story.say(startsAt)), reason: REASON });
  });
};

const convene: Step = (play, state) => {
  const meeting = standingMeeting(state);
  if (meeting?.stage !== 'arranged') return false;
  play.until(meeting.startsAt);
  return (
    play.tried({ kind: 'openMeeting', at: meeting.startsAt }) ||
    play.tried({ kind: 'cancelMeeting', reason: REASON })
  );
};

const emptySeats = (play: Play, meeting: Meeting) => unfilledAt(quorumAt(meeting, SEATS, play.now));

/** Delegates come one after the other, until one finds the seat free. */
const assemble: Step = (play, state) => {
  const meeting = standingMeeting(state);
  if (meeting?.stage !== 'open') return false;
  const now = Story.say(play.now);
  return any(emptySeats(play, meeting), (seat) =>
    [5, 6, 7].some((n) => play.tried(arrival(seat, now, { who: { contact: CONTACT(PARTNER[seat], n) } }))),
  );
};

const hold: Step = (play, state) =>
  standingMeeting(state)?.stage === 'open' &&
  (play.tried(decision(Story.say(play.now))) ||
    play.tried({ kind: 'closeMeeting', at: play.now, minutes: row('minutes') }));

const evidence: Step = (play, state) =>
  state.decisions.length > 0 &&
  any(
    dutiesMissing(state),
    (duty) => duty !== 'decision' && play.tried({ kind: 'evidenceDuty', duty, evidence: REASON }),
  );

const signOff: Step = (play, state) => {
  const signed = decisionInForce(state)?.signOffs.map(({ seat }) => seat);
  if (signed === undefined) return false;
  const on = today(play);
  return any(
    SEATS.filter((seat) => !signed.includes(seat)),
    (seat) => play.tried({ kind: 'signOffDecision', seat, on }, DELEGATE[seat]),
  );
};

const report: Step = (play, { reports, panel, decisions }) =>
  decisions.length > 0 &&
  any(
    [
      ...(reports.length === 0 ? [{ kind: 'attachReport', document: row('report') } as const] : []),
      ...(panel.referenceRecorded
        ? []
        : [{ kind: 'recordNotificationReference', reference: REASON } as const]),
    ],
    (act) => play.tried(act),
  );

const inform: Step = (play) => play.tried({ kind: 'informPanel' });

const reply: Step = (play, state) => {
  const { panel } = state;
  if (reconsiders(state)) {
    const on = today(play);
    return play.tried({ kind: 'confirmDecision', on, agreedBy: ALL_AGREE, reason: REASON });
  }
  if (panel.dispatches.every(({ sent }) => sent === undefined)) return false;
  const first = panel.replies.length === 0;
  return play.tried({
    kind: 'recordPanelReply',
    reply: first ? 'disagrees' : 'agrees',
    on: civilDate(today(play)),
  });
};

const STEPS: readonly Step[] = [
  ...[acknowledge, mailAccepted, ask, answers, arrange, assemble, hold, convene],
  ...[evidence, signOff, report, inform, reply],
];

export const nextStep = (play: Play): void => {
  const { state } = play;
  if (state.status === 'open') STEPS.some((step) => step(play, state));
};
