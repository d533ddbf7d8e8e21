// Whose a date is: the agency's own are those that it owes, not that the team sends it the request.

import { expect, test } from '@jest/globals';
import { OBLIGATIONS } from '../../../domain/policy/policyProfile';
import type { AgencyId } from '../../../domain/timetable/facts';
import { isAgencysOwn, keyOf } from '../../../domain/timetable/obligationKey';

const AGENCY = 'AG-0003' as AgencyId;

test('an agency owes its return and its records, and nothing else', () => {
  const own = OBLIGATIONS.filter((obligation) => isAgencysOwn(keyOf({ obligation, agency: AGENCY })));
  expect(own).toEqual(['agencyReturn', 'recordsSecured']);
  // Without an agency nobody owes it.
  expect(OBLIGATIONS.filter((obligation) => isAgencysOwn(keyOf({ obligation })))).toEqual([]);
});
