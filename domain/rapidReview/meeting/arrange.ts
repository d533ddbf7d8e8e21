// Whether a meeting may be arranged, moved or cancelled, and what that establishes (C5). A day outside the window needs a
// reason and is a recorded departure. When it may begin at all is `refusedStart.ts`.

import type { Instant } from '../../calendar/instant';
import type { CivilDate } from '../../calendar/civilDate';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { maySit } from '../../policy/agencyKinds';
import type { AgencyId } from '../../timetable/facts';
import { decisionInForce } from '../decision/state';
import type { EventBody } from '../events';
import { reconsiders } from '../panel/reconsidered';
import { accept, isRejection, refuse, type Decided, type Rejection } from '../rejections';
import type { OpenCase } from '../state';
import type {
  ArrangeMeeting,
  CancelMeeting,
  FollowDiary,
  RearrangeMeeting,
  RecordInvitationReply,
  ToInvite,
} from './commands';
import type { Departure } from './dayToWindow';
import { asked, reachable } from './reachable';
import { refusedDay, refusedHeld } from './refusedStart';
import { invitationKey } from './invitationKey';
import { meetingNotBegun } from './notBegun';
import { standingMeeting, type Invited, type Invitee, type Meeting } from './state';
import { departureOf, windowNow } from './window';

const invited = (state: OpenCase, given: readonly ToInvite[]): readonly Invitee[] | Rejection => {
  const seen = new Set<string>();
  for (const { agency, agencyKind, seat } of given) {
    if (seen.has(agency)) return { code: 'AgencyListedTwice', agency };
    seen.add(agency);
    if (seat !== undefined && !maySit(agencyKind, seat))
      return { code: 'SeatNotForAgency', agency, kind: agencyKind, seat };
  }
  return given.map(({ agency, contacts, seat }) => ({
    agency,
    contacts: reachable(state, { contacts }),
    ...(seat === undefined ? {} : { seat }),
  }));
};

interface Placed {
  readonly on: CivilDate;
  readonly departure?: Departure;
}

/** How a day lies to the window. Once decided there is none left to keep. */
const departing = (state: OpenCase, calendar: WorkingCalendar, on: CivilDate): Departure | undefined =>
  departureOf(windowNow(state, calendar), on);

/** Outside it a reason is needed. */
const placed = (
  state: OpenCase,
  calendar: WorkingCalendar,
  startsAt: Instant,
  { held, reason }: Pick<ArrangeMeeting, 'held' | 'reason'>,
): Placed | Rejection => {
  const on = londonDateOf(calendar, startsAt);
  const departure = departing(state, calendar, on);
  if (departure === undefined) return { on };
  const { opens, closes } = departure;
  if (reason !== undefined) return { on, departure };
  return {
    code: 'MeetingOutsideWindowNeedsReason',
    on,
    closes,
    ...(opens === undefined ? {} : { opens }),
    ...(held === undefined ? {} : { held }),
  };
};

/** What is to be done about it is not the same of what was held. */
const alreadyArranged = (
  { startsAt, tookPlace }: Meeting,
  held: ArrangeMeeting['held'],
): Extract<Rejection, { readonly code: 'MeetingAlreadyArranged' }> => ({
  code: 'MeetingAlreadyArranged',
  startsAt,
  ...(held === undefined ? {} : { held }),
  ...(tookPlace === undefined ? {} : { tookPlace }),
});

/** The day of the decision that stands, where nothing more is to be decided. */
const decidedOn = (state: OpenCase): CivilDate | undefined =>
  reconsiders(state) ? undefined : decisionInForce(state)?.on;

export const arrangeMeeting = (
  state: OpenCase,
  command: ArrangeMeeting,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { startsAt, diary, held, reason } = command;
  const decided = decidedOn(state);
  if (decided !== undefined) return refuse({ code: 'AlreadyDecided', on: decided });
  const standing = standingMeeting(state);
  if (standing?.stage === 'open') return refuse({ code: 'MeetingUnderWay' });
  if (standing !== undefined) return refuse(alreadyArranged(standing, held));
  const wrong =
    held === true ? refusedHeld(state, calendar, startsAt, now) : refusedDay(state, calendar, startsAt, now);
  if (wrong?.code === 'MeetingInPast') return refuse({ ...wrong, mayBeHeld: true });
  if (wrong !== undefined) return refuse(wrong);
  const invitees = invited(state, command.invitees);
  if (isRejection(invitees)) return refuse(invitees);
  const place = placed(state, calendar, startsAt, command);
  if (isRejection(place)) return refuse(place);
  return accept({
    kind: 'MeetingArranged',
    body: {
      meeting: state.meetings.length + 1,
      startsAt,
      invitees,
      ...place,
      ...(held === undefined ? {} : { held }),
      ...(diary === undefined ? {} : { diary }),
      ...(reason === undefined ? {} : { reason }),
    },
  });
};

const moved = (
  { number, change, startsAt: was }: Meeting,
  rest: Omit<Extract<EventBody, { kind: 'MeetingRearranged' }>['body'], 'meeting' | 'change' | 'was'>,
): EventBody => ({
  kind: 'MeetingRearranged',
  body: { meeting: number, change: change + 1, was, ...rest },
});

const inviteesAfter = (
  state: OpenCase,
  { invitees: before }: Meeting,
  { invitees, alsoInvite = [] }: RearrangeMeeting,
): readonly Invitee[] | Rejection => {
  if (invitees !== undefined) return invited(state, invitees);
  const also = invited(state, alsoInvite);
  return isRejection(also) ? also : [...noLongerInvited(before, also), ...also];
};

export const rearrangeMeeting = (
  state: OpenCase,
  command: RearrangeMeeting,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { reason } = command;
  const standing = meetingNotBegun(state);
  if (isRejection(standing)) return refuse(standing);
  if (standing.tookPlace === true) return refuse({ code: 'MeetingTookPlace', startsAt: standing.startsAt });
  const decided = decidedOn(state);
  if (decided !== undefined) return refuse({ code: 'AlreadyDecided', on: decided, stillArranged: true });
  const { startsAt = standing.startsAt } = command;
  const stays = startsAt === standing.startsAt;
  const wrong = refusedDay(state, calendar, startsAt, now);
  if (wrong?.code === 'MeetingInPast') {
    const thatDay = londonDateOf(calendar, startsAt) === londonDateOf(calendar, standing.startsAt);
    return refuse({ ...wrong, arranged: thatDay ? 'thatDay' : 'anotherDay', mayBeHeld: true });
  }
  if (wrong !== undefined) return refuse(wrong);
  const invitees = inviteesAfter(state, standing, command);
  if (isRejection(invitees)) return refuse(invitees);
  const place = placed(state, calendar, startsAt, { reason });
  if (isRejection(place)) return refuse(place);
  // Left where it is, it keeps its date in the diary.
  const diary = command.diary ?? (stays ? standing.diary : undefined);
  const left = noLongerInvited(standing.invitees, invitees);
  const still = stays ? stillInvited(state, standing, invitees) : [];
  const sameDiary = diary?.date === standing.diary?.date && diary?.version === standing.diary?.version;
  if (stays && sameDiary && left.length === 0 && still.length === invitees.length)
    return refuse({ code: 'MeetingChangesNothing', startsAt });
  return accept(
    moved(standing, {
      startsAt,
      cause: 'byPerson',
      reason,
      ...place,
      invitees: askedAgain(invitees),
      ...(still.length === 0 ? {} : { stillInvited: still }),
      ...(left.length === 0 ? {} : { uninvited: askedAgain(left) }),
      ...(diary === undefined ? {} : { diary }),
    }),
  );
};

const asksTheSame = (a: Invitee, b: Invitee): boolean =>
  a.seat === b.seat &&
  a.contacts.length === b.contacts.length &&
  a.contacts.every((contact) => b.contacts.includes(contact));

/** Whoever is kept off since is asked nothing (R13). */
const asksStill = (state: OpenCase, invitee: Invitee): Invitee => ({
  ...invitee,
  contacts: asked(state, invitee),
});

/** Whose invitation stands as it is. One that failed must go again. */
const stillInvited = (
  state: OpenCase,
  { number, invitees: before }: Meeting,
  invitees: readonly Invitee[],
): readonly AgencyId[] => {
  const { reference, failedNotices } = state;
  return invitees.flatMap((invitee) => {
    const { agency } = invitee;
    const had = before.find((one) => one.agency === agency);
    if (had === undefined || !asksTheSame(asksStill(state, had), asksStill(state, invitee))) return [];
    const failed = failedNotices.includes(`${reference}/${invitationKey(number, had.change, agency)}`);
    return failed ? [] : [agency];
  });
};

const noLongerInvited = (before: readonly Invitee[], now: readonly Invitee[]): readonly Invitee[] =>
  before.filter(({ agency }) => !now.some((invitee) => invitee.agency === agency));

/** What was answered to the earlier date says nothing about this one. */
const askedAgain = (invitees: readonly (Invitee & Partial<Invited>)[]): readonly Invitee[] =>
  invitees.map(({ reply: _reply, change: _change, notAsked: _kept, ...invitee }) => invitee);

export const cancelMeeting = (state: OpenCase, { reason }: CancelMeeting): Decided<EventBody> => {
  const standing = meetingNotBegun(state);
  if (isRejection(standing)) return refuse(standing);
  const { number: meeting, startsAt } = standing;
  return accept({ kind: 'MeetingCancelled', body: { meeting, startsAt, cause: 'byPerson', reason } });
};

export const recordInvitationReply = (
  state: OpenCase,
  { agency, reply }: RecordInvitationReply,
): Decided<EventBody> => {
  const standing = standingMeeting(state);
  if (standing === undefined) return refuse({ code: 'NoMeetingArranged' });
  if (!standing.invitees.some((invitee) => invitee.agency === agency))
    return refuse({ code: 'NotInvited', agency });
  return accept({ kind: 'InvitationAnswered', body: { meeting: standing.number, agency, reply } });
};

/** A meeting that does not use that date, or follows it already, is left as it is. */
export const followDiary = (
  state: OpenCase,
  { date, version, startsAt }: FollowDiary,
  calendar: WorkingCalendar,
): Decided<EventBody> => {
  const standing = standingMeeting(state);
  const { diary } = standing ?? {};
  if (standing?.stage !== 'arranged' || diary?.date !== date || diary.version >= version) return accept();
  const cancelled = (cause: 'diary' | 'needless'): Decided<EventBody> => {
    const { number: meeting, startsAt: was } = standing;
    return accept({ kind: 'MeetingCancelled', body: { meeting, startsAt: was, cause } });
  };
  if (startsAt === undefined) return cancelled('diary');
  // Left on a day that is gone, whoever is invited would come in vain; moved, they would be asked to come for nothing (R14).
  if (decidedOn(state) !== undefined) return cancelled('needless');
  const on = londonDateOf(calendar, startsAt);
  const departure = departing(state, calendar, on);
  return accept(
    moved(standing, {
      startsAt,
      on,
      cause: 'diary',
      diary: { date, version },
      invitees: askedAgain(standing.invitees),
      ...(departure === undefined ? {} : { departure }),
    }),
  );
};
