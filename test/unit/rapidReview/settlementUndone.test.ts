// A case that a reply of the Panel settled by mistake goes on: the reply was another case's, or needs more. What it owed it owes again,
// the gap counted, and nobody is told of an end of which nobody was told (R8, R9, R20, R21).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { answer, COUNCIL, Race, WITHDRAWAL } from './race';
import { AGENCY, CONTACT, REASON } from './story';
import { told } from './tellings';

const undo: CommandBody = { kind: 'undoSettlement', reason: REASON };
const LATE = AGENCY(9);
/** The Panel was informed on 14 April, and agrees on the 20th. */
const agreed = (options = {}) => new Race().toPanel(options).at('2026-04-20 12:00').replied('agrees');

describe('R8, R20: a case that was settled by mistake', () => {
  it.each(['agrees', 'announcesNationalReview'] as const)(
    'goes on, and the reply that ended it ("%s") counts no more',
    (reply) => {
      const race = new Race().toPanel().at('2026-04-20 12:00').replied(reply);
      expect(race.state).toMatchObject({ status: 'ended', ending: { cause: 'settled' } });
      const mails = race.notices.length;
      race.at('2026-04-22 12:00').act(undo);
      expect(race.state).toMatchObject({ status: 'open', panel: { replies: [] } });
      expect(race.state).not.toHaveProperty('ending');
      expect(race.events.slice(-2).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['SettlementUndone', 'PanelReplyCorrected']),
      );
      expect(race.line('completeLocal')).toMatchObject({ status: 'met' });
      expect(race.notices).toHaveLength(mails);
      race.replied('disagrees');
      expect(race.open.panel.replies).toMatchObject([{ number: 2, reply: 'disagrees' }]);
    },
  );

  it('keeps a reply that a person settled too soon, and can be settled again', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('considersNationalReview');
    race.act({ kind: 'settleReply', reason: REASON }).at('2026-04-22 12:00').act(undo);
    expect(race.open.panel.replies).toMatchObject([{ number: 1, reply: 'considersNationalReview' }]);
    expect(race.of('PanelReplyCorrected')).toEqual([]);
    race.act({ kind: 'settleReply', reason: REASON });
    expect(race.state).toMatchObject({ status: 'ended' });
  });

  it('is missed, at that moment, in what fell due meanwhile: the team hears it at the next nine', () => {
    const race = new Race().toGate().at('2026-04-14 12:00').informed();
    race.act({ kind: 'addAgency', agency: LATE }).at('2026-04-14 14:00').replied('agrees');
    expect(race.misses().join()).not.toContain(LATE);
    race.at('2026-04-20 12:00').act(undo);
    expect(race.line('scopingDispatch', LATE)).toMatchObject({ status: 'missed', due: '2026-04-15' });
    race.at('2026-04-22 12:00');
    expect(told(race, 'missed').at(-1)).toBe('2026-04-21 09:00');
  });

  it('R9: goes over to the bank holidays of now, and its agencies hear of what moved', () => {
    const race = new Race().toPanel().at('2026-04-14 14:00').act({ kind: 'addAgency', agency: LATE });
    race.send([LATE]).sent(LATE).replied('agrees').at('2026-04-15 12:00');
    const calendar = proclaimed(officialCalendar, '2026-04-20');
    race.act({
      ...undo,
      follow: { change: 1, calendar: race.offered(calendar), accepted: race.now },
    });
    expect(race.calendar.snapshot.version).toBe(calendar.snapshot.version);
    expect(race.of('AgencyToldOfDates').map(({ body }) => body.agency)).toEqual([LATE]);
  });

  it('tells that it goes on whoever heard as it was settled that nothing more is wanted of them, and owes something', () => {
    const resumed = (race: Race) => race.notices.filter(({ body }) => body.kind === 'resumedToAgency');
    const late = (options = {}) => {
      const race = new Race()
        .toPanel(options)
        .at('2026-04-15 12:00')
        .act({ kind: 'addAgency', agency: LATE });
      return race.sent(LATE);
    };
    const owing = late().at('2026-04-20 12:00').replied('agrees').at('2026-04-22 12:00').act(undo);
    expect(resumed(owing)).toMatchObject([
      { to: { agency: LATE, contacts: [CONTACT(LATE)] }, body: { agency: LATE, settled: true } },
    ]);
    // It has heard the outcome: not again as it is settled again, and what is decided again replaces that.
    owing.replied('disagrees').meetingArranged('2026-04-24 10:00').quorate().decided().closed().signedOff();
    expect(
      owing.informed().notices.findLast(({ key }) => key.endsWith(`outcome/2/${LATE}`))?.body,
    ).toMatchObject({ again: true });
    const settledAgain = late().replied('agrees').at('2026-04-16 12:00').act(undo);
    const before = settledAgain.mails('outcomeToAgency');
    expect(settledAgain.replied('agrees').mails('outcomeToAgency')).toEqual(before);
    const done = { paper: true, electronic: true, locked: true } as const;
    const answered = late().act(answer(LATE, '2026-04-15'));
    answered.act({ kind: 'recordRecordsSecured', agency: LATE, on: civilDate('2026-04-15'), secured: done });
    expect(resumed(answered.replied('agrees').act(undo))).toEqual([]);
    const ofBefore = late({ rulesVersion: 25 }).replied('agrees').at('2026-04-16 12:00').act(undo);
    expect(resumed(ofBefore)).toEqual([]);
  });

  it('is none that is open, withdrawn or merged', () => {
    expect(new Race().toPanel().refused(undo)).toEqual({ code: 'NotSettled' });
    const withdrawn = new Race().received().act(WITHDRAWAL);
    expect(withdrawn.refused(undo)).toEqual({ code: 'NotSettled', cause: 'withdrawn' });
    const undoWithdrawal = { kind: 'undoWithdrawal', reason: REASON } as const;
    expect(agreed().refused(undoWithdrawal)).toEqual({ code: 'NotWithdrawn', cause: 'settled' });
    const into = 'RR-2026-0001' as CaseReference;
    const merged = new Race().received().act({ kind: 'endAsMerged', into, reason: REASON });
    expect(merged.refused(undo)).toEqual({ code: 'NotSettled', cause: 'merged', into });
    expect(merged.refused(undoWithdrawal)).toEqual({ code: 'NotWithdrawn', cause: 'merged', into });
    expect(agreed().act(undo).refusal(undo)).toBe('NotSettled');
    expect(agreed().refusal({ kind: 'addAgency', agency: COUNCIL })).toBe('CaseHasEnded');
  });
});
