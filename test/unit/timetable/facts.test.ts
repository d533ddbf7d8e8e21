// Which obligations are an agency's own, by their keys.

import { describe, expect, it } from '@jest/globals';
import { OBLIGATIONS } from '../../../domain/policy/policyProfile';
import { isAgencysOwn, keyOf } from '../../../domain/timetable/facts';
import { AGENCY } from '../rapidReview/story';

describe('whose a date is', () => {
  it('the agency itself owes its return and the securing of its records, and nothing else', () => {
    const own = OBLIGATIONS.filter((obligation) => isAgencysOwn(keyOf({ obligation, agency: AGENCY(3) })));
    expect(own).toEqual(['agencyReturn', 'recordsSecured']);
  });

  it('is not an agency at all where the key names none', () => {
    expect(OBLIGATIONS.filter((obligation) => isAgencysOwn(keyOf({ obligation })))).toEqual([]);
  });
});

it('a key is the obligation, with the agency after a colon where it is one of each agency', () => {
  expect(keyOf({ obligation: 'agencyReturn', agency: AGENCY(3) })).toBe('agencyReturn:AG-0003');
  expect(keyOf({ obligation: 'meeting' })).toBe('meeting');
});
