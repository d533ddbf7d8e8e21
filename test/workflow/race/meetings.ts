// The meetings of the race: one arranged, moved and held without the health service's seat, and one held again with all
// three, in which somebody in no register takes the seat, another declares a conflict, and the decision is taken.

import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { CONTACT } from '../../unit/rapidReview/story';
import { minutely, type Days, type Step } from '../script';
import { BOARD, CHAIR, COUNCIL, HOSPITAL, INVITEES, POLICE, ROW } from './cast';

export const arranging = ({ at }: Days): readonly Step[] => [
  ...minutely(
    at(1, 12),
    {
      kind: 'arrangeMeeting',
      startsAt: at(9, 10),
      diary: { date: 'SG-0001' as DiaryDateId, version: 1 },
      invitees: INVITEES,
    },
    { kind: 'recordInvitationReply', agency: COUNCIL, reply: 'accepted' },
    { kind: 'recordInvitationReply', agency: BOARD, reply: 'declined' },
  ),
  ...minutely(at(8, 14), { kind: 'rearrangeMeeting', startsAt: at(10, 10), reason: ROW }),
];

const seatsOfTwo = (at: Days['at'], on: number, hour: number): readonly CommandBody[] => [
  { kind: 'openMeeting', at: at(on, hour) },
  {
    kind: 'recordArrival',
    who: { contact: CONTACT(COUNCIL) },
    agency: COUNCIL,
    agencyKind: 'localAuthority',
    seat: 'localAuthority',
    remote: false,
    at: at(on, hour),
  },
  {
    kind: 'recordArrival',
    who: { contact: CONTACT(POLICE) },
    agency: POLICE,
    agencyKind: 'police',
    seat: 'police',
    remote: true,
    at: at(on, hour, 1),
  },
];

export const inquorate = ({ at }: Days): readonly Step[] => [
  ...minutely(at(10, 10, 5), ...seatsOfTwo(at, 10, 10)),
  ...minutely(
    at(10, 10, 40),
    { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
    { kind: 'closeMeeting', at: at(10, 10, 40), minutes: ROW },
  ),
  ...minutely(at(10, 12), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
];

const decision = (at: Days['at']): CommandBody => ({
  kind: 'takeDecision',
  at: at(12, 14, 30),
  threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
  criteria: [
    { criterion: 'improvementsNeeded', met: true, reasons: ROW },
    { criterion: 'recurrentThemes', met: false, reasons: ROW },
    { criterion: 'agenciesWorkingTogether', met: true, reasons: ROW },
    { criterion: 'panelPrefersLocalReview', met: false, reasons: ROW },
  ],
  outcome: 'alternativeLearningReview',
  learningReview: 'learningEvent',
  rationale: ROW,
  dissent: [{ seat: 'police', reasons: ROW }],
});

export const quorate = ({ at }: Days): readonly Step[] => [
  ...minutely(
    at(12, 14, 5),
    ...seatsOfTwo(at, 12, 14),
    {
      kind: 'recordArrival',
      who: { named: ROW },
      agency: BOARD,
      agencyKind: 'integratedCareBoard',
      remote: true,
      at: at(12, 14, 2),
    },
    {
      kind: 'takeSeat',
      attendee: 'A-1',
      agencyKind: 'integratedCareBoard',
      seat: 'integratedCareBoard',
      at: at(12, 14, 3),
    },
    {
      kind: 'recordArrival',
      who: { contact: CONTACT(HOSPITAL) },
      agency: HOSPITAL,
      agencyKind: 'nhsProvider',
      remote: false,
      at: at(12, 14, 4),
    },
    { kind: 'declareConflict', attendee: CONTACT(HOSPITAL), at: at(12, 14, 6), note: ROW },
    { kind: 'recordDeparture', attendee: CONTACT(HOSPITAL), at: at(12, 14, 7) },
  ),
  ...minutely(
    at(12, 14, 35),
    { kind: 'evidenceDuty', duty: 'immediateSafety', evidence: ROW },
    { kind: 'evidenceDuty', duty: 'improvements', evidence: ROW },
    { act: decision(at), as: CHAIR },
    { kind: 'closeMeeting', at: at(12, 14, 38), minutes: ROW },
  ),
];
