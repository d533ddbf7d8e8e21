// Who is invited to a meeting only when it has moved: to them nothing has.

import { expect, it } from '@jest/globals';
import { AGENCY, CONTACT, london, REASON, Story } from '../rapidReview/story';
import { Office } from './office';

it('says that the meeting has moved to who was invited before, and to nobody else', async () => {
  const [police, school] = [AGENCY(2), AGENCY(3)];
  const story = new Story()
    .opened('2026-03-30 16:20')
    .at('2026-04-01 11:00')
    .act({
      ...{ kind: 'arrangeMeeting', startsAt: london('2026-04-13 10:00') },
      invitees: [{ agency: police, agencyKind: 'police', contacts: [CONTACT(police)], seat: 'police' }],
    })
    .act({
      ...{ kind: 'rearrangeMeeting', startsAt: london('2026-04-14 13:30'), reason: REASON },
      alsoInvite: [{ agency: school, agencyKind: 'school', contacts: [CONTACT(school)] }],
    });
  const office = new Office(story).only('meetingInvitation');
  await office.call();
  const to = (agency: string) => office.sent.find(({ key }) => key.endsWith(agency));
  expect(to(police)?.subject).toContain('meeting moved to Tuesday 14 April 2026 at 13:30');
  expect(to(police)?.text.replaceAll(/\s+/g, ' ')).toContain('It was to be on Monday 13 April 2026');
  expect(to(school)?.subject).toContain('meeting on Tuesday 14 April 2026 at 13:30');
  expect(to(school)?.text).not.toMatch(/moved|earlier|It was to be/);
});
