// POST /cases/:reference/meeting/opening, its undoing, arrivals, seats, departures, conflicts and closing: what happens while the
// meeting is held, with its moment. Whether it is quorate follows from that, and is kept nowhere (R14).

import { civilDate } from '../../domain/calendar/civilDate';
import type { AgencyKind } from '../../domain/policy/agencyKinds';
import { standingMeeting } from '../../domain/rapidReview/meeting/state';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import type { ApiDeps } from '../deps';
import { NumberedParams } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { inBody, problem } from '../problems/problem';
import { actRoute } from '../writing/actRoute';
import {
  ArrivalSchema,
  ClosingSchema,
  ConflictSchema,
  DepartureSchema,
  MeetingDaySchema,
  OpeningSchema,
  SeatTakenSchema,
  UndoOpeningSchema,
} from './meetingSchemas';
import { meetingProblems } from './meetingProblems';
import { minuteOf } from './minuteOf';
import { whoAttends } from './whoAttends';

/** Of the agency that somebody present came for. Of anybody else the rules say that they are not there. */
const kindBehind = async (
  { cases, agencies }: Records,
  reference: CaseReference,
  attendee: string,
): Promise<AgencyKind> => {
  const state = (await cases.stateOf(reference))?.state;
  const meeting = state?.status === 'open' ? standingMeeting(state) : undefined;
  const presence = meeting?.presences.findLast((one) => one.attendee === attendee);
  const agency = presence === undefined ? undefined : await agencies.byId(presence.agency);
  return agency?.kind ?? 'other';
};

/** Of one that took place before it was recorded, nobody opens it now. */
const mustSayWhenOpened = async (
  { cases }: Records,
  reference: CaseReference,
  at: string | undefined,
): Promise<void> => {
  if (at !== undefined) return;
  const state = (await cases.stateOf(reference))?.state;
  const meeting = state?.status === 'open' ? standingMeeting(state) : undefined;
  if (meeting?.stage !== 'arranged' || meeting.tookPlace !== true) return;
  throw problem(meetingProblems.openedWhen, { startsAt: meeting.startsAt }, inBody('/at', 'is missing'));
};

export const holdMeetingRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const common = { permission: 'recordAttendance', tag: 'meeting' } as const;
  actRoute(app, deps, {
    ...common,
    path: '/meeting/opening',
    summary: 'Open the meeting',
    description:
      'On the day for which it is arranged, quorate or not. That can be recorded later, with a moment of that day in "at"; of a meeting that is recorded as held it must be.',
    body: OpeningSchema,
    example: { version: 31, events: ['MeetingOpened'] },
    admit: ({ reference, body }) => mustSayWhenOpened(deps.records, reference, body.at),
    act: ({ body, reserved }) => ({ kind: 'openMeeting', at: minuteOf(body.at, reserved) }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/opening/undoing',
    summary: 'Take back what was recorded at the meeting',
    description:
      'Opening, arrivals, seats, departures, conflicts, evidence of duties and closing of the last meeting, where something of it was recorded by mistake and nothing was decided in it: it is arranged as it was, and what happened is recorded anew. What stood before stays in the chronology (R8).',
    body: UndoOpeningSchema,
    example: { version: 36, events: ['MeetingOpeningUndone'] },
    act: async ({ body: { reason }, write }) => ({
      kind: 'undoOpening',
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/arrivals',
    summary: 'Record an arrival',
    description:
      'In the room or remotely, with the seat that the person fills, if any. Somebody whose organisation was not invited may come, and is marked.',
    body: ArrivalSchema,
    example: { version: 32, events: ['AttendeeArrived'] },
    act: async ({ body, write, reserved }) => {
      const { who, agency } = await whoAttends(deps.records, body, write);
      const { seat, remote = false } = body;
      return {
        kind: 'recordArrival',
        who,
        agency: agency.id,
        agencyKind: agency.kind,
        remote,
        ...(seat === undefined ? {} : { seat }),
        at: minuteOf(body.at, reserved),
      };
    },
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/seats',
    summary: 'Let somebody present take a seat',
    description: 'That nobody fills at that moment, and that is for their organisation to fill (R14).',
    body: SeatTakenSchema,
    example: { version: 35, events: ['SeatTaken'] },
    act: async ({ body: { attendee, seat, at }, reference, reserved }) => ({
      kind: 'takeSeat',
      attendee,
      seat,
      at: minuteOf(at, reserved),
      agencyKind: await kindBehind(deps.records, reference, attendee),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/departures',
    summary: 'Record a departure',
    description: 'Whoever fills a seat leaves it with that.',
    body: DepartureSchema,
    example: { version: 36, events: ['AttendeeLeft'] },
    act: ({ body: { attendee, at }, reserved }) => ({
      kind: 'recordDeparture',
      attendee,
      at: minuteOf(at, reserved),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/conflicts',
    summary: 'Record a conflict of interest',
    description: 'Whoever declares one may stay, and fills no seat from then on.',
    body: ConflictSchema,
    example: { version: 34, events: ['ConflictDeclared'] },
    act: async ({ body: { attendee, at, note }, write, reserved }) => ({
      kind: 'declareConflict',
      attendee,
      at: minuteOf(at, reserved),
      note: await write('note', 'note', note),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/closing',
    summary: 'Close the meeting',
    description: 'With its minutes. Without a decision, another meeting is to be arranged.',
    body: ClosingSchema,
    example: { version: 40, events: ['MeetingClosed'] },
    act: async ({ body: { at, minutes }, write, reserved }) => ({
      kind: 'closeMeeting',
      at: minuteOf(at, reserved),
      minutes: await write('minutes', 'minutes', minutes),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meetings/:number/corrections',
    params: NumberedParams,
    previewed: true,
    summary: 'Correct the day on which a meeting was held',
    description:
      'Of one that is closed, whether it decided or not: its hours stay, what it decided was decided on that day, and outcomes are restated. The original stays in the chronology (R8). What else was recorded wrong at it is taken back while it has decided nothing.',
    body: MeetingDaySchema,
    example: { version: 41, events: ['MeetingDayCorrected', 'OutcomeRestated'] },
    act: async ({ body: { on, reason }, params, write }) => ({
      kind: 'correctMeetingDay',
      meeting: Number(params.number),
      on: civilDate(on),
      reason: await write('reason', 'reason', reason),
    }),
  });
};
