// R25: as long as anything needs the texts of a case they are not destroyed.

import { describe, expect, it } from '@jest/globals';
import { textsNeeded } from '../../../domain/rapidReview/ending/textsNeeded';
import { noCase, type CaseReference } from '../../../domain/rapidReview/state';
import { REASON, REFERENCE, Story } from './story';
import { Race, WITHDRAWAL, row } from './race';

const INTO = 'RR-2026-0001' as CaseReference;
const opened = (reference = REFERENCE) => new Story().opened('2026-03-30 15:20', { reference });
const merged = () => opened().act({ kind: 'endAsMerged', into: INTO, reason: REASON });

describe('R25: the texts of a case', () => {
  it('are needed while it is open, and again once a withdrawal is undone', () => {
    const story = opened();
    expect(textsNeeded(story.state, [])).toEqual({ code: 'CaseIsOpen' });
    expect(textsNeeded(story.act(WITHDRAWAL).state, [])).toBeUndefined();
    story.act({ kind: 'undoWithdrawal', reason: REASON });
    expect(textsNeeded(story.state, [])).toEqual({ code: 'CaseIsOpen' });
  });

  it('are not needed where it was only recorded, and there are none where there is no case', () => {
    const recorded = new Story().opened('2026-03-30 15:20', { nature: 'careLeaverDeath', agencies: [] });
    expect(textsNeeded(recorded.state, [])).toBeUndefined();
    expect(textsNeeded(noCase, [])).toEqual({ code: 'NoSuchCase' });
  });

  it('are needed until each safety concern is acknowledged, after the end too', () => {
    const story = opened().act(WITHDRAWAL);
    for (const concern of ['one', 'two'] as const)
      story.act({ kind: 'raiseSafetyConcern', concern: row(concern) });
    story.act({ kind: 'acknowledgeSafetyConcern', number: 1 });
    expect(textsNeeded(story.state, [])).toEqual({ code: 'ConcernWaits', number: 2 });
    story.act({ kind: 'acknowledgeSafetyConcern', number: 2 });
    expect(textsNeeded(story.state, [])).toBeUndefined();
  });

  it('are needed of one that was merged, until the other has told whoever referred it', () => {
    const other = opened(INTO);
    const needed = (readable = true) => textsNeeded(merged().state, [{ state: other.state, readable }]);
    expect(needed()).toEqual({ code: 'MergedIntoOpenCase', into: INTO });
    other.act(WITHDRAWAL);
    // It may be taken up again, and tells them at its next end: not without texts of its own.
    expect(needed()).toEqual({ code: 'MergedIntoCaseThatMayGoOn', into: INTO });
    expect(needed(false)).toBeUndefined();
    // So may one that was settled.
    const settled = new Race().toPanel().at('2026-04-20 12:00').replied('agrees').state;
    expect(textsNeeded(merged().state, [{ state: settled, readable: true }])).toMatchObject({
      code: 'MergedIntoCaseThatMayGoOn',
    });
    expect(textsNeeded(merged().state, [{ state: settled, readable: false }])).toBeUndefined();
  });

  it('are needed of one that ended otherwise while another took it in', () => {
    const other = opened(INTO);
    const withdrawn = opened().act(WITHDRAWAL);
    expect(textsNeeded(withdrawn.state, [{ state: other.state, readable: true }])).toEqual({
      code: 'MergedIntoOpenCase',
      into: INTO,
    });
  });
});
