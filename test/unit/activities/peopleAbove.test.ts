// Reminders that reach people above those who were asked first: beside them, as the fuller ladder says, or in their place
// (R11, R13). Each is told why it comes to them.

import { describe, expect, it } from '@jest/globals';
import { cscpWt2018FullLadder } from '../../../domain/policy/cscpWt2018FullLadder';
import { CONTACT, REASON, Story } from '../rapidReview/story';
import { A1 } from './asked';
import { Office } from './office';

const [LEAD, DEPUTY, SENIOR] = [CONTACT(A1, 1), CONTACT(A1, 2), CONTACT(A1, 3)];

/** Asked on Wednesday 1 April, so that the return is due on Friday 10 April. */
const askedWithPeopleAbove = (): Story => {
  const { id, version } = cscpWt2018FullLadder;
  const story = new Story().opened('2026-03-30 16:20', { profile: { id, version } }).at('2026-04-01 11:00');
  story.act({
    kind: 'sendScopingRequests',
    agencies: [
      {
        agency: A1,
        contacts: [LEAD],
        above: [
          { contact: DEPUTY, level: 'deputy' },
          { contact: SENIOR, level: 'senior' },
        ],
      },
    ],
  });
  return story.hear(story.report(A1, 'accepted'));
};

const lastReminder = async (
  story: Story,
): Promise<{ readonly to: readonly string[]; readonly text: string }> => {
  const { key = '' } = story.notices.filter(({ body }) => body.kind === 'agencyReminder').at(-1) ?? {};
  const office = new Office(story).only(key);
  await office.call();
  const mail = office.sent.find((sent) => sent.key === key);
  if (mail === undefined) throw new Error('no reminder went');
  return { to: mail.to.map(({ contact }) => contact), text: mail.text.replaceAll(/\s+/g, ' ') };
};

const BESIDE = 'This reminder goes to more people in your agency than our request did';
const INSTEAD = 'We are writing to you in place of those in your agency whom we asked first.';

describe('a reminder', () => {
  it('to those who were asked says nothing of others', async () => {
    const { to, text } = await lastReminder(askedWithPeopleAbove().at('2026-04-09 09:00'));
    expect(to).toEqual([LEAD]);
    expect(text).not.toContain(BESIDE);
    expect(text).not.toContain(INSTEAD);
  });

  it('after the miss reaches people above as well, and says why', async () => {
    const { to, text } = await lastReminder(askedWithPeopleAbove().at('2026-04-13 09:00'));
    expect(to).toEqual([LEAD, DEPUTY, SENIOR]);
    expect(text).toContain(BESIDE);
  });

  it('goes to the deputy where whoever was asked is excluded, and does not say why', async () => {
    const story = askedWithPeopleAbove()
      .act({ kind: 'excludeContact', agency: A1, contact: LEAD, reason: REASON })
      .at('2026-04-09 09:00');
    const { to, text } = await lastReminder(story);
    expect(to).toEqual([DEPUTY]);
    expect(text).toContain(INSTEAD);
    expect(text).not.toContain('exclude');
  });

  it('that a person sends is worded like any other, and has no hour', async () => {
    const story = askedWithPeopleAbove().at('2026-04-01 17:45').act({ kind: 'sendReminder', agency: A1 });
    const { to, text } = await lastReminder(story);
    expect(to).toEqual([LEAD]);
    expect(text).toContain(
      'Reminder 1 about Rapid Review RR-2026-0007. We asked you on Wednesday 1 April 2026.',
    );
  });

  it('after another date was agreed tells that date, and that it was agreed', async () => {
    const story = askedWithPeopleAbove()
      .at('2026-04-08 10:00')
      .act({ kind: 'agreeReturnDate', agency: A1, due: '2026-04-15' as never, reason: REASON })
      .act({
        kind: 'recordRecordsSecured',
        agency: A1,
        on: '2026-04-08' as never,
        secured: { paper: true, electronic: true, locked: true },
      })
      .at('2026-04-14 09:00');
    const { text } = await lastReminder(story);
    expect(text).toContain(
      'The scoping template: by the end of Wednesday 15 April 2026. That is the date agreed with you.',
    );
  });

  it('after a date agreed after the miss does not call that date past', async () => {
    const story = askedWithPeopleAbove()
      .at('2026-04-13 10:00')
      .act({ kind: 'agreeReturnDate', agency: A1, due: '2026-04-16' as never, reason: REASON })
      .at('2026-04-15 09:30')
      .act({ kind: 'sendReminder', agency: A1 });
    const { text } = await lastReminder(story);
    expect(text).toContain(
      'The scoping template: by the end of Thursday 16 April 2026. That is the date agreed',
    );
    expect(text).not.toContain('The scoping template: this was due');
  });
});
