// Addresses from which a mail came back (R3, R11): nobody is written to there, whether the request went another way before that or
// after, until the request is mailed to them again.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { reachableContacts } from '../../../domain/rapidReview/reminders/reach';
import { answer, excluded, Race, SCHOOL } from './race';
import { CONTACT, REASON } from './story';

const [LEAD, DEPUTY, SENIOR] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2), CONTACT(SCHOOL, 3)];
const toSchool = {
  agency: SCHOOL,
  contacts: [LEAD],
  above: [
    { contact: DEPUTY, level: 'deputy' },
    { contact: SENIOR, level: 'senior' },
  ],
} as const;
const mail = { kind: 'sendScopingRequests', agencies: [toSchool] } as const;
const bounce = (contact = LEAD) => ({ kind: 'recordBounce', agency: SCHOOL, contact }) as const;
const rung = {
  kind: 'recordRequestSent',
  channel: 'telephone',
  on: civilDate('2026-04-01'),
  ...toSchool,
} as const;
const isVoid = { kind: 'voidRequest', agency: SCHOOL, reason: REASON } as const;

const received = (rules: { readonly rulesVersion?: number } = {}) =>
  new Race().received({ agencies: [SCHOOL], ...rules }).at('2026-03-31 10:00');
const mailed = () => {
  const race = received().act(mail);
  return race.hear(race.report(SCHOOL, 'accepted')).at('2026-04-01 10:00');
};
const writtenTo = (race: Race) => reachableContacts(race.open, SCHOOL);

describe('R3, R11: an address from which the request came back', () => {
  it('is known whether the agency was rung before that or after, and reminders fall to the deputy', () => {
    const after = mailed().act(bounce()).act(rung);
    const before = received().act(mail).at('2026-04-01 10:00').act(rung).act(bounce());
    for (const race of [after, before]) {
      expect(race.open.agencies[0]?.request?.contacts).toMatchObject([{ contact: LEAD, bounced: true }]);
      expect(writtenTo(race)).toEqual([DEPUTY]);
      race.at('2026-04-08 12:00');
      expect(race.notices.findLast(({ body }) => body.kind === 'agencyReminder')?.to).toMatchObject({
        contacts: [DEPUTY],
      });
    }
  });

  it('also where the mail server refused it, and where a person declared the request void', () => {
    const refused = received().act(mail);
    refused.hear(refused.report(SCHOOL, 'refused', { refused: [LEAD] })).at('2026-04-01 10:00');
    const declared = mailed().act({ ...mail, agencies: [{ ...toSchool, contacts: [LEAD, SENIOR] }] });
    declared.act(bounce()).act(isVoid);
    for (const race of [refused, declared]) expect(writtenTo(race.act(rung))).toEqual([DEPUTY]);
    // From one round to the next.
    expect(writtenTo(declared.act(isVoid).act(rung))).toEqual([DEPUTY]);
  });

  it('and where the agency was taken off the case and is added again', () => {
    const race = mailed().act(bounce());
    race
      .act({ kind: 'removeAgency', agency: SCHOOL, reason: REASON })
      .act({ kind: 'addAgency', agency: SCHOOL });
    expect(writtenTo(race.act(rung))).toEqual([DEPUTY]);
  });

  it('is tried anew where the request is mailed to it again, and then as good as any', () => {
    const race = mailed().act(bounce()).act(rung).act(mail);
    expect(writtenTo(race)).toEqual([LEAD]);
    const anew = mailed().act(bounce()).act(mail).act(isVoid).act(rung);
    expect(writtenTo(anew)).toEqual([LEAD]);
  });

  it('is written to no more either where it is that of somebody above, to whom it had gone in the place of another', () => {
    const race = received().act(excluded(SCHOOL, LEAD)).act(mail).at('2026-04-01 10:00').act(rung);
    expect(writtenTo(race)).toEqual([DEPUTY]);
    expect(writtenTo(race.act(bounce(DEPUTY)))).toEqual([SENIOR]);
  });

  it('of somebody above who was asked in the place of another is tried anew too, as the request is mailed to those below', () => {
    const inPlaceOfLead = (rules: { readonly rulesVersion?: number } = {}) => {
      const race = received(rules).act(excluded(SCHOOL, LEAD)).act(mail).at('2026-04-01 10:00').act(rung);
      race.act(bounce(DEPUTY)).act({ kind: 'readmitContact', agency: SCHOOL, contact: LEAD, reason: REASON });
      return race.act(mail);
    };
    const race = inPlaceOfLead();
    expect(race.open.agencies[0]?.request?.contacts).toMatchObject([{ contact: LEAD, bounced: false }]);
    // Until something comes back from there again.
    expect(writtenTo(race.act(excluded(SCHOOL, LEAD)))).toEqual([DEPUTY]);
    expect(writtenTo(race.act({ ...bounce(DEPUTY), mailed: true }))).toEqual([SENIOR]);
    expect(writtenTo(inPlaceOfLead({ rulesVersion: 25 }).act(excluded(SCHOOL, LEAD)))).toEqual([SENIOR]);
  });

  it('of somebody above who was not asked counts as none of those asked, and is tried anew with the request', () => {
    const race = received().act(mail).at('2026-04-01 10:00').act(rung);
    race.act({ ...bounce(DEPUTY), mailed: true });
    expect(race.open.agencies[0]?.request?.contacts).toMatchObject([{ contact: LEAD }]);
    expect(race.refusal({ ...bounce(DEPUTY), mailed: true })).toBe('ContactAlreadyBounced');
    expect(writtenTo(race.act(excluded(SCHOOL, LEAD)))).toEqual([SENIOR]);
    race.act({ kind: 'readmitContact', agency: SCHOOL, contact: LEAD, reason: REASON });
    expect(writtenTo(race.act(mail).act(excluded(SCHOOL, LEAD)))).toEqual([DEPUTY]);
  });
});

describe('R3: a mail comes back of those to whom one went', () => {
  const asked = () => received().at('2026-04-01 10:00').act(rung);

  it('not of who was asked another way alone, but for another mail that went there, which makes nothing void', () => {
    const race = asked();
    expect(race.refusal(bounce())).toBe('ContactNotAsked');
    race.act({ ...bounce(), mailed: true });
    expect([race.of('RequestVoided'), writtenTo(race)]).toEqual([[], [DEPUTY]]);
  });

  it('of who stands above, too, where a mail went to them in the place of another', () => {
    const race = asked().act({ ...bounce(), mailed: true });
    expect(race.refusal(bounce(DEPUTY))).toBe('ContactNotAsked');
    expect(writtenTo(race.act({ ...bounce(DEPUTY), mailed: true }))).toEqual([SENIOR]);
    expect(race.refusal({ ...bounce(CONTACT(SCHOOL, 7)), mailed: true })).toBe('ContactNotAsked');
  });

  it('that makes nothing void of a request whose re-sending was refused, nor once an answer to it is none', () => {
    const refused = () => {
      const race = mailed().act(mail).at('2026-04-01 11:00');
      return race.hear(race.report(SCHOOL, 'refused', { sending: 2, refused: [LEAD] }));
    };
    const back = { ...bounce(DEPUTY), mailed: true } as const;
    const never = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
    const answered = refused().act(answer(SCHOOL, '2026-04-01')).act(back).act(never);
    for (const race of [refused().act(back), answered])
      expect([race.of('RequestVoided'), writtenTo(race)]).toEqual([[], [SENIOR]]);
  });

  it('and told again is recorded already, also where the request is void for it', () => {
    expect(mailed().act(bounce()).refusal(bounce())).toBe('ContactAlreadyBounced');
    const race = mailed()
      .act(bounce())
      .act({ ...mail, agencies: [{ ...toSchool, contacts: [SENIOR] }] });
    expect(race.refusal(bounce())).toBe('ContactAlreadyBounced');
    expect(received().refusal(bounce())).toBe('RequestNotMade');
  });
});
