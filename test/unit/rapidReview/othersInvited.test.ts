// R14, R11: others are invited to a meeting that stays where it is. Whoever is asked nothing new keeps invitation and reply.

import { describe, expect, it } from '@jest/globals';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { AGENCY, CONTACT, london, REASON, REFERENCE, type Story } from './story';
import { BOARD, COUNCIL, excluded, invitation, POLICE, Race, SCHOOL } from './race';

const HOSPITAL = AGENCY(8);
const diary = { date: 'SG-0001' as DiaryDateId, version: 1 };
const hospital = { agency: HOSPITAL, agencyKind: 'nhsProvider', contacts: [CONTACT(HOSPITAL)] } as const;
const { invitees } = invitation('2026-04-14 10:00');

const arranged = (): Race =>
  new Race()
    .received()
    .asked()
    .meetingArranged('2026-04-14 10:00', { diary })
    .act({ kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' });

const again = (invited = invitees, startsAt = '2026-04-14 10:00') =>
  ({ kind: 'rearrangeMeeting', startsAt: london(startsAt), invitees: invited, reason: REASON }) as const;

const meetingOf = (race: Race) => race.open.meetings[0];
const lastMails = (race: Race) => race.mails('meetingInvitation').slice(invitees.length);
const body = ({ notices }: Story) =>
  notices.findLast(({ body: { kind } }) => kind === 'meetingInvitation')?.body;

describe('inviting one more agency', () => {
  it('tells that one, as a first invitation, and nobody that the meeting has moved', () => {
    const race = arranged().act(again([...invitees, hospital]));
    expect(lastMails(race)).toEqual([`meetingInvitation/1.1/${HOSPITAL}`]);
    expect(body(race)).toMatchObject({ agency: HOSPITAL, change: 1, unmoved: true });
    expect(race.of('MeetingRearranged')[0]?.body.stillInvited).toEqual([COUNCIL, POLICE, BOARD, SCHOOL]);
  });

  it('leaves replies and the date of the diary as they are', () => {
    const meeting = meetingOf(arranged().act(again([...invitees, hospital])));
    expect(meeting?.diary).toEqual(diary);
    expect(meeting?.invitees.map(({ agency, reply, change }) => [agency, reply, change])).toEqual([
      [COUNCIL, undefined, 0],
      [POLICE, 'accepted', 0],
      [BOARD, undefined, 0],
      [SCHOOL, undefined, 0],
      [HOSPITAL, undefined, 1],
    ]);
  });

  it('keeps the date of the diary also where the time is not said', () => {
    const race = arranged().act({ kind: 'rearrangeMeeting', alsoInvite: [hospital], reason: REASON });
    expect(meetingOf(race)?.diary).toEqual(diary);
  });

  it('once the meeting has moved asks everybody, whatever was answered', () => {
    const race = arranged()
      .act(again([...invitees, hospital]))
      .act(again(undefined, '2026-04-15 10:00'));
    expect(lastMails(race)).toHaveLength(1 + 4);
    expect(body(race)).not.toHaveProperty('unmoved');
    expect(race.mails('meetingCancelled')).toEqual([`meetingCancelled/1.2/${HOSPITAL}`]);
    expect(race.of('MeetingRearranged')[1]?.body.invitees[0]).not.toHaveProperty('change');
  });
});

describe('who is asked something else', () => {
  const [council, police, board, school] = invitees as readonly [
    (typeof invitees)[number],
    ...(typeof invitees)[number][],
  ];

  it.each([
    ['with other contacts', { ...police, contacts: [CONTACT(POLICE), `${POLICE}-C2`] }],
    ['for no seat', { ...police, seat: undefined }],
  ])('%s is told, and its reply to the other question is gone', (_how, changed) => {
    const given = [council, changed, board, school] as typeof invitees;
    const race = arranged().act(again(given));
    expect(lastMails(race)).toEqual([`meetingInvitation/1.1/${POLICE}`]);
    expect(meetingOf(race)?.invitees[1]).not.toHaveProperty('reply');
  });

  // One of two who were invited for the police, which has accepted, is kept off the case since (R13).
  it('who is left of an agency keeps invitation and reply', () => {
    const two = { ...police, contacts: [CONTACT(POLICE), CONTACT(POLICE, 2)] };
    const given = [council, two, board, school] as typeof invitees;
    const race = arranged().act(again(given));
    race.act({ kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' }).act(excluded(POLICE));
    const before = race.mails('meetingInvitation').length;
    race.act(again([...given, hospital]));
    expect(race.mails('meetingInvitation').slice(before)).toEqual([`meetingInvitation/1.2/${HOSPITAL}`]);
    expect(meetingOf(race)?.invitees[1]?.reply).toBe('accepted');
  });

  it('who is not to come any more is told, and nobody else', () => {
    const race = arranged().act(again(invitees.slice(0, 3)));
    expect(lastMails(race)).toEqual([]);
    expect(race.mails('meetingCancelled')).toEqual([`meetingCancelled/1.1/${SCHOOL}`]);
    expect(race.notices.at(-1)?.body).toMatchObject({ kind: 'meetingCancelled', uninvited: true });
  });

  it('who could not be reached is asked again, also where nobody else is named', () => {
    const key = `${REFERENCE}/meetingInvitation/1.0/${SCHOOL}`;
    const to = { role: 'agency', agency: SCHOOL, contacts: [CONTACT(SCHOOL)] } as const;
    const race = arranged();
    const { invitees: _all, ...nobody } = again();
    expect(race.refused(nobody)).toMatchObject({ code: 'MeetingChangesNothing' });
    race.hear({ key, to, outcome: 'refused', refused: [CONTACT(SCHOOL)] });
    expect(lastMails(race.act(nobody))).toEqual([`meetingInvitation/1.1/${SCHOOL}`]);
  });
});

describe('what was told of the day', () => {
  it('is not told again because others are invited', () => {
    const race = arranged().at('2026-04-13 12:00');
    const papers = () => race.briefings().filter((said) => said.includes('papersDue'));
    expect(papers()).toHaveLength(1);
    race.act(again([...invitees, hospital])).at('2026-04-14 09:30');
    expect(papers()).toHaveLength(1);
  });

  it('a rearrangement that changes nothing is refused', () => {
    expect(arranged().refused(again())).toMatchObject({ code: 'MeetingChangesNothing' });
  });
});
