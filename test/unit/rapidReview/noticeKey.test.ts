// Keys of notices are taken apart in one way, whether their mail was made or not.

import { expect, test } from '@jest/globals';
import { isForPanel, partsOfNoticeKey } from '../../../domain/rapidReview/noticeKey';

test('a key has its kind first, with or without the reference', () => {
  const parts = ['agencyReminder', 'AG-0003', '2'];
  expect(partsOfNoticeKey('RR-2026-0007/agencyReminder/AG-0003/2')).toEqual(parts);
  expect(partsOfNoticeKey('agencyReminder/AG-0003/2')).toEqual(parts);
});

test.each([
  ['RR-2026-0007/panelDispatch/1', true],
  ['RR-2026-0007/panelContact/31', true],
  ['RR-2026-0007/ended/40/panel', true],
  ['RR-2026-0007/ended/40/referrer/1', false],
  ['RR-2026-0007/outcome/1/partner/police', false],
  ['RR-2026-0007/safetyAlert/1/2', false],
])('whether %s is for the Panel', (key, forPanel) => {
  expect(isForPanel(key)).toBe(forPanel);
});
