// Whom an agency has replaced in its register while a case runs: what was for them goes to those in their place, so that the agency
// hears (R9, R11), and never to whoever is excluded (R13).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { NoticeKind } from '../../../domain/rapidReview/notices';
import type { AgencyContact } from '../../../records/records';
import { officialCalendar } from '../calendars';
import { proclaimed } from '../rapidReview/otherCalendars';
import { WITHDRAWAL } from '../rapidReview/race';
import { CONTACT, london, REASON, Story } from '../rapidReview/story';
import { A1, A2, asked, away, lost, KEY, mailbox } from './asked';
import { Office } from './office';

const [C1, C2, C3, C4] = [CONTACT(A1, 1), CONTACT(A1, 2), CONTACT(A1, 3), CONTACT(A1, 4)];
const IN_PLACE =
  'We are writing to you in place of somebody in your agency who is not our contact there any more. If this email speaks of an earlier one, or of an entry in your diary, they may have it and you may not.';

const RETURNED: CommandBody = {
  kind: 'recordReturn',
  agency: A1,
  answer: 'full',
  how: 'telephone',
  on: '2026-04-01' as never,
};
const EXCLUDE = (contact: typeof C1): CommandBody => ({
  kind: 'excludeContact',
  agency: A1,
  contact,
  reason: REASON,
});

/** Asked on Wednesday 1 April through the first contact, or the first two; that mail has gone. */
const askedThrough = (contacts = 1): Story =>
  new Story()
    .opened('2026-03-30 16:20', { agencies: [A1, A2] })
    .at('2026-04-01 11:00')
    .send([A1], contacts)
    .hear(new Story().report(A1, 'accepted', { acceptedAt: london('2026-04-01 11:00') }));
const invited = (): Story =>
  askedThrough().act({
    kind: 'arrangeMeeting',
    startsAt: london('2026-04-13 10:00'),
    invitees: [{ agency: A1, agencyKind: 'school', contacts: [C1] }],
  });
const datesMove = (story: Story): Story => story.adopt(proclaimed(officialCalendar, '2026-04-02'));

const listed = (...contacts: readonly (typeof C1)[]): readonly AgencyContact[] =>
  contacts.map((id) => ({ id, level: 'lead', withdrawn: false }));
const gone = (...contacts: readonly (typeof C1)[]): readonly AgencyContact[] =>
  listed(...contacts).map((contact) => ({ ...contact, withdrawn: true }));

/** The last notice of the kind waits, and the register is as given. */
const waits = (story: Story, kind: NoticeKind, ...contacts: readonly AgencyContact[]) => {
  const key = story.notices.findLast(({ body }) => body.kind === kind)?.key ?? kind;
  const office = new Office(story).only(key);
  office.contactsOf.set(A1, contacts);
  return {
    office,
    key,
    got: () => office.sent.map(({ to }) => to.map(({ contact }) => contact)),
    text: () => office.sent.at(-1)?.text.replaceAll(/\s+/g, ' '),
  };
};
const datesMoved = (...contacts: readonly AgencyContact[]) =>
  waits(datesMove(askedThrough()), 'datesMoved', ...contacts);

/** Nobody gets it, whoever was named is refused, and the team hears. */
const expectRefused = async (
  { office, key }: ReturnType<typeof waits>,
  refused: readonly (typeof C1)[],
): Promise<void> => {
  const { reports } = await office.call();
  expect(office.sent).toEqual([]);
  expect(office.ledger.row(key)).toMatchObject({ outcome: 'refused', refused, lastError: 'EADDRESS' });
  office.story.hear(...reports);
  expect(office.story.of('NoticeFailed').map(({ body }) => body)).toMatchObject([
    { notice: key, agency: A1, outcome: 'refused' },
  ]);
};

describe('once the contact that was asked is replaced', () => {
  const CASES: readonly (readonly [NoticeKind, () => Story])[] = [
    ['datesMoved', () => datesMove(askedThrough())],
    ['agencyReminder', () => askedThrough().at('2026-04-08 09:00')],
    [
      'returnSentBack',
      () =>
        askedThrough().act(RETURNED).act({ kind: 'sendBackReturn', agency: A1, number: 1, missing: REASON }),
    ],
    ['meetingInvitation', invited],
    [
      'meetingInvitation',
      () => invited().act({ kind: 'rearrangeMeeting', startsAt: london('2026-04-14 13:30'), reason: REASON }),
    ],
    ['meetingCancelled', () => invited().act({ kind: 'cancelMeeting', reason: REASON })],
    ['endedToAgency', () => askedThrough().act(WITHDRAWAL)],
    ['resumedToAgency', () => askedThrough().act(WITHDRAWAL).act({ kind: 'undoWithdrawal', reason: REASON })],
  ];

  it.each(CASES)('R9, R11: %s goes to whoever is in their place, and says so', async (kind, story) => {
    const { office, key, got, text } = waits(story(), kind, ...gone(C1), ...listed(C2));
    const { reports } = await office.call();
    expect(office.sent.map((mail) => mail.key)).toEqual([key]);
    expect(got()).toEqual([[C2]]);
    expect(text()).toContain(IN_PLACE);
    expect(office.ledger.row(key)).toMatchObject({ outcome: 'accepted', accepted: [C2], refused: [] });
    office.story.hear(...reports);
    expect(office.story.of('NoticeFailed')).toEqual([]);
  });

  it('the new contact answers by the same link as the old one', async () => {
    const story = (): Story => datesMove(askedThrough());
    const linkTo = async (...contacts: readonly AgencyContact[]): Promise<unknown> => {
      const { office } = waits(story(), 'datesMoved', ...contacts);
      await office.call();
      return /^https:\S+\/answers\/\S+$/m.exec(office.sent[0]?.text ?? '')?.[0];
    };
    expect(await linkTo(...listed(C1))).toMatch(/\/answers\//);
    expect(await linkTo(...gone(C1), ...listed(C2))).toBe(await linkTo(...listed(C1)));
  });

  it('the agency counts as told of its dates: it is not told them again', async () => {
    const { office } = datesMoved(...gone(C1), ...listed(C2));
    office.story.hear(...(await office.call()).reports);
    expect((await office.catchUp().call()).reports).toEqual([]);
    expect(office.sent).toHaveLength(1);
  });

  it('all leads of today get it, and nobody above them or withdrawn', async () => {
    const above = listed(C4).map((contact) => ({ ...contact, level: 'deputy' as const }));
    const { office, got } = datesMoved(...gone(C1, CONTACT(A1, 5)), ...listed(C2, C3), ...above);
    await office.call();
    expect(got()).toEqual([[C2, C3]]);
  });

  it('where another who was asked is still listed, it goes to them as before', async () => {
    const story = datesMove(askedThrough(2));
    const { office, key, got, text } = waits(story, 'datesMoved', ...gone(C1), ...listed(C2, C3));
    await office.call();
    expect(got()).toEqual([[C2]]);
    expect(text()).not.toContain(IN_PLACE);
    expect(office.ledger.row(key)).toMatchObject({ outcome: 'accepted', refused: [C1] });
  });

  it('a reminder that was to reach people above does not say that it does', async () => {
    const story = askedThrough().act({
      kind: 'sendScopingRequests',
      agencies: [{ agency: A1, contacts: [C1], above: [{ contact: C2, level: 'deputy' }] }],
    });
    story.act(EXCLUDE(C1)).at('2026-04-08 09:00');
    const { office, got, text } = waits(story, 'agencyReminder', ...gone(C2), ...listed(C1, C3));
    await office.call();
    expect(got()).toEqual([[C3]]);
    expect(text()).toContain(IN_PLACE);
    expect(text()).not.toContain('whom we asked first');
  });

  it('where no lead is listed it is refused, and the team hears', async () => {
    await expectRefused(datesMoved(...gone(C1, C2)), [C1]);
    const deputy = listed(C2).map((contact) => ({ ...contact, level: 'deputy' as const }));
    await expectRefused(datesMoved(...gone(C1), ...deputy), [C1]);
  });
});

describe('whoever is excluded in the case (R13)', () => {
  it('does not get what was for the contact in whose place they are', async () => {
    const moved = datesMoved(...gone(C1), ...listed(C2));
    moved.office.story.act(EXCLUDE(C2));
    await expectRefused(moved, [C1]);
  });

  it('does not get it under another contact of the same mailbox either, and another lead does', async () => {
    const excluded = (...leads: readonly (typeof C1)[]) => {
      const moved = datesMoved(...gone(C1, C4), ...listed(...leads));
      moved.office.story.act(EXCLUDE(C4));
      moved.office.mailboxes.set(C2, mailbox(C4).toUpperCase());
      return moved;
    };
    await expectRefused(excluded(C2), [C1]);
    const { office, got } = excluded(C2, C3);
    await office.call();
    expect(got()).toEqual([[C3]]);
  });

  it('has nobody put in their place: what was for them alone goes to nobody', async () => {
    const moved = datesMoved(...gone(C1), ...listed(C2));
    moved.office.story.act(EXCLUDE(C1));
    await expectRefused(moved, []);
  });

  it('of whom the register cannot say who they are keeps the mail waiting', async () => {
    const { office } = datesMoved(...gone(C1), ...listed(C2));
    office.story.act({ kind: 'excludeContact', agency: A2, contact: CONTACT(A2), reason: REASON });
    office.registerFails = (agency) => {
      if (agency === A2) throw new Error('the key is lost');
    };
    expect((await office.call()).waiting).toBe(1);
    expect(office.sent).toEqual([]);
  });
});

describe('a second attempt', () => {
  it.each([
    ['is listed since', [...gone(C1), ...listed(C2, C3)]],
    ['is listed again', listed(C1, C2)],
    ['takes their place', [...gone(C1, C2), ...listed(C3)]],
  ])('sends no copy of what has reached one of them to whoever %s', async (_, since) => {
    const { office, key, got } = datesMoved(...gone(C1), ...listed(C2, C4));
    office.answers.set(mailbox(C4), 'postponed');
    expect((await office.call()).waiting).toBe(1);
    office.answers.clear();
    office.contactsOf.set(A1, since);
    expect((await office.call()).waiting).toBe(0);
    expect(got()).toEqual([[C2, C4]]);
    expect(office.ledger.row(key)).toMatchObject({ outcome: 'accepted', accepted: [C2], refused: [] });
  });

  it('nor of what has reached one who was asked, though all of those are replaced by now', async () => {
    const { office, key, got } = waits(datesMove(askedThrough(2)), 'datesMoved', ...listed(C1, C2));
    office.answers.set(mailbox(C2), 'postponed');
    await office.call();
    office.contactsOf.set(A1, [...gone(C1, C2), ...listed(C3)]);
    await office.call();
    expect(got()).toEqual([[C1, C2]]);
    expect(office.ledger.row(key)).toMatchObject({ outcome: 'accepted', accepted: [C1], refused: [C2] });
  });

  it.each([
    ['was not made', away, false],
    ['broke over the first', lost, true],
  ])('goes to them where the connection %s', async (_, onMail, repeated) => {
    const { office, got } = datesMoved(...gone(C1), ...listed(C2));
    office.onMail = onMail;
    await office.call();
    office.onMail = () => undefined;
    expect((await office.call()).waiting).toBe(0);
    expect(got()).toEqual([[C2], [C2]]);
    expect(office.sent.map((mail) => mail.repeated)).toEqual([false, repeated]);
    await office.call();
    expect(office.sent).toHaveLength(2);
  });

  it('goes to whoever has taken the place of a contact that the first did not reach', async () => {
    const { office, got, text } = datesMoved(...listed(C1));
    office.answers.set(mailbox(C1), 'postponed');
    await office.call();
    office.contactsOf.set(A1, [...gone(C1), ...listed(C2)]);
    await office.call();
    expect(got()).toEqual([[C1], [C2]]);
    expect(text()).toContain(IN_PLACE);
  });

  it('leaves out whoever the mail server has refused, and the team hears once it has refused all', async () => {
    const { office, key, got } = datesMoved(...gone(C1), ...listed(C2, C3));
    office.answers.set(mailbox(C2), 'refused').set(mailbox(C3), 'postponed');
    await office.call();
    office.answers.set(mailbox(C3), 'refused');
    office.story.hear(...(await office.call()).reports);
    expect(got()).toEqual([[C2, C3], [C3]]);
    expect(office.story.of('NoticeFailed').map(({ body }) => body.notice)).toEqual([key]);
  });
});

describe('the scoping request itself', () => {
  it('goes to nobody else: it is void at once and due again, to whoever is listed by then', async () => {
    const office = asked();
    office.contactsOf.set(A1, [...gone(C1), ...listed(C2)]);
    const { reports } = await office.call();
    expect(office.sent).toEqual([]);
    expect(reports).toMatchObject([{ key: KEY(A1), outcome: 'refused', refused: [C1] }]);
    office.story.hear(...reports);
    expect(office.story.events.slice(-3)).toMatchObject([
      { kind: 'RequestBounced', body: { contact: C1 } },
      { kind: 'RequestVoided', body: { cause: 'everyAddressBounced' } },
      { kind: 'NoticeFailed', body: { notice: KEY(A1) } },
    ]);
    office.story.act({ kind: 'sendScopingRequests', agencies: [{ agency: A1, contacts: [C2] }] });
    await office.catchUp().call();
    expect(office.sent.at(-1)?.to.map(({ contact }) => contact)).toEqual([C2]);
    expect(office.sent.at(-1)?.text).not.toContain('in place of');
  });
});
