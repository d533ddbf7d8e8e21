// How a case ends, and begins again (R20, R21): what lapses and what stands, who is told, what is still taken afterwards,
// and what an undone withdrawal brings back.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { AGENCY, CONTACT, REASON, REFERENCE, Story, london } from './story';
import { ALL_AGREE, COUNCIL, POLICE, Race, SCHOOL, answer, decision, invitation, row } from './race';

const merge = { kind: 'endAsMerged', into: 'RR-2026-0001' as CaseReference, reason: REASON } as const;
const withdraw = { kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON } as const;
const notMet = { ...withdraw, kind: 'findCriteriaNotMet' } as const;
const undo = { kind: 'undoWithdrawal', reason: REASON } as const;
const asked = () => new Race().received().asked();
const NOTIFIED = { timestamps: { notificationSent: london('2026-03-27 10:00') } };
const notified = () => new Race().received(NOTIFIED).asked();
const withdrawn = () => asked().returned('2026-04-08', SCHOOL).at('2026-04-10 12:00').act(withdraw);

describe('R20: withdrawn before the notification', () => {
  it('by the three partners, with reason: what is open lapses, what is missed or met stands', () => {
    const race = withdrawn();
    expect(race.state).toMatchObject({ status: 'ended', ending: { cause: 'withdrawn', on: '2026-04-10' } });
    expect(race.of('CaseEnded')[0]?.body).toMatchObject({
      agreedBy: ALL_AGREE,
      reason: REASON,
      lapsed: ['notification', 'meeting', 'completeLocal', 'completePanel'],
    });
    expect(race.line('meeting').status).toBe('lapsed');
    expect(race.line('agencyReturn', SCHOOL).status).toBe('met');
    expect(race.line('agencyReturn', POLICE)).toMatchObject({ status: 'missed', due: '2026-04-09' });
    expect(race.headline).toBeUndefined();
  });

  it('agencies and referrer are told, the Panel is not: it never heard of it', () => {
    const race = withdrawn();
    expect(race.mails('endedToAgency')).toHaveLength(4);
    expect(race.mails('endedToReferrer')).toHaveLength(1);
    expect(race.mails('panelCriteriaNotMet')).toEqual([]);
  });

  it('whoever is invited to a meeting that is arranged is told not to come, asked for anything or not', () => {
    const ends: readonly (readonly [Race, CommandBody])[] = [
      [new Race().received(), withdraw],
      [new Race().received(NOTIFIED), notMet],
      [new Race().received(), merge],
    ];
    for (const [race, end] of ends) {
      race.meetingArranged('2026-04-14 10:00').act(end);
      expect(race.mails('meetingCancelled')).toHaveLength(race.mails('meetingInvitation').length);
      expect(race.of('MeetingCancelled')[0]?.body).toMatchObject({ meeting: 1, cause: 'caseEnded' });
    }
    const [[undone] = []] = ends;
    expect(undone?.act(undo).open.meetings[0]?.stage).toBe('cancelled');
  });

  it('no clock runs any more: nothing is missed, nobody is reminded or briefed', () => {
    const race = withdrawn();
    const { length } = race.events;
    expect(race.at('2026-07-01 12:00').events).toHaveLength(length);
  });

  it('safety concerns stand, and go on until somebody answers', () => {
    const race = asked()
      .act({ kind: 'raiseSafetyConcern', concern: row('concern') })
      .act(withdraw);
    const { length } = race.mails('safetyAlert');
    race.at('2026-03-31 11:00');
    expect(race.mails('safetyAlert').length).toBe(length + 2);
  });
});

describe('R20: criteria found not to be met, after the notification', () => {
  it('by the three partners: the Panel is told too', () => {
    const race = notified().at('2026-04-10 12:00').act(notMet);
    expect(race.state).toMatchObject({ status: 'ended', ending: { cause: 'criteriaNotMet' } });
    expect(race.mails('panelCriteriaNotMet')).toHaveLength(1);
    // It went, in time or not: since when the local authority was aware nobody has recorded.
    expect(race.line('notification')).toMatchObject({ status: 'awaitingAnchor', doneOn: expect.anything() });
    expect(race.of('CaseEnded')[0]?.body.lapsed).toEqual(['meeting', 'completeLocal', 'completePanel']);
    expect(race.notices.filter(({ body }) => body.kind === 'endedToAgency')[0]?.body).toMatchObject({
      cause: 'criteriaNotMet',
    });
  });

  it('where a mail to the Panel may have arrived, that is said', () => {
    const race = new Race().toGate().act({ kind: 'informPanel' });
    expect(race.hear(race.dispatch('lapsed')).refused(withdraw)).toEqual({
      code: 'PanelAlreadyInformed',
      mayHaveArrived: true,
    });
  });

  it.each([
    ['a withdrawal after the notification', notified, withdraw, 'NotifiedAlready'],
    ['criteria not met before it', asked, notMet, 'NotNotifiedYet'],
    ['by two of three', asked, { ...withdraw, agreedBy: ALL_AGREE.slice(1) }, 'PartnersMustAgree'],
    [
      'by one twice',
      asked,
      { ...withdraw, agreedBy: [...ALL_AGREE, ...ALL_AGREE.slice(1)] },
      'SeatNamedTwice',
    ],
    ['once the Panel has the decision', () => new Race().toPanel(), withdraw, 'PanelHasDecision'],
    // Sent on to find that the criteria are not met, or to withdraw, whoever asks would be refused there.
    ['once it has it, and was notified', () => new Race().toPanel(NOTIFIED), withdraw, 'PanelHasDecision'],
    ['criteria not met, once it has it unnotified', () => new Race().toPanel(), notMet, 'PanelHasDecision'],
    [
      'while decision and report are on their way to it',
      () => new Race().toGate().act({ kind: 'informPanel' }),
      withdraw,
      'PanelAlreadyInformed',
    ],
    ['merging it away once the Panel has it', () => new Race().toPanel(), merge, 'PanelHasDecision'],
    [
      'merging it away while decision and report are on their way',
      () => new Race().toGate().act({ kind: 'informPanel' }),
      merge,
      'PanelAlreadyInformed',
    ],
    ['undoing what was not withdrawn', asked, undo, 'NotWithdrawn'],
    ['undoing that the criteria are not met', () => notified().act(notMet), undo, 'NotWithdrawn'],
    ['undoing a merger', () => asked().act(merge), undo, 'NotWithdrawn'],
  ] as const)('%s is refused, with nothing changed', (_what, race, command, code) => {
    expect(race().refusal(command)).toBe(code);
  });
});

describe('R20: a mail to the Panel that came to nothing', () => {
  it('refused for good, the case may end otherwise', () => {
    const race = new Race().received().asked().meetingArranged().returned().quorate().decided();
    race.evidenced().closed().signedOff().reported().referenced().act({ kind: 'informPanel' });
    race.hear(race.dispatch('refused')).act(withdraw);
    expect(race.state.status).toBe('ended');
  });
});

describe('R9, R21: taken up again after the bank holidays changed', () => {
  const the22nd = proclaimed(officialCalendar, '2026-04-22');
  const following = (race: Race, change = 1) =>
    ({ ...undo, follow: { change, calendar: race.offered(the22nd) } }) as const;
  const late = () => asked().at('2026-04-14 12:00').act(withdraw).at('2026-04-23 10:00');

  it('nothing is missed by a date that does not hold any more', () => {
    const race = late();
    race.act(following(race));
    expect(race.line('completeLocal')).toMatchObject({ status: 'open', due: '2026-04-23' });
    expect(race.mails('completionMissed')).toEqual([]);
    expect(race.of('CalendarAdopted')[0]?.body).toMatchObject({ change: 1, days: [{ date: '2026-04-22' }] });
    expect(race.of('DatesMoved')[0]?.body.moves).toContainEqual({
      key: 'completeLocal',
      was: '2026-04-22',
      due: '2026-04-23',
    });
    expect(race.at('2026-04-24 00:00').line('completeLocal').status).toBe('missed');
  });

  it('by the old calendar it would have been', () => {
    expect(late().act(undo).line('completeLocal').status).toBe('missed');
  });

  it('the agencies hear all their dates at once, and not a second time that they moved', () => {
    const race = asked().at('2026-04-01 12:00').act(withdraw).at('2026-04-02 12:00');
    race.act({
      ...undo,
      follow: { change: 1, calendar: race.offered(proclaimed(officialCalendar, '2026-04-09')) },
    });
    expect(race.mails('resumedToAgency')).toHaveLength(4);
    expect(race.line('agencyReturn', POLICE)).toMatchObject({ status: 'open', due: '2026-04-10' });
    expect(race.at('2026-04-13 12:00').mails('datesMoved')).toEqual([]);
  });

  it('a change that it has followed already is none', () => {
    const race = asked().at('2026-04-01 12:00').adopt(the22nd).act(withdraw);
    expect(race.act(following(race)).of('CalendarAdopted')).toHaveLength(1);
  });
});

describe('R20: after the end', () => {
  it('an answer of an agency that nobody had asked yet is taken', () => {
    const race = new Race().received().at('2026-04-01 12:00').act(withdraw).at('2026-04-08 12:00');
    race.act(answer(SCHOOL, '2026-04-08'));
    expect(race.of('ReturnReceived')).toHaveLength(1);
    expect(race.state.status).toBe('ended');
  });

  it('late returns are still taken, with the records secured', () => {
    const race = withdrawn()
      .at('2026-05-04 12:00')
      .act(answer(POLICE, '2026-05-04', { content: row('return') }));
    race.act({
      kind: 'recordRecordsSecured',
      agency: POLICE,
      on: civilDate('2026-05-04'),
      secured: { paper: true, electronic: true, locked: true },
    });
    expect(race.of('ReturnReceived').at(-1)?.body).toMatchObject({ agency: POLICE, content: 'c9.return' });
    // Its miss stands.
    expect(race.line('agencyReturn', POLICE).status).toBe('missed');
  });

  const other: readonly CommandBody[] = [
    { kind: 'addAgency', agency: AGENCY(9) },
    { kind: 'sendReminder', agency: POLICE },
    { kind: 'sendScopingRequests', agencies: [{ agency: POLICE, contacts: [CONTACT(POLICE)] }] },
    { kind: 'recordTimestamp', timestamp: 'incident', at: london('2026-03-01 10:00') },
    { kind: 'agreeReturnDate', agency: POLICE, due: civilDate('2026-04-14'), reason: REASON },
    invitation('2026-04-14 10:00'),
    decision('2026-04-10 10:00'),
    { kind: 'informPanel' },
    { kind: 'contactPanel', contact: 'other', channel: 'mail', note: REASON },
    { kind: 'noteDuplicate', of: 'RR-2026-0001' as CaseReference },
    withdraw,
  ];
  it.each(other.map((command) => [command.kind, command] as const))(
    '%s is refused, with nothing changed',
    (_kind, command) => {
      expect(withdrawn().refused(command)).toEqual({
        code: 'CaseHasEnded',
        cause: 'withdrawn',
        on: '2026-04-10',
      });
    },
  );

  it('a late mail that failed is told at once, and changes nothing else', () => {
    const race = asked().at('2026-04-01 10:00');
    race.act({ kind: 'addAgency', agency: AGENCY(5) }).send([AGENCY(5)]);
    const report = race.report(AGENCY(5), 'refused', { refused: [CONTACT(AGENCY(5))] });
    race.act(withdraw).hear(report);
    expect(race.last.kind).toBe('NoticeFailed');
  });
});

describe('R21: a withdrawal undone', () => {
  it('brings back the original anchors, the gap counted: what passed meanwhile is missed at once', () => {
    const race = asked().at('2026-04-01 12:00').act(withdraw).at('2026-04-16 12:00').act(undo);
    expect(race.state.status).toBe('open');
    expect(race.line('completeLocal')).toMatchObject({ status: 'open', due: '2026-04-22' });
    expect(race.line('meeting').due).toBe('2026-04-20');
    expect(race.misses()).toContain(`2026-04-16 12:00 agencyReturn:${POLICE} due 2026-04-09`);
    expect(race.at('2026-04-17 12:00').briefings().at(-1)).toContain(`missed agencyReturn:${POLICE}`);
  });

  it('tells the agencies that it goes on; rungs that passed meanwhile are skipped and recorded', () => {
    const race = asked().at('2026-04-01 12:00').act(withdraw).at('2026-04-08 12:00').act(undo);
    expect(race.mails('resumedToAgency')).toHaveLength(4);
    expect(race.of('RungsSkipped').at(-1)?.body).toMatchObject({
      cause: 'alreadyPast',
      rungs: [{ rung: 'twoBefore' }, { rung: 'oneAfter' }, { rung: 'oneBefore' }],
    });
    expect(
      race
        .at('2026-04-20 12:00')
        .reminders(COUNCIL)
        .map((line) => line.slice(0, 10)),
    ).toEqual([...['2026-04-01', '2026-04-10']]);
  });

  it('a return that came meanwhile counts on its day', () => {
    const race = asked().at('2026-04-01 12:00').act(withdraw).at('2026-04-08 12:00');
    race.act(answer(POLICE, '2026-04-08')).at('2026-04-16 12:00').act(undo);
    expect(race.line('agencyReturn', POLICE)).toMatchObject({ status: 'met', doneOn: '2026-04-08' });
  });

  it('a warning that was told before the withdrawal is not recorded as lapsed', () => {
    const race = new Race().received().at('2026-04-01 12:00').act(withdraw).at('2026-04-01 14:00').act(undo);
    expect(race.briefings()[0]).toContain('2026-03-31 09:00 atRisk scopingDispatch');
    expect(race.of('BriefingSkipped')).toEqual([]);
  });

  it('may be withdrawn and undone again', () => {
    const race = withdrawn().act(undo).act(withdraw).act(undo);
    expect(race.state.status).toBe('open');
    expect(race.mails('endedToAgency')).toHaveLength(8);
  });
});

describe('R21: new facts later', () => {
  it('are a linked episode whose day 0 is its own receipt', () => {
    const first = withdrawn();
    const episode = new Story().opened('2026-06-01 10:00', {
      reference: 'RR-2026-0044' as CaseReference,
      episodeOf: REFERENCE,
    });
    expect(episode.of('CaseOpened')[0]?.body.episodeOf).toBe(REFERENCE);
    expect(episode.line('scopingDispatch', AGENCY(1)).due).toBe('2026-06-03');
    expect(first.state.status).toBe('ended');
  });
});
