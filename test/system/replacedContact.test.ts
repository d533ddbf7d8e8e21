// An agency replaces its contact in the register while a case runs: over the real records, the real register and a real mail server,
// with a case told on paper. What the case had for the old contact comes to the new one (R9), its diary entry too, and once.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { StoredMail } from '../../cli/mailbox/mailStore';
import type { ActorId } from '../../domain/rapidReview/commands';
import { CONTACT, london, REASON, REFERENCE, Story } from '../unit/rapidReview/story';
import { proclaimed } from '../unit/rapidReview/otherCalendars';
import { officialCalendar } from '../unit/calendars';
import { recordStory } from '../records/recordsUnderTest';
import { Office, type KnownAgency } from './mailAway/office';

const OLD = 'larkspur@agencies.example';
const NEW = 'new@agencies.example';

let office: Office;
let asked: KnownAgency;
let story: Story;
beforeAll(async () => {
  office = await Office.open(() => Promise.resolve(story.now));
  asked = await office.addAgency('Larkspur');
}, 120_000);
afterAll(() => office.close(), 60_000);

/** What comes to the agency of all that the case has called for, oldest first; the case hears of it. */
const mailsThen = async (): Promise<readonly StoredMail[]> => {
  const { records } = office.under;
  const before = new Set((await office.mailbox.mails()).map(({ id }) => id));
  await recordStory(records, REFERENCE, story);
  const { reports, waiting } = await office.activities.sendNotices({ reference: REFERENCE });
  expect(waiting).toBe(0);
  story.hear(...reports);
  await recordStory(records, REFERENCE, story);
  return (await office.mailbox.mails())
    .filter(
      ({ id, envelope }) => !before.has(id) && envelope.to.some((to) => to.endsWith('@agencies.example')),
    )
    .toReversed();
};
const linkIn = (mail: StoredMail | undefined): string | undefined =>
  /^https?:\/\/\S+\/answers\/\S+$/m.exec(mail?.text ?? '')?.[0];

it('R9: what was for the old contact comes to the new one, and works there', async () => {
  const { agency, contacts } = asked;
  story = new Story()
    .opened('2026-03-30 16:20', { agencies: [agency] })
    .at('2026-04-01 11:00')
    .act({ kind: 'sendScopingRequests', agencies: [{ agency, contacts }] })
    .act({
      kind: 'arrangeMeeting',
      startsAt: london('2026-04-13 10:00'),
      invitees: [{ agency, agencyKind: 'school', contacts }],
    });
  const first = await mailsThen();
  expect(first.map(({ envelope }) => envelope.to)).toEqual([[OLD], [OLD]]);

  const { records } = office.under;
  const changed = await records.agencies.change(agency, {
    contacts: [{ email: NEW }],
    by: 'P-0001' as ActorId,
    at: story.now,
    commandId: 'replace',
  });
  expect(changed).toMatchObject({ outcome: 'changed', agency: { contacts: [{ withdrawn: true }, {}] } });
  const calendar = proclaimed(officialCalendar, '2026-04-02');
  await records.snapshots.put(calendar.snapshot);
  story
    .adopt(calendar)
    .act({ kind: 'rearrangeMeeting', startsAt: london('2026-04-14 13:30'), reason: REASON });
  const then = await mailsThen();
  expect(then.map(({ subject, envelope }) => [subject.includes('meeting'), envelope.to])).toEqual([
    [false, [NEW]],
    [true, [NEW]],
  ]);
  expect(linkIn(then[0])).toBe(linkIn(first[0]));
  expect(then[1]?.attachments).toEqual(expect.arrayContaining([expect.stringContaining('meeting.ics')]));

  const notices = await records.notices.ofCase(REFERENCE);
  expect(notices.slice(-2)).toMatchObject(
    Array.from({ length: 2 }, () => ({ accepted: [CONTACT(agency, 2)], refused: [], outcome: 'accepted' })),
  );
  expect(story.of('NoticeFailed')).toEqual([]);
  expect(await mailsThen()).toEqual([]);
}, 60_000);
