// How worker and API end. Told to, with mails or a write in hand, they do first what they have begun: nothing of it is lost, or done
// again by whoever comes next. And a worker that Temporal does not take: it ends, for whoever starts it again to see.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../cli/start/freePort';
import { startOurProcess } from '../../cli/start/ourProcess';
import { instant, MINUTE } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { messageIdOf } from '../../platform/mail/mailTransport';
import type { NoticeRow } from '../../records/records';
import { openEngine, type RealEngine } from './realEngine';
import { referralOf } from './referral';
import { untilTrue } from './until';

/** A mail takes some seven answers: four mails some two seconds, which is less than a worker has to end in. */
const MAIL_LINE_MS = 75;
/** By itself, and not by force after some time. */
const IN_ORDER = { code: 0, signal: null };

let engine: RealEngine;
let reference: CaseReference;
beforeAll(async () => {
  engine = await openEngine({ mailLineMs: MAIL_LINE_MS });
}, 120_000);
afterAll(() => engine.close(), 60_000);

describe('told to end', () => {
  const requests = async (): Promise<readonly NoticeRow[]> =>
    (await engine.records.notices.ofCase(reference)).filter(({ body }) => body.kind === 'scopingRequest');
  const sentOnce = Array.from({ length: 4 }, () => ({
    outcome: 'accepted',
    attempts: 1,
    unknownAttempts: 0,
  }));

  it('a worker sends the mails that it has in hand, and the next begins none of them again', async () => {
    const { caller, parts, records, mailbox, settings } = engine;
    const agencies = engine.agencies.slice(0, 4);
    const { answer } = await caller.insist({ path: '/cases', body: referralOf(agencies) });
    ({ reference } = JSON.parse(answer.text) as { readonly reference: CaseReference });
    await caller.insist({ path: `/cases/${reference}/scoping-requests`, body: { agencies } });
    await untilTrue('the first mail is under way', 30_000, async () =>
      (await requests()).some(({ attempts }) => attempts > 0),
    );
    // Others are still to be begun.
    expect((await requests()).filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(1);
    expect(await parts.stop('worker')).toEqual(IN_ORDER);
    expect(await requests()).toMatchObject(sentOnce);

    await parts.launch('worker');
    await untilTrue('the case has heard of each', 30_000, async () => {
      const events = await records.events.ofCase(reference);
      return events.filter(({ kind }) => kind === 'ScopingRequestSent').length === agencies.length;
    });
    expect(await requests()).toMatchObject(sentOnce);
    const ids = (await requests()).map(({ key }) => messageIdOf(key, settings.mailDomain));
    const mails = (await mailbox.mails()).map(({ messageId }) => messageId);
    expect(mails.filter((id) => ids.includes(id)).sort()).toEqual([...ids].sort());
  }, 90_000);

  it('an API answers the write that is under way, and waits for nobody who keeps a connection open', async () => {
    const { caller, parts, records } = engine;
    const underWay = async (): Promise<number> => {
      const page = { after: undefined, limit: 10 };
      return (await records.reservations.underWay(instant(0), instant(Date.now() + MINUTE), page)).length;
    };
    await untilTrue('nothing is under way', 30_000, async () => (await underWay()) === 0);
    // Nobody answers the API, which waits.
    parts.signal('worker', 'SIGSTOP');
    const write = caller.ask({
      method: 'POST',
      path: `/cases/${reference}/timestamps`,
      key: randomUUID(),
      body: { timestamp: 'acceptedAsRapidReview', at: new Date().toISOString() },
    });
    await untilTrue('the write is under way', 5_000, async () => (await underWay()) === 1);
    const ended = parts.stop('API');
    await untilTrue('no further connection is taken', 5_000, () =>
      caller.ask({ path: '/healthz' }).then(
        () => false,
        () => true,
      ),
    );
    parts.signal('worker', 'SIGCONT');
    expect(await write).toMatchObject({ status: 200 });
    expect(await ended).toEqual(IN_ORDER);
    const events = await records.events.ofCase(reference);
    expect(events.filter(({ kind }) => kind === 'TimestampRecorded')).toHaveLength(1);
  });
});

describe('a worker that cannot go on', () => {
  it.each(['with its metrics shown', 'with none'])(
    'ends with 1, %s, and says so by the type of what happened alone',
    async (metrics) => {
      const { parts, folder } = engine;
      const port = metrics === 'with none' ? 0 : await freePort();
      const worker = await startOurProcess({
        name: 'worker',
        copy: 2,
        dataFolder: folder,
        programs: parts.programs,
        env: { ...parts.env, TEMPORAL_NAMESPACE: 'of-nobody', WORKER_METRICS_PORT: String(port) },
        ready: () => Promise.resolve(true),
      });
      const tooLong = setTimeout(worker.kill, 30_000);
      expect(await worker.exited).toEqual({ code: 1, signal: null });
      clearTimeout(tooLong);
      expect(worker.outputTail()).toMatch(/^The worker could not go on: TransportError\.$/m);
    },
    40_000,
  );
});
