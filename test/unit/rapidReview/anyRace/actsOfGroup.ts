// A random act of each kind around the meeting, the decision, the Panel, the end, safety and duplicates.

import { londonInstant } from '../../../../domain/calendar/londonTime';
import { LEARNING_REVIEWS, OUTCOMES } from '../../../../domain/policy/decisionTerms';
import { SEATS, TIMESTAMPS } from '../../../../domain/policy/policyProfile';
import type { DecisionCommand, PartnersWord } from '../../../../domain/rapidReview/decision/commands';
import type { DuplicatesCommand } from '../../../../domain/rapidReview/duplicates/commands';
import type { EndingCommand, UndoWithdrawal } from '../../../../domain/rapidReview/ending/commands';
import type { MeetingCommand } from '../../../../domain/rapidReview/meeting/commands';
import {
  standingMeeting,
  type AttendeeId,
  type DiaryDateId,
  type Meeting,
} from '../../../../domain/rapidReview/meeting/state';
import type { PanelCommand } from '../../../../domain/rapidReview/panel/commands';
import { PANEL_CONTACTS, PANEL_REPLIES } from '../../../../domain/rapidReview/panel/state';
import type { SafetyCommand } from '../../../../domain/rapidReview/safety/commands';
import type { Instant } from '../../../../domain/calendar/instant';
import { ALL_AGREE, arrival, decision, invitation, row } from '../race';
import { CONTACT, REASON, Story } from '../story';
import type { DrawEach } from './actsOfAgencies';
import { changeOfCalendar } from './actsOfCalendar';
import {
  AGENCIES,
  OTHER_CASES,
  aDay,
  aDayAhead,
  aMoment,
  anAgency,
  kindOf,
  runningOf,
} from './agenciesOfTown';
import type { Dice } from './dice';

const OF_INCIDENT = TIMESTAMPS.filter((name) => name !== 'referralReceived');

const meetingOf = (story: Story): Meeting | undefined => {
  const state = runningOf(story);
  return state === undefined ? undefined : standingMeeting(state);
};

export const isUnderWay = (story: Story): boolean => meetingOf(story)?.stage === 'open';

export const IN_MEETING = [
  ...(['recordArrival', 'takeSeat', 'recordDeparture', 'declareConflict', 'takeDecision'] as const),
] as const;

/** A moment since the meeting opened, where one is under way; else any. */
const inMeeting = (story: Story, dice: Dice): Instant => {
  const openedAt = meetingOf(story)?.openedAt;
  if (openedAt === undefined) return aMoment(story, dice);
  return dice.pick([
    story.now,
    openedAt,
    Math.floor((openedAt + story.now) / 2) as Instant,
    aMoment(story, dice),
  ]);
};

/** A day ahead, at half past: before nine, after it, or at an hour at which none begins. */
const aStart = (story: Story, dice: Dice): Instant =>
  londonInstant(story.calendar, aDayAhead(story, dice), dice.pick([8, 14, 22]), 30);

const someone = (story: Story, dice: Dice): AttendeeId => {
  const present = meetingOf(story)?.presences.map(({ attendee }) => attendee) ?? [];
  return dice.pick([...present, CONTACT(AGENCIES[0] ?? anAgency(dice))]);
};

const words = (dice: Dice): readonly PartnersWord[] => ALL_AGREE.slice(dice.pick([0, 0, 0, 1]));
const diaryDate = 'SG-0001' as DiaryDateId;
const place = (story: Story, dice: Dice) => ({
  startsAt: aStart(story, dice),
  ...(dice.roll(2) === 0 ? { reason: REASON } : {}),
  ...(dice.roll(3) === 1 ? { diary: { date: diaryDate, version: 1 } } : {}),
});

/** With the last change of the calendar, or without. */
const undoing = (story: Story, dice: Dice): Pick<UndoWithdrawal, 'reason' | 'follow'> => {
  const { kind: _, ...follow } = changeOfCalendar(story, dice);
  return { reason: REASON, ...(dice.roll(2) === 0 ? {} : { follow }) };
};

export const ACTS_OF_GROUP: DrawEach<
  MeetingCommand | DecisionCommand | PanelCommand | EndingCommand | SafetyCommand | DuplicatesCommand
> = {
  arrangeMeeting: (story, dice) => ({
    ...invitation(Story.say(story.now)),
    ...place(story, dice),
    ...(dice.roll(6) === 0 ? { held: true, startsAt: aMoment(story, dice) } : {}),
  }),
  rearrangeMeeting: (story, dice) => ({ kind: 'rearrangeMeeting', ...place(story, dice), reason: REASON }),
  cancelMeeting: () => ({ kind: 'cancelMeeting', reason: REASON }),
  recordInvitationReply: (_story, dice) => ({
    kind: 'recordInvitationReply',
    agency: anAgency(dice),
    reply: dice.pick(['accepted', 'declined']),
  }),
  followDiary: (story, dice) => ({
    kind: 'followDiary',
    date: diaryDate,
    version: dice.roll(4),
    ...(dice.roll(3) === 0 ? {} : { startsAt: aStart(story, dice) }),
  }),
  openMeeting: (story, dice) => ({
    kind: 'openMeeting',
    at: dice.pick([meetingOf(story)?.startsAt ?? story.now, aMoment(story, dice)]),
  }),
  undoOpening: () => ({ kind: 'undoOpening', reason: REASON }),
  recordArrival: (story, dice) => {
    const agency = anAgency(dice);
    const { seat: _seat, ...guest } = arrival('police', Story.say(story.now));
    const person = dice.pick([{ contact: CONTACT(agency, dice.roll(2) + 1) }, { named: row('name') }]);
    return {
      ...guest,
      who: dice.roll(5) === 1 ? { attendee: someone(story, dice) } : person,
      agency,
      agencyKind: kindOf(agency),
      remote: dice.roll(2) === 1,
      at: inMeeting(story, dice),
      ...(dice.roll(2) === 1
        ? {}
        : { seat: SEATS.find((one) => one === kindOf(agency)) ?? dice.pick(SEATS) }),
    };
  },
  takeSeat: (story, dice) => {
    const attendee = someone(story, dice);
    const agency = meetingOf(story)?.presences.find((one) => one.attendee === attendee)?.agency;
    const agencyKind = agency === undefined ? 'other' : kindOf(agency);
    const own = SEATS.find((one) => one === agencyKind);
    return {
      kind: 'takeSeat',
      attendee,
      agencyKind,
      seat: own ?? dice.pick(SEATS),
      at: inMeeting(story, dice),
    };
  },
  recordDeparture: (story, dice) => ({
    kind: 'recordDeparture',
    attendee: someone(story, dice),
    at: inMeeting(story, dice),
  }),
  declareConflict: (story, dice) => ({
    kind: 'declareConflict',
    attendee: someone(story, dice),
    at: inMeeting(story, dice),
    note: row('interest'),
  }),
  closeMeeting: (story, dice) => ({
    kind: 'closeMeeting',
    at: inMeeting(story, dice),
    minutes: row('minutes'),
  }),
  correctMeetingDay: (story, dice) => ({
    kind: 'correctMeetingDay',
    meeting: 1 + dice.roll(2),
    on: aDay(story, dice),
    reason: REASON,
  }),
  evidenceDuty: (_story, dice) => ({
    kind: 'evidenceDuty',
    duty: dice.pick(['facts', 'immediateSafety', 'improvements']),
    evidence: REASON,
  }),
  takeDecision: (story, dice) => {
    const outcome = dice.pick(OUTCOMES);
    const form =
      outcome === 'alternativeLearningReview' ? { learningReview: dice.pick(LEARNING_REVIEWS) } : {};
    const wrong = { insteadOf: { decision: dice.pick([1, 1, 2]), reason: row('wrong') } };
    return {
      ...decision(Story.say(story.now)),
      at: inMeeting(story, dice),
      outcome,
      ...form,
      ...(dice.pick([true, false, false]) ? wrong : {}),
    };
  },
  confirmDecision: (story, dice) => ({
    kind: 'confirmDecision',
    on: aDay(story, dice),
    agreedBy: words(dice),
    reason: REASON,
  }),
  correctConfirmation: (story, dice) => ({
    kind: 'correctConfirmation',
    reason: REASON,
    ...(dice.oneIn(2) ? {} : { on: aDay(story, dice) }),
  }),
  signOffDecision: (story, dice) => ({
    kind: 'signOffDecision',
    seat: dice.pick(SEATS),
    on: aDay(story, dice),
    ...(dice.roll(2) === 0 ? {} : { evidence: REASON }),
  }),
  correctSignOff: (story, dice) => ({
    kind: 'correctSignOff',
    seat: dice.pick(SEATS),
    reason: REASON,
    ...(dice.oneIn(2) ? {} : { on: aDay(story, dice) }),
  }),
  recordNotificationReference: (_story, dice) => ({
    kind: 'recordNotificationReference',
    reference: REASON,
    ...(dice.roll(3) === 0 ? { reason: REASON } : {}),
  }),
  attachReport: () => ({ kind: 'attachReport', document: row('report') }),
  informPanel: (_story, dice) => ({
    kind: 'informPanel',
    ...(dice.roll(2) === 0 ? {} : { proceedReason: REASON }),
  }),
  recordPanelInformed: (story, dice) => ({
    kind: 'recordPanelInformed',
    channel: dice.pick(['portal', 'paper']),
    on: aDay(story, dice),
    evidence: REASON,
    ...(dice.roll(2) === 0 ? {} : { proceedReason: REASON }),
  }),
  correctPanelInformed: (story, dice) => ({
    kind: 'correctPanelInformed',
    dispatch: 1 + dice.roll(2),
    reason: REASON,
    ...(dice.oneIn(4) ? {} : { on: aDay(story, dice) }),
  }),
  correctPanelReply: (story, dice) => ({
    kind: 'correctPanelReply',
    number: 1 + dice.roll(2),
    reason: REASON,
    ...(dice.oneIn(4) ? {} : { on: aDay(story, dice) }),
  }),
  recordPanelReply: (story, dice) => ({
    kind: 'recordPanelReply',
    reply: dice.pick(['disagrees', ...PANEL_REPLIES]),
    on: aDay(story, dice),
  }),
  settleReply: () => ({ kind: 'settleReply', reason: REASON }),
  contactPanel: (story, dice) => ({
    kind: 'contactPanel',
    contact: dice.pick(PANEL_CONTACTS),
    channel: dice.pick(['mail', 'telephone']),
    note: REASON,
    ...(dice.roll(2) === 0 ? { expected: aDayAhead(story, dice) } : {}),
    ...(dice.oneIn(3) ? { on: aDay(story, dice) } : {}),
  }),
  correctPanelContact: (story, dice) => ({
    kind: 'correctPanelContact',
    number: 1 + dice.roll(2),
    reason: REASON,
    ...(dice.oneIn(2) ? {} : { on: aDay(story, dice) }),
  }),
  withdrawCase: (_story, dice) => ({ kind: 'withdrawCase', agreedBy: words(dice), reason: REASON }),
  findCriteriaNotMet: (_story, dice) => ({
    kind: 'findCriteriaNotMet',
    agreedBy: words(dice),
    reason: REASON,
  }),
  undoWithdrawal: (story, dice) => ({ kind: 'undoWithdrawal', ...undoing(story, dice) }),
  undoSettlement: (story, dice) => ({ kind: 'undoSettlement', ...undoing(story, dice) }),
  endAsMerged: (_story, dice) => ({ kind: 'endAsMerged', into: dice.pick(OTHER_CASES), reason: REASON }),
  raiseSafetyConcern: () => ({ kind: 'raiseSafetyConcern', concern: row('concern') }),
  acknowledgeSafetyConcern: (_story, dice) => ({
    kind: 'acknowledgeSafetyConcern',
    number: dice.roll(3) + 1,
  }),
  recordSafetyAction: (_story, dice) => ({
    kind: 'recordSafetyAction',
    number: dice.roll(3) + 1,
    action: row('action'),
  }),
  noteDuplicate: (_story, dice) => ({ kind: 'noteDuplicate', of: dice.pick(OTHER_CASES) }),
  settleDuplicate: (_story, dice) => ({
    kind: 'settleDuplicate',
    of: dice.pick(OTHER_CASES),
    as: dice.pick(['linked', 'keptApart']),
    reason: REASON,
  }),
  absorbCase: (story, dice) => ({
    kind: 'absorbCase',
    of: dice.pick(OTHER_CASES),
    receivedAt: aMoment(story, dice),
    reason: REASON,
    ...dice.pick([{}, { withAbsorbed: [dice.pick(OTHER_CASES)] }]),
    ...dice.pick([{}, { withReceipts: OTHER_CASES.map((of) => ({ of, receivedAt: aMoment(story, dice) })) }]),
    ...dice.pick([{}, { withTimestamps: { [dice.pick(OF_INCIDENT)]: aMoment(story, dice) } }]),
    ...dice.pick([
      {},
      {
        withAgencies: [
          {
            agency: anAgency(dice),
            ...dice.pick([{}, { on: [dice.pick(OTHER_CASES)] }, { on: [], found: aMoment(story, dice) }]),
          },
        ],
      },
    ]),
    ...dice.pick([{}, { withExcluded: [CONTACT(anAgency(dice))] }]),
  }),
};
