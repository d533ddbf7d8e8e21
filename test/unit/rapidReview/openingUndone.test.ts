// What was recorded at a meeting by mistake is taken back as a whole, while nothing was decided in it: the meeting is arranged as it
// was, and what happened is recorded anew (R8, R14).

import { expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { quorumAt } from '../../../domain/rapidReview/meeting/quorum';
import { profileOf } from '../../../domain/policy/profiles';
import { arrival, invitation, Race, row } from './race';
import { london, REASON } from './story';
import { told } from './tellings';

const DAY = '2026-04-14';
const undo: CommandBody = { kind: 'undoOpening', reason: REASON };
const open = (time: string): CommandBody => ({ kind: 'openMeeting', at: london(`${DAY} ${time}`) });
const close = (time: string): CommandBody => ({
  kind: 'closeMeeting',
  at: london(`${DAY} ${time}`),
  minutes: row('minutes'),
});
const named = (): CommandBody => {
  const { seat: _none, ...guest } = arrival('police', `${DAY} 10:10`);
  return { ...guest, who: { named: row('name') } };
};
const arranged = () => new Race().received().asked().meetingArranged().returned();
/** Opened an hour too early, with somebody who is in no register. */
const mistyped = () => arranged().at(`${DAY} 12:00`).act(open('09:00')).act(named());
const meeting = (race: Race) => race.open.meetings.at(-1);

it('leaves nothing of it: it is arranged, with its invitations, and opened at the right hour', () => {
  const race = mistyped();
  const { invitees } = meeting(race) ?? {};
  race.act(undo);
  expect(race.last).toMatchObject({ kind: 'MeetingOpeningUndone', body: { meeting: 1, reason: REASON } });
  expect(meeting(race)).toMatchObject({ stage: 'arranged', presences: [], invitees });
  expect(meeting(race)).not.toHaveProperty('openedAt');
  race.act(open('10:00'));
  expect(meeting(race)).toMatchObject({ stage: 'open', openedAt: london(`${DAY} 10:00`) });
});

it('gives nobody the number of somebody else, and who is known stays known', () => {
  const race = mistyped().act(undo).act(open('10:00')).act(named());
  expect(meeting(race)?.presences.map(({ attendee }) => attendee)).toEqual(['A-2']);
  race.act({ ...named(), who: { attendee: 'A-1' } } as CommandBody);
  expect(meeting(race)?.presences.map(({ attendee }) => attendee)).toEqual(['A-2', 'A-1']);
});

it('fills no seat any more; recorded anew, the meeting is quorate and decides', () => {
  const race = mistyped().arrived('localAuthority', 'police', 'integratedCareBoard').act(undo);
  const { seats } = profileOf(race.open.profile);
  const quorate = () => quorumAt(meeting(race) ?? { presences: [] }, seats, london(`${DAY} 11:00`)).quorate;
  expect(quorate()).toBe(false);
  race.act(open('10:00')).arrived('localAuthority', 'police', 'integratedCareBoard').at(`${DAY} 13:00`);
  expect(race.decided().open.decisions).toHaveLength(1);
});

it('of one that was closed without a decision, as long as no other is arranged', () => {
  const race = mistyped().act(close('11:00'));
  expect(meeting(race)?.stage).toBe('held');
  race.act(undo);
  expect(meeting(race)).toMatchObject({ number: 1, stage: 'arranged' });
  expect(meeting(race)).not.toHaveProperty('closedAt');
  const another = mistyped().act(close('11:00')).act(invitation('2026-04-16 10:00'));
  expect(another.refusal(undo)).toBe('NothingRecordedOfMeeting');
  another.act({ kind: 'cancelMeeting', reason: REASON }).act(undo);
  expect(another.open.meetings.map(({ stage }) => stage)).toEqual(['arranged', 'cancelled']);
});

it('is refused where nothing was recorded, and where it was decided', () => {
  expect(new Race().received().refusal(undo)).toBe('NothingRecordedOfMeeting');
  expect(arranged().refusal(undo)).toBe('NothingRecordedOfMeeting');
  const decided = new Race().toDecision();
  expect(decided.refused(undo)).toEqual({ code: 'MeetingDecided', on: DAY });
});

it('takes what was evidenced at it with it, and leaves what was evidenced before', () => {
  const evidence = (duty: 'facts' | 'improvements'): CommandBody => ({
    kind: 'evidenceDuty',
    duty,
    evidence: row('minutes'),
  });
  const before = mistyped().act(evidence('facts')).act(close('11:00')).act(invitation('2026-04-15 10:00'));
  before.at('2026-04-15 12:00').act({ kind: 'openMeeting', at: london('2026-04-15 10:00') });
  before.act(evidence('improvements')).act(undo);
  expect(before.open.duties).toEqual(['facts']);
});

it('of one that nobody closed: the team hears so anew where nobody closes it anew', () => {
  const race = mistyped().at('2026-04-15 12:00');
  expect(told(race, 'meetingNotClosed')).toEqual(['2026-04-15 09:00']);
  race.act(undo).act(open('10:00')).at('2026-04-17 12:00');
  expect(told(race, 'meetingNotClosed')).toEqual(['2026-04-15 09:00', '2026-04-16 09:00']);
});

it('nobody hears that a meeting whose day is over is cancelled', () => {
  const cancel: CommandBody = { kind: 'cancelMeeting', reason: REASON };
  expect(mistyped().act(undo).act(cancel).mails('meetingCancelled')).not.toEqual([]);
  expect(mistyped().act(undo).at('2026-04-15 12:00').act(cancel).mails('meetingCancelled')).toEqual([]);
});

it('of one that nobody held after all: the team hears at nine that it was not held', () => {
  const race = mistyped().act(undo).at('2026-04-16 12:00');
  expect(told(race, 'meetingNotFixed')).toEqual(['2026-04-15 09:00']);
});
