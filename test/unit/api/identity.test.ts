// Identity by token: how the header is read, and that nothing is asked where nothing was shown.

import { describe, expect, test } from '@jest/globals';
import { instant } from '../../../domain/calendar/instant';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { Identity } from '../../../platform/identity/identity';
import { tokenIdentity } from '../../../platform/identity/tokenIdentity';

const sam: Identity = { actor: 'P-0001' as ActorId, role: 'coordinator', seats: [] };
const now = instant(0);

const identified = async (header: string | undefined) => {
  const asked: string[] = [];
  const port = tokenIdentity((token) => {
    asked.push(token);
    return Promise.resolve(token === 'rr_TK-0001_right' ? sam : undefined);
  });
  return { answer: await port.identify(header, now), asked };
};

describe('the header', () => {
  test.each(['Bearer rr_TK-0001_right', 'bearer rr_TK-0001_right', 'Bearer   rr_TK-0001_right '])(
    '%s',
    async (header) => {
      expect((await identified(header)).answer).toEqual({ ok: true, identity: sam });
    },
  );

  test.each([
    [undefined, 'missing', 0],
    ['', 'malformed', 0],
    ['rr_TK-0001_right', 'malformed', 0],
    ['Basic rr_TK-0001_right', 'malformed', 0],
    ['Bearer rr_TK-0001_right and more', 'malformed', 0],
    [`Bearer ${'x'.repeat(2_000)}`, 'malformed', 0],
    ['Bearer rr_TK-0001_wrong', 'unknown', 1],
  ])('%s is %s', async (header, refusal, times) => {
    const { answer, asked } = await identified(header);
    expect(answer).toEqual({ ok: false, refusal });
    expect(asked).toHaveLength(times);
  });
});
