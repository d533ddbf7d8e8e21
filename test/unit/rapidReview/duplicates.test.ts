// Cases that may be the same (R22): logged all the same, then linked, kept apart or merged with a reason; merged they keep
// the earliest receipt and every referrer.

import { describe, expect, it } from '@jest/globals';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { AGENCY, CONTACT, REASON, REFERENCE, london } from './story';
import { COUNCIL, Race, SCHOOL, WITHDRAWAL, excluded, row } from './race';

const OTHER = 'RR-2026-0003' as CaseReference;
const LATER = 'RR-2026-0009' as CaseReference;
const note = { kind: 'noteDuplicate', of: OTHER, note: row('why') } as const;
const settle = { kind: 'settleDuplicate', of: OTHER, as: 'keptApart', reason: REASON } as const;
const absorb = (receivedAt: string) =>
  ({ kind: 'absorbCase', of: OTHER, receivedAt: london(receivedAt), reason: REASON }) as const;
const noted = () => new Race().received().asked().act(note);

describe('R22: a possible duplicate', () => {
  it('is logged at the opening or later, and turns nothing away', () => {
    const opened = new Race().received({ maybeDuplicateOf: OTHER });
    expect(opened.state.status).toBe('open');
    expect(opened.open.duplicates).toEqual([{ of: OTHER }]);
    expect(noted().of('DuplicateNoted')[0]?.body).toEqual({ of: OTHER, note: 'c9.why' });
  });

  it.each(['linked', 'keptApart'] as const)('is settled with a reason: %s', (as) => {
    const race = noted().act({ ...settle, as });
    expect(race.open.duplicates).toEqual([{ of: OTHER, settled: as }]);
    expect(race.of('DuplicateSettled')[0]?.body).toEqual({ of: OTHER, as, reason: REASON });
  });

  it.each([
    ['of itself', { ...note, of: REFERENCE }, 'DuplicateOfItself'],
    ['noted twice', note, 'DuplicateAlreadyNoted'],
    ['settled, and never noted', { ...settle, of: 'RR-2026-0004' as CaseReference }, 'DuplicateNotNoted'],
    [
      'merged, and never noted',
      { ...absorb('2026-03-27 10:00'), of: 'RR-2026-0004' as CaseReference },
      'DuplicateNotNoted',
    ],
    ['merged into itself', { kind: 'endAsMerged', into: REFERENCE, reason: REASON }, 'DuplicateOfItself'],
  ] as const)('%s is refused, with nothing changed', (_what, command, code) => {
    expect(noted().refusal(command)).toBe(code);
  });

  it('settled, it is settled: no second word, no merging', () => {
    const race = noted().act(settle);
    expect(race.refused({ ...settle, as: 'linked' })).toEqual({
      code: 'DuplicateAlreadySettled',
      of: OTHER,
      as: 'keptApart',
    });
    expect(race.refusal(absorb('2026-03-27 10:00'))).toBe('DuplicateAlreadySettled');
    // Noted once more there would be nothing to settle "when you know".
    expect(race.refused(note)).toEqual({ code: 'DuplicateAlreadySettled', of: OTHER, as: 'keptApart' });
    expect(noted().act(absorb('2026-03-27 10:00')).refusal(note)).toBe('DuplicateAlreadySettled');
  });
});

describe('R22: merged', () => {
  it('the earlier receipt counts, and outcomes are restated as if it had been recorded so from the first', () => {
    const race = noted().at('2026-03-31 12:00');
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', due: '2026-04-01' });
    // Received by the other team on Thursday 26 March: asked on Tuesday 31, one day late.
    race.act(absorb('2026-03-26 10:00'));
    expect(race.open.timestamps.referralReceived).toBe(london('2026-03-26 10:00'));
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-03-30' });
    expect(race.of('OutcomeRestated').map(({ body }) => body.key)).toContain(`scopingDispatch:${COUNCIL}`);
    expect(race.line('completeLocal').due).toBe('2026-04-20');
    expect(race.of('CaseAbsorbed')[0]?.body).toMatchObject({
      was: london('2026-03-30 16:20'),
      reason: REASON,
    });
  });

  it.each([
    // By the next working day after its own referral came, on Monday 30 March: asked on Tuesday 31.
    [undefined, { status: 'met', due: '2026-03-31' }],
    // The other had it on its case.
    [[{ agency: SCHOOL }], { status: 'missed', due: '2026-03-25' }],
  ])('nobody was to be asked before the referral that named them (%j)', (withAgencies, line) => {
    const race = new Race().received({ maybeDuplicateOf: OTHER }).asked();
    race.at('2026-04-01 12:00').act({
      ...absorb('2026-03-23 10:00'),
      ...(withAgencies === undefined ? {} : { withAgencies }),
    });
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject(line);
    expect(race.line('completeLocal').due).toBe('2026-04-15');
  });

  it('a later receipt of the other changes no date', () => {
    const race = noted().act(absorb('2026-03-31 09:00'));
    expect(race.line('completeLocal').due).toBe('2026-04-22');
    expect(race.open.duplicates).toMatchObject([{ of: OTHER, settled: 'absorbed' }]);
  });

  it('every referrer is told, each from their own case', () => {
    const race = new Race().received({ maybeDuplicateOf: OTHER }).act(absorb('2026-03-30 12:00'));
    race.asked().meetingArranged().returned().quorate().decided().evidenced().closed();
    race.signedOff().reported().referenced().informed();
    expect(race.mails('outcomeToReferrer')).toEqual([
      `outcome/1/referrer/${REFERENCE}`,
      `outcome/1/referrer/${OTHER}`,
    ]);
  });

  it('once the outcome has been told, whoever referred the other hears it too', () => {
    const race = new Race().received({ maybeDuplicateOf: OTHER });
    race.asked().meetingArranged().returned().quorate().decided().evidenced().closed();
    race.signedOff().reported().referenced().informed().act(absorb('2026-03-31 12:00'));
    expect(race.mails('outcomeToReferrer')).toEqual([
      `outcome/1/referrer/${REFERENCE}`,
      `outcome/1/referrer/${OTHER}`,
    ]);
    expect(race.replied('asksForMore').reported().informed().mails('outcomeToReferrer')).toHaveLength(2);
  });

  it('R21: withdrawn, and that undone, each hears that it goes on', () => {
    const race = new Race().received({ maybeDuplicateOf: OTHER }).asked();
    race.act(absorb('2026-03-30 12:00')).act(WITHDRAWAL);
    expect(race.mails('endedToReferrer')).toHaveLength(2);
    race.act({ kind: 'undoWithdrawal', reason: REASON });
    expect(race.mails('resumedToReferrer').map((key) => key.split('/').at(-1))).toEqual([REFERENCE, OTHER]);
  });

  const withAbsorbed = ['RR-2026-0001', 'RR-2026-0002'] as readonly string[] as readonly CaseReference[];

  it('whoever referred what the other had absorbed before is told too', () => {
    const race = new Race()
      .received({ maybeDuplicateOf: OTHER })
      .act({ ...absorb('2026-03-30 12:00'), withAbsorbed })
      .act({ kind: 'endAsMerged', into: LATER, reason: REASON });
    expect(race.of('CaseAbsorbed')[0]?.body.withAbsorbed).toEqual(withAbsorbed);
    expect(race.mails('endedToReferrer').map((key) => key.split('/').at(-1))).toEqual([
      ...[REFERENCE, OTHER, ...withAbsorbed],
    ]);
  });

  it('R13: whoever is kept off the other is kept off this case, once, whether their agency is on it or not', () => {
    const [known, shared, elsewhere] = [CONTACT(COUNCIL), CONTACT(SCHOOL), CONTACT(AGENCY(99), 2)];
    const race = noted()
      .act(excluded(COUNCIL, known))
      .act({ ...absorb('2026-03-31 09:00'), withExcluded: [known, shared, elsewhere, shared] });
    expect(race.open.excludedContacts).toEqual([known, shared, elsewhere]);
    expect(race.of('ContactExcluded').map(({ body }) => body.agency)).toEqual([COUNCIL, SCHOOL, AGENCY(99)]);
  });

  it('R3: what was recorded of the incident there holds here where nothing is known, and nothing that contradicts', () => {
    const race = noted().act({
      kind: 'recordTimestamp',
      timestamp: 'localAuthorityAware',
      at: london('2026-03-28 10:00'),
    });
    race.act({
      ...absorb('2026-03-27 10:00'),
      withTimestamps: {
        localAuthorityAware: london('2026-03-26 10:00'),
        notificationSent: london('2026-03-30 10:00'),
        notificationCopyReceived: london('2026-03-29 10:00'),
      },
    });
    expect(race.open.timestamps).toEqual({
      referralReceived: london('2026-03-27 10:00'),
      localAuthorityAware: london('2026-03-28 10:00'),
      notificationSent: london('2026-03-30 10:00'),
    });
    expect(race.line('notification')).toMatchObject({ status: 'met', doneOn: '2026-03-30' });
    expect(race.line('completePanel').due).toBe('2026-04-22');
    expect(race.refusal(WITHDRAWAL)).toBe('NotifiedAlready');
  });

  it('what comes with the other is settled here too, whatever was said of it, and never this case itself', () => {
    const [first, second] = withAbsorbed;
    if (first === undefined || second === undefined) throw new Error('two were meant');
    const race = noted()
      .act({ ...note, of: first })
      .act({ ...settle, of: first });
    race.act({ ...absorb('2026-03-30 12:00'), withAbsorbed: [REFERENCE, OTHER, first, first, second] });
    expect(race.of('CaseAbsorbed')[0]?.body.withAbsorbed).toEqual([first, second]);
    const settledSo = [OTHER, first, second].map((of) => ({ of, settled: 'absorbed' }));
    expect(race.open.duplicates).toMatchObject(settledSo);
    // Merged into this case before: it does not come a second time.
    race.act({ ...note, of: LATER }).act({ ...absorb('2026-03-30 12:00'), of: LATER, withAbsorbed });
    expect(race.of('CaseAbsorbed')[1]?.body).not.toHaveProperty('withAbsorbed');
    expect(race.open.duplicates).toMatchObject([...settledSo, { of: LATER, settled: 'absorbed' }]);
  });

  it('the other ends, and says into which', () => {
    const race = new Race().received().asked().act({ kind: 'endAsMerged', into: OTHER, reason: REASON });
    expect(race.state).toMatchObject({ status: 'ended', ending: { cause: 'merged', into: OTHER } });
    expect(race.line('completeLocal').status).toBe('lapsed');
    expect(race.mails('endedToAgency')).toHaveLength(4);
  });
});

describe('R22: of two that absorbed each other', () => {
  const endFor = (into: CaseReference) => ({ kind: 'endAsMerged', into, reason: REASON }) as const;
  const absorbed = (reference: CaseReference, of: CaseReference) =>
    new Race().received({ reference, maybeDuplicateOf: of }).act({ ...absorb('2026-03-27 10:00'), of });

  it.each([
    ['RR-2026-0003', 'RR-2026-0007'],
    ['RR-2026-9999', 'RR-2026-10000'],
    ['RR-2025-10000', 'RR-2026-0002'],
  ])('%s goes on, and %s ends', (...pair) => {
    const [earlier, later] = pair as unknown as readonly [CaseReference, CaseReference];
    const race = absorbed(earlier, later);
    expect(race.refused(endFor(later))).toEqual({ code: 'MergedTheOtherWay', into: later, goesOn: earlier });
    expect(absorbed(later, earlier).act(endFor(earlier)).state).toMatchObject({
      status: 'ended',
      ending: { cause: 'merged', into: earlier },
    });
    // Of a third it says nothing.
    expect(race.act(endFor('RR-2026-0011' as CaseReference)).state.status).toBe('ended');
  });

  it('one that was only noted, linked or kept apart takes the earlier in', () => {
    expect(
      new Race()
        .received()
        .act({ ...note, of: LATER })
        .act(endFor(LATER)).state.status,
    ).toBe('ended');
    for (const as of ['linked', 'keptApart'] as const) {
      const race = new Race().received({ maybeDuplicateOf: LATER }).act({ ...settle, of: LATER, as });
      expect(race.act(endFor(LATER)).state.status).toBe('ended');
    }
  });
});

describe('R22: a receipt long past', () => {
  it('is taken with a reason, and its misses are recorded at once', () => {
    const race = new Race();
    race.now = london('2026-04-15 10:00');
    race.opened('2026-03-02 10:00', { lateLoggingReason: row('why') }, '2026-04-15 10:00');
    expect(race.of('CaseOpened')[0]?.body.lateLoggingReason).toBe('c9.why');
    expect(race.misses()).toContain('2026-04-15 10:00 completeLocal due 2026-03-23');
  });
});
