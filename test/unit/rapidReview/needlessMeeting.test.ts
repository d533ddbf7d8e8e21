// A meeting at which nothing is to be decided any more (R14, R19): it is cancelled, and neither moved nor are others asked to it.

import { expect, it } from '@jest/globals';
import { Race, invitation } from './race';
import { REASON, london } from './story';

const rearranged = {
  kind: 'rearrangeMeeting',
  startsAt: london('2026-04-29 10:00'),
  reason: REASON,
} as const;
const needless = (rules = {}) => {
  const race = new Race().toPanel(rules).at('2026-04-20 12:00').replied('disagrees');
  race.act(invitation('2026-04-28 10:00'));
  return race.act({ kind: 'correctPanelReply', number: 1, reason: REASON });
};

it.each([
  [23, { code: 'AlreadyDecided', on: '2026-04-14', stillArranged: true }],
  // In a case of before everybody was invited anew.
  [22, undefined],
])('R14: is cancelled, and not moved (rules version %d)', (rulesVersion, refused) => {
  const race = needless({ rulesVersion });
  if (refused === undefined) race.act(rearranged);
  else expect(race.refused(rearranged)).toEqual(refused);
  expect(race.act({ kind: 'cancelMeeting', reason: REASON }).mails('meetingCancelled')).not.toHaveLength(0);
});

it('R14: while something is to be decided it is moved', () => {
  const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
  race.act(invitation('2026-04-28 10:00')).act(rearranged);
  expect(race.open.meetings.at(-1)?.startsAt).toBe(rearranged.startsAt);
});
