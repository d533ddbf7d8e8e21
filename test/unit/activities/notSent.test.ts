// What is not sent any more: past its hour, or void.

import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../../domain/rapidReview/notices';
import { CONTACT, london, REASON, REFERENCE, Story } from '../rapidReview/story';
import { A1, A2, KEY, asked, away } from './asked';
import { Office } from './office';

describe('a notice past its hour', () => {
  /** The reminder of Wednesday 8 April at 09:00 waits; it may go until 16:30. */
  const reminded = (): { readonly office: Office; readonly reminder: Notice } => {
    const story = new Story()
      .opened('2026-03-30 16:20')
      .at('2026-04-01 11:00')
      .sent(A1)
      .at('2026-04-08 09:00');
    const reminder = story.notices.filter(({ key }) => key.includes('agencyReminder')).at(-1);
    if (reminder === undefined) throw new Error('no reminder');
    return { reminder, office: new Office(story).only(reminder.key) };
  };

  it('still goes in the last minute', async () => {
    const { office, reminder } = reminded();
    office.now = london('2026-04-08 16:30');
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([reminder.key]);
    expect(office.sent[0]?.subject).toMatch(/^RR-2026-0007: reminder \d: 2 things to do, 1 of them late$/);
  });

  it('lapses unsent, also while the mail server is away', async () => {
    const { office, reminder } = reminded();
    office.onMail = away;
    office.now = london('2026-04-08 16:31');
    const { reports, waiting } = await office.call();
    expect(office.sent).toEqual([]);
    expect(waiting).toBe(0);
    expect(reports).toMatchObject([{ key: reminder.key, outcome: 'lapsed' }]);
  });

  it('lapses though its hour passed only while others went', async () => {
    const { office, reminder } = reminded();
    office.ledger.add({ ...reminder, key: `${REFERENCE}/first`, event: 1, to: { role: 'team' } });
    office.now = london('2026-04-08 16:30');
    office.onMail = () => {
      office.now = london('2026-04-08 16:31');
      return undefined;
    };
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([`${REFERENCE}/first`]);
    expect(office.ledger.row(reminder.key).outcome).toBe('lapsed');
  });

  it('stays accepted where somebody has it', async () => {
    const { office, reminder } = reminded();
    office.ledger.add(reminder, { accepted: [CONTACT(A1)] });
    office.now = london('2026-04-09 09:00');
    await office.call();
    expect(office.ledger.row(reminder.key).outcome).toBe('accepted');
  });
});

describe('a request that is void before its mail went', () => {
  it('is not sent to an agency that should not have been asked', async () => {
    const office = asked([A1, A2]);
    office.story
      .hear(office.story.report(A1, 'accepted'))
      .act({ kind: 'voidRequest', agency: A1, reason: REASON });
    office.catchUp();
    const { waiting } = await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([KEY(A2)]);
    expect(office.ledger.row(KEY(A1))).toMatchObject({ outcome: 'lapsed', lastError: 'EVOID' });
    expect(waiting).toBe(0);
  });
});
