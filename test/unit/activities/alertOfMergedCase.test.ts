// The alerts of a concern whose case was merged into another (R22, R23): those on call are told which case goes on.

import { expect, it } from '@jest/globals';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { REASON, Story } from '../rapidReview/story';
import { Office } from './office';

const alertOf = async (story: Story): Promise<string> => {
  const office = new Office(story).only('safetyAlert');
  await office.call();
  return office.sent.at(-1)?.text.replaceAll(/\s+/g, ' ') ?? '';
};
const raised = () =>
  new Story().opened('2026-03-30 16:20').act({ kind: 'raiseSafetyConcern', concern: REASON });

it('R23: an alert names the case that its own was merged into, and not while that goes on itself', async () => {
  expect(await alertOf(raised())).not.toContain('has been joined');
  const into = 'RR-2026-0008' as CaseReference;
  const said = await alertOf(raised().act({ kind: 'endAsMerged', into, reason: REASON }));
  expect(said).toContain(
    'That Rapid Review has been joined with RR-2026-0008, about the same case, which goes on. The concern stays under RR-2026-0007.',
  );
  expect(said).toContain('Quote RR-2026-0007, concern 1.');
});
