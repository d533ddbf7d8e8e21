// The profile with the fuller ladder (R10, R11): that of Coventry with five rungs in place of three. What the rungs do is
// held by test/unit/rapidReview/reminders.test.ts.

import { describe, expect, it } from '@jest/globals';
import { cscpWt2018 } from '../../../domain/policy/cscpWt2018';
import { cscpWt2018FullLadder } from '../../../domain/policy/cscpWt2018FullLadder';
import { newestProfile, profileOf } from '../../../domain/policy/profiles';
import { Story } from '../rapidReview/story';

describe('R11: the profile with the fuller ladder', () => {
  it('adds the day itself, deputy and senior contact the day after, and the executive on a coordinator’s word', () => {
    expect(cscpWt2018FullLadder.ladder).toEqual([
      { name: 'twoBefore', workingDays: -2 },
      { name: 'oneBefore', workingDays: -1 },
      { name: 'onTheDay', workingDays: 0 },
      { name: 'oneAfter', workingDays: 1, escalatesTo: ['deputy', 'senior'] },
      { name: 'twoAfter', workingDays: 2, escalatesTo: ['executive'], onceConfirmed: true },
    ]);
  });

  it('is Coventry’s in everything else', () => {
    const { id, title, ladder, ...rest } = cscpWt2018FullLadder;
    const { id: _id, title: _title, ladder: _ladder, ...coventry } = cscpWt2018;
    expect(rest).toEqual(coventry);
    expect([id, ladder.length]).toEqual(['cscp-wt2018-full-ladder', 5]);
    expect(title).toContain('local default');
  });
});

describe('R10: a profile beside others', () => {
  it('is found by its id, and a case opened under it keeps it', () => {
    const profile = newestProfile('cscp-wt2018-full-ladder');
    expect(profile).toEqual({ id: 'cscp-wt2018-full-ladder', version: 1 });
    expect(profileOf({ id: 'cscp-wt2018-full-ladder', version: 1 })).toBe(cscpWt2018FullLadder);
    const story = new Story().opened('2026-03-30 16:20', profile === undefined ? {} : { profile });
    expect(story.at('2026-05-30 12:00').open.profile).toEqual(profile);
  });
});
