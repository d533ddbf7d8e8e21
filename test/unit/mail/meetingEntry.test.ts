// The entry in a diary that goes with each mail about a meeting: as a case calls for it, over a real mail server, and read by
// another's parser. A later one moves the entry or takes it out, and none shows more than a reference and a time.

import { afterEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import type { AgencyId } from '../../../domain/timetable/facts';
import type { OutgoingMail } from '../../../platform/mail/mailTransport';
import { iCalendarOf } from '../../../platform/mail/meetingEntry';
import { PATIENCE } from '../../../platform/mail/smtpConversation';
import { BOARD, COUNCIL, invitation, POLICE, Race } from '../rapidReview/race';
import { CONTACT, london, REASON } from '../rapidReview/story';
import { mailbox } from '../activities/asked';
import { Office } from '../activities/office';
import { endAll, serverWith, transportTo } from './lines';

afterEach(endAll);

/** The mails about the meeting that go to one agency, act after act. */
class Diary {
  readonly race = new Race().received().asked().meetingArranged();
  readonly #office = new Office(this.race).only('meetingInvitation');

  /** The register lists another contact in place of the one who was invited. */
  replaced(agency: AgencyId): void {
    this.#office.contactsOf.set(agency, [
      { id: CONTACT(agency, 1), level: 'lead', withdrawn: true },
      { id: CONTACT(agency, 2), level: 'lead', withdrawn: false },
    ]);
  }

  async mails(agency = POLICE): Promise<readonly OutgoingMail[]> {
    const before = this.#office.sent.length;
    await this.#office.catchUp().only('meeting').call();
    return this.#office.sent.slice(before).filter(({ key }) => key.endsWith(agency));
  }
}

const SETTINGS = { replyTo: 'team@partnership.example', patience: PATIENCE };

const arrived = async (mail: OutgoingMail, settings: object = SETTINGS): Promise<Email> => {
  const server = await serverWith();
  await transportTo(server.url, settings).send(mail);
  return PostalMime.parse(server.received[0]?.raw ?? '');
};

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');

const iCalendarIn = ({ attachments }: Email): string =>
  textOf(attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content ?? '');

const entryIn = (email: Email) => {
  const calendar = new ICAL.Component(ICAL.parse(iCalendarIn(email)) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no entry');
  const value = (name: string): string | undefined =>
    component.getFirstPropertyValue(name)?.toString() ?? undefined;
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: Number(value('sequence')),
    status: value('status'),
    from: event.startDate.toJSDate().getTime(),
    to: event.endDate.toJSDate().getTime(),
    summary: event.summary,
    description: event.description,
    class: value('class'),
    stamp: value('dtstamp'),
    organizer: event.organizer,
    sentBy: component.getFirstProperty('organizer')?.getParameter('sent-by'),
    invited: event.attendees.map((one) => [
      String(one.getFirstValue()).toLowerCase(),
      one.getParameter('rsvp'),
      one.getParameter('partstat'),
    ]),
  };
};
const entries = async (mails: readonly OutgoingMail[]) =>
  Promise.all(mails.map(async (mail) => entryIn(await arrived(mail))));

describe('the entry of a meeting', () => {
  it('holds the diary for the meeting, in private, and asks whether they come', async () => {
    const diary = new Diary();
    // It is of the moment of the act, whenever the mail goes.
    diary.race.at('2026-03-31 15:00');
    const [mail] = await diary.mails();
    if (mail === undefined) throw new Error('nobody was invited');
    const entry = entryIn(await arrived(mail));
    expect(entry).toEqual({
      method: 'REQUEST',
      status: 'CONFIRMED',
      class: 'PRIVATE',
      uid: expect.stringMatching(/^[0-9a-f]{40}@partnership\.example$/),
      sequence: expect.any(Number),
      stamp: '2026-03-31T09:00:00Z',
      from: london('2026-04-14 10:00'),
      to: london('2026-04-14 12:00'),
      summary: 'Rapid Review meeting RR-2026-0007',
      description:
        'You are asked to fill the seat of the police.\nYou will get the papers on Monday 13 April 2026.\nIf you cannot come, name a deputy who can.\nThe team will tell you how to join. Contact it at team@partnership.example.',
      organizer: 'mailto:team@partnership.example',
      sentBy: 'mailto:rapid-review@partnership.example',
      invited: mail.to.map(({ address }) => [`mailto:${address}`, 'TRUE', 'NEEDS-ACTION']),
    });
    expect(entry.invited.length).toBeGreaterThan(0);
  });

  it('is a part of the mail that says what to do with it, and a file', async () => {
    const [mail] = await new Diary().mails();
    if (mail === undefined) throw new Error('nobody was invited');
    const email = await arrived(mail);
    expect(
      email.attachments.map(({ mimeType, method, filename }) => [mimeType, method ?? null, filename]),
    ).toEqual([
      ['text/calendar', 'REQUEST', null],
      ['application/ics', null, 'meeting.ics'],
    ]);
    expect(textOf(email.attachments[1]?.content ?? '')).toBe(iCalendarIn(email));
    expect(email.headers.map(({ key }) => key)).not.toContain('precedence');
    expect(email.text).toContain(mail.text.trim().slice(0, 60));
    // Nobody else speaks for the organizer where answers go to the sender.
    const alone = entryIn(await arrived(mail, { patience: PATIENCE }));
    expect([alone.organizer, alone.sentBy]).toEqual(['mailto:rapid-review@partnership.example', undefined]);
  });

  it('has the lines that the format asks for', async () => {
    const [mail] = await new Diary().mails();
    if (mail?.entry === undefined) throw new Error('nobody was invited');
    const addresses = {
      organizer: { name: 'Team', address: 'a@b.example' },
      sender: 'a@b.example',
      invited: [],
    };
    const written = iCalendarOf(mail.entry, 'one@b.example', addresses);
    expect(written).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
    for (const line of written.split('\r\n')) {
      expect(line).not.toContain('\n');
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  it('is not with other mails', async () => {
    const office = new Office(new Race().received());
    await office.call();
    expect(office.sent.map(({ entry }) => entry)).not.toContainEqual(expect.anything());
  });
});

describe('the same entry', () => {
  const movedAndCancelled = async (diary: Diary, first: Awaited<ReturnType<Diary['mails']>>) => {
    diary.race.at('2026-04-07 11:00');
    diary.race.act({ ...invitation('2026-04-15 14:00'), kind: 'rearrangeMeeting', reason: REASON });
    const second = await diary.mails();
    diary.race.at('2026-04-08 11:00').act({ kind: 'cancelMeeting', reason: REASON });
    const third = await diary.mails();
    return { second, third, all: [...first, ...second, ...third] };
  };

  it('moves with the meeting, and goes with it', async () => {
    const diary = new Diary();
    const first = await diary.mails();
    const { second, all } = await movedAndCancelled(diary, first);
    const [arranged, moved, cancelled] = await entries(all);
    expect([moved?.uid, cancelled?.uid]).toEqual([arranged?.uid, arranged?.uid]);
    expect(moved).toMatchObject({ method: 'REQUEST', from: london('2026-04-15 14:00') });
    expect(second[0]?.text.replaceAll(/\s+/g, ' ')).toContain(
      'It was to be on Tuesday 14 April 2026 at 10:00.',
    );
    expect(cancelled).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      from: london('2026-04-15 14:00'),
      description: 'It is cancelled.',
    });
    const sequences = [arranged, moved, cancelled].map((one) => one?.sequence ?? 0);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('goes from the diary of those who are not to come any more, and does not say that the meeting is off', async () => {
    const diary = new Diary();
    const [before] = await entries(await diary.mails(BOARD));
    const { invitees } = invitation('2026-04-14 10:00');
    diary.race.at('2026-04-07 11:00').act({
      kind: 'rearrangeMeeting',
      startsAt: london('2026-04-14 10:00'),
      reason: REASON,
      invitees: invitees.filter(({ agency }) => agency !== BOARD),
    });
    const [after] = await entries(await diary.mails(BOARD));
    expect(after).toMatchObject({
      method: 'CANCEL',
      uid: before?.uid,
      description: 'You are not invited any more. It will go ahead without you.',
    });
    expect(after?.status).toBeUndefined();
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });

  it('comes to whoever is in the place of those invited as one of their own, and is taken out as one that they may not have', async () => {
    const diary = new Diary();
    const first = await diary.mails();
    diary.replaced(POLICE);
    const { second, third, all } = await movedAndCancelled(diary, first);
    const [arranged, moved, cancelled] = await entries(all);
    const successor = `mailto:${mailbox(CONTACT(POLICE, 2))}`;
    expect(moved).toMatchObject({
      method: 'REQUEST',
      uid: arranged?.uid,
      from: london('2026-04-15 14:00'),
      invited: [[successor, 'TRUE', 'NEEDS-ACTION']],
    });
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: arranged?.uid });
    expect(cancelled?.invited.map(([address]) => address)).toEqual([successor]);
    for (const mail of [...second, ...third])
      expect(mail.text.replaceAll(/\s+/g, ' ')).toContain(
        'or of an entry in your diary, they may have it and you may not.',
      );
  });

  it('is another one for another agency, so that who is asked for two keeps the one when the other is not to come', async () => {
    const [ofPolice] = await entries(await new Diary().mails(POLICE));
    const [ofBoard] = await entries(await new Diary().mails(BOARD));
    expect(ofPolice?.uid).not.toBe(ofBoard?.uid);
  });

  it('is another one for another meeting, and the same in a mail that is repeated', async () => {
    const diary = new Diary();
    const [mail] = await diary.mails(COUNCIL);
    diary.race.at('2026-04-07 11:00').act({ kind: 'cancelMeeting', reason: REASON });
    await diary.mails(COUNCIL);
    diary.race.at('2026-04-08 11:00').meetingArranged('2026-04-15 10:00');
    const [again] = await diary.mails(COUNCIL);
    if (mail === undefined || again === undefined) throw new Error('nobody was invited');
    const [one, repeated, other] = await Promise.all(
      [mail, { ...mail, repeated: true }, again].map((each) => arrived(each)),
    );
    if (!one || !repeated || !other) throw new Error('a mail is missing');
    expect(iCalendarIn(repeated)).toBe(iCalendarIn(one));
    expect(entryIn(other).uid).not.toBe(entryIn(one).uid);
  });
});
