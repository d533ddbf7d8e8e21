// The mails about the meeting: invitations, anew each time it moves, and what the team is told at once.

import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { EventOf } from '../events';
import type { Draft } from '../noticeBodies';
import type { CaseWithReview } from '../state';
import { invitationKey } from './invitationKey';
import { reachable } from './reachable';
import type { Invitee } from './state';
import { papersDay } from './window';

type Told = EventOf<'MeetingArranged' | 'MeetingRearranged' | 'MeetingCancelled' | 'MeetingOutsideWindow'>;

const toInvitees = (
  state: CaseWithReview,
  invitees: readonly Invitee[],
  draft: (invitee: Invitee) => Pick<Draft, 'key' | 'body'>,
): readonly Draft[] =>
  invitees.flatMap((invitee) => {
    const contacts = reachable(state, invitee);
    return contacts.length === 0
      ? []
      : [{ ...draft(invitee), to: { role: 'agency', agency: invitee.agency, contacts } }];
  });

const isOver = ({ at, body }: EventOf<'MeetingCancelled'>, calendar: WorkingCalendar): boolean =>
  londonDateOf(calendar, body.startsAt) < londonDateOf(calendar, at);

export const meetingNotices = (
  event: Told,
  state: CaseWithReview,
  calendar: WorkingCalendar,
): readonly Draft[] => {
  switch (event.kind) {
    case 'MeetingArranged':
    case 'MeetingRearranged': {
      if ('held' in event.body) return [];
      const { meeting, startsAt, invitees } = event.body;
      const {
        change,
        was,
        stillInvited = [],
      } = event.kind === 'MeetingArranged' ? { change: 0, was: undefined } : event.body;
      const papersOn = papersDay(state, calendar, londonDateOf(calendar, startsAt));
      const asked = invitees.filter(({ agency }) => !stillInvited.includes(agency));
      const invited = toInvitees(state, asked, ({ agency, seat }) => ({
        key: invitationKey(meeting, change, agency),
        body: {
          kind: 'meetingInvitation',
          agency,
          meeting,
          change,
          startsAt,
          papersOn,
          ...(was === startsAt ? { unmoved: true } : {}),
          ...(seat === undefined ? {} : { seat }),
        },
      }));
      if (event.kind === 'MeetingArranged') return invited;
      const { uninvited = [] } = event.body;
      return [
        ...invited,
        ...toInvitees(state, uninvited, ({ agency }) => ({
          key: `meetingCancelled/${meeting}.${change}/${agency}`,
          body: { kind: 'meetingCancelled', agency, meeting, startsAt: event.body.was, uninvited: true },
        })),
      ];
    }
    case 'MeetingCancelled': {
      const { meeting, startsAt } = event.body;
      const cancelled = state.meetings.find(({ number }) => number === meeting);
      if (cancelled === undefined || cancelled.tookPlace === true || isOver(event, calendar)) return [];
      return toInvitees(state, cancelled.invitees, ({ agency }) => ({
        key: `meetingCancelled/${meeting}/${agency}`,
        body: {
          kind: 'meetingCancelled',
          agency,
          meeting,
          startsAt,
          ...(event.body.cause === 'caseEnded' ? { ended: true } : {}),
        },
      }));
    }
    case 'MeetingOutsideWindow': {
      const { toldAmiss } = state.meetings.find(({ number }) => number === event.body.meeting) ?? {};
      // What it was told before still stands.
      if (toldAmiss !== undefined && toldAmiss.event !== event.number) return [];
      return [
        {
          key: `meetingOutsideWindow/${event.number}`,
          to: { role: 'team' },
          body: { kind: 'meetingOutsideWindow', ...event.body },
        },
      ];
    }
  }
};
