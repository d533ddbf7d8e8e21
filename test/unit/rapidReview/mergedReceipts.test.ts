// Of a case and those that were merged into it the earliest receipt counts (R22), also once one of them is put right: then it is as if it
// had been recorded so from the first (R8). Whoever a referral named is known since the first came that did.

import { describe, expect, it } from '@jest/globals';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import type { AgencyOfMerged } from '../../../domain/rapidReview/duplicates/state';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import type { AgencyId } from '../../../domain/timetable/facts';
import { sayExplanation } from '../../../domain/timetable/sayExplanation';
import { COUNCIL, POLICE, Race, SCHOOL } from './race';
import { REASON, Story, london } from './story';

const OTHER = 'RR-2026-0005' as CaseReference;
const THIRD = 'RR-2026-0006' as CaseReference;
const OWN = '2026-03-30 16:20';
const MERGED = '2026-03-27 10:00';

const correct = (at: string, of?: CaseReference) =>
  ({
    kind: 'correctTimestamp',
    timestamp: 'referralReceived',
    at: london(at),
    reason: REASON,
    ...(of === undefined ? {} : { of }),
  }) as const;

/** Received then by what was typed, and the other merged on Tuesday 31 March; it knew the council, and not the school. */
const merged = (typed: string) =>
  new Race()
    .opened(typed, { agencies: [COUNCIL, SCHOOL] }, '2026-03-30 16:30')
    .act({ kind: 'noteDuplicate', of: OTHER })
    .at('2026-03-31 10:00')
    .act({
      kind: 'absorbCase',
      of: OTHER,
      receivedAt: london(MERGED),
      withAgencies: [{ agency: COUNCIL }],
      reason: REASON,
    });

const another = (race: Race, receivedAt: string, withAgencies: readonly AgencyOfMerged[]) =>
  race.act({ kind: 'noteDuplicate', of: THIRD }).act({
    kind: 'absorbCase',
    of: THIRD,
    receivedAt: london(receivedAt),
    withAgencies,
    reason: REASON,
  });

const found = (race: Race) => {
  const { timestamps, agencies } = race.open;
  return {
    received: Story.say(timestamps.referralReceived ?? london('2000-01-01 00:00')),
    known: agencies.map(({ agency, identified }) => [agency, identified]),
    lines: [
      race.line('completeLocal'),
      race.line('scopingDispatch', COUNCIL),
      race.line('scopingDispatch', SCHOOL),
    ].map(({ status, due }) => [status, due]),
  };
};

describe('R8, R22: the receipt of a case that others were merged into is put right', () => {
  it.each([
    ['2026-03-25 16:20', OWN, MERGED, '2026-04-21', ['open', '2026-03-31']],
    [OWN, '2026-03-25 16:20', '2026-03-25 16:20', '2026-04-17', ['missed', '2026-03-27']],
    [OWN, '2026-03-28 12:00', MERGED, '2026-04-21', ['open', '2026-03-31']],
  ] as const)('typed %s, and right %s: the earliest is %s', (typed, right, received, completeBy, asked) => {
    const race = merged(typed).act(correct(right));
    expect(found(race)).toEqual(found(merged(right)));
    expect(found(race)).toMatchObject({ received, lines: [['open', completeBy], expect.anything(), asked] });
  });

  it('corrected and back, all is as it was, and a word of what counts comes with it', () => {
    const race = merged(OWN);
    const before = found(race);
    race.act(correct('2026-03-25 16:20')).act(correct(OWN));
    expect(found(race)).toEqual(before);
    expect(race.of('TimestampCorrected').map(({ body }) => body)).toEqual([
      { timestamp: 'referralReceived', was: london(OWN), at: london('2026-03-25 16:20'), reason: REASON },
      {
        timestamp: 'referralReceived',
        was: london('2026-03-25 16:20'),
        at: london(OWN),
        counts: london(MERGED),
        reason: REASON,
      },
    ]);
    const explained = explanationsOfCase(race.events, () => race.calendar);
    expect(explained.find(({ obligation }) => obligation === 'completeLocal')).toMatchObject({
      due: '2026-04-21',
      anchor: { at: london(MERGED), event: race.of('CaseAbsorbed')[0]?.number },
    });
  });

  it('a request counted from the referral that named the agency says so, and since when', () => {
    const race = merged(OWN);
    const asked = () => {
      const explained = explanationsOfCase(race.events, () => race.calendar);
      const found = explained.find(({ key }) => key === `scopingDispatch:${SCHOOL}`);
      if (found === undefined) throw new Error('it was meant to be explained');
      const naming = { agency: () => 'Example School', person: () => 'Sam', event: () => '' };
      return { ...found, text: sayExplanation(found, race.calendar, naming) };
    };
    // It came in time to be asked by the day that the earliest receipt gives.
    expect(asked()).toMatchObject({ decidedBy: 'ownCount', anchor: { at: london(MERGED) } });
    another(race, '2026-03-25 10:00', [{ agency: COUNCIL }]);
    expect(asked()).toMatchObject({
      due: '2026-03-31',
      decidedBy: 'lateReferral',
      count: { counting: { anchor: 'referralReceived', anchorDate: '2026-03-30', workingDays: 1 } },
      anchor: { event: 1, at: london(OWN) },
    });
    expect(asked().text).toContain('The referral that named the agency came after');
    race.act(correct('2026-03-28 12:00'));
    const [{ number: event } = { number: 0 }] = race.of('TimestampCorrected');
    expect(asked().anchor).toMatchObject({ event, at: london('2026-03-28 12:00'), corrected: true });
  });

  it('that of the other was mistyped: it is put right here, where it counts', () => {
    const race = merged(OWN).act(correct('2026-03-29 10:00', OTHER));
    expect(found(race).received).toBe('2026-03-29 10:00');
    expect(race.line('completeLocal').due).toBe('2026-04-21');
    expect(race.of('TimestampCorrected')[0]?.body).toMatchObject({ of: OTHER, was: london(MERGED) });
    race.act(correct('2026-03-31 09:00', OTHER));
    expect(race.of('TimestampCorrected')[1]?.body).toMatchObject({ counts: london(OWN) });
    expect(found(race).known).toEqual([
      [COUNCIL, 'withReferral'],
      [SCHOOL, 'withReferral'],
    ]);
  });

  it('whoever a third knew is known since that, and what was done is judged by it', () => {
    const race = merged(OWN).sent(SCHOOL);
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', due: '2026-03-31' });
    another(race, '2026-03-26 10:00', [{ agency: SCHOOL }]);
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'missed', due: '2026-03-30' });
    race.act(correct('2026-03-30 10:00', THIRD));
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'met', due: '2026-03-31' });
  });

  const foundAt = (agency: AgencyId, at: string) =>
    ({ kind: 'correctIdentified', agency, at: london(at), reason: REASON }) as const;

  it('whoever was found later stays known since then, and so does who was said to be found at another moment', () => {
    const race = merged(OWN).act({ kind: 'addAgency', agency: POLICE });
    const known = () => race.open.agencies.find(({ agency }) => agency === POLICE)?.identified;
    race.act(correct('2026-03-25 16:20')).act(correct(OWN));
    expect(known()).toBe(london('2026-03-31 10:00'));
    race.act(foundAt(POLICE, '2026-03-31 09:00'));
    race.act(correct('2026-03-25 16:20')).act(correct(OWN));
    expect(known()).toBe(london('2026-03-31 09:00'));
  });

  it.each([COUNCIL, SCHOOL])(
    'whoever a referral named was not found, whichever receipt counts (%s)',
    (agency) => {
      expect(merged(OWN).refusal(foundAt(agency, '2026-03-31 09:00'))).toBe('IdentifiedWithReferral');
    },
  );

  it('whoever was taken off before the merge and is added again is known since their own referral', () => {
    const race = new Race().received({ agencies: [COUNCIL, SCHOOL], maybeDuplicateOf: OTHER });
    race
      .act({ kind: 'removeAgency', agency: SCHOOL, reason: REASON })
      .at('2026-03-31 10:00')
      .act({
        kind: 'absorbCase',
        of: OTHER,
        receivedAt: london('2026-03-25 10:00'),
        withAgencies: [{ agency: COUNCIL }],
        reason: REASON,
      });
    race.act({ kind: 'addAgency', agency: SCHOOL });
    expect(race.line('scopingDispatch', SCHOOL)).toMatchObject({ status: 'open', due: '2026-03-31' });
  });

  it('nor is it forgotten of whoever is taken off after it, and a receipt is put right meanwhile', () => {
    const race = merged(OWN).act({ kind: 'removeAgency', agency: SCHOOL, reason: REASON });
    race.act(correct('2026-03-25 16:20')).act({ kind: 'addAgency', agency: SCHOOL });
    expect(found(race)).toEqual(found(merged('2026-03-25 16:20')));
  });

  it.each([
    ['its own as it is', correct(OWN), 'CorrectionChangesNothing'],
    ['that of the other as it is', correct(MERGED, OTHER), 'CorrectionChangesNothing'],
    ['that of a case that was not merged', correct(MERGED, THIRD), 'ReceiptOfMergedNotKept'],
    [
      'another moment of the other',
      { ...correct(MERGED, OTHER), timestamp: 'incident' },
      'ReceiptOfMergedNotKept',
    ],
  ] as const)('%s is refused', (_what, command, code) => {
    expect(merged(OWN).refusal(command)).toBe(code);
  });

  it('its own is put right while that of the other counts: by who recorded that, and nobody has corrected it', () => {
    const race = merged(OWN).act(correct('2026-03-29 10:00'));
    const [{ number: event } = { number: 0 }] = race.of('CaseAbsorbed');
    const anchor = () =>
      explanationsOfCase(race.events, () => race.calendar).find(({ key }) => key === 'completeLocal')?.anchor;
    expect(anchor()).toMatchObject({ event, at: london(MERGED) });
    expect(anchor()).not.toHaveProperty('corrected');
    race.act(correct('2026-03-26 10:00'));
    expect(anchor()).toMatchObject({ at: london('2026-03-26 10:00'), corrected: true });
  });

  it('what was done is explained by the receipt that counted then, though its date is the same from both', () => {
    // On Easter Monday, and on the Sunday before.
    const race = new Race().opened('2026-04-06 10:00', { agencies: [SCHOOL] }).sent(SCHOOL);
    const dispatch = () =>
      explanationsOfCase(race.events, () => race.calendar).find(
        ({ obligation }) => obligation === 'scopingDispatch',
      );
    const before = dispatch()?.anchor;
    expect(before).toMatchObject({ at: london('2026-04-06 10:00') });
    race.act({ kind: 'noteDuplicate', of: OTHER });
    race.act({ kind: 'absorbCase', of: OTHER, receivedAt: london('2026-04-05 10:00'), reason: REASON });
    expect(dispatch()).toMatchObject({ anchor: before, count: { counting: { anchorDate: '2026-04-06' } } });
  });

  it('a request is held against the receipt that counts', () => {
    const race = merged('2026-03-25 16:20').sent(SCHOOL).at('2026-04-02 10:00');
    race.act(correct('2026-04-01 10:00'));
    expect(found(race).received).toBe(MERGED);
    expect(race.refusal(correct('2026-04-01 12:00', OTHER))).toBe('CorrectionContradictsRequest');
  });

  it('before it is corrected one is warned that another counts, and whose', () => {
    const before = merged(OWN);
    const warned = (...body: Parameters<typeof correct>) => {
      const after = merged(OWN).act(correct(...body));
      const { commandId } = after.of('TimestampCorrected')[0] ?? { commandId: '' };
      const events = after.events.filter((event) => event.commandId === commandId);
      return warningsOfCorrection(before.state, after.state, events, after.calendar);
    };
    expect(warned('2026-03-28 12:00')).toContainEqual({
      about: 'otherReceiptCounts',
      of: OTHER,
      on: '2026-03-27',
    });
    expect(warned('2026-03-31 09:00', OTHER)).toContainEqual({
      about: 'otherReceiptCounts',
      on: '2026-03-30',
    });
    expect(warned('2026-03-26 09:00').map(({ about }) => about)).not.toContain('otherReceiptCounts');
  });
});
