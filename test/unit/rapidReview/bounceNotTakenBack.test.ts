// When it is not taken back that a mail came back (R8; docs/adr/0034-recorded-by-mistake.md): each refusal changes nothing.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { reachableContacts } from '../../../domain/rapidReview/reminders/reach';
import { bounce, LEAD, mail, mailed, never, OTHER } from './bouncedMail';
import { answer, COUNCIL, Race, SCHOOL, WITHDRAWAL } from './race';
import { REASON } from './story';

describe('what is refused, and changes nothing', () => {
  it('what nobody recorded, or of another round, or of an agency that is not on the case', () => {
    expect(mailed().refusal(never())).toBe('BounceNotRecorded');
    expect(mailed(2).act(bounce()).refusal(never(OTHER))).toBe('BounceNotRecorded');
    expect(
      mailed()
        .act(bounce())
        .refusal({ ...never(), round: 2 }),
    ).toBe('BounceNotRecorded');
    expect(mailed().act(bounce()).act(never()).refusal(never())).toBe('BounceNotRecorded');
    expect(mailed().refusal({ ...never(), agency: COUNCIL })).toBe('AgencyNotOnCase');
  });

  it("the mail server's own word", () => {
    const refused = () => {
      const race = new Race()
        .received({ agencies: [SCHOOL] })
        .at('2026-03-31 10:00')
        .send([SCHOOL], 2);
      return race.hear(race.report(SCHOOL, 'accepted', { refused: [LEAD] }));
    };
    expect(refused().refusal(never())).toBe('BounceByMailServer');
    // Also where what a person recorded made it void.
    const race = refused().act(bounce(OTHER));
    expect(race.refusal(never())).toBe('BounceByMailServer');
    race.act(never(OTHER));
    expect(reachableContacts(race.open, SCHOOL)).toEqual([OTHER]);
  });

  it('once the agency is asked anew, by mail or another way', () => {
    const anew = mailed().act(bounce()).act(mail(OTHER));
    expect(anew.refused({ ...never(), round: 1 })).toEqual({
      code: 'RequestMadeAnew',
      agency: SCHOOL,
      round: 2,
    });
    const on = civilDate('2026-03-31');
    const rung = mailed().act(bounce());
    rung.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts: [LEAD] });
    expect(rung.refusal({ ...never(), round: 1 })).toBe('RequestMadeAnew');
    expect(rung.refusal(never())).toBe('BounceNotKept');
  });

  it('once the request is sent again, or its day put right, since how it stood is not known any more', () => {
    expect(mailed(2).act(bounce()).act(mail(OTHER)).refusal(never())).toBe('BounceNotKept');
    expect(mailed(2).act(bounce()).act(mail(LEAD)).refusal(never())).toBe('BounceNotRecorded');
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .send([SCHOOL]);
    const report = race.report(SCHOOL, 'accepted');
    const on = civilDate('2026-04-01');
    race.at('2026-04-02 10:00');
    race.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts: [] });
    race.hear(report).act(bounce());
    const right = { kind: 'correctRequestSent', agency: SCHOOL, reason: REASON } as const;
    race.act({ ...right, on: civilDate('2026-04-02') });
    expect(race.refusal(never())).toBe('BounceNotKept');
    // Answered before anything was known of the mail, and rung then.
    const rung = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .send([SCHOOL]);
    rung.at('2026-04-01 10:00').act(answer(SCHOOL, '2026-04-01')).act(bounce());
    rung.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts: [] });
    expect(rung.refusal(never())).toBe('BounceNotKept');
  });

  it('once the case has ended', () => {
    expect(mailed().act(bounce()).act(WITHDRAWAL).refusal(never())).toBe('CaseHasEnded');
  });

  it('R3: a request that a person declared void stays void', () => {
    const race = mailed(2).act(bounce());
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).act(never());
    expect(race.open.agencies[0]?.request).toBeUndefined();
    expect(race.open.agencies[0]?.unreachable).toBeUndefined();
  });
});
