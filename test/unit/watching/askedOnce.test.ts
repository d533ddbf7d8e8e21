// Those who watch ask often and together: the records hear of it once, and nobody gets an answer that is too old.

import { describe, expect, it } from '@jest/globals';
import { askedOnce } from '../../../api/watching/askedOnce';

const clock = { now: 0 };
const limits = { freshMs: 100, withinMs: 50, now: () => clock.now };

/** Answers 1, 2, 3, … as it is let. */
const counting = () => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  const ask = async (): Promise<number> => {
    asked += 1;
    const answer = asked;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return answer;
  };
  return { ask, asked: () => asked, letGo: () => waiting.splice(0).forEach((go) => go()) };
};

describe('something dear', () => {
  it('is asked once for all who wait', async () => {
    const { ask, asked, letGo } = counting();
    const once = askedOnce(ask, limits);
    const answers = Promise.all([once(), once(), once()]);
    letGo();
    expect(await answers).toEqual([1, 1, 1]);
    expect(asked()).toBe(1);
  });

  it('serves while it is fresh, and is asked again then', async () => {
    let asked = 0;
    const once = askedOnce(() => Promise.resolve((asked += 1)), limits);
    expect(await once()).toBe(1);
    clock.now += 99;
    expect(await once()).toBe(1);
    clock.now += 1;
    expect(await once()).toBe(2);
  });

  it.each([
    ['quick', 200, 2_000],
    ['very quick', 10, 1_000],
    ['slow', 3_000, 15_000],
  ])('serves for as long as it is worth: %s', async (_, tookMs, servesMs) => {
    let asked = 0;
    const once = askedOnce(
      () => {
        clock.now += tookMs;
        return Promise.resolve((asked += 1));
      },
      { ...limits, freshMs: 15_000 },
    );
    await once();
    clock.now += servesMs - 1;
    expect(await once()).toBe(1);
    clock.now += 1;
    expect(await once()).toBe(2);
  });

  it('is not waited for longer than the limit, and nobody asks a second time meanwhile', async () => {
    const { ask, asked, letGo } = counting();
    const once = askedOnce(ask, limits);
    await expect(once()).rejects.toThrow('no answer in time');
    await expect(once()).rejects.toThrow('no answer in time');
    expect(asked()).toBe(1);
    letGo();
    expect(await once()).toBe(1);
  });

  it('is asked again after a failure', async () => {
    let asked = 0;
    const once = askedOnce(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve(asked);
    }, limits);
    await expect(once()).rejects.toThrow('away');
    expect(await once()).toBe(2);
  });
});
