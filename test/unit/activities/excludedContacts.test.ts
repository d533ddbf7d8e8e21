// A contact excluded in the case is written to by no mail, whatever was recorded, and under no other contact of its mailbox (R13).

import { describe, expect, it } from '@jest/globals';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { CONTACT, REASON } from '../rapidReview/story';
import { A1, asked, excluded, KEY, mailbox, sentTo } from './asked';

describe('a contact excluded in the case (R13)', () => {
  it('is not written to, though the notice was recorded before; the others are', async () => {
    const office = excluded(asked([A1], 3), 2);
    const { reports } = await office.call();
    expect(office.sent.flatMap(({ to }) => to)).toEqual(
      [1, 3].map((n) => ({ contact: CONTACT(A1, n), address: mailbox(CONTACT(A1, n)) })),
    );
    // Nor is it taken for an address that bounced.
    expect(reports).toMatchObject([{ outcome: 'accepted', refused: [] }]);
  });

  it('is not written to under another contact of the same mailbox either', async () => {
    const office = excluded(asked([A1], 3), 2);
    office.mailboxes.set(CONTACT(A1, 1), mailbox(CONTACT(A1, 2)).toUpperCase());
    const { reports } = await office.call();
    expect(sentTo(office)).toEqual([[{ contact: CONTACT(A1, 3), address: mailbox(CONTACT(A1, 3)) }]]);
    expect(reports).toMatchObject([{ outcome: 'accepted', refused: [CONTACT(A1, 1)] }]);
  });

  it('whose mailbox all share who are asked has the request void, and due again', async () => {
    const office = excluded(asked([A1], 2), 3);
    for (const n of [1, 2]) office.mailboxes.set(CONTACT(A1, n), mailbox(CONTACT(A1, 3)));
    const { reports } = await office.call();
    expect(office.sent).toEqual([]);
    expect(reports).toMatchObject([{ outcome: 'refused', refused: [CONTACT(A1, 1), CONTACT(A1, 2)] }]);
    const { story } = office;
    story.hear(...reports);
    expect(story.events.findLast(({ kind }) => kind === 'RequestVoided')?.body).toMatchObject({
      agency: A1,
      cause: 'everyAddressBounced',
    });
    expect(story.line('scopingDispatch', A1)).toMatchObject({ status: 'open' });
    expect(warningsOf(story.state, story.calendar)).toContainEqual(
      expect.objectContaining({ about: 'requestVoid', agency: A1 }),
    );
  });

  it('of whom the register cannot say who they are keeps the mail waiting', async () => {
    const office = excluded(asked([A1], 1), 2);
    office.registerFails = () => {
      throw new Error('the key is lost');
    };
    const { waiting } = await office.call();
    expect([office.sent, waiting]).toEqual([[], 1]);
  });

  it('leaves nobody to write to where there was no other: the case hears of it', async () => {
    const office = excluded(asked([A1], 1), 1);
    const { reports } = await office.call();
    expect(office.sent).toEqual([]);
    expect(reports).toMatchObject([{ key: KEY(A1), outcome: 'refused', refused: [] }]);
  });

  it('is written to again once it is readmitted', async () => {
    const office = excluded(asked([A1], 1), 1);
    office.story.act({ kind: 'readmitContact', agency: A1, contact: CONTACT(A1, 1), reason: REASON });
    await office.catchUp().call();
    expect(office.sent).toHaveLength(1);
  });
});
