// The reference that the notification was given (R5, R17): a wrong one is replaced with a reason, and one of a notification that never
// went falls away with it (R8, R22).

import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { gate } from '../../../domain/rapidReview/panel/gate';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import { CHAIR, Race, row } from './race';
import { london, REASON } from './story';

const reference = (name: string, why?: 'reason'): CommandBody => ({
  kind: 'recordNotificationReference',
  reference: row(name),
  ...(why === undefined ? {} : { reason: row(why) }),
});
const at = london('2026-03-31 09:00');
const notified = () =>
  new Race()
    .received()
    .at('2026-03-31 12:00')
    .act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at })
    .act(reference('one'));
const never: CommandBody = { kind: 'correctTimestamp', timestamp: 'notificationSent', reason: REASON };
const isMissing = ({ open }: Race): boolean =>
  gate(open).chairMay.some(({ item }) => item === 'notificationReference');

describe("the notification's reference", () => {
  it('is replaced with a reason, and not without; both stay on record', () => {
    const race = notified();
    expect(race.refusal(reference('other'))).toBe('NotificationReferenceAlreadyRecorded');
    race.act(reference('other', 'reason'));
    expect(race.of('NotificationReferenceRecorded').map(({ body }) => body)).toEqual([
      { note: 'c9.one' },
      { note: 'c9.other', reason: 'c9.reason' },
    ]);
    expect(isMissing(race)).toBe(false);
  });

  it('falls away with a notification that was recorded by mistake, which is said before', () => {
    const race = notified();
    const before = race.state;
    race.act(never);
    expect(warningsOfCorrection(before, race.state, race.events, race.calendar)).toContainEqual({
      about: 'referenceFallsAway',
    });
    expect(isMissing(race)).toBe(true);
    expect(isMissing(race.act(reference('right')))).toBe(false);
  });

  it('leaves its copy as recorded, which is said before; where that is taken back as well, nothing is left to say', () => {
    const copy = { timestamp: 'notificationCopyReceived', at: london('2026-03-31 11:00') } as const;
    const never = (timestamp: 'notificationSent' | 'notificationCopyReceived'): CommandBody => ({
      kind: 'correctTimestamp',
      timestamp,
      reason: REASON,
    });
    const said = (race: Race, command: CommandBody) => {
      const before = race.state;
      race.act(command);
      return warningsOfCorrection(before, race.state, race.events.slice(-1), race.calendar).map(
        ({ about }) => about,
      );
    };
    const recorded = () => notified().act({ kind: 'recordTimestamp', ...copy });
    expect(said(recorded(), never('notificationSent'))).toContain('copyStays');
    const without = recorded().act(never('notificationCopyReceived'));
    expect(said(without, never('notificationSent'))).not.toContain('copyStays');
    expect(
      said(recorded(), { ...never('notificationSent'), at: london('2026-03-31 10:00') } as CommandBody),
    ).not.toContain('copyStays');
    const other = recorded().act(never('notificationSent'));
    expect(
      said(other, {
        kind: 'correctTimestamp',
        timestamp: 'notificationCopyReceived',
        at: london('2026-03-31 10:30'),
        reason: REASON,
      }),
    ).not.toContain('copyStays');
  });

  it('stays where only its moment is put right', () => {
    const race = notified().act({ ...never, at: london('2026-03-31 10:00') });
    expect(isMissing(race)).toBe(false);
  });

  describe('once the Panel was sent it with decision and report', () => {
    const isWarned = ({ open, calendar }: Race): boolean =>
      warningsOf(open, calendar).some(({ about }) => about === 'panelHasOtherReference');
    const notifiedToPanel = () =>
      notified()
        .at('2026-03-31 13:00')
        .asked('2026-03-31 14:00')
        .meetingArranged()
        .returned()
        .quorate()
        .decided()
        .evidenced()
        .closed()
        .signedOff()
        .reported();
    const informed = () => notifiedToPanel().informed();
    const told: CommandBody = {
      kind: 'contactPanel',
      contact: 'other',
      channel: 'telephone',
      note: row('told'),
    };

    it('another one is to be told it, until it is', () => {
      expect(isWarned(informed())).toBe(false);
      const race = informed().act(reference('other', 'reason'));
      expect(isWarned(race)).toBe(true);
      expect(isWarned(race.act(told))).toBe(false);
      expect(isWarned(race.act(reference('third', 'reason')))).toBe(true);
    });

    it('also that there is none, which is seen before', () => {
      const race = informed();
      const before = race.state;
      race.act(never);
      expect(warningsOfCorrection(before, race.state, race.events, race.calendar)).toContainEqual({
        about: 'panelHasOtherReference',
      });
      expect(isWarned(race.act(reference('right')))).toBe(true);
    });

    it('not where it is sent afterwards, or went without one', () => {
      expect(isWarned(notifiedToPanel().act(reference('other', 'reason')).informed())).toBe(false);
      const race = new Race().toDecision().evidenced().closed().signedOff().reported().by(CHAIR);
      race.act({ kind: 'informPanel', proceedReason: REASON }).hear(race.dispatch('accepted'));
      expect(isWarned(race.act(reference('one')).act(reference('other', 'reason')))).toBe(false);
    });
  });
});
