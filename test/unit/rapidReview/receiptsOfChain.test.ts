// A case that is merged may have absorbed others before: the receipt of each comes with it, and is put right by itself like its own (R8,
// R22). Whoever only one of them knew is known since that one's; and whom it had found, since then.

import { describe, expect, it } from '@jest/globals';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { COUNCIL, Race, SCHOOL } from './race';
import { REASON, london } from './story';

const OTHER = 'RR-2026-0015' as CaseReference;
const THIRD = 'RR-2026-0016' as CaseReference;
const FOURTH = 'RR-2026-0017' as CaseReference;
const OWN = '2026-03-30 16:20';
const OTHERS = '2026-03-27 10:00';
const THIRDS = '2026-03-23 10:00';

const correct = (at: string, of: CaseReference) =>
  ({
    kind: 'correctTimestamp',
    timestamp: 'referralReceived',
    at: london(at),
    of,
    reason: REASON,
  }) as const;

const of = (reference: CaseReference, at: string) => ({ of: reference, receivedAt: london(at) });

/** The other had absorbed a third, whose receipt counted there; the one knew the council, and the third the school. */
const merged = () =>
  new Race()
    .opened(OWN, { agencies: [COUNCIL, SCHOOL] }, '2026-03-30 16:30')
    .act({ kind: 'noteDuplicate', of: OTHER })
    .at('2026-03-31 10:00')
    .act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: london(THIRDS),
      withAbsorbed: [THIRD],
      withReceipts: [of(OTHER, OTHERS), of(THIRD, THIRDS)],
      withAgencies: [
        { agency: COUNCIL, on: [OTHER] },
        { agency: SCHOOL, on: [THIRD] },
      ],
      reason: REASON,
    });

const found = ({ open: { timestamps, duplicates, agencies } }: Race) => ({
  received: timestamps.referralReceived,
  kept: duplicates.map(({ of: one, receivedAt }) => [one, receivedAt]),
  known: agencies.map(({ agency, identified }) => [agency, identified]),
});

describe('R8, R22: a case that is merged had absorbed others', () => {
  it('the receipt of each is kept, and whoever it alone knew is known since that', () => {
    const race = merged();
    expect(found(race)).toEqual({
      received: london(THIRDS),
      kept: [
        [OTHER, london(OTHERS)],
        [THIRD, london(THIRDS)],
      ],
      known: [
        [COUNCIL, london(OTHERS)],
        [SCHOOL, 'withReferral'],
      ],
    });
    race.act(correct('2026-03-31 09:00', THIRD));
    expect(race.of('TimestampCorrected')[0]?.body).toMatchObject({ of: THIRD, counts: london(OTHERS) });
    expect(found(race)).toMatchObject({
      received: london(OTHERS),
      known: [
        [COUNCIL, 'withReferral'],
        [SCHOOL, london(OWN)],
      ],
    });
  });

  it('a request counted from the receipt of one of them says which that is', () => {
    const race = merged();
    const anchor = () =>
      explanationsOfCase(race.events, () => race.calendar).find(
        ({ key }) => key === `scopingDispatch:${COUNCIL}`,
      );
    const [{ number: event } = { number: 0 }] = race.of('CaseAbsorbed');
    expect(anchor()).toMatchObject({ due: '2026-03-30', anchor: { event, at: london(OTHERS) } });
    race.act(correct('2026-03-26 10:00', OTHER));
    expect(anchor()).toMatchObject({
      due: '2026-03-27',
      anchor: { at: london('2026-03-26 10:00'), corrected: true },
    });
  });

  it('what the other kept of this case, or of one that was merged into this one before, does not hold here', () => {
    const race = merged();
    const before = found(race);
    const { reference } = race.open;
    race.act({ kind: 'noteDuplicate', of: FOURTH }).act({
      kind: 'absorbCase',
      of: FOURTH,
      receivedAt: london('2026-03-20 10:00'),
      withAbsorbed: [reference, OTHER],
      withReceipts: [
        of(FOURTH, '2026-03-29 10:00'),
        of(reference, '2026-03-20 10:00'),
        of(OTHER, '2026-03-20 12:00'),
      ],
      withAgencies: [{ agency: COUNCIL, on: [reference] }],
      reason: REASON,
    });
    expect(race.of('CaseAbsorbed')[1]?.body).toMatchObject(of(FOURTH, '2026-03-29 10:00'));
    expect(found(race)).toEqual({ ...before, kept: [...before.kept, [FOURTH, london('2026-03-29 10:00')]] });
  });

  it.each([
    ['between the receipts', '2026-03-26 10:00', london('2026-03-26 10:00'), '2026-03-27', 'lateFoundAgency'],
    ['when this one knew it', '2026-03-30 17:00', london(OWN), '2026-03-31', 'lateReferral'],
    // The receipt of that one has been put right since.
    ['before the earliest', '2026-03-20 10:00', 'withReferral', '2026-03-25', 'ownCount'],
  ] as const)('whoever it had found is known since then: %s', (_when, at, identified, due, decidedBy) => {
    const race = new Race().opened(OWN, { agencies: [SCHOOL], maybeDuplicateOf: OTHER }, '2026-03-30 16:30');
    race.at('2026-03-31 10:00').act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: london(THIRDS),
      withAgencies: [{ agency: SCHOOL, on: [], found: london(at) }],
      reason: REASON,
    });
    expect(found(race).known).toEqual([[SCHOOL, identified]]);
    const [{ number: absorbed } = { number: 0 }] = race.of('CaseAbsorbed');
    const explained = explanationsOfCase(race.events, () => race.calendar);
    expect(explained.find(({ key }) => key === `scopingDispatch:${SCHOOL}`)).toMatchObject({
      due,
      decidedBy,
      anchor:
        identified === 'withReferral'
          ? { event: absorbed, at: london(THIRDS) }
          : { event: decidedBy === 'lateReferral' ? 1 : absorbed, at: identified },
    });
    const moment = { kind: 'correctIdentified', agency: SCHOOL, at: race.now, reason: REASON } as const;
    expect(race.refusal(moment)).toBe('IdentifiedWithReferral');
  });

  it('where none of one was kept, that of the case it came with stands for it', () => {
    const race = new Race().received({ agencies: [COUNCIL, SCHOOL], maybeDuplicateOf: OTHER });
    race.act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: london(OTHERS),
      withAbsorbed: [THIRD],
      withAgencies: [{ agency: SCHOOL, on: [THIRD] }],
      reason: REASON,
    });
    expect(found(race)).toMatchObject({
      kept: [
        [OTHER, london(OTHERS)],
        [THIRD, undefined],
      ],
      known: [
        [COUNCIL, london(OWN)],
        [SCHOOL, 'withReferral'],
      ],
    });
    expect(race.refusal(correct(OTHERS, THIRD))).toBe('ReceiptOfMergedNotKept');
  });
});
