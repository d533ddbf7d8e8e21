// Reminders that people send, contacts that are not written to, and the fuller ladder (R11, R13). The plain ladder is in
// clock.test.ts.

import { describe, expect, it } from '@jest/globals';
import type { ContactAbove } from '../../../domain/rapidReview/scoping/state';
import { AGENCY, CONTACT, REASON } from './story';
import { POLICE, Race, SCHOOL, answer, excluded } from './race';

const LEAD = CONTACT(SCHOOL);
const ABOVE: readonly ContactAbove[] = [
  { contact: CONTACT(SCHOOL, 2), level: 'deputy' },
  { contact: CONTACT(SCHOOL, 3), level: 'senior' },
  { contact: CONTACT(SCHOOL, 4), level: 'executive' },
];
const [DEPUTY, SENIOR, EXECUTIVE] = [CONTACT(SCHOOL, 2), CONTACT(SCHOOL, 3), CONTACT(SCHOOL, 4)];

/** The school is asked on WD1 with those above its lead: its return is due on Thursday 9 April. */
const askedWithAbove = (options: Parameters<Race['received']>[0] = {}): Race => {
  const race = new Race().received({ agencies: [SCHOOL, POLICE], ...options }).at('2026-03-31 10:00');
  race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [LEAD], above: ABOVE }] });
  return race.hear(race.report(SCHOOL, 'accepted'));
};
const full = () => askedWithAbove({ profile: { id: 'cscp-wt2018-full-ladder', version: 1 } });

/** To whom each reminder went, by its day. */
const reached = (race: Race): readonly string[] =>
  race.notices.flatMap(({ body, to, event }) => {
    if (body.kind !== 'agencyReminder' || to.role !== 'agency') return [];
    const reminded = race.of('AgencyReminded').find(({ number }) => number === event);
    return [`${reminded?.body.on ?? ''} ${to.contacts.map((contact) => contact.slice(-2)).join('+')}`];
  });

const remind = { kind: 'sendReminder', agency: SCHOOL } as const;
const exclude = (contact: typeof LEAD) => excluded(SCHOOL, contact);

describe('R11: a reminder sent by a person', () => {
  it('goes now, numbered with the others, with everything that is owed', () => {
    const race = askedWithAbove().at('2026-04-02 17:30').act(remind);
    expect(race.of('AgencyReminded').at(-1)?.body).toMatchObject({
      agency: SCHOOL,
      on: '2026-04-02',
      number: 2,
      rungs: [],
      owes: [
        { key: `agencyReturn:${SCHOOL}`, due: '2026-04-09', missed: false },
        { key: `recordsSecured:${SCHOOL}`, due: '2026-04-02', missed: false },
      ],
    });
    // The ladder's reminders lapse at 16:30; what a person sends at half past five goes.
    expect(race.notices.at(-1)).toMatchObject({ body: { kind: 'agencyReminder', number: 2 } });
    expect(race.notices.at(-1)?.notAfter).toBeUndefined();
  });

  it('is the one mail of its day: the rungs of nine o’clock give way and are recorded as skipped', () => {
    const race = askedWithAbove().at('2026-04-07 08:00').act(remind).at('2026-04-07 12:00');
    expect(race.reminders(SCHOOL).filter((line) => line.startsWith('2026-04-07'))).toEqual([
      '2026-04-07 08:00 2: ',
    ]);
    expect(race.of('RungsSkipped').at(-1)?.body).toMatchObject({ agency: SCHOOL, cause: 'remindedToday' });
    expect(race.at('2026-04-08 12:00').reminders(SCHOOL).at(-1)).toBe(
      '2026-04-08 09:00 3: agencyReturn oneBefore',
    );
  });

  it.each([
    ['after the ladder’s own of that day', '2026-04-07 10:00', remind, 'RemindedToday'],
    ['on a day off', '2026-04-03 10:00', remind, 'NoRemindersOnDayOff'],
    ['to who owes nothing: never asked', '2026-04-02 10:00', { ...remind, agency: POLICE }, 'NothingOwed'],
    ['to who is not on the case', '2026-04-02 10:00', { ...remind, agency: AGENCY(9) }, 'AgencyNotOnCase'],
  ] as const)('is refused %s, with nothing changed', (_what, at, command, code) => {
    expect(askedWithAbove().at(at).refusal(command)).toBe(code);
  });

  it('is refused after the answer, and to an agency with nobody left to write to', () => {
    const answered = askedWithAbove().at('2026-04-02 10:00');
    answered.act(answer(SCHOOL, '2026-04-02', { answer: 'nil' }));
    expect(answered.refusal(remind)).toBe('NothingOwed');
    const silent = askedWithAbove().at('2026-04-02 10:00');
    for (const contact of [LEAD, DEPUTY, SENIOR]) silent.act(exclude(contact));
    expect(silent.refusal(remind)).toBe('AgencyWithoutContact');
  });
});

describe('R13: contacts excluded for a case', () => {
  it('are written to no more; the mail falls to the deputy, then to the senior contact, never to the executive', () => {
    const race = askedWithAbove().at('2026-04-01 12:00').act(exclude(LEAD)).at('2026-04-07 12:00');
    race.act(exclude(DEPUTY)).at('2026-04-08 12:00').act(exclude(SENIOR)).at('2026-04-10 12:00');
    expect(reached(race)).toEqual(['2026-04-01 C1', '2026-04-07 C2', '2026-04-08 C3']);
    expect(race.of('RungsSkipped').at(-1)?.body).toMatchObject({ agency: SCHOOL, cause: 'noContact' });
  });

  it('are kept off under their other contacts too, each once, and under no more than are named', () => {
    const race = askedWithAbove().at('2026-04-01 12:00').act(exclude(DEPUTY));
    race.act({ ...exclude(LEAD), also: [LEAD, DEPUTY, CONTACT(POLICE)] });
    expect(race.open.excludedContacts).toEqual([DEPUTY, LEAD, CONTACT(POLICE)]);
    expect(race.of('ContactExcluded').at(-1)?.body).toMatchObject({
      agency: POLICE,
      contact: CONTACT(POLICE),
    });
  });

  it('readmitted they are written to again', () => {
    const race = askedWithAbove().at('2026-04-01 12:00').act(exclude(LEAD));
    race.act({ ...exclude(LEAD), kind: 'readmitContact' }).at('2026-04-07 12:00');
    expect(reached(race).at(-1)).toBe('2026-04-07 C1');
  });

  it('a bounced address falls to the next in the same way', () => {
    const race = new Race().received().at('2026-03-31 10:00');
    race.act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'paper',
      on: '2026-03-31' as never,
      contacts: [LEAD],
      above: ABOVE,
    });
    race.at('2026-04-01 12:00').act({ kind: 'recordBounce', agency: SCHOOL, contact: LEAD, mailed: true });
    expect(reached(race.at('2026-04-07 12:00'))).toEqual(['2026-04-01 C1', '2026-04-07 C2']);
  });

  it('are not asked in the first place: the request goes to the deputy, then to the senior contact, never to the executive', () => {
    const ask = {
      kind: 'sendScopingRequests',
      agencies: [{ agency: SCHOOL, contacts: [LEAD], above: ABOVE }],
    } as const;
    const race = new Race().received().at('2026-03-31 10:00').act(exclude(LEAD)).act(ask);
    expect(race.notices.at(-1)?.to).toEqual({ role: 'agency', agency: SCHOOL, contacts: [DEPUTY] });
    const later = new Race().received().at('2026-03-31 10:00').act(exclude(LEAD)).act(exclude(DEPUTY));
    later.act(ask);
    expect(later.notices.at(-1)?.to).toEqual({ role: 'agency', agency: SCHOOL, contacts: [SENIOR] });
    later.act(exclude(SENIOR));
    expect(later.refusal(ask)).toBe('AgencyWithoutContact');
  });

  it('are not asked, not invited, and not told that an answer was sent back', () => {
    const race = new Race().received().at('2026-03-31 10:00').act(exclude(LEAD));
    const ask = { kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [LEAD] }] } as const;
    expect(race.refusal(ask)).toBe('AgencyWithoutContact');
    race.act({ ...ask, agencies: [{ agency: SCHOOL, contacts: [LEAD, DEPUTY] }] });
    expect(race.notices.at(-1)?.to).toEqual({ role: 'agency', agency: SCHOOL, contacts: [DEPUTY] });
    race.hear(race.report(SCHOOL, 'accepted')).meetingArranged();
    expect(race.mails('meetingInvitation').some((key) => key.endsWith(SCHOOL))).toBe(false);
    race.act(answer(SCHOOL, '2026-03-31'));
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    expect(race.notices.at(-1)?.to).toEqual({ role: 'agency', agency: SCHOOL, contacts: [DEPUTY] });
  });

  it.each([
    ['an exclusion twice', exclude(LEAD), 'ContactAlreadyExcluded'],
    ['an exclusion at no agency', { ...exclude(DEPUTY), agency: AGENCY(9) }, 'AgencyNotOnCase'],
    ['readmitting who is not excluded', { ...exclude(DEPUTY), kind: 'readmitContact' }, 'ContactNotExcluded'],
  ] as const)('%s is refused, with nothing changed', (_what, command, code) => {
    expect(askedWithAbove().act(exclude(LEAD)).refusal(command)).toBe(code);
  });
});

describe('R11: the fuller ladder', () => {
  const confirm = { kind: 'confirmEscalation', agency: SCHOOL } as const;

  it('adds the day itself, the deputy and the senior contact the day after', () => {
    expect(reached(full().at('2026-04-10 12:00'))).toEqual([
      '2026-04-01 C1',
      '2026-04-02 C1',
      // The records a day late, and the answer two days ahead.
      '2026-04-07 C1+C2+C3',
      '2026-04-08 C1',
      '2026-04-09 C1',
      '2026-04-10 C1+C2+C3',
    ]);
  });

  it('goes to the executive two days after once a coordinator has said so', () => {
    const race = full().at('2026-04-10 12:00').act(confirm).at('2026-04-14 12:00');
    expect(reached(race).at(-1)).toBe('2026-04-13 C1+C4');
    expect(race.of('AgencyReminded').at(-1)?.body.escalatesTo).toEqual(['executive']);
  });

  it('without a word the rung is skipped and recorded, and saying it later sends nothing', () => {
    const race = full().at('2026-04-13 12:00');
    const last = reached(race).at(-1);
    expect(race.of('RungsSkipped').at(-1)?.body).toMatchObject({
      agency: SCHOOL,
      cause: 'notConfirmed',
      rungs: [{ rung: 'twoAfter' }],
    });
    race.act(confirm).at('2026-04-20 12:00');
    expect(reached(race).at(-1)).toBe(last);
  });

  it('never reaches who is excluded', () => {
    const race = full().act(exclude(SENIOR)).act(exclude(EXECUTIVE)).act(confirm).at('2026-04-14 12:00');
    expect(reached(race).slice(-2)).toEqual(['2026-04-10 C1+C2', '2026-04-13 C1']);
  });

  it('a word is refused twice, for an agency not on the case, and where no rung waits for one', () => {
    expect(full().act(confirm).refusal(confirm)).toBe('EscalationAlreadyConfirmed');
    expect(full().refusal({ ...confirm, agency: AGENCY(9) })).toBe('AgencyNotOnCase');
    expect(askedWithAbove().refusal(confirm)).toBe('NoRungToConfirm');
  });
});
