// What people should know of a case beside its dates: a safety concern that nobody has acknowledged, answers that come too late for
// the meeting, a meeting outside its window, none that is arranged after the last, seats that nobody is invited for, a decision that
// lacked answers, a request that nobody has who may answer it, an agency that no mail reaches any more or that a case
// merged into this one had asked, a moment that such a case knew and this one does not, one that lies so far from the referral that its
// year may be mistyped, a meeting held on a day off, an outcome that was told of a dispatch that never was. Derived whenever it is asked
// for; nothing is refused for it. What records want is `warningsOfRecords.ts`, who is still to be asked `warningsOfAsking.ts`.

import { toDayNumber, type CivilDate } from '../calendar/civilDate';
import { londonDateOf, londonDateToSay } from '../calendar/londonTime';
import { whyNotWorking, type WorkingCalendar } from '../calendar/workingCalendar';
import { TIMESTAMPS, type Seat } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import { dueDates, headlineOf } from '../timetable/dueDates';
import type { ObligationKey } from '../timetable/facts';
import { keyOf } from '../timetable/obligationKey';
import { owedByAgency } from '../timetable/owed';
import { agencyOn, stoppingReturn, wasRemoved } from './agenciesOfCase';
import type { CaseWarning, MomentWarnedOf } from './caseWarning';
import { decisionInForce } from './decision/state';
import { momentsWanting } from './duplicates/state';
import { reached } from './meeting/reachable';
import { standingMeeting, type Invited, type Meeting } from './meeting/state';
import { amissOn, metByMeeting, papersDay, windowNow } from './meeting/window';
import { panelHasOtherReference } from './panel/reference';
import { owedToPanel } from './panel/waitedFor';
import { dayPanelHasNot, signOffsPanelHas } from './panel/decisionAsSent';
import { reachableContacts } from './reminders/reach';
import { unacknowledged } from './safety/decide';
import type { AgencyOnCase, AnyCase, OpenCase, RapidReview, CaseWithReview } from './state';
import type { ContactAsked, ScopingRequest } from './scoping/state';
import { ofAsking, ofNoAgency, type InRegister } from './warningsOfAsking';
import { ofRecords } from './warningsOfRecords';

/** Nobody declined, and somebody can be mailed, or has said in another way that they come. */
const mayCome = (state: CaseWithReview, invitee: Invited): boolean =>
  invitee.reply === undefined ? reached(state, invitee).length > 0 : invitee.reply !== 'declined';

/** The seats for which nobody is asked or can be, or whoever was has declined. */
export const seatsUncovered = (state: CaseWithReview, { invitees }: Meeting): readonly Seat[] =>
  profileOf(state.profile).seats.filter(
    (seat) => !invitees.some((invitee) => invitee.seat === seat && mayCome(state, invitee)),
  );

const isMissed = ({ outcomes }: OpenCase, key: ObligationKey): boolean => outcomes[key]?.kind === 'missed';

const ofReturns = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const meeting = standingMeeting(state);
  const meetingOn = meeting === undefined ? undefined : londonDateOf(calendar, meeting.startsAt);
  // Of one that took place no papers are to go any more.
  const papersOn =
    meetingOn === undefined || meeting?.tookPlace === true
      ? undefined
      : papersDay(state, calendar, meetingOn);
  const closes = windowNow(state, calendar)?.closes;
  return dueDates(state, calendar).flatMap((line): CaseWarning[] => {
    const { agency, due } = line;
    if (line.obligation !== 'agencyReturn' || agency === undefined || due === undefined) return [];
    if (state.outcomes[keyOf(line)]?.on !== undefined) return [];
    if (meetingOn !== undefined && due > meetingOn)
      return [{ about: 'returnAfterMeeting', agency, due, meetingOn }];
    if (papersOn !== undefined && due > papersOn)
      return [{ about: 'returnAfterPapers', agency, due, papersOn }];
    return meetingOn === undefined && closes !== undefined && due > closes
      ? [{ about: 'returnAfterWindow', agency, due, closes }]
      : [];
  });
};

/** Of the decision in force. Whoever answers after it is named with the decision all the same. */
const ofDecision = (state: OpenCase): readonly CaseWarning[] => {
  const decision = decisionInForce(state);
  if (decision === undefined) return [];
  const agencies = decision.missingReturns.filter((agency) => {
    const known = agencyOn(state, agency);
    return known !== undefined && stoppingReturn(known) === undefined;
  });
  return agencies.length === 0 ? [] : [{ about: 'decidedWithout', on: decision.on, agencies }];
};

/** Mail cannot be called back: until the Panel has that decision, or another, whoever heard of it is to be told. */
const ofToldTooSoon = ({ decisions, panel: { dispatches } }: OpenCase): readonly CaseWarning[] => {
  const last = dispatches.findLast(({ sent, takenBack }) => sent !== undefined || takenBack === true);
  const has = dispatches.some((one) => one.sent !== undefined && one.decision === last?.decision);
  const decided = decisions.find(({ number }) => number === last?.decision);
  return has || decided === undefined ? [] : [{ about: 'outcomeToldTooSoon', decidedOn: decided.on }];
};

/** What it was sent with decision and report, and is not so. */
const ofPanel = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const seats = signOffsPanelHas(state, calendar);
  const on = dayPanelHasNot(state, calendar);
  const owed = owedToPanel(state);
  return [
    ...(owed === undefined ? [] : [{ about: 'panelAwaitsWord', ...owed } as const]),
    ...(panelHasOtherReference(state, calendar) ? [{ about: 'panelHasOtherReference' } as const] : []),
    ...(on === undefined ? [] : [{ about: 'panelHasOtherDay', on } as const]),
    ...(seats.length === 0 ? [] : [{ about: 'panelHasSignOffs', seats } as const]),
  ];
};

/** R13: whoever it was mailed to, or is to be, is kept off the case. What went another way somebody has in hand. */
const liesWithNobody = (
  { excludedContacts }: OpenCase,
  known: AgencyOnCase,
  { contacts }: ScopingRequest,
): boolean => {
  const isExcluded = ({ contact }: ContactAsked): boolean => excludedContacts.includes(contact);
  return (
    (known.sent === undefined || known.sent.channel === 'mail') &&
    stoppingReturn(known) === undefined &&
    contacts.some(isExcluded) &&
    contacts.every((asked) => asked.bounced || isExcluded(asked))
  );
};

const ofReach = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] =>
  state.agencies.flatMap((known): CaseWarning[] => {
    const { agency, request } = known;
    if (request === undefined) return [];
    const notReached = reachableContacts(state, agency).length === 0;
    if (notReached && owedByAgency(state, calendar, agency).length > 0)
      return [{ about: 'agencyNotReached', agency }];
    return liesWithNobody(state, known, request) ? [{ about: 'askedAreExcluded', agency }] : [];
  });

/** Agencies and answers stay with the case that was merged (R22): who is still needed is for people to say. */
const ofMerged = (state: OpenCase): readonly CaseWarning[] =>
  state.duplicates.flatMap(({ of, agencies = [] }) =>
    agencies.flatMap(({ agency, answered }): CaseWarning[] => {
      const known = agencyOn(state, agency);
      if (known === undefined)
        return wasRemoved(state, agency) ? [] : [{ about: 'agencyOfMerged', agency, of }];
      // Before it is asked anew as well: then it need not be.
      return answered === true && stoppingReturn(known) === undefined
        ? [{ about: 'answeredInMerged', agency, of }]
        : [];
    }),
  );

/** A date may be counted from it: that the Panel was notified, say (R3, R4). */
const ofMomentsOfMerged = (state: OpenCase): readonly CaseWarning[] =>
  momentsWanting(state).map((moment) => ({ about: 'momentOfMerged', ...moment }));

/** That a meeting was held on that day. */
export const onDayOff = (on: CivilDate, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const why = whyNotWorking(calendar, on);
  return why === undefined ? [] : [{ about: 'heldOnDayOff', on, why }];
};

/** Once it is opened its day has been given twice. */
const ofHeld = ({ stage, startsAt }: Meeting, calendar: WorkingCalendar): readonly CaseWarning[] =>
  stage === 'arranged' ? onDayOff(londonDateOf(calendar, startsAt), calendar) : [];

/** Where none ever was, the timetable says enough; a disagreement of the Panel may be answered without one (R19). */
const ofNone = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const last = state.meetings.at(-1);
  if (last === undefined || state.decisions.length > 0) return [];
  const due = windowNow(state, calendar)?.closes;
  return [
    {
      about: 'noMeetingArranged',
      on: londonDateOf(calendar, last.startsAt),
      ...(last.stage === 'cancelled' ? { cancelled: true } : {}),
      ...(due === undefined ? {} : { due }),
      ...(isMissed(state, keyOf({ obligation: 'meeting' })) ? { missed: true } : {}),
    },
  ];
};

const ofMeeting = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const meeting = standingMeeting(state);
  if (meeting === undefined) return ofNone(state, calendar);
  // Where it lay and who was asked cannot be put right any more.
  if (meeting.tookPlace === true) return ofHeld(meeting, calendar);
  const on = londonDateOf(calendar, meeting.startsAt);
  const amiss = amissOn(windowNow(state, calendar), calendar, on);
  // Once it has begun, who is there counts, and not who was asked.
  const asked = meeting.stage === 'arranged' ? meeting.invitees : [];
  const seats = meeting.stage === 'arranged' ? seatsUncovered(state, meeting) : [];
  const headline = headlineOf(state, dueDates(state, calendar));
  const decides = metByMeeting(state) === 'meeting';
  const tooLate = decides && headline !== undefined && on > headline ? { completeBy: headline } : {};
  return [
    ...(amiss === undefined ? [] : [{ about: 'meetingOutsideWindow', on, ...amiss, ...tooLate } as const]),
    ...asked.flatMap((invitee): CaseWarning[] =>
      invitee.reply !== undefined || reached(state, invitee).length > 0
        ? []
        : [{ about: 'inviteeNotReached', agency: invitee.agency, on }],
    ),
    ...(seats.length === 0 ? [] : [{ about: 'seatsNotInvited', on, seats } as const]),
  ];
};

const ofNeedlessMeeting = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const meeting = standingMeeting(state);
  return meeting?.stage === 'arranged'
    ? [{ about: 'nothingToDecide', on: londonDateOf(calendar, meeting.startsAt) }]
    : [];
};

/** Further apart than a referral and its logging can be without a reason: a year may be mistyped. */
export const isFar = ({ profile }: Pick<OpenCase, 'profile'>, days: number): boolean =>
  days > profileOf(profile).receiptLongPastDays;

const ofMoments = (state: OpenCase, calendar: WorkingCalendar): readonly CaseWarning[] => {
  const { referralReceived, ...others } = state.timestamps;
  if (referralReceived === undefined) return [];
  const received = londonDateOf(calendar, referralReceived);
  const firstRequest = state.agencies.flatMap(({ sent }) => (sent === undefined ? [] : [sent.on])).sort()[0];
  const moments: readonly (readonly [MomentWarnedOf, CivilDate | undefined])[] = [
    ...TIMESTAMPS.flatMap((name) => {
      if (name === 'incident' || name === 'referralReceived') return [];
      const at = others[name];
      return at === undefined ? [] : [[name, londonDateToSay(calendar, at)] as const];
    }),
    ['firstRequest', firstRequest],
  ];
  return moments.flatMap(([what, on]): CaseWarning[] => {
    if (on === undefined) return [];
    const days = Math.abs(toDayNumber(on) - toDayNumber(received));
    return isFar(state, days) ? [{ about: 'farFromReferral', what, on, received, days }] : [];
  });
};

const ofSafety = (state: AnyCase): readonly CaseWarning[] =>
  unacknowledged(state).map(({ number }) => ({ about: 'safetyConcernOpen', number }));

/** R22, R23: alerts of them go on, and whoever has the case that goes on has them in hand. */
const ofSafetyOfMerged = (merged: readonly AnyCase[]): readonly CaseWarning[] =>
  merged.flatMap((other) => ofSafety(other).map((warning) => ({ ...warning, of: other.reference })));

/**
 * Of a case whose clock does not run, what stands all the same. `merged`: the cases that were merged into it, as they are now, where
 * what is open of them is to be shown as well. `register`: whom it has of the agencies that are still to be asked, where that is looked up.
 * Throws `BeyondCalendar`.
 */
export const warningsOf = (
  state: RapidReview,
  calendar: WorkingCalendar,
  merged: readonly AnyCase[] = [],
  register?: InRegister,
): readonly CaseWarning[] => {
  if (state.status === 'none') return [];
  const ofConcerns = [...ofSafety(state), ...ofSafetyOfMerged(merged)];
  if (state.status !== 'open') return ofConcerns;
  return [
    ...ofConcerns,
    ...(state.decisions.length === 0 ? [...ofReturns(state, calendar), ...ofMerged(state)] : []),
    ...ofMomentsOfMerged(state),
    ...ofRecords(state, calendar),
    ...(metByMeeting(state) === undefined ? ofNeedlessMeeting(state, calendar) : ofMeeting(state, calendar)),
    ...ofDecision(state),
    ...ofToldTooSoon(state),
    ...ofPanel(state, calendar),
    ...ofNoAgency(state, calendar),
    ...ofAsking(state, calendar, register),
    ...ofReach(state, calendar),
    ...ofMoments(state, calendar),
  ];
};
