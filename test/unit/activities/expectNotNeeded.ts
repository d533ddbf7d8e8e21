// A mail that nobody needs any more: it is not sent, and is no failed mail of which the team would hear.

import { expect } from '@jest/globals';
import type { Office } from './office';

export const expectNotNeeded = async (office: Office, key: string, code: string): Promise<void> => {
  const { reports, waiting } = await office.call();
  expect(office.sent.map((mail) => mail.key)).not.toContain(key);
  expect(office.ledger.row(key)).toMatchObject({ outcome: 'lapsed', lastError: code });
  expect(waiting).toBe(0);
  expect(reports.map((report) => report.key)).not.toContain(key);
};
