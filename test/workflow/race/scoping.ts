// The first half of the race: six agencies asked and a seventh found late, with every kind of answer there is, put right,
// sent back, late and extended.

import { keyOf } from '../../../domain/timetable/obligationKey';
import { CONTACT } from '../../unit/rapidReview/story';
import { minutely, type Days, type Step } from '../script';
import { ask, ASKED_FIRST, BOARD, COUNCIL, HOSPITAL, HOUSING, POLICE, ROW, SCHOOL, SURGERY } from './cast';

const proposalOf: Step['act'] = (events) => ({
  kind: 'declineProposal',
  proposal: events.findLast(({ kind }) => kind === 'AgencyProposed')?.number ?? 0,
  reason: ROW,
});

export const asking = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(1, 9, 40),
    { kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(1, 9, 30) },
    ask(...ASKED_FIRST),
    {
      kind: 'recordRecordsSecured',
      agency: COUNCIL,
      on: day(1),
      secured: { paper: true, electronic: true, locked: true },
      by: ROW,
    },
    { kind: 'excludeContact', agency: HOSPITAL, contact: CONTACT(HOSPITAL, 2), reason: ROW },
  ),
];

export const answering = ({ at, day }: Days): readonly Step[] => [
  ...minutely(
    at(2, 14),
    {
      kind: 'recordReturn',
      agency: SURGERY,
      answer: 'wrongOrganisation',
      how: 'telephone',
      on: day(2),
      askInstead: { agency: HOUSING },
    },
    { kind: 'recordReturn', agency: SCHOOL, answer: 'partial', how: 'mail', on: day(2), content: ROW },
    { kind: 'recordReturn', agency: POLICE, answer: 'nil', how: 'secureMail', on: day(2) },
  ),
  ...minutely(
    at(3, 10),
    { kind: 'addAgency', agency: HOUSING, note: ROW },
    ask(HOUSING),
    { kind: 'recordReturn', agency: COUNCIL, answer: 'full', how: 'api', on: day(3), content: ROW },
    { kind: 'correctReturn', agency: POLICE, number: 1, on: day(1), reason: ROW },
  ),
  ...minutely(
    at(4, 10),
    { kind: 'sendBackReturn', agency: COUNCIL, number: 1, missing: ROW },
    { kind: 'acceptReturn', agency: POLICE, number: 1 },
    { kind: 'agreeReturnDate', agency: HOSPITAL, due: day(8), reason: ROW },
  ),
  ...minutely(
    at(5, 11),
    { kind: 'recordReturn', agency: COUNCIL, answer: 'full', how: 'paper', on: day(5), content: ROW },
    {
      kind: 'recordReturn',
      agency: HOUSING,
      answer: 'wrongOrganisation',
      how: 'mail',
      on: day(5),
      askInstead: { named: ROW },
    },
    { kind: 'readmitContact', agency: HOSPITAL, contact: CONTACT(HOSPITAL, 2), reason: ROW },
  ),
  ...minutely(at(6, 12), { kind: 'sendReminder', agency: SCHOOL }, proposalOf, {
    kind: 'recordReturn',
    agency: BOARD,
    answer: 'notKnown',
    how: 'mail',
    on: day(6),
  }),
  ...minutely(
    at(7, 11),
    { kind: 'recordReturn', agency: SCHOOL, answer: 'full', how: 'mail', on: day(7), content: ROW },
    { kind: 'explainLateness', key: keyOf({ obligation: 'agencyReturn', agency: SCHOOL }), reason: ROW },
  ),
];
