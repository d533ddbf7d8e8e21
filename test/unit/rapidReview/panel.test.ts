// Informing the national Panel (R17, R18; R4, R5, R7): the gate and who may go past it, mail with its proof or another way,
// what completes the case, who is told the outcome, and any other word at any time.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { gate } from '../../../domain/rapidReview/panel/gate';
import { REASON, london, type Who } from './story';
import { CHAIR, COUNCIL, DELEGATE, Race, row, wentByPortal } from './race';

const inform = { kind: 'informPanel' } as const;
const proceed = { ...inform, proceedReason: row('reason') } as const;
const missing = (race: Race): readonly string[] => {
  const { never, chairMay } = gate(race.open);
  const say = (items: typeof never): readonly string[] =>
    items.map(({ item, seat }) => (seat === undefined ? item : `${item} ${seat}`));
  return [...say(never), '|', ...say(chairMay)];
};

describe('R17 and R18: the gate', () => {
  it('lists what is missing: what is never waived, and what the chair may go without', () => {
    const signOffs = ['signOff localAuthority', 'signOff police', 'signOff integratedCareBoard'];
    const race = new Race().received().asked().meetingArranged().returned();
    expect(missing(race)).toEqual([
      ...['decision', 'dutiesEvidenced', 'report', '|', ...signOffs, 'notificationReference'],
    ]);
    race.quorate().decided();
    expect(missing(race)).toEqual(['dutiesEvidenced', 'report', '|', ...signOffs, 'notificationReference']);
    race.evidenced().signedOff('police').reported().referenced();
    expect(missing(race)).toEqual(['|', signOffs[0], signOffs[2]]);
    expect(missing(race.signedOff('localAuthority', 'integratedCareBoard'))).toEqual(['|']);
  });

  it('shut by what is never waived, it opens for no reason and nobody', () => {
    const race = new Race().toDecision().evidenced().closed().signedOff().referenced();
    expect(race.by(CHAIR).refused(proceed)).toMatchObject({
      code: 'PanelGateShut',
      never: [{ item: 'report' }],
    });
  });

  it('shut by a sign-off, the chair proceeds with a reason, which is stated to the Panel', () => {
    const race = new Race().toDecision().evidenced().closed().signedOff('police').reported();
    expect(race.refusal(inform, CHAIR)).toBe('PanelGateShut');
    expect(race.refusal(proceed)).toBe('OnlyChairMayProceed');
    expect(race.refusal(proceed, DELEGATE.police)).toBe('OnlyChairMayProceed');
    const without = [
      { item: 'signOff', seat: 'localAuthority' },
      { item: 'signOff', seat: 'integratedCareBoard' },
      { item: 'notificationReference' },
    ];
    race.by(CHAIR).act(proceed);
    expect(race.of('PanelInformed')[0]?.body).toMatchObject({ without, reason: 'c9.reason' });
    expect(race.notices.at(-1)?.body).toMatchObject({ kind: 'panelDispatch', without });
    // R17: it does not make the case late by itself.
    race.hear(race.dispatch('accepted'));
    expect(race.line('completeLocal').status).toBe('met');
    // What has gone without lacks nothing any more.
    expect(race.refusal(inform)).toBe('PanelAlreadyInformed');
  });

  it('open, no reason is stated for what is not missing', () => {
    const independent: Who = { ...CHAIR, authority: 'independentChair' };
    const race = new Race().toGate().by(independent).act(proceed);
    expect(race.of('PanelInformed')[0]?.body).toEqual({
      dispatch: 1,
      decision: 1,
      report: 1,
      channel: 'mail',
      without: [],
    });
  });
});

describe('R18: complete', () => {
  it('once the mail server has accepted decision and report, not when somebody pressed send', () => {
    const race = new Race().toGate().act(inform);
    expect(race.line('completeLocal').status).toBe('open');
    expect(race.mails('panelDispatch')).toEqual(['panelDispatch/1']);
    race.hear(race.dispatch('accepted')).hear(race.dispatch('accepted'));
    expect(race.of('PanelDispatchSent').map(({ body }) => body)).toEqual([
      { dispatch: 1, on: '2026-04-14', channel: 'mail', acceptedAt: race.now },
    ]);
    expect(race.line('completeLocal')).toMatchObject({
      status: 'met',
      doneOn: '2026-04-14',
      workingDaysEarly: 6,
    });
  });

  it.each(['refused', 'lapsed'] as const)(
    'a mail that is %s is none: it must go another way, and the team hears of it',
    (outcome) => {
      const race = new Race().toGate().act(inform);
      race.hear(race.dispatch(outcome)).at('2026-04-15 12:00');
      expect(race.briefings().at(-1)).toContain('mailFailed RR-2026-0007/panelDispatch/1');
      expect(race.line('completeLocal').status).toBe('open');
      race.act(wentByPortal('2026-04-15'));
      expect(race.line('completeLocal')).toMatchObject({ status: 'met', doneOn: '2026-04-15' });
    },
  );

  it('an acceptance in time that is heard of late restates the miss', () => {
    const race = new Race().toGate().at('2026-04-22 23:58').act(inform);
    const report = race.dispatch('accepted');
    race.at('2026-04-23 00:05');
    expect(race.line('completeLocal').status).toBe('missed');
    race.hear(report);
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', doneOn: '2026-04-22' });
  });

  it('another way is proved by what came back', () => {
    const race = new Race().toGate().at('2026-04-16 12:00').act(wentByPortal('2026-04-15'));
    expect(race.of('PanelDispatchSent')[0]?.body).toEqual({
      dispatch: 1,
      on: '2026-04-15',
      channel: 'portal',
      note: REASON,
    });
    expect(race.mails('panelDispatch')).toEqual([]);
    expect(race.line('completeLocal').doneOn).toBe('2026-04-15');
  });

  it('gone another way while its mail hangs: complete on that day, not when a server comes back', () => {
    const race = new Race().toGate().act(inform).at('2026-04-22 15:00');
    race.act(wentByPortal('2026-04-22'));
    expect(race.of('PanelInformed')).toHaveLength(1);
    expect(race.of('PanelDispatchSent').map(({ body }) => body)).toEqual([
      { dispatch: 1, on: '2026-04-22', channel: 'portal', note: REASON },
    ]);
    race.at('2026-04-24 12:00').hear(race.dispatch('accepted'));
    expect(race.of('PanelDispatchSent')).toHaveLength(1);
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', doneOn: '2026-04-22' });
    expect(race.refusal(wentByPortal('2026-04-23'))).toBe('PanelAlreadyInformed');
  });

  it('with a newer report another way while the mail of the older one hangs: a dispatch of its own', () => {
    const race = new Race().toGate().act(inform).reported();
    expect(race.refusal(inform)).toBe('PanelAlreadyInformed');
    race.act(wentByPortal('2026-04-14'));
    expect(race.open.panel.dispatches).toMatchObject([
      { number: 1, report: 1 },
      { number: 2, report: 2, sent: { channel: 'portal' } },
    ]);
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
  });

  it('word of the older one comes last: told once, and with the Panel since the newer', () => {
    const race = new Race().toGate().act(inform);
    const older = race.dispatch('accepted');
    race.reported().act(wentByPortal('2026-04-14'));
    const told = race.notices.length;
    race.at('2026-04-16 12:00').hear({ ...older, acceptedAt: race.now });
    expect(race.notices).toHaveLength(told);
    // A notification put right judges the completion again, by the day on which the Panel had it.
    race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-04-01 10:00') });
    expect(race.line('completePanel')).toMatchObject({ status: 'met', doneOn: '2026-04-14' });
    const replied = { kind: 'recordPanelReply', reply: 'agrees', on: civilDate('2026-04-15') } as const;
    expect(race.act(replied).state.status).toBe('ended');
  });

  it('each completion is judged on its own date (R4)', () => {
    const race = new Race()
      .received({ timestamps: { notificationSent: london('2026-03-27 10:00') } })
      .asked();
    race.meetingArranged().quorate().decided().evidenced().signedOff().reported().referenced();
    race.at('2026-04-22 12:00').informed();
    expect(race.line('completePanel')).toMatchObject({
      status: 'missed',
      due: '2026-04-21',
      workingDaysEarly: -1,
    });
    expect(race.line('completeLocal')).toMatchObject({ status: 'met', due: '2026-04-22' });
  });

  it('a notification known only afterwards judges the completion that went before it', () => {
    const race = new Race().toPanel().at('2026-04-20 12:00');
    race.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: london('2026-04-01 10:00') });
    expect(race.line('completePanel')).toMatchObject({
      status: 'met',
      due: '2026-04-24',
      doneOn: '2026-04-14',
    });
  });
});

describe('R18: who is told the outcome, and what', () => {
  it('each agency, each partner and the referrer, once, when it went and not before', () => {
    const race = new Race().toGate().act(inform);
    expect(race.mails('outcomeToAgency')).toEqual([]);
    race.hear(race.dispatch('accepted'));
    expect(race.mails('outcomeToAgency')).toHaveLength(4);
    expect(race.mails('outcomeToPartner')).toHaveLength(3);
    expect(race.mails('outcomeToReferrer')).toEqual(['outcome/1/referrer/RR-2026-0007']);
    const told = race.notices.map(({ body }) => body).filter(({ kind }) => kind.startsWith('outcome'));
    expect(told).toContainEqual({
      kind: 'outcomeToAgency',
      agency: COUNCIL,
      outcome: 'practiceReview',
      again: false,
    });
    // Who referred hears that it is done, not what was decided.
    expect(told.at(-1)).toEqual({ kind: 'outcomeToReferrer', again: false });
  });

  it('the same decision with another report is between us and the Panel', () => {
    const race = new Race().toPanel().reported().informed();
    expect(race.open.panel.dispatches).toHaveLength(2);
    expect(race.mails('outcomeToAgency')).toHaveLength(4);
  });
});

describe('R18: what is refused towards the Panel, with nothing changed', () => {
  it.each([
    [
      'a second time while the first is on its way',
      () => new Race().toGate().act(inform),
      inform,
      'PanelAlreadyInformed',
    ],
    ['a second time with nothing new', () => new Race().toPanel(), inform, 'PanelAlreadyInformed'],
    [
      'another way with nothing new',
      () => new Race().toPanel(),
      wentByPortal('2026-04-14'),
      'PanelAlreadyInformed',
    ],
    [
      'dated before the decision',
      () => new Race().toGate(),
      wentByPortal('2026-04-13'),
      'DatedOutsideItsTime',
    ],
    ['dated in the future', () => new Race().toGate(), wentByPortal('2026-04-15'), 'DatedOutsideItsTime'],
    [
      'a second reference',
      () => new Race().toGate(),
      { kind: 'recordNotificationReference', reference: REASON },
      'NotificationReferenceAlreadyRecorded',
    ],
    [
      'a reply before it was informed',
      () => new Race().toGate().act(inform),
      { kind: 'recordPanelReply', reply: 'agrees', on: civilDate('2026-04-14') },
      'PanelNotInformed',
    ],
  ] as const)('%s', (_what, race, command, code) => {
    expect(race().refusal(command)).toBe(code);
  });
});

describe('R5: any other word to the Panel, at any time', () => {
  const contact = { kind: 'contactPanel', channel: 'mail', note: row('words') } as const;

  it('that it will be late, with when it may be expected', () => {
    const race = new Race().received().at('2026-04-01 12:00');
    race.act({ ...contact, contact: 'willBeLate', expected: civilDate('2026-04-30') });
    expect(race.notices.at(-1)).toMatchObject({
      to: { role: 'panel' },
      body: { kind: 'panelWillBeLate', expected: '2026-04-30' },
    });
    expect(race.line('completeLocal')).toMatchObject({ status: 'open', due: '2026-04-22' });
  });

  it('a chaser once it is informed, and anything else; what was said by telephone is recorded, not mailed', () => {
    const race = new Race().toPanel().act({ ...contact, contact: 'chase' });
    expect(race.notices.at(-1)?.body).toEqual({ kind: 'panelChase', sentOn: '2026-04-14' });
    const sent = race.act({ ...contact, contact: 'other' }).notices.length;
    race.act({ ...contact, contact: 'other', channel: 'telephone' });
    expect(race.notices).toHaveLength(sent);
    expect(race.open.panel.contacts.map((one) => one.contact)).toEqual(['chase', 'other', 'other']);
  });

  it.each(['asksForMore', 'disagrees'] as const)('no chaser while it waits for the partners: %s', (reply) => {
    const chase = { ...contact, contact: 'chase' } as const;
    const race = new Race().toPanel().replied(reply);
    expect(race.refusal(chase)).toBe('PanelNotAwaited');
    race.act({ ...contact, contact: 'other' });
    // Another word answers what it asked for; a disagreement the partners answer by deciding.
    if (reply === 'asksForMore') race.act(chase);
    else expect(race.refusal(chase)).toBe('PanelNotAwaited');
  });

  it.each([
    ['late, without a date', { ...contact, contact: 'willBeLate' }, 'ExpectedDateNeeded'],
    [
      'late, with a date that is past',
      { ...contact, contact: 'willBeLate', expected: civilDate('2026-03-29') },
      'ExpectedDateInPast',
    ],
    ['a chaser of what never went', { ...contact, contact: 'chase' }, 'PanelNotInformed'],
  ] as const)('%s is refused, with nothing changed', (_what, command, code) => {
    expect(new Race().received().refusal(command)).toBe(code);
  });
});
