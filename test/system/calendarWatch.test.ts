// The daily watch over the bank holidays as it runs: a schedule of the Temporal server, made by the worker and kept
// when the worker starts again, reads the list from a real server, and the team's mail arrives.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { instant } from '../../domain/calendar/instant';
import { isWorkingDay, workingCalendar } from '../../domain/calendar/workingCalendar';
import { CALENDAR_WATCH } from '../../contracts/workflowIds';
import { shippedGovUkList } from '../../platform/holidays/govUkList';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { connectTemporal, type TemporalLink } from '../../platform/temporal/connectTemporal';
import { openEngine, type RealEngine } from './realEngine';
import { until, untilTrue } from './until';

const ADDED = { date: '2028-12-22', title: 'Invented celebration' };

let list: Server;
let engine: RealEngine;
let link: TemporalLink;
beforeAll(async () => {
  list = createServer((_, response) => {
    const events = [...shippedGovUkList().days, ADDED];
    response.end(JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } }));
  });
  await new Promise<void>((ready) => list.listen(0, '127.0.0.1', ready));
  const { port } = list.address() as AddressInfo;
  engine = await openEngine({ holidayFeedUrl: `http://127.0.0.1:${port}/bank-holidays.json` });
  const { temporalAddress: address, temporalNamespace: namespace, codecKeys } = engine.settings;
  link = connectTemporal({
    address,
    namespace,
    dataConverter: encryptedDataConverter(keyRingOf(codecKeys)),
  });
}, 120_000);
afterAll(async () => {
  list.close();
  await link.close();
  await engine.close();
}, 60_000);

const schedule = () => link.client.schedule.getHandle(CALENDAR_WATCH);

it('is scheduled for every morning in London, and a run merges the list and counts with it', async () => {
  const found = await until('the schedule is there', 30_000, () =>
    schedule()
      .describe()
      .catch(() => undefined),
  );
  expect(found.spec).toMatchObject({ timezone: 'Europe/London' });
  const [next] = found.info.nextActionTimes;
  expect(next?.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })).toBe('08:15:00');

  await schedule().trigger();
  await untilTrue('the new day is in the ledger', 30_000, async () => {
    const last = await engine.records.holidays.lastTaken('govUk');
    return last?.added.includes(ADDED.date as never) === true;
  });
  const run = await until('the run is known', 30_000, async () => {
    const { recentActions } = (await schedule().describe()).info;
    return recentActions.at(-1)?.action.workflow.workflowId;
  });
  await link.client.workflow.getHandle(run).result();
  const now = instant(Date.now());
  const snapshot = await engine.records.holidays.snapshot(now);
  // Whatever day it is as this is run: on a day off the team is told nothing.
  const toldToday = isWorkingDay(workingCalendar(snapshot), londonDayAt(now));
  const mails = (await engine.mailbox.mails()).filter(({ subject }) => subject.includes(ADDED.title));
  expect(mails).toHaveLength(toldToday ? 1 : 0);
  expect(snapshot.holidays.find(({ date }) => date === ADDED.date)).toMatchObject({ source: 'govUk' });
}, 90_000);

it('is kept as it is when the worker starts again', async () => {
  await schedule().pause('looked at by somebody');
  await engine.parts.stop('worker');
  await engine.parts.launch('worker');
  await untilTrue('the worker has looked after the schedule', 30_000, async () => {
    const { spec, state } = await schedule().describe();
    return spec.timezone === 'Europe/London' && state.paused;
  });
}, 90_000);
