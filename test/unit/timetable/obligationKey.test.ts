// A key names one obligation, of one agency where it has one, and is taken apart as it was put together.

import { expect, it } from '@jest/globals';
import { OBLIGATIONS } from '../../../domain/policy/policyProfile';
import { keyOf, namesAgency, refOf, type ObligationRef } from '../../../domain/timetable/obligationKey';
import { AGENCY } from '../rapidReview/story';

it('is taken apart as it was put together', () => {
  for (const obligation of OBLIGATIONS)
    for (const ref of [{ obligation }, { obligation, agency: AGENCY(3) }] satisfies ObligationRef[]) {
      expect(refOf(keyOf(ref))).toStrictEqual(ref);
      expect(namesAgency(keyOf(ref))).toBe('agency' in ref);
    }
  expect(keyOf({ obligation: 'agencyReturn', agency: AGENCY(3) })).toBe('agencyReturn:AG-0003');
});

it('of no obligation is refused: nobody must be told of such', () => {
  for (const key of ['', 'nothing', 'nothing:AG-0003', ':AG-0003'])
    expect(() => refOf(key)).toThrow('an obligation that there is not');
});
