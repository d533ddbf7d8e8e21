// What goes, to whom, and what is said of it.

import { describe, expect, it } from '@jest/globals';
import { CONTACT, london } from '../rapidReview/story';
import { A1, A2, A3, KEY, asked, mailbox } from './asked';

describe('a notice', () => {
  it('goes once to each contact, and is reported accepted', async () => {
    const office = asked([A1], 2);
    const said = await office.call();
    expect(office.sent.map(({ key, to, repeated }) => ({ key, to, repeated }))).toEqual([
      {
        key: KEY(A1),
        to: [CONTACT(A1, 1), CONTACT(A1, 2)].map((contact) => ({ contact, address: mailbox(contact) })),
        repeated: false,
      },
    ]);
    expect(said).toEqual({
      reports: [
        {
          key: KEY(A1),
          to: { role: 'agency', agency: A1, contacts: [CONTACT(A1, 1), CONTACT(A1, 2)] },
          acceptedAt: london('2026-04-01 11:00'),
          refused: [],
          told: {
            asOf: office.story.state.version,
            dates: [
              { key: `agencyReturn:${A1}`, due: '2026-04-10' },
              { key: `recordsSecured:${A1}`, due: '2026-04-07' },
            ],
          },
          outcome: 'accepted',
        },
      ],
      waiting: 0,
    });
    expect((await office.call()).waiting).toBe(0);
    expect(office.sent).toHaveLength(1);
  });

  it('goes in the order of the events', async () => {
    const office = asked([A2, A1, A3]);
    await office.call();
    expect(office.sent.map(({ key }) => key)).toEqual([KEY(A2), KEY(A1), KEY(A3)]);
  });

  it('is not sent again to whom it has reached, only to the rest', async () => {
    const office = asked([A1], 3);
    office.answers.set(mailbox(CONTACT(A1, 2)), 'postponed').set(mailbox(CONTACT(A1, 3)), 'refused');
    const first = await office.call();
    expect(first).toMatchObject({ waiting: 1, reports: [{ outcome: 'open', refused: [CONTACT(A1, 3)] }] });
    office.answers.clear();
    const second = await office.call();
    expect(office.sent.map(({ to }) => to.map(({ contact }) => contact))).toEqual([
      [CONTACT(A1, 1), CONTACT(A1, 2), CONTACT(A1, 3)],
      [CONTACT(A1, 2)],
    ]);
    expect(office.sent[1]?.repeated).toBe(false);
    expect(second).toMatchObject({ waiting: 0, reports: [{ outcome: 'accepted' }] });
  });

  it('is accepted where somebody has it and the rest refused', async () => {
    const office = asked([A1], 2);
    office.answers.set(mailbox(CONTACT(A1, 2)), 'refused');
    await office.call();
    expect(office.ledger.row(KEY(A1))).toMatchObject({
      outcome: 'accepted',
      refused: [CONTACT(A1, 2)],
      lastError: '550 5.1.1',
    });
  });

  it('is accepted where somebody had it before and the last refuses', async () => {
    const office = asked([A1], 2);
    office.answers.set(mailbox(CONTACT(A1, 2)), 'postponed');
    await office.call();
    office.answers.set(mailbox(CONTACT(A1, 2)), 'refused');
    await office.call();
    expect(office.ledger.row(KEY(A1))).toMatchObject({ outcome: 'accepted', refused: [CONTACT(A1, 2)] });
  });

  it('is refused where nobody takes it', async () => {
    const office = asked([A1], 2);
    office.answers.set(mailbox(CONTACT(A1, 1)), 'refused').set(mailbox(CONTACT(A1, 2)), 'refused');
    const { reports, waiting } = await office.call();
    expect(reports).toMatchObject([{ outcome: 'refused', refused: [CONTACT(A1, 1), CONTACT(A1, 2)] }]);
    expect(waiting).toBe(0);
  });

  it('counts a contact without an address as refused', async () => {
    const office = asked([A1], 2);
    office.withoutAddress.add(CONTACT(A1, 1));
    await office.call();
    expect(office.sent[0]?.to.map(({ contact }) => contact)).toEqual([CONTACT(A1, 2)]);
    expect(office.ledger.row(KEY(A1))).toMatchObject({ outcome: 'accepted', refused: [CONTACT(A1, 1)] });
  });

  it('is refused without an attempt where nobody has an address', async () => {
    const office = asked([A1], 1);
    office.withoutAddress.add(CONTACT(A1, 1));
    const { reports } = await office.call();
    expect(office.sent).toEqual([]);
    expect(reports).toMatchObject([{ outcome: 'refused', refused: [CONTACT(A1, 1)] }]);
  });

  it('is begun, and that committed, before it goes', async () => {
    const office = asked();
    office.onMail = ({ key }) => {
      expect(office.ledger.attempts.get(key)).toEqual([{ attempt: 1, ended: false }]);
      return undefined;
    };
    await office.call();
    expect(office.ledger.attempts.get(KEY(A1))).toMatchObject([{ attempt: 1, ended: true }]);
  });
});
