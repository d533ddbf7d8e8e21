// An event of each kind about meetings, with how it is said.

import { civilDate } from '../../../domain/calendar/civilDate';
import type { EventBody } from '../../../domain/rapidReview/events';
import { AGENCY } from '../rapidReview/story';
import { agency, at, chair, closes, contact, later, note, on, opens, other, reason } from './saidWith';

export const SAID_OF_MEETINGS: readonly (readonly [EventBody, string])[] = [
  [
    { kind: 'MeetingArranged', body: { meeting: 1, startsAt: at, on, invitees: [] } },
    'Meeting 1 was arranged for Tuesday 14 April 2026 at 10:00.',
  ],
  [
    {
      kind: 'MeetingArranged',
      body: {
        meeting: 1,
        startsAt: at,
        on,
        invitees: [],
        reason,
        departure: { way: 'early', opens, closes },
      },
    },
    'Meeting 1 was arranged for Tuesday 14 April 2026 at 10:00, before its window, which opens on Friday 10 April 2026.',
  ],
  [
    {
      kind: 'MeetingRearranged',
      body: {
        meeting: 1,
        change: 1,
        was: at,
        startsAt: later,
        on: civilDate('2026-04-16'),
        invitees: [],
        cause: 'diary',
      },
    },
    "Meeting 1 was moved from Tuesday 14 April 2026 at 10:00 to Thursday 16 April 2026 at 14:30, with its date in the sub-group's diary.",
  ],
  [
    {
      kind: 'MeetingRearranged',
      body: { meeting: 1, change: 2, was: at, startsAt: at, on, invitees: [], cause: 'byPerson', reason },
    },
    'Meeting 1 stays on Tuesday 14 April 2026 at 10:00, with others invited.',
  ],
  [
    {
      kind: 'MeetingRearranged',
      body: {
        meeting: 1,
        change: 3,
        was: at,
        startsAt: at,
        on,
        cause: 'byPerson',
        reason,
        invitees: [{ agency, contacts: [] }],
        stillInvited: [agency],
        diary: { date: 'SG-0001' as never, version: 1 },
      },
    },
    "Meeting 1 stays on Tuesday 14 April 2026 at 10:00, by the sub-group's diary.",
  ],
  [
    {
      kind: 'MeetingRearranged',
      body: {
        meeting: 1,
        change: 4,
        was: at,
        startsAt: at,
        on,
        cause: 'byPerson',
        reason,
        invitees: [agency, other].map((id) => ({ agency: id, contacts: [] })),
        stillInvited: [other],
        uninvited: [{ agency: AGENCY(7), contacts: [] }],
      },
    },
    'Meeting 1 stays on Tuesday 14 April 2026 at 10:00, with an invitation to Example Trust, and without AG-0007, who had been invited.',
  ],
  [
    { kind: 'MeetingCancelled', body: { meeting: 1, startsAt: at, cause: 'byPerson', reason } },
    'Meeting 1, arranged for Tuesday 14 April 2026 at 10:00, was cancelled.',
  ],
  [
    { kind: 'MeetingCancelled', body: { meeting: 1, startsAt: at, cause: 'needless' } },
    "Meeting 1, arranged for Tuesday 14 April 2026 at 10:00, was cancelled, because its date in the sub-group's diary was moved and nothing was to be decided at it any more.",
  ],
  [
    { kind: 'MeetingCancelled', body: { meeting: 1, startsAt: at, cause: 'caseEnded' } },
    'Meeting 1, arranged for Tuesday 14 April 2026 at 10:00, was cancelled, because the case ended.',
  ],
  [
    { kind: 'InvitationAnswered', body: { meeting: 1, agency, reply: 'declined' } },
    'Example Trust declined the invitation to meeting 1.',
  ],
  [
    { kind: 'MeetingOutsideWindow', body: { meeting: 1, on, way: 'late', closes: opens } },
    'Meeting 1 on Tuesday 14 April 2026 now lies after its window, which closes on Friday 10 April 2026.',
  ],
  [
    { kind: 'MeetingDayRestored', body: { meeting: 1, on, way: 'inside', opens, closes: on } },
    'Meeting 1 on Tuesday 14 April 2026 now lies inside its window, which closes on Tuesday 14 April 2026.',
  ],
  [
    { kind: 'MeetingDayRestored', body: { meeting: 1, on, way: 'late', closes: opens } },
    'Meeting 1 on Tuesday 14 April 2026 now lies on a working day again, after its window, which closes on Friday 10 April 2026.',
  ],
  [
    { kind: 'MeetingOpened', body: { meeting: 1, at } },
    'Meeting 1 was opened on Tuesday 14 April 2026 at 10:00.',
  ],
  [
    {
      kind: 'AttendeeArrived',
      body: { meeting: 1, attendee: chair, agency, seat: 'police', remote: true, uninvited: true, at },
    },
    'Robin Thorley of Example Trust came on Tuesday 14 April 2026 at 10:00, remotely, in the seat of the police, though not invited.',
  ],
  [
    { kind: 'SeatTaken', body: { meeting: 1, attendee: chair, seat: 'police', at } },
    'Robin Thorley took the seat of the police on Tuesday 14 April 2026 at 10:00.',
  ],
  [
    { kind: 'AttendeeLeft', body: { meeting: 1, attendee: contact, at } },
    'AG-0003-C1 left on Tuesday 14 April 2026 at 10:00.',
  ],
  [
    { kind: 'ConflictDeclared', body: { meeting: 1, attendee: chair, at, note } },
    'Robin Thorley declared a conflict of interest on Tuesday 14 April 2026 at 10:00, and fills no seat from then on.',
  ],
  [
    {
      kind: 'MeetingDayCorrected',
      body: { meeting: 1, was: on, on: opens, openedAt: at, missingReturns: [], reason: note },
    },
    'Corrected: meeting 1 was held on Friday 10 April 2026, at the hours as recorded, not on Tuesday 14 April 2026.',
  ],
  [
    {
      kind: 'MeetingDayCorrected',
      body: {
        meeting: 1,
        was: on,
        on: opens,
        openedAt: at,
        missingReturns: [other],
        reason: note,
      },
    },
    'Corrected: meeting 1 was held on Friday 10 April 2026, at the hours as recorded, not on Tuesday 14 April 2026. Not answered by that day: Example School.',
  ],
  [
    { kind: 'MeetingOpeningUndone', body: { meeting: 1, reason: note } },
    'Recorded by mistake: what was recorded at meeting 1, from its opening on, with the duties evidenced at it. It is arranged as it was.',
  ],
  [
    { kind: 'MeetingClosed', body: { meeting: 1, at, decided: false, unfilled: ['police'], note } },
    'Meeting 1 was closed on Tuesday 14 April 2026 at 10:00, without a decision; at its close nobody filled the seat of the police.',
  ],
];
