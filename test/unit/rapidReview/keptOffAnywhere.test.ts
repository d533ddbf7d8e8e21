// Whoever turns out to be implicated is kept off the case wherever they may still be written to, or answer (R13): after its end too,
// and where their agency is invited to the meeting alone.

import { describe, expect, it } from '@jest/globals';
import type { CaseReference, EndedCase } from '../../../domain/rapidReview/state';
import { answerLinkRestsOn } from '../../../domain/rapidReview/returns/answerLink';
import { Race, SCHOOL, WITHDRAWAL, excluded, invitation } from './race';
import { AGENCY, CONTACT, REASON } from './story';

const readmit = { ...excluded(SCHOOL), kind: 'readmitContact' } as const;
const withdrawn = () => new Race().received().asked().at('2026-04-01 10:00').act(WITHDRAWAL);
const ended = ({ state }: Race): EndedCase => {
  if (state.status !== 'ended') throw new Error(`the case is ${state.status}`);
  return state;
};

describe('R13, R20: after the end', () => {
  it('nobody who is kept off hears that the case goes on, and their link is no more', () => {
    const race = withdrawn();
    const link = answerLinkRestsOn(ended(race), SCHOOL);
    expect(answerLinkRestsOn(ended(race.act(excluded(SCHOOL))), SCHOOL)).not.toBe(link);
    race.act({ kind: 'undoWithdrawal', reason: REASON });
    const told = race.notices.flatMap(({ body, to }) =>
      body.kind === 'resumedToAgency' && 'contacts' in to ? to.contacts : [],
    );
    expect(told).not.toHaveLength(0);
    expect(told).not.toContain(CONTACT(SCHOOL));
  });

  it('they are let back on too, and nothing else is taken that was not', () => {
    const race = withdrawn().act(excluded(SCHOOL)).act(readmit);
    expect(race.refusal(readmit)).toBe('ContactNotExcluded');
    expect(race.refusal({ kind: 'sendReminder', agency: SCHOOL })).toBe('CaseHasEnded');
  });

  it('of a merged case they are kept off the one that goes on, which the refusal names', () => {
    const into = 'RR-2026-0001' as CaseReference;
    const race = new Race().received().asked().at('2026-04-01 10:00');
    race.act({ kind: 'endAsMerged', into, reason: REASON });
    expect(race.refused(excluded(SCHOOL))).toMatchObject({ code: 'CaseHasEnded', into });
  });
});

describe('R13, R14: of an agency that is invited to the meeting alone', () => {
  const GUEST = AGENCY(9);
  const invited = () => {
    const { invitees, ...meeting } = invitation('2026-04-14 10:00');
    const guest = { agency: GUEST, agencyKind: 'housing', contacts: [CONTACT(GUEST)] } as const;
    return new Race()
      .received()
      .asked()
      .act({ ...meeting, invitees: [...invitees, guest] });
  };

  it('the invitation is theirs no more', () => {
    const race = invited().act(excluded(GUEST));
    expect(race.open.excludedContacts).toEqual([CONTACT(GUEST)]);
    expect(race.refusal(excluded(AGENCY(8)))).toBe('AgencyNotOnCase');
  });
});
