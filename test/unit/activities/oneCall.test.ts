// One call: broken notices, two callers, its bounds, and what it tells Temporal and the log.

import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../../domain/rapidReview/notices';
import { CONTACT, REASON, REFERENCE, Story } from '../rapidReview/story';
import { A1, A2, A3, KEY, asked, mailbox } from './asked';
import { Office } from './office';

describe('one broken notice', () => {
  it('does not stop the others: its agency cannot be looked up', async () => {
    const office = asked([A1, A2]);
    office.registerFails = (agency) => {
      if (agency === A1) throw new Error('cannot decrypt the contact Wrenlow Ashdale');
    };
    expect((await office.call()).waiting).toBe(1);
    expect(office.sent.map(({ key }) => key)).toEqual([KEY(A2)]);
    expect(office.ledger.attempts.get(KEY(A1))).toBeUndefined();
  });

  it('does not stop the others: it cannot be put into words', async () => {
    const office = asked([A1]);
    const body = { kind: 'completionMissed', key: 'noSuchThing', due: '2026-04-22' };
    office.ledger.add({
      key: `${REFERENCE}/odd`,
      reference: REFERENCE,
      event: 1,
      to: { role: 'team' },
      body: body as never,
    });
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([KEY(A1)]);
    expect(office.ledger.row(`${REFERENCE}/odd`)).toMatchObject({
      outcome: 'open',
      unknownAttempts: 0,
      lastError: 'ERENDER',
    });
  });
});

describe('what happens to the case while a mail goes', () => {
  it('holds for the mails after it: who is excluded meanwhile, and whose request is void, gets none (R13)', async () => {
    const office = asked([A1, A2, A3]);
    office.onMail = (mail) => {
      if (mail.key !== KEY(A1)) return undefined;
      office.story
        .act({ kind: 'excludeContact', agency: A2, contact: CONTACT(A2), reason: REASON })
        .act({ kind: 'voidRequest', agency: A3, reason: REASON });
      return undefined;
    };
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([KEY(A1)]);
    expect(office.ledger.row(KEY(A3))).toMatchObject({ outcome: 'lapsed', lastError: 'EVOID' });
  });

  it('an alert goes before all that waits (R23)', async () => {
    const office = asked([A1, A2]);
    office.story.act({ kind: 'raiseSafetyConcern', concern: REASON });
    office.catchUp();
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([
      expect.stringContaining('safetyAlert'),
      KEY(A1),
      KEY(A2),
    ]);
  });
});

describe('two callers for one case', () => {
  it('send each mail once: the second tells how it stands', async () => {
    const office = asked();
    const reached = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    office.onMail = async () => {
      reached.resolve(undefined);
      await answer.promise;
      return undefined;
    };
    const first = office.call();
    await reached.promise;
    expect(await office.call()).toEqual({ reports: [], waiting: 1 });
    answer.resolve(undefined);
    expect((await first).waiting).toBe(0);
    expect(office.sent).toHaveLength(1);
  });

  it('send nothing that another has finished meanwhile', async () => {
    const office = asked([A1]);
    const { ledger } = office;
    ledger.before = (act, key) => {
      if (act !== 'begin' || key === undefined) return;
      ledger.before = () => undefined;
      void ledger.end(key, { at: office.now, accepted: [CONTACT(A1)], refused: [], outcome: 'accepted' });
    };
    await office.call();
    expect(office.sent).toEqual([]);
    expect(office.logged).toEqual([]);
  });
});

const briefing = (n: number): Notice => ({
  key: `${REFERENCE}/b/${n}`,
  reference: REFERENCE,
  event: 10 + n,
  to: { role: 'team' },
  body: { kind: 'teamBriefing', on: '2026-04-01' as never, items: [] },
});

describe('a call', () => {
  it('is bounded in mails, and takes the least tried first', async () => {
    const office = asked([A1]);
    for (let n = 0; n < 60; n += 1) office.ledger.add(briefing(n), { attempts: n < 20 ? 3 : 0 });
    const { waiting } = await office.call();
    expect(office.sent).toHaveLength(50);
    expect(waiting).toBe(11);
    expect(office.sent.slice(0, 2).map(({ key }) => key)).toEqual([KEY(A1), `${REFERENCE}/b/0`]);
    expect(office.sent.map(({ key }) => key)).toContain(`${REFERENCE}/b/59`);
  });

  it('begins with the alert also where more wait than go in one, and it is the most tried (R23)', async () => {
    const office = asked([A1]);
    office.story.act({ kind: 'raiseSafetyConcern', concern: REASON });
    const alert = office.story.notices.at(-1);
    if (alert?.body.kind !== 'safetyAlert') throw new Error('no alert');
    office.ledger.add(alert, { attempts: 3 });
    for (let n = 0; n < 60; n += 1) office.ledger.add(briefing(n));
    await office.call();
    expect(office.sent).toHaveLength(50);
    expect(office.sent[0]?.key).toBe(alert.key);
  });

  it('is bounded in time', async () => {
    const office = asked([A1, A2, A3]);
    office.onMail = () => {
      office.milliseconds += 70_000;
      return undefined;
    };
    expect((await office.call()).waiting).toBe(1);
  });

  it('asks nothing where nothing waits', async () => {
    const office = new Office(new Story().opened('2026-03-30 16:20'));
    expect(await office.call()).toEqual({ reports: [], waiting: 0 });
  });

  it('tells Temporal of a database that is away by type and code only', async () => {
    const office = asked();
    office.ledger.before = () => {
      throw Object.assign(new Error('select for Wrenlow Ashdale'), { code: '57P01' });
    };
    const failure = await office.call().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: 'sendNotices failed: Error 57P01',
      type: 'Error',
      nonRetryable: false,
    });
    expect(JSON.stringify(failure)).not.toContain('Wrenlow');
  });

  it('logs keys, codes and counts; never an address or a name', async () => {
    const office = asked([A1, A2], 2);
    office.answers.set(mailbox(CONTACT(A1, 1)), 'refused');
    office.withoutAddress.add(CONTACT(A2, 1));
    await office.call();
    const lines = JSON.stringify(office.logged);
    expect(lines).toContain('550 5.1.1');
    expect(lines).not.toMatch(/agency\.example|Wrenlow|partnership\.example/);
  });
});
