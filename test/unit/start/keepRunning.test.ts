// A service that ends is started again; one that is stopped on purpose stays stopped.
import { describe, expect, it } from '@jest/globals';
import type { ChildExit } from '../../../cli/start/childProcess';
import { keepRunning, type Service } from '../../../cli/start/keepRunning';

interface Fake extends Service {
  readonly crash: () => void;
  stopped: boolean;
}

function fake(): Fake {
  let end: (exit: ChildExit) => void = () => undefined;
  const service: Fake = {
    exited: new Promise((resolve) => (end = resolve)),
    outputTail: () => '',
    stopped: false,
    crash: () => end({ code: null, signal: 'SIGKILL' }),
    stop: () => {
      service.stopped = true;
      end({ code: 0, signal: null });
      return Promise.resolve();
    },
  };
  return service;
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a service that is kept running', () => {
  it('is started again after it ended, and says so', async () => {
    const launched: Fake[] = [];
    const said: string[] = [];
    const kept = await keepRunning(
      'worker',
      () => Promise.resolve(launched[launched.push(fake()) - 1] as Fake),
      (line) => said.push(line),
    );
    kept.first.crash();
    await until(() => said.length === 2);
    expect(said).toEqual([
      'worker ended unexpectedly by SIGKILL; it is started again in 1 s.',
      'worker is running again.',
    ]);
    await kept.stop();
    expect(launched.map(({ stopped }) => stopped)).toEqual([false, true]);
  });

  it('is not started again once it is to stop, even between two tries', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    const only = fake();
    const said: string[] = [];
    let launches = 0;
    const kept = await keepRunning(
      'API',
      () => (++launches === 1 ? Promise.resolve(only) : Promise.reject(new Error('no'))),
      (line) => said.push(line),
    );
    only.crash();
    await until(() => said.length === 1);
    await kept.stop();
    expect(launches).toBe(1);
    // The process would live on for as long.
    expect(timers()).toBe(before);
  });

  it('fails at once when its first start fails', async () => {
    const failing = keepRunning(
      'API',
      () => Promise.reject(new Error('no luck')),
      () => undefined,
    );
    await expect(failing).rejects.toThrow('no luck');
  });
});
