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

describe('R22: what a case hands on where it is merged', () => {
  it('its receipt and whom its referral named; and nothing else where there is nothing else', () => {
    expect(handedOn(new Race().received({ agencies: [COUNCIL] }).open)).toEqual({
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
    expect(handedOn(race.open)).toEqual({
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
        withReceipts: [
          { of: OTHER, receivedAt: OTHERS },
          { of: THIRD, receivedAt: THIRDS },
        ],
        withAgencies: [
          { agency: COUNCIL, answered: true },
          { agency: POLICE, on: [THIRD] },
          { agency: BOARD, on: [], found: OTHERS },
        ],
        withTimestamps: { notificationSent: NOTIFIED },
        reason: REASON,
      });
    expect(handedOn(race.open)).toEqual({
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
    const { state } = new Race().received({ nature: 'careLeaverDeath' });
    expect(handedOn(state as AnyCase)).toEqual({ receivedAt: OWN });
    expect(handedOn({ ...(state as AnyCase), timestamps: {} })).toBeUndefined();
  });
});
