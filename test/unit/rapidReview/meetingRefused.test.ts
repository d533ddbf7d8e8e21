// What is refused of arrangements for the meeting, with nothing changed (C5, R14): each refusal says what would be right.

import { describe, expect, it } from '@jest/globals';
import { AGENCY, CONTACT, REASON, Story, london } from './story';
import { COUNCIL, POLICE, Race, invitation } from './race';

const asked = () => new Race().received().asked();
const moved = (startsAt: string, rest: object = {}) =>
  ({ ...invitation(startsAt), kind: 'rearrangeMeeting', reason: REASON, ...rest }) as const;

describe('R14: a meeting is not arranged', () => {
  const { invitees } = invitation('2026-04-14 10:00');
  const arranged = () => asked().meetingArranged();

  it.each([
    ['in the past', invitation('2026-03-31 09:59'), { code: 'MeetingInPast' }],
    [
      'on a bank holiday, with the day that would do',
      invitation('2026-04-06 10:00'),
      { code: 'MeetingOnDayOff', why: 'Easter Monday', next: '2026-04-07' },
    ],
    [
      'on a Saturday',
      invitation('2026-04-18 10:00'),
      { code: 'MeetingOnDayOff', why: 'Saturday', next: '2026-04-20' },
    ],
    ['at night', invitation('2026-04-14 20:01'), { code: 'MeetingAtNight', from: 420, until: 1200 }],
    ['before dawn', invitation('2026-04-14 06:59'), { code: 'MeetingAtNight' }],
    [
      'with an organisation twice',
      { ...invitation('2026-04-14 10:00'), invitees: [...invitees, ...invitees] },
      { code: 'AgencyListedTwice' },
    ],
    [
      'with a provider in the board’s seat',
      {
        ...invitation('2026-04-14 10:00'),
        invitees: [
          {
            agency: AGENCY(6),
            agencyKind: 'nhsProvider',
            contacts: [CONTACT(AGENCY(6))],
            seat: 'integratedCareBoard',
          },
        ],
      },
      { code: 'SeatNotForAgency', kind: 'nhsProvider', seat: 'integratedCareBoard' },
    ],
    ['moving what is not arranged', moved('2026-04-14 10:00'), { code: 'NoMeetingArranged' }],
    [
      'cancelling what is not arranged',
      { kind: 'cancelMeeting', reason: REASON },
      { code: 'NoMeetingArranged' },
    ],
    [
      'a reply to nothing',
      { kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' },
      { code: 'NoMeetingArranged' },
    ],
    [
      'opening what is not arranged',
      { kind: 'openMeeting', at: london('2026-03-31 10:00') },
      { code: 'NoMeetingArranged' },
    ],
  ] as const)('%s', (_what, command, rejection) => {
    expect(asked().refused(command)).toMatchObject(rejection);
  });

  it.each([
    ['a second meeting beside it', invitation('2026-04-15 10:00'), 'MeetingAlreadyArranged'],
    [
      'a move to where it is',
      { kind: 'rearrangeMeeting', startsAt: london('2026-04-14 10:00'), reason: REASON },
      'MeetingChangesNothing',
    ],
    ['a move to a day off', moved('2026-04-11 10:00'), 'MeetingOnDayOff'],
    [
      'a reply of who is not invited',
      { kind: 'recordInvitationReply', agency: AGENCY(9), reply: 'declined' },
      'NotInvited',
    ],
    [
      'opening it on another day',
      { kind: 'openMeeting', at: london('2026-03-31 10:00') },
      'MeetingOnAnotherDay',
    ],
    ['opening it in the future', { kind: 'openMeeting', at: london('2026-04-14 10:00') }, 'MomentInFuture'],
  ] as const)('%s', (_what, command, code) => {
    expect(arranged().refusal(command)).toBe(code);
  });

  it('a move, a cancelling or another opening while it is under way', () => {
    const race = arranged().convened();
    expect(race.refusal(moved('2026-04-16 10:00'))).toBe('MeetingUnderWay');
    expect(race.refusal({ kind: 'cancelMeeting', reason: REASON })).toBe('MeetingUnderWay');
    expect(race.refusal({ kind: 'openMeeting', at: race.now })).toBe('MeetingUnderWay');
  });

  it('another meeting once it is decided', () => {
    const race = new Race().toDecision().closed();
    expect(race.refused(invitation('2026-04-16 10:00'))).toEqual({
      code: 'AlreadyDecided',
      on: '2026-04-14',
    });
  });

  it('a move out of the window by a person has its reason in the record', () => {
    const race = arranged().act(moved('2026-04-21 10:00', { invitees: undefined }));
    expect(race.of('MeetingRearranged')[0]?.body.reason).toBe(REASON);
    expect(Story.say(race.open.meetings[0]?.startsAt ?? race.now)).toBe('2026-04-21 10:00');
    expect(race.open.meetings[0]?.invitees.map(({ agency }) => agency)).toContain(COUNCIL);
  });
});

describe('R14: one meeting after the other', () => {
  const opening = (time: string) => ({ kind: 'openMeeting', at: london(`2026-04-14 ${time}`) }) as const;
  /** The first was from ten to eleven, and decided nothing; another is to begin at two that day. */
  const again = () => {
    const race = asked().meetingArranged('2026-04-14 10:00').convened();
    race.at('2026-04-14 11:00').closed().meetingArranged('2026-04-14 14:00');
    return race.at('2026-04-14 15:00');
  };

  it('is not opened before the last was closed', () => {
    expect(again().refused(opening('10:59'))).toEqual({
      code: 'MomentOutOfOrder',
      at: london('2026-04-14 10:59'),
      what: 'meetingBefore',
      recorded: london('2026-04-14 11:00'),
    });
    expect(again().act(opening('11:00')).open.meetings[1]?.stage).toBe('open');
  });
});
