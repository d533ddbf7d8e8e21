// What may go twice, what not, and what a mail server in trouble is asked.

import { describe, expect, it } from '@jest/globals';
import { CONTACT } from '../rapidReview/story';
import { A1, A2, A3, KEY, asked, away, lost, mailbox } from './asked';

describe('an attempt of which nobody knows how it ended', () => {
  it('is repeated, and the mail says so', async () => {
    const office = asked();
    office.ledger.before = (act) => {
      if (act === 'end') throw new Error('the process was killed here');
    };
    await office.call();
    office.ledger.before = () => undefined;
    const { waiting } = await office.call();
    expect(waiting).toBe(0);
    expect(office.sent.map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(office.sent[0]?.text).not.toContain('You may have received this already.');
    expect(office.sent[1]?.text).toMatch(/^You may have received this already\./);
  });

  it('is none where the database was only away for a moment: what the server said is noted then', async () => {
    const office = asked();
    let away = 5;
    office.ledger.before = (act) => {
      if (act === 'end' && (away -= 1) >= 0) throw new Error('the database fails over');
    };
    expect((await office.call()).waiting).toBe(0);
    expect(office.sent).toHaveLength(1);
    expect(office.ledger.row(KEY(A1))).toMatchObject({ outcome: 'accepted', unknownAttempts: 0 });
  });

  it('is left unknown when the connection broke', async () => {
    const office = asked();
    office.onMail = lost;
    expect(await office.call()).toEqual({ reports: [], waiting: 1 });
    expect(office.ledger.ended).toEqual([]);
    office.onMail = () => undefined;
    await office.call();
    expect(office.sent.map(({ repeated }) => repeated)).toEqual([false, true]);
  });

  it('is not taken for one where the server was away, or answered', async () => {
    const office = asked();
    office.onMail = away;
    await office.call();
    office.onMail = () => undefined;
    office.answers.set(mailbox(CONTACT(A1)), 'postponed');
    await office.call();
    office.answers.clear();
    await office.call();
    expect(office.sent.map(({ repeated }) => repeated)).toEqual([false, false, false]);
  });

  it('is not repeated for ever: people are told instead', async () => {
    const office = asked();
    office.onMail = lost;
    for (let call = 0; call < 8; call += 1) await office.call();
    expect(office.sent).toHaveLength(5);
    expect(office.ledger.row(KEY(A1))).toMatchObject({ outcome: 'lapsed', lastError: 'EREPEATED' });
  });
});

describe('a server in trouble', () => {
  it('is tried with one mail a call, not with all', async () => {
    const office = asked([A1, A2, A3]);
    office.onMail = away;
    expect((await office.call()).waiting).toBe(3);
    expect(office.sent).toHaveLength(1);
  });

  it('does not let one mail whose connection breaks hold up the others', async () => {
    const office = asked([A1, A2, A3]);
    office.onMail = (mail) => (mail.key === KEY(A1) ? lost(mail) : undefined);
    await office.call();
    expect(office.sent).toHaveLength(1);
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([KEY(A1), KEY(A2), KEY(A3), KEY(A1)]);
    expect(office.ledger.row(KEY(A3)).outcome).toBe('accepted');
  });
});
