// What the team is told once in its mail of 09:00 beside dates at risk, misses and failed mail (R12): each topic exactly
// once, over outages too, and not any more once it is settled.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { wakeAt } from '../../../domain/rapidReview/wake';
import type { AgencyId } from '../../../domain/timetable/facts';
import { lastItem, told } from './tellings';
import { AGENCY, CONTACT, REASON, REFERENCE, london } from './story';
import { BOARD, COUNCIL, POLICE, Race, SCHOOL, WITHDRAWAL, answer, invitation } from './race';

describe('R12: no date fixed by WD2', () => {
  it('is told at nine on WD2, once', () => {
    const race = new Race().received().asked().at('2026-04-30 12:00');
    expect(told(race, 'meetingNotFixed')).toEqual(['2026-04-01 09:00']);
    expect(lastItem(race, 'meetingNotFixed')).toEqual({ about: 'meetingNotFixed', by: '2026-04-01' });
  });

  it('is not told where a date is fixed by then', () => {
    const race = new Race().received().asked().meetingArranged().at('2026-04-13 12:00');
    expect(told(race, 'meetingNotFixed')).toEqual([]);
  });

  it('is told again when that meeting is cancelled, has passed unopened, or was held in vain', () => {
    const fixed = () => new Race().received().asked().meetingArranged();
    const cancelled = fixed().at('2026-04-08 12:00').act({ kind: 'cancelMeeting', reason: REASON });
    expect(told(cancelled.at('2026-04-17 12:00'), 'meetingNotFixed')).toEqual(['2026-04-09 09:00']);
    expect(told(fixed().at('2026-04-17 12:00'), 'meetingNotFixed')).toEqual(['2026-04-15 09:00']);
    const inVain = fixed().convened().arrived('localAuthority', 'police').closed().at('2026-04-17 12:00');
    expect(told(inVain, 'meetingNotFixed')).toEqual(['2026-04-15 09:00']);
  });

  it('waits over an outage for the next mail, and is told then', () => {
    const race = new Race().received().asked().outageUntil('2026-04-01 17:00').at('2026-04-10 12:00');
    expect(told(race, 'meetingNotFixed')).toEqual(['2026-04-02 09:00']);
  });

  it('where nothing else was to be told that day, it is recorded that the mail did not go, and the clock goes on', () => {
    const race = new Race()
      .received()
      .at('2026-03-31 10:00')
      .sent(...[COUNCIL, POLICE, BOARD, SCHOOL]);
    for (const agency of [COUNCIL, POLICE, BOARD, SCHOOL])
      race.act(answer(agency, '2026-03-31', { answer: 'nil' }));
    race.outageUntil('2026-04-01 17:00');
    expect(race.of('BriefingSkipped').at(-1)?.body).toEqual({ on: '2026-04-01', lapsedWarnings: [] });
    expect(wakeAt(race.state, race.calendar)).toBe(london('2026-04-02 09:00'));
    expect(told(race.at('2026-04-10 12:00'), 'meetingNotFixed')).toEqual(['2026-04-02 09:00']);
  });
});

describe('R12: quorum at risk', () => {
  const reply = (agency: AgencyId, said: 'accepted' | 'declined') =>
    ({ kind: 'recordInvitationReply', agency, reply: said }) as const;
  const withoutPolice = () => {
    const { invitees } = invitation('2026-04-14 10:00');
    return invitees.filter(({ seat }) => seat !== 'police');
  };

  it('is told once for the seats that nobody is invited for', () => {
    const race = new Race()
      .received()
      .asked()
      .meetingArranged('2026-04-14 10:00', { invitees: withoutPolice() });
    race.at('2026-04-13 12:00');
    expect(told(race, 'quorumAtRisk')).toEqual(['2026-04-01 09:00']);
    expect(lastItem(race, 'quorumAtRisk')).toMatchObject({ meeting: 1, on: '2026-04-14', seats: ['police'] });
  });

  it('is told when one declines, and again when another does', () => {
    const race = new Race().received().asked().meetingArranged().at('2026-04-07 12:00');
    race.act(reply(COUNCIL, 'declined')).at('2026-04-08 12:00');
    race.act(reply(AGENCY(2), 'declined')).at('2026-04-13 12:00');
    expect(told(race, 'quorumAtRisk')).toEqual(['2026-04-08 09:00', '2026-04-09 09:00']);
    expect(lastItem(race, 'quorumAtRisk')).toMatchObject({ seats: ['localAuthority', 'police'] });
  });

  it('is told again once it was put right in between', () => {
    const at = ['2026-04-02 09:00', '2026-04-08 09:00'];
    const race = () => new Race().received().asked().meetingArranged().at('2026-04-01 12:00');
    const declined = race().act(reply(POLICE, 'declined')).at('2026-04-02 12:00');
    declined.act(reply(POLICE, 'accepted')).at('2026-04-07 12:00');
    declined.act(reply(POLICE, 'declined')).at('2026-04-13 12:00');
    expect(told(declined, 'quorumAtRisk')).toEqual(at);
    const contact = { agency: POLICE, contact: CONTACT(POLICE), reason: REASON };
    const excluded = race()
      .act({ kind: 'excludeContact', ...contact })
      .at('2026-04-02 12:00');
    excluded.act({ kind: 'readmitContact', ...contact }).at('2026-04-07 12:00');
    excluded.act({ kind: 'excludeContact', ...contact }).at('2026-04-13 12:00');
    expect(told(excluded, 'quorumAtRisk')).toEqual(at);
  });

  it('is not told again where another seat alone was put right', () => {
    const race = new Race().received().asked().meetingArranged().at('2026-04-01 12:00');
    race.act(reply(POLICE, 'declined')).at('2026-04-02 12:00');
    race.act(reply(COUNCIL, 'declined')).at('2026-04-07 12:00');
    race.act(reply(COUNCIL, 'accepted')).at('2026-04-13 12:00');
    expect(told(race, 'quorumAtRisk')).toEqual(['2026-04-02 09:00', '2026-04-07 09:00']);
  });

  it('is not told once the seat is covered, nor after the meeting has begun', () => {
    const race = new Race().received().asked().meetingArranged().at('2026-04-07 12:00');
    race.act(reply(COUNCIL, 'declined'));
    race.act(reply(COUNCIL, 'accepted')).at('2026-04-08 12:00');
    expect(told(race, 'quorumAtRisk')).toEqual([]);
    race.outageUntil('2026-04-14 10:00').act(reply(COUNCIL, 'declined'));
    expect(told(race.at('2026-04-20 12:00'), 'quorumAtRisk')).toEqual([]);
  });
});

describe('R12: papers day', () => {
  it('is told at nine of the working day before the meeting, once, and anew for a new date', () => {
    const race = new Race().received().asked().meetingArranged('2026-04-14 10:00').at('2026-04-13 12:00');
    expect(told(race, 'papersDue')).toEqual(['2026-04-13 09:00']);
    race.act({ ...invitation('2026-04-17 10:00'), kind: 'rearrangeMeeting', reason: REASON });
    expect(told(race.at('2026-04-20 12:00'), 'papersDue')).toEqual(['2026-04-13 09:00', '2026-04-16 09:00']);
  });
});

describe('R12: a meeting that nobody closed', () => {
  it('is told at nine of the next working day, once; not where it is closed by then', () => {
    const race = new Race().received().asked().meetingArranged('2026-04-17 10:00').quorate();
    expect(told(race.at('2026-04-22 12:00'), 'meetingNotClosed')).toEqual(['2026-04-20 09:00']);
    expect(lastItem(race, 'meetingNotClosed')).toMatchObject({ meeting: 1, on: '2026-04-17' });
    const closed = new Race().received().asked().meetingArranged('2026-04-17 10:00').quorate().closed();
    expect(told(closed.at('2026-04-22 12:00'), 'meetingNotClosed')).toEqual([]);
  });
});

describe('R12: the Panel is silent', () => {
  it('is told after ten working days without a word, once; a chaser waits as long again', () => {
    // To the Panel on Tuesday 14 April: ten working days end on Tuesday 28.
    const race = new Race().toPanel().at('2026-05-15 12:00');
    expect(told(race, 'panelSilent')).toEqual(['2026-04-29 09:00']);
    expect(lastItem(race, 'panelSilent')).toEqual({ about: 'panelSilent', since: '2026-04-14' });
    race.act({ kind: 'contactPanel', contact: 'chase', channel: 'mail', note: REASON });
    // From Friday 15 May over the bank holiday of the 25th.
    race.at('2026-06-30 12:00');
    expect(told(race, 'panelSilent')).toEqual(['2026-04-29 09:00', '2026-06-02 09:00']);
  });

  it('a word that the mail server refused starts no wait', () => {
    const race = new Race().toPanel().at('2026-04-21 12:00');
    race.act({ kind: 'contactPanel', contact: 'chase', channel: 'mail', note: REASON });
    race.hear({ ...race.dispatch('refused'), key: `${REFERENCE}/${race.mails('panelChase')[0] ?? ''}` });
    expect(told(race.at('2026-05-15 12:00'), 'panelSilent')).toEqual(['2026-04-29 09:00']);
  });

  it('is not told once it has replied, nor while the partners reconsider', () => {
    const replied = new Race().toPanel().at('2026-04-20 12:00').replied('agrees').at('2026-06-30 12:00');
    expect(told(replied, 'panelSilent')).toEqual([]);
    const disagreed = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at('2026-06-30 12:00');
    expect(told(disagreed, 'panelSilent')).toEqual([]);
  });

  it('is not told while the next word is with the partners, and again once they have given it', () => {
    const asked = () => new Race().toPanel().at('2026-04-20 12:00').replied('asksForMore');
    expect(told(asked().at('2026-06-30 12:00'), 'panelSilent')).toEqual([]);
    const sent = asked().at('2026-04-21 12:00').informed().at('2026-06-30 12:00');
    expect(told(sent, 'panelSilent')).toEqual(['2026-05-07 09:00']);
    const rung = asked().act({ kind: 'contactPanel', contact: 'other', channel: 'telephone', note: REASON });
    expect(told(rung.at('2026-06-30 12:00'), 'panelSilent')).toEqual(['2026-05-06 09:00']);
  });

  it('is told again after a reply that leaves something open', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('considersNationalReview');
    expect(told(race.at('2026-06-30 12:00'), 'panelSilent')).toEqual(['2026-05-06 09:00']);
  });
});

describe('R12: an agency that another one named', () => {
  const proposed = () =>
    new Race()
      .received()
      .asked()
      .at('2026-04-07 12:00')
      .act(answer(SCHOOL, '2026-04-07', { answer: 'wrongOrganisation', askInstead: { agency: AGENCY(7) } }));

  it('is told in the next mail, once', () => {
    const race = proposed().at('2026-04-30 12:00');
    expect(told(race, 'agencyProposed')).toEqual(['2026-04-08 09:00']);
    expect(lastItem(race, 'agencyProposed')).toEqual({
      about: 'agencyProposed',
      by: SCHOOL,
      agency: AGENCY(7),
      proposal: race.of('AgencyProposed')[0]?.number,
    });
  });

  it('is not told once it is on the case, or declined', () => {
    expect(
      told(
        proposed()
          .act({ kind: 'addAgency', agency: AGENCY(7) })
          .at('2026-04-30 12:00'),
        'agencyProposed',
      ),
    ).toEqual([]);
    const race = proposed();
    const proposal = race.of('AgencyProposed')[0]?.number ?? 0;
    race.act({ kind: 'declineProposal', proposal, reason: REASON });
    expect(told(race.at('2026-04-30 12:00'), 'agencyProposed')).toEqual([]);
  });
});

describe('R11 and R12: the executive waits for a word', () => {
  const full = () =>
    new Race()
      .received({ profile: { id: 'cscp-wt2018-full-ladder', version: 1 } })
      .at('2026-03-31 10:00')
      .sent(SCHOOL);

  it('is told the working day before that rung, once', () => {
    const race = full().at('2026-04-30 12:00');
    expect(told(race, 'escalationWaits')).toEqual(['2026-04-10 09:00']);
    expect(lastItem(race, 'escalationWaits')).toEqual({
      about: 'escalationWaits',
      agency: SCHOOL,
      on: '2026-04-13',
    });
  });

  it('is not told of who has answered, or for whom the word is given', () => {
    expect(told(full().returned('2026-04-09', SCHOOL).at('2026-04-30 12:00'), 'escalationWaits')).toEqual([]);
    const said = full().act({ kind: 'confirmEscalation', agency: SCHOOL }).at('2026-04-30 12:00');
    expect(told(said, 'escalationWaits')).toEqual([]);
  });
});

describe('R12: mail that failed', () => {
  it('to the Panel, a partner, a referrer or those on call is told at nine, with its notice', () => {
    const race = new Race().toGate().act({ kind: 'informPanel' });
    race.hear(race.dispatch('refused')).hear(race.dispatch('refused')).at('2026-04-16 12:00');
    const failed = race.briefings().filter((line) => line.includes('mailFailed'));
    expect(failed).toEqual([expect.stringContaining(`mailFailed ${REFERENCE}/panelDispatch/1`)]);
  });

  it('after the end, when no mail of nine goes any more, it is told at once', () => {
    const race = new Race().received().asked();
    race.act(WITHDRAWAL);
    const to = { role: 'agency', agency: SCHOOL, contacts: [] } as const;
    race.hear({ key: `${REFERENCE}/ended/1/${SCHOOL}`, to, refused: [], outcome: 'refused' });
    expect(race.notices.at(-1)?.body).toMatchObject({
      kind: 'teamBriefing',
      items: [{ about: 'mailFailed' }],
    });
  });
});

describe('R12: a date at risk', () => {
  it('is told one working day before, the scoping dispatch on WD1 and WD2; what is done is not', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL], timestamps: {} })
      .meetingArranged('2026-04-20 10:00');
    race.at('2026-04-02 10:00').sent(SCHOOL).returned('2026-04-02', SCHOOL);
    race.act({
      kind: 'recordRecordsSecured',
      agency: SCHOOL,
      on: civilDate('2026-04-02'),
      secured: { paper: true, electronic: true, locked: true },
    });
    race.at('2026-04-23 12:00');
    const atRisk = race
      .of('TeamBriefed')
      .flatMap(({ body }) =>
        body.items.flatMap((item) => (item.about === 'atRisk' ? [`${body.on} ${item.key}`] : [])),
      );
    expect(atRisk).toEqual([
      `2026-03-31 scopingDispatch:${SCHOOL}`,
      `2026-04-01 scopingDispatch:${SCHOOL}`,
      '2026-04-17 meeting',
      '2026-04-21 completeLocal',
    ]);
  });
});
