// Who is invited to a meeting only when it has moved: to them nothing has.

import { expect, it } from '@jest/globals';
import { POLICE, Race, SCHOOL } from '../rapidReview/race';
import { CONTACT, london, REASON } from '../rapidReview/story';
import { Office } from './office';

it('says that the meeting has moved to who was invited before, and to nobody else', async () => {
  const race = new Race()
    .received()
    .asked()
    .meetingArranged('2026-04-13 10:00', {
      invitees: [{ agency: POLICE, agencyKind: 'police', contacts: [CONTACT(POLICE)] }],
    });
  const office = new Office(race).only('meetingInvitation');
  await office.call();
  race.act({
    kind: 'rearrangeMeeting',
    startsAt: london('2026-04-14 13:30'),
    reason: REASON,
    alsoInvite: [{ agency: SCHOOL, agencyKind: 'school', contacts: [CONTACT(SCHOOL)] }],
  });
  await office.catchUp().call();
  const to = (agency: string) => office.sent.findLast(({ key }) => key.endsWith(agency));
  expect(to(POLICE)?.subject).toContain('meeting moved to Tuesday 14 April 2026 at 13:30');
  expect(to(POLICE)?.text.replaceAll(/\s+/g, ' ')).toContain('It was to be on Monday 13 April 2026');
  expect(to(SCHOOL)?.subject).toContain('meeting on Tuesday 14 April 2026 at 13:30');
  expect(to(SCHOOL)?.text).not.toMatch(/moved|earlier|It was to be/);
});
