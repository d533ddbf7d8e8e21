// The end of a case, told to an agency that never heard of it: the mail server was away as it was to be asked (R20).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { answer, Race, SCHOOL, WITHDRAWAL } from '../rapidReview/race';
import { REASON, REFERENCE } from '../rapidReview/story';
import { lost } from './asked';
import { expectNotNeeded } from './expectNotNeeded';
import { Office } from './office';

const undo: CommandBody = { kind: 'undoWithdrawal', reason: REASON };
const keyOf = ({ story }: Office, kind: string): string =>
  story.notices.findLast(({ body }) => body.kind === kind)?.key ?? '';

/** The request waits, as the mail server is away. */
const waiting = (): Office =>
  new Office(
    new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .send([SCHOOL]),
  ).only('scopingRequest');

describe('R20: an agency whose request never went', () => {
  it('hears neither that the case has ended nor that it goes on', async () => {
    const office = waiting();
    office.story.act(WITHDRAWAL);
    await expectNotNeeded(office.catchUp().only('AG-'), keyOf(office, 'endedToAgency'), 'EUNTOLD');
    office.story.act(undo);
    await office.catchUp().only('AG-').call();
    expect(office.ledger.row(keyOf(office, 'resumedToAgency'))).toMatchObject({ lastError: 'EUNTOLD' });
  });

  it('also where that was declared void before, and it was to be asked anew', async () => {
    const office = waiting();
    office.story.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).send([SCHOOL]).act(WITHDRAWAL);
    await expectNotNeeded(office.catchUp().only('AG-'), keyOf(office, 'endedToAgency'), 'EUNTOLD');
  });

  it.each([
    [
      'was asked by telephone',
      { kind: 'recordRequestSent', channel: 'telephone', on: '2026-03-31', contacts: [] },
    ],
    ['has answered all the same', answer(SCHOOL, '2026-03-31')],
  ])('hears it where it %s', async (_how, act) => {
    const office = waiting();
    office.story.act({ ...act, agency: SCHOOL } as CommandBody).act(WITHDRAWAL);
    await office.catchUp().only('AG-').call();
    expect(office.sent.map(({ key }) => key)).toContain(keyOf(office, 'endedToAgency'));
  });

  it('and where the request may have gone, or the mail server would not hear of it: the team may have told them', async () => {
    for (const onMail of [
      lost,
      ({ to }) => ({
        ...lost({ to }),
        line: 'held' as const,
        refused: to.map(({ contact }) => contact),
        postponed: [],
      }),
    ] as Office['onMail'][]) {
      const office = waiting();
      office.onMail = onMail;
      await office.call();
      office.onMail = () => undefined;
      office.story.act(WITHDRAWAL);
      await office.catchUp().only('AG-').call();
      expect(office.sent.map(({ key }) => key)).toContain(
        `${REFERENCE}/ended/${office.story.events.at(-1)?.number}/${SCHOOL}`,
      );
    }
  });
});
