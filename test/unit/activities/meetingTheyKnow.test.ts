// From which day a mail says that a meeting has moved, and on which it is cancelled: the one for which whoever gets it knows of it. On a
// day in between, of which no mail went, it never lay for them.

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { POLICE, Race, SCHOOL } from '../rapidReview/race';
import { CONTACT, london, REASON } from '../rapidReview/story';
import { Office } from './office';

const police = { agency: POLICE, agencyKind: 'police', contacts: [CONTACT(POLICE)] } as const;
const school = { agency: SCHOOL, agencyKind: 'school', contacts: [CONTACT(SCHOOL)] } as const;

const move = (startsAt: string): CommandBody => ({
  kind: 'rearrangeMeeting',
  startsAt: london(startsAt),
  reason: REASON,
});
const TO_TUESDAY = move('2026-04-14 10:00');
const TO_THURSDAY = move('2026-04-16 13:30');
const cancel: CommandBody = { kind: 'cancelMeeting', reason: REASON };

/** Arranged for Monday 13 April, with the police alone. */
const arranged = (): Office =>
  new Office(
    new Race()
      .received()
      .asked()
      .meetingArranged('2026-04-13 10:00', { invitees: [police] }),
  ).only('meetingInvitation');

const then = async (office: Office, ...acts: readonly CommandBody[]): Promise<Office> => {
  for (const act of acts) office.story.act(act);
  await office.catchUp().call();
  return office;
};

/** The last that went, in one line. */
const lastOf = ({ sent }: Office): string => {
  const { subject = '', text = '' } = sent.at(-1) ?? {};
  return `${subject} ${text}`.replaceAll(/\s+/g, ' ');
};

const away = (office: Office): Office => {
  office.onMail = ({ to }) => ({
    line: 'away',
    accepted: [],
    refused: [],
    postponed: to.map(({ contact }) => contact),
    code: 'ECONNREFUSED',
  });
  return office;
};
const back = (office: Office): Office => {
  office.onMail = () => undefined;
  return office;
};

describe('a meeting that has moved', () => {
  it('twice at once was to be on the day of the last invitation that went', async () => {
    const office = arranged();
    await office.call();
    const said = lastOf(await then(office, TO_TUESDAY, TO_THURSDAY));
    expect(said).toContain('meeting moved to Thursday 16 April 2026 at 13:30');
    expect(said).toContain('It was to be on Monday 13 April 2026');
    expect(said).not.toContain('14 April');
  });

  it('while mail was away was to be on that day too', async () => {
    const office = arranged();
    await office.call();
    await then(away(office), TO_TUESDAY);
    const said = lastOf(await then(back(office), TO_THURSDAY));
    expect(said).toContain('It was to be on Monday 13 April 2026');
  });

  it('was to be on the day of the last that the mail server took, and else of one that it would not hear of', async () => {
    const refused = (office: Office): Office => {
      office.onMail = ({ to }) => ({
        line: 'held',
        accepted: [],
        postponed: [],
        refused: to.map(({ contact }) => contact),
      });
      return office;
    };
    const office = arranged();
    await office.call();
    await then(refused(office), TO_TUESDAY);
    expect(lastOf(await then(back(office), TO_THURSDAY))).toContain('It was to be on Monday 13 April 2026');
    // The team has heard of that, and may have told them.
    const never = refused(arranged());
    await never.call();
    expect(lastOf(await then(back(never), TO_TUESDAY))).toContain('It was to be on Monday 13 April 2026');
  });

  it('and is put back to the day they know has not moved for them', async () => {
    const office = arranged();
    await office.call();
    const said = lastOf(await then(office, TO_TUESDAY, move('2026-04-13 10:00')));
    expect(said).toContain('meeting on Monday 13 April 2026 at 10:00');
    expect(said).toContain('If we invited you before, this invitation replaces that one.');
    expect(said).not.toMatch(/moved|It was to be|14 April/u);
  });

  it('was to be on the day for which they said that they come, whatever mail went', async () => {
    const reply: CommandBody = { kind: 'recordInvitationReply', agency: POLICE, reply: 'accepted' };
    const office = arranged();
    await office.call();
    const said = lastOf(await then(office, TO_TUESDAY, reply, TO_THURSDAY));
    expect(said).toContain('It was to be on Tuesday 14 April 2026');
  });

  it('has moved for nobody who knew no day of it', async () => {
    const said = lastOf(await then(arranged(), TO_TUESDAY, TO_THURSDAY));
    expect(said).toContain('meeting on Thursday 16 April 2026 at 13:30');
    expect(said).not.toMatch(/moved|It was to be/u);
  });

  it('has moved for nobody who was told not to come, and is invited again', async () => {
    const office = arranged();
    await office.call();
    const invitees = (
      startsAt: string,
      ...those: readonly (typeof police | typeof school)[]
    ): CommandBody => ({
      kind: 'rearrangeMeeting',
      startsAt: london(startsAt),
      reason: REASON,
      invitees: those,
    });
    await then(office, invitees('2026-04-14 10:00', school));
    await then(office, invitees('2026-04-16 13:30', school, police));
    const last = office.sent.findLast(({ key }) => key.endsWith(POLICE));
    expect(last?.subject).toContain('meeting on Thursday 16 April 2026');
    expect(last?.text).not.toMatch(/moved|It was to be/u);
    const toSchool = office.sent.findLast(({ key }) => key.endsWith(SCHOOL));
    expect(toSchool?.text.replaceAll(/\s+/g, ' ')).toContain('It was to be on Tuesday 14 April 2026');
  });
});

it('a meeting that is cancelled is so on the day they know', async () => {
  const office = arranged();
  await office.call();
  const said = lastOf(await then(office, TO_TUESDAY, cancel));
  expect(said).toContain('meeting on Monday 13 April 2026 at 10:00 cancelled');
  expect(said).not.toContain('14 April');
});
