// An act that calls for no mail is recorded by the API that asked, without anything of the case's own; whatever becomes of the API
// between the two, it is recorded (R9, docs/adr/0024). With a real Temporal server and a real worker.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { temporalGateway } from '../../api/writing/temporalGateway';
import type { Receipt } from '../../contracts/messages';
import { workflowIdOf } from '../../contracts/workflowIds';
import { instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { AgencyId } from '../../domain/timetable/facts';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import { FRESH, recordWhatWasLeft } from '../../worker/recordWhatWasLeft';
import { untilTrue } from '../system/until';
import { actOfDeadApi } from './actOfDeadApi';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { silent } from './casesOverGateway';
import { problemIn, referral } from './stories';
import { TemporalUnderTest } from './temporalUnderTest';

const ANSWER_MS = 20_000;

let temporal: TemporalUnderTest;
let link: TemporalLink;
let under: ApiUnderTest;
let reference: CaseReference;
const gateway = () => temporalGateway(link, { taskQueue: temporal.taskQueue, waitMs: ANSWER_MS });
beforeAll(async () => {
  temporal = await TemporalUnderTest.start();
  link = temporal.link();
  under = await apiUnderTest({
    cases: gateway(),
    now: () => instant(Date.now()),
    recordedWithinMs: ANSWER_MS,
  });
  await temporal.startWorker(under.records);
}, 120_000);
beforeEach(async () => {
  const answer = await under.ask('POST', '/cases', {
    body: referral({ receivedAt: undefined, agencies: [] }),
    key: newKey(),
  });
  reference = answer.json<{ reference: CaseReference }>().reference;
  await untilTrue('the case has heard that its opening is recorded', ANSWER_MS, isAtRest);
});
afterAll(async () => {
  await under.close();
  await link.close();
  await temporal.stop();
}, 60_000);

/**
 * The records hold an opening a little before its case has heard so, and until then the case goes on recording by itself: an act that
 * arrives between the two is not left to whoever asked.
 */
const isAtRest = async (): Promise<boolean> => {
  const { raw } = await link.client.workflow.getHandle(workflowIdOf(reference)).describe();
  return (raw.pendingActivities ?? []).length === 0 && (raw.pendingWorkflowTask ?? undefined) === undefined;
};
const addAgency = (agency = 'AG-0001') =>
  under.ask('POST', `/cases/${reference}/agencies`, { body: { agency }, key: newKey() });
const version = () => under.records.events.version(reference);
const historyOf = async () =>
  (await link.client.workflow.getHandle(workflowIdOf(reference)).fetchHistory()).events ?? [];
/** How often the case has had something recorded itself. */
const ownRecordings = async (): Promise<number> =>
  (await historyOf()).filter(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === 'recordEvents',
  ).length;
/** As the worker does so much later. */
const sweep = (secondsLater: number) =>
  recordWhatWasLeft(
    {
      records: under.records,
      cases: link.client.workflow,
      logger: silent,
      clock: () => instant(Date.now() + secondsLater * 1_000),
    },
    FRESH,
  );
/** Of the present case. */
const underWay = async () =>
  (
    await under.records.reservations.underWay(instant(0), instant(Date.now() + 1), {
      after: undefined,
      limit: 100,
    })
  )
    .map((one) => one.reference)
    .filter((one) => one === reference);

const leave = (agency: string): Promise<Receipt> =>
  actOfDeadApi(
    { records: under.records, gateway: gateway(), actor: under.actors.coordinator },
    reference,
    agency as AgencyId,
  );

test('the API records it, the case does not', async () => {
  const own = await ownRecordings();
  expect((await addAgency()).json()).toMatchObject({
    version: 2,
    recorded: true,
    events: ['AgencyIdentified'],
  });
  expect((await addAgency('AG-0002')).json()).toMatchObject({ version: 3, recorded: true });
  expect([await version(), await ownRecordings(), await underWay()]).toEqual([3, own, []]);
});

test('what calls for mail the case records itself, with all that was left before', async () => {
  await addAgency('AG-0002');
  const own = await ownRecordings();
  await leave('AG-0001');
  const answer = await under.ask('POST', `/cases/${reference}/scoping-requests`, { body: {}, key: newKey() });
  expect(answer.json()).toMatchObject({ recorded: true });
  expect(await ownRecordings()).toBeGreaterThan(own);
  const kinds = (await under.records.events.ofCase(reference)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'AgencyIdentified')).toHaveLength(2);
  expect(await underWay()).toEqual([]);
});

test('what a dead API has left is recorded a little later, once', async () => {
  const own = await ownRecordings();
  const receipt = await leave('AG-0001');
  expect(receipt).toMatchObject({ unrecorded: [{ kind: 'AgencyIdentified' }] });
  await sweep(5);
  expect([await version(), await underWay()]).toEqual([1, [reference]]);
  const before = await historyOf();
  await sweep(11);
  expect([await version(), await underWay()]).toEqual([2, []]);
  // Asking has left no trace (docs/adr/0033).
  expect(await historyOf()).toHaveLength(before.length);
  await sweep(11);
  expect([await version(), await ownRecordings()]).toEqual([2, own]);
});

test('the next act hands over what was left, and the API records both', async () => {
  await leave('AG-0001');
  expect((await addAgency('AG-0002')).json()).toMatchObject({ version: 3, recorded: true });
  expect([await version(), await underWay()]).toEqual([3, []]);
});

test('a receipt carries what is not recorded, and not what the case has heard is', async () => {
  for (const agency of ['AG-0001', 'AG-0002']) await addAgency(agency);
  const receipt = await leave('AG-0003');
  expect(receipt).toMatchObject({ version: 4, unrecorded: [{ number: 4 }] });
});

test('an act that is refused before it is sent is not under way', async () => {
  const unknown = await addAgency('AG-0999');
  expect([unknown.statusCode, problemIn(unknown).type]).toEqual([422, '/problems/agency-not-in-register']);
  expect(await underWay()).toEqual([]);
});

test('a refused act is not under way any more', async () => {
  await addAgency();
  const again = await addAgency();
  expect([again.statusCode, problemIn(again).type]).toEqual([409, '/problems/agency-already-on-case']);
  expect(await underWay()).toEqual([]);
});

test('a repeat whose first try was decided and left is recorded, and one that is refused leaves it under way', async () => {
  const key = newKey();
  const body = { agency: 'AG-0001' };
  const path = `/cases/${reference}/agencies`;
  const { events } = under.records;
  const record = events.record.bind(events);
  // The API dies between the answer of the case and the records.
  events.record = () => Promise.reject(new Error('it died'));
  expect((await under.ask('POST', path, { body, key })).json()).toMatchObject({ recorded: false });
  events.record = record;
  expect([await version(), await underWay()]).toEqual([1, [reference]]);
  const other = await under.ask('POST', path, { body: { agency: 'AG-0002' }, key });
  expect([other.statusCode, await underWay()]).toEqual([409, [reference]]);
  expect((await under.ask('POST', path, { body, key })).json()).toMatchObject({ version: 2, recorded: true });
  expect([await version(), await underWay()]).toEqual([2, []]);
});
