// Who gets a notice, looked up at the last moment: the Panel, those on call, partners, whoever referred; and who never
// does, whatever was recorded (R13).

import { describe, expect, it } from '@jest/globals';
import type { AgencyContact, AgencyRecord } from '../../../records/records';
import type { NoticeBody, Recipient } from '../../../domain/rapidReview/notices';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { calendarOf } from '../calendars';
import { AGENCY, CONTACT, REASON, REFERENCE, Story } from '../rapidReview/story';
import { A1, excluded, mailbox, sentTo } from './asked';
import { Office } from './office';

const TOLD: NoticeBody = { kind: 'panelContact' };
const KEY_OF_ONE = `${REFERENCE}/one`;

/** A case with nothing to send but one notice to that recipient. */
const withOne = (
  to: Recipient,
  body: NoticeBody = TOLD,
  story = new Story().opened('2026-03-30 16:20'),
): Office => {
  const office = new Office(story).only('nothing');
  office.ledger.add({ key: KEY_OF_ONE, reference: REFERENCE, event: 1, to, body });
  return office;
};

/** Nobody to send to: no attempt, and the case hears that it failed. */
const expectNobody = async (office: Office): Promise<void> => {
  const { reports, waiting } = await office.call();
  expect(office.sent).toEqual([]);
  expect(waiting).toBe(0);
  expect(reports).toMatchObject([{ key: KEY_OF_ONE, outcome: 'refused', refused: [] }]);
  expect(office.ledger.attempts.get(KEY_OF_ONE) ?? []).toEqual([]);
};

describe('a notice to the national Panel', () => {
  it('goes to the address that was set for it', async () => {
    const office = withOne({ role: 'panel' });
    const { reports } = await office.call();
    expect(sentTo(office)).toEqual([[{ contact: 'panel', address: 'panel@panel.example' }]]);
    expect(office.ledger.row(KEY_OF_ONE)).toMatchObject({ accepted: ['panel'], outcome: 'accepted' });
    expect(reports).toEqual([]);
  });

  it('is reported where it is refused; the case has no contact to strike off', async () => {
    const office = withOne({ role: 'panel' });
    office.answers.set('panel@panel.example', 'refused');
    const { reports } = await office.call();
    expect(office.ledger.row(KEY_OF_ONE).refused).toEqual(['panel']);
    expect(reports).toMatchObject([{ to: { role: 'panel' }, outcome: 'refused', refused: [] }]);
  });
});

describe('an alert to those on call (R23)', () => {
  const ALERT: NoticeBody = { kind: 'safetyAlert', concern: 1, alert: 1 };
  const raised = (options = {}): Story =>
    new Story()
      .opened('2026-03-30 16:20', options)
      .at('2026-04-04 03:10')
      .act({ kind: 'raiseSafetyConcern', concern: REASON });

  it('goes to each of them, urgent, and tells when it was raised', async () => {
    const office = withOne({ role: 'onCall' }, ALERT, raised());
    await office.call();
    expect(sentTo(office)).toEqual([
      [
        { contact: 'onCall-1', address: 'duty@partnership.example' },
        { contact: 'onCall-2', address: 'night@partnership.example' },
      ],
    ]);
    expect(office.sent[0]).toMatchObject({ urgent: true });
    expect(office.sent[0]?.text.replaceAll(/\s+/g, ' ')).toContain(
      'on Saturday 4 April 2026 at 03:10. This is alert 1 about concern 1.',
    );
    expect(office.sent[0]?.text).toContain('every 30');
  });

  it('goes again only to whom it has not reached', async () => {
    const office = withOne({ role: 'onCall' }, ALERT, raised());
    office.answers.set('night@partnership.example', 'postponed');
    expect((await office.call()).waiting).toBe(1);
    office.answers.clear();
    await office.call();
    expect(sentTo(office)).toHaveLength(2);
    expect(office.sent[1]?.to.map(({ contact }) => contact)).toEqual(['onCall-2']);
  });

  it('goes where no clock runs, too', async () => {
    const story = raised({ nature: 'careLeaverDeath', agencies: [] });
    const office = withOne({ role: 'onCall' }, ALERT, story);
    expect(story.state.status).toBe('recordedOnly');
    await office.call();
    expect(office.sent).toHaveLength(1);
  });

  const beyondCalendar = (options = {}): Story =>
    new Story(calendarOf([], 2026, 2026))
      .opened('2026-12-09 10:00', { agencies: [], ...options })
      .outageUntil('2027-01-05 03:10')
      .act({ kind: 'raiseSafetyConcern', concern: REASON });

  it.each([
    ['within the calendar', raised({ nature: 'careLeaverDeath', agencies: [] })],
    ['beyond the calendar', beyondCalendar({ nature: 'careLeaverDeath' })],
    ['beyond the calendar of a case under way', beyondCalendar()],
  ])('goes %s, and where it reaches nobody that is told to the team', async (_, story) => {
    const office = new Office(story).only('safetyAlert');
    for (const mailbox of ['duty', 'night']) office.answers.set(`${mailbox}@partnership.example`, 'refused');
    const { reports } = await office.call();
    expect(office.sent).toHaveLength(1);
    story.hear(...reports);
    await office.catchUp().call();
    const told = office.sent.at(-1);
    expect(told?.to).toEqual([{ contact: 'team', address: 'team@partnership.example' }]);
    expect(told?.text.replaceAll(/\s+/g, ' ')).toContain('Safety alert to those on call');
    expect(told?.text.replaceAll(/\s+/g, ' ')).toContain('Ring them now');
  });
});

describe('a notice to a partner', () => {
  const POLICE: Recipient = { role: 'partner', seat: 'police' };
  const OUTCOME: NoticeBody = {
    kind: 'outcomeToPartner',
    seat: 'police',
    outcome: 'noFurtherReview',
    again: false,
  };
  const holding = (n: number, ...levels: readonly AgencyContact['level'][]): AgencyRecord => ({
    id: AGENCY(n),
    version: 1,
    name: `Force ${n}`,
    kind: 'police',
    seat: 'police',
    contacts: levels.map((level, index) => ({ id: CONTACT(AGENCY(n), index + 1), level, withdrawn: false })),
  });
  const contacts = ({ sent }: Office): unknown => sent.map(({ to }) => to.map(({ contact }) => contact));

  it('goes to those asked first at every agency that holds the seat, and to no one above them', async () => {
    const office = withOne(POLICE, OUTCOME);
    office.partners.set('police', [
      holding(1, 'lead', 'deputy', 'lead'),
      holding(2, 'executive', 'senior', 'lead'),
    ]);
    office.partners.set('localAuthority', [holding(3, 'lead')]);
    await office.call();
    expect(contacts(office)).toEqual([[CONTACT(AGENCY(1), 1), CONTACT(AGENCY(1), 3), CONTACT(AGENCY(2), 3)]]);
  });

  it('leaves out whoever is withdrawn, or excluded in the case', async () => {
    const story = new Story()
      .opened('2026-03-30 16:20')
      .act({ kind: 'excludeContact', agency: A1, contact: CONTACT(A1, 2), reason: REASON });
    const office = withOne(POLICE, OUTCOME, story);
    const [gone, ...rest] = holding(1, 'lead', 'lead', 'lead').contacts;
    if (gone === undefined) throw new Error('no contact');
    office.partners.set('police', [{ ...holding(1), contacts: [{ ...gone, withdrawn: true }, ...rest] }]);
    await office.call();
    expect(contacts(office)).toEqual([[CONTACT(A1, 3)]]);
    expect(office.ledger.row(KEY_OF_ONE)).toMatchObject({ outcome: 'accepted', refused: [] });
  });

  it('is refused where nobody holds the seat', () => expectNobody(withOne(POLICE, OUTCOME)));
});

describe('a notice to whoever referred', () => {
  const REFERRER: Recipient = { role: 'referrer', of: REFERENCE };
  const OUTCOME: NoticeBody = { kind: 'outcomeToReferrer', again: false };

  it('goes to the address in the dossier, and the look there is logged', async () => {
    const office = withOne(REFERRER, OUTCOME);
    office.referrers.set(REFERENCE, { name: 'Rowan Ashdown', email: 'rowan@council.example' });
    await office.call();
    expect(sentTo(office)).toEqual([[{ contact: 'referrer', address: 'rowan@council.example' }]]);
    expect(office.sent[0]?.text).not.toContain('Rowan');
    expect(office.views).toEqual([
      { reference: REFERENCE, actor: 'messenger', at: office.now, why: 'casework' },
    ]);
  });

  it('goes to the address that was put right since, and to no other', async () => {
    const office = withOne(REFERRER, OUTCOME);
    office.referrers.set(REFERENCE, { name: 'Rowan Ashdown', email: 'mistyped@council.example' });
    office.story.act({ kind: 'correctParticulars', parts: ['referrer'], reason: REASON });
    const { commandId = '' } =
      office.story.events.findLast(({ kind }) => kind === 'ParticularsCorrected') ?? {};
    office.referrersAnew.set(`${commandId}.referrer`, {
      name: 'Rowan Ashdown',
      email: 'rowan@council.example',
    });
    await office.call();
    expect(sentTo(office)).toEqual([[{ contact: 'referrer', address: 'rowan@council.example' }]]);
  });

  it('of a case that was merged is found in the dossier of that case', async () => {
    const other = 'RR-2026-0004' as CaseReference;
    const office = withOne({ role: 'referrer', of: other }, OUTCOME);
    office.referrers.set(other, { email: 'other@council.example' });
    await office.call();
    expect(sentTo(office)).toEqual([[{ contact: 'referrer', address: 'other@council.example' }]]);
    expect(office.views.map(({ reference }) => reference)).toEqual([other]);
  });

  it.each([
    ['gave no address', { name: 'Rowan Ashdown', telephone: '024 7600 0000' }],
    ['is not to be read any more', 'destroyed' as const],
    ['was never written down', undefined],
  ])('that %s: nobody is left to send to', async (_, referrer) => {
    const office = withOne(REFERRER, OUTCOME);
    if (referrer !== undefined) office.referrers.set(REFERENCE, referrer);
    await expectNobody(office);
  });

  it('is not looked up again once they have it', async () => {
    const office = withOne(REFERRER, OUTCOME);
    office.ledger.add(
      { key: KEY_OF_ONE, reference: REFERENCE, event: 1, to: REFERRER, body: OUTCOME },
      { accepted: ['referrer'] },
    );
    office.referrers.set(REFERENCE, { email: 'rowan@council.example' });
    await office.call();
    expect(office.sent).toEqual([]);
    expect(office.views).toEqual([]);
    expect(office.ledger.row(KEY_OF_ONE).outcome).toBe('accepted');
  });
});

describe('a contact excluded in the case (R13)', () => {
  it('is not written to at a partner, nor as whoever referred', async () => {
    const OUTSIDE = CONTACT(AGENCY(9));
    const body: NoticeBody = { kind: 'outcomeToReferrer', again: false };
    const partner = withOne({ role: 'partner', seat: 'police' }, TOLD);
    partner.partners.set('police', [
      {
        id: AGENCY(9),
        version: 1,
        name: 'Force',
        kind: 'police',
        seat: 'police',
        contacts: [{ id: OUTSIDE, level: 'lead', withdrawn: false }],
      },
    ]);
    const referrer = withOne({ role: 'referrer', of: REFERENCE }, body);
    referrer.referrers.set(REFERENCE, { email: mailbox(OUTSIDE) });
    for (const office of [partner, referrer]) {
      office.mailboxes.set(CONTACT(A1, 2), mailbox(OUTSIDE));
      await expectNobody(excluded(office, 2));
    }
  });
});
