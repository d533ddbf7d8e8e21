// What the database holds: every table with every column, classed. The types demand that none is missing, and
// test/records/holdings.test.ts compares it with the tables that the migrations make.

import { calendarHoldings } from './calendarHoldings';
import { caseHoldings } from './caseHoldings';
import { diaryHoldings } from './diaryHoldings';
import type { Holdings } from './holding';
import { registerHoldings } from './registerHoldings';
import { requestHoldings } from './requestHoldings';

export const holdings: Holdings = {
  ...requestHoldings,
  ...caseHoldings,
  ...registerHoldings,
  ...diaryHoldings,
  ...calendarHoldings,
};
