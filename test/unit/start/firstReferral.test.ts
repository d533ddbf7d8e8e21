// The first referral that `npm start` shows: the referrer can be mailed, and the notification has a date.

import { expect, it } from '@jest/globals';
import { firstReferral } from '../../../cli/start/firstReferral';
import { codeOf } from '../../../domain/rapidReview/codes';

it('names where the referrer is mailed, and when the local authority became aware', () => {
  const line = firstReferral('http://127.0.0.1:3000', 'rr_token', [codeOf('agency', 'AG-0001')], new Date(0));
  const [, body = '{}'] = /-d '(.*)'$/.exec(line) ?? [];
  expect(JSON.parse(body)).toMatchObject({
    referrer: { email: expect.stringMatching(/@.*\.example$/) as unknown },
    timestamps: { localAuthorityAware: '1970-01-01T00:00:00.000Z' },
  });
});

it('logs one case however often it is pasted, and another one at the next start', () => {
  const keyAt = (now: number): string | undefined =>
    /'Idempotency-Key: (.+)'/.exec(
      firstReferral('http://127.0.0.1:3000', 'rr_token', [], new Date(now)),
    )?.[1];
  expect(keyAt(0)?.length).toBeGreaterThanOrEqual(8);
  expect(keyAt(0)).not.toBe(keyAt(1_000));
});
