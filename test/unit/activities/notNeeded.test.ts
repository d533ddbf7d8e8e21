// What is not sent because nobody needs it any more; and that this is no failed mail of which the team would hear.

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { NoticeBody, Recipient } from '../../../domain/rapidReview/notices';
import { WITHDRAWAL } from '../rapidReview/race';
import { AGENCY, CONTACT, london, REASON, REFERENCE, Story } from '../rapidReview/story';
import { A1, asked, away, KEY } from './asked';
import { expectNotNeeded } from './expectNotNeeded';
import { Office } from './office';

/** The reminder of Wednesday 8 April at 09:00 waits, with the agency's return still due and its records missed. */
const reminded = (): { readonly office: Office; readonly key: string } => {
  const story = new Story().opened('2026-03-30 16:20').at('2026-04-01 11:00').sent(A1).at('2026-04-08 09:00');
  const key = story.notices.filter((notice) => notice.key.includes('agencyReminder')).at(-1)?.key ?? '';
  return { key, office: new Office(story).only(key) };
};
const RETURNED: CommandBody = {
  kind: 'recordReturn',
  agency: A1,
  answer: 'full',
  how: 'telephone',
  on: '2026-04-08' as never,
};
const SECURED: CommandBody = {
  kind: 'recordRecordsSecured',
  agency: A1,
  on: '2026-04-08' as never,
  secured: { paper: true, electronic: true, locked: true },
};

describe('a reminder (R11)', () => {
  it('is not sent once everything is answered', async () => {
    const { office, key } = reminded();
    office.story.act(RETURNED).act(SECURED);
    await expectNotNeeded(office.catchUp().only(key), key, 'EANSWERED');
  });

  it('goes while one thing is still owed, and asks for that one', async () => {
    const { office, key } = reminded();
    office.story.act(RETURNED);
    await office.catchUp().call();
    const mail = office.sent.find((sent) => sent.key === key);
    expect(mail?.text).toContain('Word that your records are secured');
    expect(mail?.text).not.toContain('- The scoping template');
  });

  it('goes after the return was sent back, and says so', async () => {
    const { office, key } = reminded();
    office.story.act(RETURNED).act({ kind: 'sendBackReturn', agency: A1, number: 1, missing: REASON });
    await office.catchUp().call();
    expect(office.sent.find((sent) => sent.key === key)?.text).toContain('Something is missing from it');
  });

  it('is not sent once the case has ended', async () => {
    const { office, key } = reminded();
    office.story.act(WITHDRAWAL);
    await expectNotNeeded(office.catchUp().only(key), key, 'EENDED');
  });
});

describe('word of an answer (R8)', () => {
  const never: CommandBody = { kind: 'correctReturn', agency: A1, number: 1, reason: REASON };
  const keyOf = ({ story }: Office, part: string): string =>
    story.notices.find((notice) => notice.key.includes(`/${part}/`))?.key ?? '';

  it('that something is missing in it is not sent once it turns out that the agency never gave it', async () => {
    const { office } = reminded();
    office.story.act(RETURNED).act({ kind: 'sendBackReturn', agency: A1, number: 1, missing: REASON });
    office.story.act(never);
    const key = keyOf(office, 'returnSentBack');
    await expectNotNeeded(office.catchUp().only(key), key, 'EOVERTAKEN');
  });

  it('that it came is not sent once it turns out to be none', async () => {
    const { office } = reminded();
    office.story.act({ ...RETURNED, how: 'link' }).act(never);
    const key = keyOf(office, 'answerReceived');
    await expectNotNeeded(office.catchUp().only(key), key, 'EOVERTAKEN');
  });

  it('that it was recorded by mistake is not sent once the agency has answered, though it owes its records', async () => {
    const { office } = reminded();
    office.story.act(RETURNED).act(never).act(RETURNED);
    const key = keyOf(office, 'answerByMistake');
    await expectNotNeeded(office.catchUp().only(key), key, 'EANSWERED');
  });
});

describe('a case that has ended (R20)', () => {
  it('sends no scoping request any more', async () => {
    const office = asked();
    office.story.act(WITHDRAWAL);
    await expectNotNeeded(office.catchUp().only('scopingRequest'), KEY(A1), 'EENDED');
  });

  it('has the team hear of what it did not send, once the withdrawal is undone (R21)', async () => {
    const office = asked();
    office.referrers.set(REFERENCE, { email: 'rowan@council.example' });
    office.story.act(WITHDRAWAL);
    await expectNotNeeded(office.catchUp().only('scopingRequest'), KEY(A1), 'EENDED');
    office.story.act({ kind: 'undoWithdrawal', reason: REASON });
    const { reports } = await office.catchUp().call();
    expect(reports).toContainEqual(expect.objectContaining({ key: KEY(A1), outcome: 'lapsed' }));
    office.story.hear(...reports);
    expect(office.story.events.at(-1)).toMatchObject({ kind: 'NoticeFailed', body: { notice: KEY(A1) } });
  });

  it.each(['returnSentBack', 'answerByMistake', 'resumed'])(
    'asks agencies for nothing any more: %s',
    async (part) => {
      const { office } = reminded();
      const { story } = office;
      story.act(RETURNED).act({ kind: 'sendBackReturn', agency: A1, number: 1, missing: REASON });
      story.act({ kind: 'correctReturn', agency: A1, number: 1, reason: REASON });
      story.act(WITHDRAWAL).act({ kind: 'undoWithdrawal', reason: REASON }).act(WITHDRAWAL);
      const key = story.notices.find((notice) => notice.key.includes(`/${part}/`))?.key ?? '';
      await expectNotNeeded(office.catchUp().only(key), key, 'EENDED');
    },
  );

  it('still tells agencies and whoever referred that it has', async () => {
    const office = asked();
    await office.call();
    office.story.hear(office.story.report(A1, 'accepted')).act(WITHDRAWAL);
    office.referrers.set(REFERENCE, { email: 'rowan@council.example' });
    await office.catchUp().call();
    const to = office.sent.slice(1).map((mail) => mail.to.map(({ contact }) => contact));
    expect(to).toEqual([[CONTACT(A1)], ['referrer']]);
    expect(office.sent.at(-1)?.subject).toBe('RR-2026-0007: the Rapid Review has ended');
  });

  it('R21: tells whoever referred that it goes on, once the withdrawal is undone', async () => {
    const office = asked();
    office.referrers.set(REFERENCE, { email: 'rowan@council.example' });
    office.story.act(WITHDRAWAL);
    await office.catchUp().call();
    office.story.act({ kind: 'undoWithdrawal', reason: REASON });
    await office.catchUp().call();
    const toReferrer = office.sent.filter(({ to }) => to.some(({ contact }) => contact === 'referrer'));
    expect(toReferrer.at(-1)).toMatchObject({
      subject: 'RR-2026-0007: the Rapid Review goes on',
      to: [{ contact: 'referrer', address: 'rowan@council.example' }],
    });
  });

  it('still tells the outcome', async () => {
    const story = new Story().opened('2026-03-30 16:20').act(WITHDRAWAL);
    const office = new Office(story).only('nothing');
    const body: NoticeBody = { kind: 'outcomeToAgency', agency: A1, outcome: 'practiceReview', again: false };
    const to: Recipient = { role: 'agency', agency: A1, contacts: [CONTACT(A1)] };
    office.ledger.add({ key: `${REFERENCE}/outcome`, reference: REFERENCE, event: 1, to, body });
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([`${REFERENCE}/outcome`]);
  });

  it('tells where it goes on, when it was merged', async () => {
    const office = asked();
    await office.call();
    office.story
      .hear(office.story.report(A1, 'accepted'))
      .act({ kind: 'endAsMerged', into: 'RR-2026-0008' as never, reason: REASON });
    await office.catchUp().call();
    expect(office.sent.at(-1)?.text).toContain('RR-2026-0008, which goes on');
  });

  it('and was taken up again is not said to have ended', async () => {
    const office = asked();
    await office.call();
    office.story.hear(office.story.report(A1, 'accepted')).act(WITHDRAWAL);
    const ended = office.story.notices.filter(({ body }) => body.kind === 'endedToAgency').at(-1)?.key ?? '';
    office.story.act({ kind: 'undoWithdrawal', reason: REASON });
    await expectNotNeeded(office.catchUp(), ended, 'EOVERTAKEN');
    expect(office.sent.at(-1)?.subject).toBe(
      'RR-2026-0007: the Rapid Review goes on, with its original dates',
    );
    expect(office.sent.at(-1)?.text).toContain('The scoping template: by the end of Friday 10 April 2026');
  });
});

describe('an invitation', () => {
  const police = AGENCY(2);
  const invited = (): Office => {
    const story = new Story()
      .opened('2026-03-30 16:20')
      .at('2026-04-01 11:00')
      .act({
        kind: 'arrangeMeeting',
        startsAt: london('2026-04-13 10:00'),
        invitees: [{ agency: police, agencyKind: 'police', contacts: [CONTACT(police)], seat: 'police' }],
      });
    return new Office(story).only('meetingInvitation');
  };
  const FIRST = `${REFERENCE}/meetingInvitation/1.0/${police}`;

  it('tells the time in London, the papers day and the seat', async () => {
    const office = invited();
    await office.call();
    const [mail] = office.sent;
    expect(mail?.subject).toBe('RR-2026-0007: Rapid Review meeting on Monday 13 April 2026 at 10:00');
    expect(mail?.text).toContain('To: Agency AG-0002');
    expect(mail?.text).toContain('You will get the papers on Friday 10 April 2026.');
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain('You are asked to fill the seat of the police.');
  });

  it('is not sent once the meeting has moved: the newer one goes', async () => {
    const office = invited();
    office.story.act({ kind: 'rearrangeMeeting', startsAt: london('2026-04-14 13:30'), reason: REASON });
    await expectNotNeeded(office.catchUp(), FIRST, 'EOVERTAKEN');
    expect(office.sent.map(({ subject }) => subject)).toEqual([
      'RR-2026-0007: Rapid Review meeting on Tuesday 14 April 2026 at 13:30',
    ]);
  });

  it('is not sent once the meeting is cancelled', async () => {
    const office = invited();
    office.story.act({ kind: 'cancelMeeting', reason: REASON });
    await expectNotNeeded(office.catchUp(), FIRST, 'EOVERTAKEN');
  });

  it('is not taken back once the agency is invited again', async () => {
    const office = invited();
    const rearranged = (rest: object): CommandBody => ({ kind: 'rearrangeMeeting', reason: REASON, ...rest });
    const school = { agency: AGENCY(3), agencyKind: 'school', contacts: [CONTACT(AGENCY(3))] };
    const invitation = { agency: police, agencyKind: 'police', contacts: [CONTACT(police)] };
    const takenBack = `${REFERENCE}/meetingCancelled/1.1/${police}`;
    office.story.act(rearranged({ invitees: [school] }));
    expect(office.story.notices.map(({ key }) => key)).toContain(takenBack);
    office.story.act(rearranged({ invitees: [school, invitation] }));
    await expectNotNeeded(office.catchUp(), takenBack, 'EOVERTAKEN');
    expect(office.sent.map(({ key }) => key)).toEqual([
      `${REFERENCE}/meetingInvitation/1.1/${AGENCY(3)}`,
      `${REFERENCE}/meetingInvitation/1.2/${police}`,
    ]);
  });

  it('is taken back where the meeting goes on without that agency', async () => {
    const office = invited();
    const school = { agency: AGENCY(3), agencyKind: 'school', contacts: [CONTACT(AGENCY(3))] } as const;
    await office.call();
    office.story.act({ kind: 'rearrangeMeeting', reason: REASON, invitees: [school] });
    await office.catchUp().call();
    expect(office.sent.map(({ subject }) => subject)).toContain(
      'RR-2026-0007: Rapid Review meeting on Monday 13 April 2026 at 10:00 without you',
    );
  });

  it('that could not go before its meeting began is told as failed', async () => {
    const office = invited();
    office.onMail = away;
    office.now = london('2026-04-13 10:00');
    const { reports } = await office.call();
    expect(office.sent).toEqual([]);
    expect(office.ledger.row(FIRST)).toMatchObject({ outcome: 'lapsed', lastError: 'ELATE' });
    expect(reports).toMatchObject([{ key: FIRST, outcome: 'lapsed' }]);
  });
});

describe('a safety alert (R23)', () => {
  const raised = (): Office =>
    new Office(
      new Story()
        .opened('2026-03-30 16:20')
        .at('2026-04-01 22:00')
        .act({ kind: 'raiseSafetyConcern', concern: REASON }),
    ).only('safetyAlert');
  const alert = (n: number): string => `${REFERENCE}/safetyAlert/1/${n}`;

  it('goes at any hour', async () => {
    const office = raised();
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([alert(1)]);
  });

  it('is not sent once somebody has acknowledged the concern', async () => {
    const office = raised();
    office.story.act({ kind: 'acknowledgeSafetyConcern', number: 1 });
    await expectNotNeeded(office.catchUp(), alert(1), 'EACKNOWLEDGED');
  });

  it('of another concern goes all the same', async () => {
    const office = raised();
    office.story
      .act({ kind: 'raiseSafetyConcern', concern: REASON })
      .act({ kind: 'acknowledgeSafetyConcern', number: 1 });
    await office.catchUp().call();
    expect(office.sent.map(({ key }) => key)).toEqual([`${REFERENCE}/safetyAlert/2/1`]);
  });

  it('that could not go until the next is due is told as failed, and the next goes', async () => {
    const office = raised();
    office.story.at('2026-04-01 22:31');
    const { reports } = await office.catchUp().call();
    expect(office.sent.map(({ key }) => key)).toEqual([alert(2)]);
    expect(reports).toMatchObject([{ key: alert(1), outcome: 'lapsed' }]);
  });
});
