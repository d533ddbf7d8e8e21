// What a case hands on where it is merged into another (R22): nothing that was reported is lost, and nobody comes along who had nothing to
// do with it.

import { describe, expect, it } from '@jest/globals';
import { handedOn } from '../../../domain/rapidReview/duplicates/handedOn';
import type { CaseReference } from '../../../domain/rapidReview/references';
import type { AnyCase } from '../../../domain/rapidReview/state';
import { answer, BOARD, COUNCIL, excluded, POLICE, Race, SCHOOL } from './race';
import { AGENCY, CONTACT, london, REASON, REFERENCE } from './story';

const OTHER = 'RR-2026-0015' as CaseReference;
const THIRD = 'RR-2026-0016' as CaseReference;
const OWN = london('2026-03-30 16:20');
const OTHERS = london('2026-03-27 10:00');
const THIRDS = london('2026-03-23 10:00');
const AWARE = london('2026-03-28 09:00');
const NOTIFIED = london('2026-03-27 12:00');
const FOUND = AGENCY(9);
/** Of the other, and of one that had been merged into it. */
const RECEIPTS = [
  { of: OTHER, receivedAt: OTHERS },
  { of: THIRD, receivedAt: THIRDS },
];

const handed = ({ open: state, events }: Race) => handedOn({ state, events });
const correct = (at: string, rest: object = {}) =>
  ({
    kind: 'correctTimestamp',
    timestamp: 'referralReceived',
    at: london(at),
    reason: REASON,
    ...rest,
  }) as const;

describe('R22: what a case hands on where it is merged', () => {
  it('its receipt and whom its referral named; and nothing else where there is nothing else', () => {
    expect(handed(new Race().received({ agencies: [COUNCIL] }))).toEqual({
      receivedAt: OWN,
      withAgencies: [{ agency: COUNCIL }],
    });
  });

  it('who has answered, whom it found itself and when, what else is known, and whom it kept off; not who was asked by mistake', () => {
    const race = new Race().received({ timestamps: { localAuthorityAware: AWARE } }).asked();
    race.at('2026-04-01 10:00').act({ kind: 'addAgency', agency: FOUND });
    race
      .at('2026-04-02 12:00')
      .act(answer(COUNCIL, '2026-04-02'))
      .act(answer(POLICE, '2026-04-02', { answer: 'partial' }))
      .act(answer(SCHOOL, '2026-04-02', { answer: 'wrongOrganisation' }))
      .act(excluded(BOARD, CONTACT(BOARD, 2)));
    expect(handed(race)).toEqual({
      receivedAt: OWN,
      withTimestamps: { localAuthorityAware: AWARE },
      withAgencies: [
        { agency: COUNCIL, answered: true },
        { agency: POLICE },
        { agency: BOARD },
        { agency: FOUND, on: [], found: london('2026-04-01 10:00') },
      ],
      withExcluded: [CONTACT(BOARD, 2)],
    });
  });

  it('of one that has absorbed others: each with its receipt, whose referral named whom, and what it did not take over', () => {
    const race = new Race().received({
      agencies: [COUNCIL, SCHOOL],
      timestamps: { localAuthorityAware: AWARE },
      maybeDuplicateOf: OTHER,
    });
    race
      .at('2026-03-31 10:00')
      .act({ kind: 'addAgency', agency: BOARD })
      .act({
        kind: 'absorbCase',
        of: OTHER,
        receivedAt: THIRDS,
        withAbsorbed: [THIRD],
        withReceipts: RECEIPTS,
        withAgencies: [
          { agency: COUNCIL, answered: true },
          { agency: POLICE, on: [THIRD] },
          { agency: BOARD, on: [], found: OTHERS },
        ],
        withTimestamps: { notificationSent: NOTIFIED },
        reason: REASON,
      });
    expect(handed(race)).toEqual({
      receivedAt: THIRDS,
      withTimestamps: { notificationSent: NOTIFIED, localAuthorityAware: AWARE },
      withAbsorbed: [OTHER, THIRD],
      withReceipts: [
        { of: REFERENCE, receivedAt: OWN },
        { of: OTHER, receivedAt: OTHERS },
        { of: THIRD, receivedAt: THIRDS },
      ],
      withAgencies: [
        { agency: COUNCIL, on: [REFERENCE, OTHER], answered: true },
        { agency: SCHOOL, on: [REFERENCE] },
        // Found here later: known since the earlier.
        { agency: BOARD, on: [], found: OTHERS },
        { agency: POLICE, on: [THIRD] },
      ],
    });
  });

  it('of one that is only recorded, its receipt; and nothing where none is recorded', () => {
    const { state, events } = new Race().received({ nature: 'careLeaverDeath' });
    expect(handedOn({ state: state as AnyCase, events })).toEqual({ receivedAt: OWN });
    expect(handedOn({ state: { ...(state as AnyCase), timestamps: {} }, events })).toBeUndefined();
  });

  it('each receipt by itself, as it was put right', () => {
    const race = new Race().received({ agencies: [COUNCIL], maybeDuplicateOf: OTHER }).act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: OTHERS,
      withAgencies: [{ agency: COUNCIL }],
      reason: REASON,
    });
    const receipts = () => handed(race)?.withReceipts?.map(({ receivedAt }) => receivedAt);
    expect(receipts()).toEqual([OWN, OTHERS]);
    const of = { of: OTHER };
    race.act(correct('2026-03-26 10:00', of)).act(correct('2026-03-25 10:00', of));
    expect(receipts()).toEqual([OWN, london('2026-03-25 10:00')]);
    const last = new Race().opened('2026-03-31 09:00', { reference: THIRD, agencies: [SCHOOL] });
    last
      .act({ kind: 'noteDuplicate', of: REFERENCE })
      .act({ kind: 'absorbCase', of: REFERENCE, reason: REASON, ...(handed(race) ?? { receivedAt: OWN }) });
    expect(last.open.duplicates.map(({ receivedAt }) => receivedAt)).toEqual(receipts());
  });

  it('of what had come with another that told no receipt, that of the other', () => {
    const race = new Race().received({ agencies: [], maybeDuplicateOf: OTHER });
    race.act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: THIRDS,
      withAbsorbed: [THIRD],
      reason: REASON,
    });
    expect(handed(race)?.withReceipts).toEqual([
      { of: REFERENCE, receivedAt: OWN },
      { of: OTHER, receivedAt: THIRDS },
      { of: THIRD, receivedAt: THIRDS },
    ]);
  });

  it('so that nobody is to be asked before the referral came that named them', () => {
    const race = new Race().opened('2026-03-23 10:00', {
      agencies: [],
      maybeDuplicateOf: OTHER,
    });
    const withAgencies = [{ agency: SCHOOL }];
    race.act({ kind: 'absorbCase', of: OTHER, receivedAt: OTHERS, withAgencies, reason: REASON });
    const last = new Race().received({ reference: THIRD, agencies: [SCHOOL], maybeDuplicateOf: REFERENCE });
    last.act({ kind: 'absorbCase', of: REFERENCE, receivedAt: THIRDS, reason: REASON, ...handed(race) });
    expect(last.line('scopingDispatch', SCHOOL).due).toBe('2026-03-30');
  });
});
