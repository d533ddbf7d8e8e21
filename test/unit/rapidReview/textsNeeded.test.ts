// R25: as long as anything needs the texts of a case they are not destroyed.

import { describe, expect, it } from '@jest/globals';
import { textsNeeded } from '../../../domain/rapidReview/ending/textsNeeded';
import { noCase, type CaseReference } from '../../../domain/rapidReview/state';
import { REASON, REFERENCE, Story } from './story';
import { ALL_AGREE, row } from './race';

const INTO = 'RR-2026-0001' as CaseReference;
const withdraw = { kind: 'withdrawCase', agreedBy: ALL_AGREE, reason: REASON } as const;
const opened = (reference = REFERENCE) => new Story().opened('2026-03-30 15:20', { reference });
const merged = () => opened().act({ kind: 'endAsMerged', into: INTO, reason: REASON });

describe('R25: the texts of a case', () => {
  it('are needed while it is open, and again once a withdrawal is undone', () => {
    const story = opened();
    expect(textsNeeded(story.state, noCase)).toEqual({ code: 'CaseIsOpen' });
    expect(textsNeeded(story.act(withdraw).state, noCase)).toBeUndefined();
    story.act({ kind: 'undoWithdrawal', reason: REASON });
    expect(textsNeeded(story.state, noCase)).toEqual({ code: 'CaseIsOpen' });
  });

  it('are not needed where it was only recorded, and there are none where there is no case', () => {
    const recorded = new Story().opened('2026-03-30 15:20', { nature: 'careLeaverDeath', agencies: [] });
    expect(textsNeeded(recorded.state, noCase)).toBeUndefined();
    expect(textsNeeded(noCase, noCase)).toEqual({ code: 'NoSuchCase' });
  });

  it('are needed until each safety concern is acknowledged, after the end too', () => {
    const story = opened().act(withdraw);
    for (const concern of ['one', 'two'] as const)
      story.act({ kind: 'raiseSafetyConcern', concern: row(concern) });
    story.act({ kind: 'acknowledgeSafetyConcern', number: 1 });
    expect(textsNeeded(story.state, noCase)).toEqual({ code: 'ConcernWaits', number: 2 });
    story.act({ kind: 'acknowledgeSafetyConcern', number: 2 });
    expect(textsNeeded(story.state, noCase)).toBeUndefined();
  });

  it('are needed of one that was merged, until the other has told whoever referred it', () => {
    const other = opened(INTO);
    expect(textsNeeded(merged().state, other.state)).toEqual({ code: 'MergedIntoOpenCase', into: INTO });
    expect(textsNeeded(merged().state, other.act(withdraw).state)).toBeUndefined();
  });
});
