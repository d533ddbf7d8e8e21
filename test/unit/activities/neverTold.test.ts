// What takes back, or says otherwise, what nobody there was told: the mail that was to tell it was overtaken before it went.

import { describe, expect, it } from '@jest/globals';
import { neverTold } from '../../../activities/neverTold';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { POLICE, Race, SCHOOL, WITHDRAWAL } from '../rapidReview/race';
import { CONTACT, london, REASON, REFERENCE } from '../rapidReview/story';
import type { AgencyKind } from '../../../domain/policy/agencyKinds';
import type { AgencyId } from '../../../domain/timetable/facts';
import { expectNotNeeded } from './expectNotNeeded';
import { Office } from './office';

const INVITATION = `${REFERENCE}/meetingInvitation/1.0/${POLICE}`;
const CANCELLED = `${REFERENCE}/meetingCancelled/1/${POLICE}`;
const cancel: CommandBody = { kind: 'cancelMeeting', reason: REASON };
const undo: CommandBody = { kind: 'undoWithdrawal', reason: REASON };
const move: CommandBody = { kind: 'rearrangeMeeting', startsAt: london('2026-04-14 13:30'), reason: REASON };

const invited = (): Office =>
  new Office(
    new Race()
      .received()
      .asked()
      .meetingArranged('2026-04-13 10:00', {
        invitees: [{ agency: POLICE, agencyKind: 'police', contacts: [CONTACT(POLICE)] }],
      }),
  ).only('meetingInvitation');

const subjects = ({ sent }: Office): readonly string[] => sent.map(({ subject }) => subject.slice(14));

/** The connection falls before the mail server has answered: the mail may have arrived. */
const falls = (office: Office): Office => {
  office.onMail = () => ({ line: 'lost', accepted: [], refused: [], postponed: [] });
  return office;
};
const holds = (office: Office): Office => {
  office.onMail = () => undefined;
  return office;
};

describe('a meeting', () => {
  it.each([
    ['cancelled', cancel],
    ['cancelled with its case', WITHDRAWAL],
  ])('that is %s before any invitation went is cancelled to nobody', async (_how, act) => {
    const office = invited();
    office.story.act(act);
    await expectNotNeeded(office.catchUp().only('meeting'), CANCELLED, 'EUNTOLD');
    expect(office.sent).toEqual([]);
    // Should the case go on, the team hears of no mail that failed.
    if (act === WITHDRAWAL) office.story.act(undo);
    expect((await office.catchUp().only('meeting').call()).reports).toEqual([]);
  });

  it.each([
    ['whose invitation went', async (office: Office) => office.call()],
    ['whose invitation may have gone', async (office: Office) => falls(office).call()],
  ])('%s is cancelled to whoever was invited', async (_what, before) => {
    const office = invited();
    await before(office);
    office.story.act(cancel);
    await holds(office).catchUp().call();
    expect(subjects(office).at(-1)).toContain('cancelled');
  });

  it('of whose invitation the mail server would not hear is cancelled to them: they may have been told in person', async () => {
    const office = invited();
    office.onMail = ({ to }) => ({
      line: 'held',
      accepted: [],
      postponed: [],
      refused: to.map(({ contact }) => contact),
    });
    await office.call();
    office.story.act(cancel);
    await holds(office).catchUp().call();
    expect(subjects(office).at(-1)).toContain('cancelled');
  });

  it('whose invitation hung, and to which they said by telephone that they come, is cancelled to them', async () => {
    const office = invited();
    office.story
      .act({ kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' })
      .act(move)
      .act(cancel);
    await office.catchUp().call();
    expect(subjects(office)).toEqual([expect.stringContaining('cancelled')]);
  });

  it('is cancelled to whoever no mail was to invite: somebody has seen to it otherwise', async () => {
    const office = invited();
    office.story.act(cancel);
    const row = office.catchUp().ledger.row(CANCELLED);
    const ofCase = (): Promise<readonly (typeof row)[]> => Promise.resolve([row]);
    expect(await neverTold({ ofCase }, row, { events: [] })).toBe(false);
  });

  it('says nothing of another one, nor one agency of another', async () => {
    const office = invited();
    await office.call();
    const invite = (agency: AgencyId, agencyKind: AgencyKind) => ({
      agency,
      agencyKind,
      contacts: [CONTACT(agency)],
    });
    const rearranged = (
      startsAt: string,
      ...invitees: readonly ReturnType<typeof invite>[]
    ): CommandBody => ({ kind: 'rearrangeMeeting', startsAt: london(startsAt), reason: REASON, invitees });
    // The school is invited and hears nothing of it before the meeting is cancelled; the police were.
    const police = invite(POLICE, 'police');
    office.story.act(rearranged('2026-04-14 13:30', police, invite(SCHOOL, 'school'))).act(cancel);
    await office.catchUp().call();
    const arranged: CommandBody = {
      kind: 'arrangeMeeting',
      startsAt: london('2026-04-15 10:00'),
      invitees: [police],
    };
    office.story.act(arranged).act(cancel);
    await office.catchUp().call();
    expect(office.sent.map(({ key }) => key.split('/').slice(1).join('/'))).toEqual([
      `meetingInvitation/1.0/${POLICE}`,
      `meetingCancelled/1/${POLICE}`,
    ]);
  });

  it('that is moved before any invitation went is one like any other', async () => {
    const office = invited();
    office.story.act(move);
    await expectNotNeeded(office.catchUp(), INVITATION, 'EOVERTAKEN');
    expect(subjects(office)).toEqual(['Rapid Review meeting on Tuesday 14 April 2026 at 13:30']);
    expect(office.sent[0]?.text).not.toContain('It was to be');
    office.story.act(cancel);
    await office.catchUp().call();
    expect(subjects(office).at(-1)).toContain('cancelled');
  });
});

describe('whoever referred', () => {
  const REFERRED = 'resumed';
  const office = (): Office => {
    const asked = new Office(new Race().received().asked()).only('nothing');
    asked.referrers.set(REFERENCE, { name: 'Ada Example', email: 'ada@school.example' });
    return asked;
  };
  const keyOf = ({ story }: Office): string =>
    story.notices.find(({ key }) => key.includes(REFERRED) && key.includes('referrer'))?.key ?? '';

  it('and has not heard that it ended does not hear that it goes on', async () => {
    const withdrawn = office();
    withdrawn.story.act(WITHDRAWAL).act(undo);
    await expectNotNeeded(withdrawn.catchUp(), keyOf(withdrawn), 'EUNTOLD');
  });

  it('and heard of an end, and of no going on after that, hears of the next', async () => {
    const withdrawn = office();
    withdrawn.story.act(WITHDRAWAL);
    await withdrawn.catchUp().call();
    withdrawn.story.act(undo).act(WITHDRAWAL);
    await withdrawn.catchUp().call();
    withdrawn.story.act(undo);
    await withdrawn.catchUp().call();
    expect(withdrawn.sent.findLast(({ key }) => key.includes('referrer'))?.key).toMatch(/resumed/u);
  });

  it('and has heard hears that too', async () => {
    const withdrawn = office();
    withdrawn.story.act(WITHDRAWAL);
    await withdrawn.catchUp().call();
    withdrawn.story.act(undo);
    await withdrawn.catchUp().call();
    expect(withdrawn.sent.map(({ key }) => key)).toContain(keyOf(withdrawn));
  });
});
