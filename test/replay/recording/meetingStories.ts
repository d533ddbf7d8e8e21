// The stories of meetings that come to nothing: moved and cancelled by the sub-group's diary, cancelled by hand, arranged
// early and too late; and of one to which others are invited, and which nobody closes.

import type { As } from '../../workflow/case';
import type { ActorId, CommandBody } from '../../../domain/rapidReview/commands';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { quorate } from '../../workflow/race/meetings';
import { CONTACT } from '../../unit/rapidReview/story';
import { COUNCIL, HOSPITAL, INVITEES, POLICE, ROW } from '../../workflow/race/cast';
import { minutely, type Step } from '../../workflow/script';
import type { RecordedStory } from './recordedStory';

const DATE = 'SG-0004' as DiaryDateId;
const DIARY: As = { actor: 'P-0003' as ActorId, authority: 'coordinator' };

const follow = (
  version: number,
  startsAt?: Extract<CommandBody, { kind: 'followDiary' }>['startsAt'],
): Omit<Step, 'when'> => ({
  act: { kind: 'followDiary', date: DATE, version, ...(startsAt === undefined ? {} : { startsAt }) },
  as: DIARY,
});

export const meetingStories: Readonly<Record<string, RecordedStory>> = {
  diary: {
    about:
      "meetings on the sub-group's diary: moved within the window, out of it, cancelled with the date; then one early, moved, cancelled by hand, and the window missed",
    play: async ({ one, at, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(at(1, 10), {
          kind: 'arrangeMeeting',
          startsAt: at(9, 10),
          diary: { date: DATE, version: 1 },
          invitees: INVITEES,
        }),
        ...minutely(at(2, 10), follow(2, at(11, 13))),
        ...minutely(at(3, 10), follow(3, at(15, 10))),
        ...minutely(at(3, 12), follow(2, at(12, 10))),
        ...minutely(at(4, 10), follow(4)),
        ...minutely(at(5, 10), {
          kind: 'arrangeMeeting',
          startsAt: at(6, 15),
          invitees: INVITEES.slice(0, 2),
          reason: ROW,
        }),
        ...minutely(at(5, 11), {
          kind: 'rearrangeMeeting',
          startsAt: at(6, 16),
          invitees: INVITEES,
          reason: ROW,
        }),
        ...minutely(at(6, 9, 30), { kind: 'cancelMeeting', reason: ROW }),
      ]);
      await until(14, 12);
    },
  },
  twiceThatDay: {
    about:
      'somebody kept off as the meeting moves is not asked to its new day, and the team hears of their seat; held in the morning without its quorum, and that afternoon with it',
    play: async ({ one, at, until, play, day }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      const kept = { agency: POLICE, contact: CONTACT(POLICE), reason: ROW } as const;
      await play([
        ...minutely(
          at(1, 10),
          { kind: 'arrangeMeeting', startsAt: at(12, 15), invitees: INVITEES.slice(0, 3) },
          { kind: 'excludeContact', ...kept },
          { kind: 'rearrangeMeeting', startsAt: at(12, 10), reason: ROW },
          { kind: 'readmitContact', ...kept },
        ),
        ...minutely(
          at(12, 10),
          { kind: 'openMeeting', at: at(12, 10) },
          { kind: 'closeMeeting', at: at(12, 10, 1), minutes: ROW },
        ),
        ...minutely(at(12, 14), {
          kind: 'arrangeMeeting',
          startsAt: at(12, 14),
          invitees: INVITEES,
          held: true,
        }),
        ...quorate({ at, day }),
      ]);
      await until(13, 12);
    },
  },
  othersInvited: {
    about:
      'one agency more is invited to a meeting that stays where it is, and replies stand; nobody closes the meeting on its day, and the team hears so at nine',
    play: async ({ one, at, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      const startsAt = at(8, 10);
      await play([
        ...minutely(
          at(1, 10),
          { kind: 'arrangeMeeting', startsAt, invitees: INVITEES.slice(0, 3) },
          { kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' },
          { kind: 'rearrangeMeeting', startsAt, invitees: INVITEES, reason: ROW },
          { kind: 'recordInvitationReply', agency: HOSPITAL, reply: 'declined' },
          { kind: 'correctParticulars', parts: ['children'], reason: ROW },
        ),
        ...minutely(at(8, 10), { kind: 'openMeeting', at: startsAt }),
        ...minutely(at(9, 12), { kind: 'closeMeeting', at: at(8, 12), minutes: ROW }),
      ]);
      await until(10, 12);
    },
  },
};
