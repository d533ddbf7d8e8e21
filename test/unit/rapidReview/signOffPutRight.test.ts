// A sign-off that was recorded wrong (R8, R17): on another day, or where none was given; and the Panel that was sent the decision as
// signed off.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { Seat } from '../../../domain/policy/policyProfile';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { gate } from '../../../domain/rapidReview/panel/gate';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import { CHAIR, DELEGATE, Race, row, wentByPortal } from './race';
import { REASON } from './story';

const never = (seat: Seat): CommandBody => ({ kind: 'correctSignOff', seat, reason: REASON });
const wasOn = (seat: Seat, on: string): CommandBody => ({
  kind: 'correctSignOff',
  seat,
  reason: REASON,
  on: civilDate(on),
});
const forPolice = (on: string): CommandBody => ({
  kind: 'signOffDecision',
  seat: 'police',
  on: civilDate(on),
  evidence: row('evidence'),
});
/** Decided on Tuesday 14 April, signed off on Wednesday by all three; the clock stands there. */
const signed = () =>
  new Race()
    .toDecision()
    .evidenced()
    .closed()
    .at('2026-04-15 12:00')
    .act({ kind: 'recordNotificationReference', reference: row('reference') })
    .signedOff()
    .reported();
const signedOn = ({ open }: Race) =>
  Object.fromEntries(open.decisions.at(-1)?.signOffs.map(({ seat, on }) => [seat, on]) ?? []);

describe('R8, R17: a sign-off that was recorded wrong', () => {
  it('is of the right day from then on, and of the same person', () => {
    const race = signed().act(wasOn('police', '2026-04-14'));
    expect(signedOn(race)).toEqual({
      localAuthority: '2026-04-15',
      police: '2026-04-14',
      integratedCareBoard: '2026-04-15',
    });
    expect(race.open.decisions[0]?.signOffs.map(({ by }) => by)).toEqual(['P-0011', 'P-0012', 'P-0013']);
    expect(race.of('SignOffCorrected')[0]?.body).toMatchObject({ decision: 1, was: '2026-04-15' });
  });

  it('is missing at the gate where none was given, and can be given', () => {
    const race = signed().act(never('police'));
    expect(gate(race.open).chairMay).toContainEqual({ item: 'signOff', seat: 'police' });
    expect(race.of('SignOffCorrected')[0]?.body).not.toHaveProperty('on');
    race.signedOff('police');
    expect(gate(race.open).chairMay).not.toContainEqual({ item: 'signOff', seat: 'police' });
  });

  it('leaves whoever signed by mistake free to sign for their own seat', () => {
    const race = new Race().toDecision().evidenced().closed().at('2026-04-15 12:00');
    const both = { ...DELEGATE.police, seats: ['police', 'localAuthority'] } as const;
    const own: CommandBody = { ...forPolice('2026-04-15') };
    race.by(both).act({ ...own, seat: 'localAuthority' } as CommandBody);
    expect(race.by(both).refusal(own)).toBe('SignedOffAnotherSeat');
    race.act(never('localAuthority'));
    expect(signedOn(race.by(both).act(own))).toEqual({ police: '2026-04-15' });
  });

  it.each([
    ['of a seat that has not signed', never('police'), 'NotSignedOff'],
    ['to the same day', wasOn('localAuthority', '2026-04-15'), 'SignOffCorrectionChangesNothing'],
    ['to a day before the decision', wasOn('localAuthority', '2026-04-13'), 'DatedOutsideItsTime'],
    ['to a day to come', wasOn('localAuthority', '2026-04-16'), 'DatedOutsideItsTime'],
  ])('is not corrected %s', (_what, command, code) => {
    const race = new Race().toDecision().evidenced().closed().at('2026-04-15 12:00');
    expect(race.signedOff('localAuthority').refusal(command)).toBe(code);
  });

  it('is corrected to the day of the decision, and to today', () => {
    expect(signedOn(signed().act(wasOn('police', '2026-04-14')))).toMatchObject({ police: '2026-04-14' });
    const race = signed().at('2026-04-16 12:00').act(wasOn('police', '2026-04-16'));
    expect(signedOn(race)).toMatchObject({ police: '2026-04-16' });
  });

  it('of a decision before the one in force says nothing any more', () => {
    const race = signed().informed().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-23 10:00').quorate().decided({ outcome: 'noFurtherReview' });
    expect(race.refusal(never('police'))).toBe('NotSignedOff');
  });

  it('that the delegate gave by their own account is warned of before, and one recorded for them is not', () => {
    const warned = (race: Race, command: CommandBody) => {
      const before = race.state;
      race.act(command);
      return warningsOfCorrection(before, race.state, race.events.slice(-1), race.calendar);
    };
    const warning = { about: 'signedByDelegate', seat: 'police' };
    expect(warned(signed(), never('police'))).toEqual([warning]);
    expect(warned(signed(), wasOn('police', '2026-04-14'))).toEqual([]);
    const recorded = signed().act(never('police')).by(CHAIR).act(forPolice('2026-04-15'));
    expect(warned(recorded, never('police'))).toEqual([]);
  });
});

describe('R17: once the Panel was sent the decision as signed off', () => {
  const seatsWarnedOf = ({ open, calendar }: Race): readonly Seat[] =>
    warningsOf(open, calendar).flatMap((one) => (one.about === 'panelHasSignOffs' ? one.seats : []));
  const told: CommandBody = {
    kind: 'contactPanel',
    contact: 'other',
    channel: 'telephone',
    note: row('told'),
  };

  it('is warned of until the Panel hears, or it is given', () => {
    const race = signed().informed();
    expect(seatsWarnedOf(race)).toEqual([]);
    expect(seatsWarnedOf(race.act(never('police')))).toEqual(['police']);
    expect(seatsWarnedOf(race.act(never('localAuthority')))).toEqual(['police', 'localAuthority']);
    expect(seatsWarnedOf(race.signedOff('police'))).toEqual(['localAuthority']);
    expect(seatsWarnedOf(race.act(told))).toEqual([]);
  });

  it('also while it is on its way, and not by a word whose mail came to nothing', () => {
    const race = signed().act({ kind: 'informPanel' }).act(never('police'));
    expect(seatsWarnedOf(race)).toEqual(['police']);
    race.hear(race.dispatch('accepted'));
    expect(seatsWarnedOf(race)).toEqual(['police']);
    race.act({ ...told, channel: 'mail' });
    expect(seatsWarnedOf(race)).toEqual([]);
    const mail = race.notices.at(-1);
    if (mail === undefined) throw new Error('no notice');
    const { key, to } = mail;
    race.hear({ key, to, refused: [], outcome: 'refused' });
    expect(seatsWarnedOf(race)).toEqual(['police']);
  });

  it('no more once it has heard, though it is given and taken back again; anew where another dispatch has gone', () => {
    const race = signed().informed().act(never('police')).act(told);
    expect(seatsWarnedOf(race.signedOff('police').act(never('police')))).toEqual([]);
    race.signedOff('police').reported().informed().act(never('police'));
    expect(seatsWarnedOf(race)).toEqual(['police']);
  });

  it('not of a further decision, which the Panel has not got yet', () => {
    const race = signed().informed().at('2026-04-20 12:00').replied('disagrees');
    race.meetingArranged('2026-04-23 10:00').quorate().decided({ outcome: 'noFurtherReview' }).evidenced();
    expect(seatsWarnedOf(race.signedOff('police').act(never('police')))).toEqual([]);
  });

  it('once for each seat, however often it was recorded by mistake', () => {
    const race = signed().informed().act(never('police')).signedOff('police').act(never('police'));
    expect(seatsWarnedOf(race)).toEqual(['police']);
  });

  it('not where it is taken back before the dispatch, which states that it is missing', () => {
    const race = signed().act(never('police')).by(CHAIR);
    race.act({ kind: 'informPanel', proceedReason: REASON }).hear(race.dispatch('accepted'));
    expect(seatsWarnedOf(race)).toEqual([]);
    expect(seatsWarnedOf(race.signedOff('police').act(never('police')))).toEqual([]);
  });

  it('is warned of until it is told something since it was sent: no chaser, and nothing of a day before', () => {
    const race = signed().informed().at('2026-04-17 12:00').act(never('police'));
    race.act({ ...told, on: civilDate('2026-04-14') });
    race.act({ ...told, contact: 'chase' });
    expect(seatsWarnedOf(race)).toEqual(['police']);
    // It was rung first, and the rest is recorded the day after.
    expect(seatsWarnedOf(race.act({ ...told, on: civilDate('2026-04-15') }))).toEqual([]);
  });

  it('also where it was signed on a later day, and not where it was signed by then', () => {
    const race = signed().informed().at('2026-04-17 12:00').act(wasOn('police', '2026-04-16'));
    expect(seatsWarnedOf(race)).toEqual(['police']);
    expect(seatsWarnedOf(race.act(wasOn('police', '2026-04-15')))).toEqual([]);
    expect(seatsWarnedOf(race.act(never('police')).at('2026-04-17 13:00').signedOff('police'))).toEqual([
      'police',
    ]);
  });

  it('also where decision and report went on an earlier day', () => {
    const wentOn = (on: string): CommandBody => ({
      kind: 'correctPanelInformed',
      dispatch: 1,
      on: civilDate(on),
      reason: REASON,
    });
    const late = () => {
      const race = new Race().toDecision().evidenced().closed().signedOff('localAuthority');
      race.at('2026-04-15 12:00').act({ kind: 'recordNotificationReference', reference: row('reference') });
      return race
        .signedOff('police', 'integratedCareBoard')
        .reported()
        .at('2026-04-16 12:00')
        .act(wentByPortal('2026-04-16'));
    };
    expect(seatsWarnedOf(late().act(wentOn('2026-04-15')))).toEqual([]);
    const race = late().act(wentOn('2026-04-14'));
    expect(seatsWarnedOf(race)).toEqual(['police', 'integratedCareBoard']);
    expect(seatsWarnedOf(race.act(told))).toEqual([]);
    // It has heard of that once.
    race.at('2026-04-17 12:00').act(wentOn('2026-04-15')).act(wentOn('2026-04-14'));
    expect(seatsWarnedOf(race)).toEqual([]);
  });

  it('nor where only its day is put right, or another decision is in force', () => {
    expect(seatsWarnedOf(signed().informed().act(wasOn('police', '2026-04-14')))).toEqual([]);
    const race = signed().informed().act(never('police')).at('2026-04-20 12:00').replied('disagrees');
    expect(seatsWarnedOf(race)).toEqual(['police']);
    race.meetingArranged('2026-04-23 10:00').quorate().decided({ outcome: 'noFurtherReview' });
    expect(seatsWarnedOf(race)).toEqual([]);
  });
});

describe('R17: what went another way, recorded later, went without a sign-off of a later day', () => {
  const went = (on: string, proceedReason?: 'reason'): CommandBody => ({
    ...wentByPortal(on),
    ...(proceedReason === undefined ? {} : { proceedReason: row(proceedReason) }),
  });
  /** The police signed on the Wednesday, the others on the Tuesday; it is Thursday. */
  const signedLater = () =>
    new Race()
      .toDecision()
      .evidenced()
      .closed()
      .signedOff('localAuthority', 'integratedCareBoard')
      .at('2026-04-15 12:00')
      .act({ kind: 'recordNotificationReference', reference: row('reference') })
      .signedOff('police')
      .reported()
      .at('2026-04-16 12:00');

  it('is refused without a reason of the chair, and says by when what was missing', () => {
    const missing = { went: '2026-04-14', chairMay: [{ item: 'signOff', seat: 'police' }] };
    expect(signedLater().refused(went('2026-04-14'))).toMatchObject({ code: 'PanelGateShut', ...missing });
    expect(signedLater().refused(went('2026-04-14', 'reason'))).toMatchObject({
      code: 'OnlyChairMayProceed',
      went: '2026-04-14',
    });
    const race = signedLater().by(CHAIR).act(went('2026-04-14', 'reason'));
    expect(race.of('PanelInformed')[0]?.body.without).toEqual(missing.chairMay);
  });

  it('is taken of the day of the last sign-off, and of after it', () => {
    for (const on of ['2026-04-15', '2026-04-16'])
      expect(signedLater().act(went(on)).of('PanelInformed')[0]?.body.without).toEqual([]);
  });

  it('also of what hangs in the mail, where it went before that was ordered; and of no day that cannot be', () => {
    const hanging = () => {
      const race = new Race().toDecision().evidenced().closed().reported().referenced();
      return race.at('2026-04-15 12:00').signedOff().at('2026-04-16 12:00').act({ kind: 'informPanel' });
    };
    expect(hanging().refusal(went('2026-04-14'))).toBe('PanelGateShut');
    expect(hanging().refusal(went('2026-04-13'))).toBe('DatedOutsideItsTime');
    expect(hanging().refusal(went('2026-04-17'))).toBe('DatedOutsideItsTime');
    const other = hanging().act(went('2026-04-15'));
    expect(other.open.panel.dispatches).toMatchObject([
      { number: 1 },
      { number: 2, sent: { on: '2026-04-15' } },
    ]);
    expect(hanging().act(went('2026-04-16')).open.panel.dispatches).toMatchObject([
      { number: 1, sent: { on: '2026-04-16', channel: 'portal' } },
    ]);
  });

  it('of a day that cannot be, says that first', () => {
    expect(signedLater().refusal(went('2026-04-13'))).toBe('DatedOutsideItsTime');
  });
});
