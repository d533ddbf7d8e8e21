// A change of the diary with a real Temporal server and a real worker: the cases follow before it is answered, or once a
// worker is there again.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFollowDiary } from '../../activities/followDiary';
import type { DiaryDateView } from '../../api/diary/diarySchemas';
import { startFollowing } from '../../api/diary/startFollowing';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import type { ProposalsView } from '../../api/meetings/proposalsView';
import { temporalGateway } from '../../api/writing/temporalGateway';
import { commandUpdates, type CommandMessage } from '../../contracts/messages';
import { FOLLOW_DIARY_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import { instant } from '../../domain/calendar/instant';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/references';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import { untilTrue } from '../system/until';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { silent } from './casesOverGateway';
import { referral } from './stories';
import { TemporalUnderTest } from './temporalUnderTest';

const WITHIN_MS = 30_000;

let temporal: TemporalUnderTest;
let link: TemporalLink;
let under: ApiUnderTest;
let reference: string;
/** Mornings of working days inside the window of the case. */
let mornings: readonly string[];
beforeAll(async () => {
  temporal = await TemporalUnderTest.start();
  link = temporal.link();
  const { taskQueue } = temporal;
  under = await apiUnderTest({
    cases: temporalGateway(link, { taskQueue, waitMs: WITHIN_MS }),
    followDiary: startFollowing(link, taskQueue),
    now: () => instant(Date.now()),
    recordedWithinMs: 5_000,
  });
  await temporal.startWorker(under.records);
  const opened = await under.ask('POST', '/cases', { body: referral({ receivedAt: undefined }) });
  expect([opened.statusCode, opened.body.slice(0, 200)]).toEqual([201, expect.anything()]);
  reference = opened.json<{ reference: string }>().reference;
  const { proposals } = (
    await under.ask('GET', `/cases/${reference}/meeting/proposals`)
  ).json<ProposalsView>();
  mornings = proposals.map(({ on }) => `${on}T10:00:00Z`);
}, 120_000);
afterAll(async () => {
  await under.close();
  await link.close();
  await temporal.stop();
}, 60_000);

const startsAt = async (): Promise<string | undefined> =>
  (await under.ask('GET', `/cases/${reference}/meetings`)).json<MeetingsView>().meetings.at(-1)?.startsAt;

const move = async (id: string, to: string | undefined): Promise<DiaryDateView> => {
  const answer = await under.ask('POST', `/sub-group-dates/${id}/moves`, { body: { startsAt: to } });
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.anything()]);
  return answer.json<DiaryDateView>();
};

test('moves the meeting before it is answered', async () => {
  const [first, second] = mornings;
  const added = await under.ask('POST', '/sub-group-dates', { body: { startsAt: first } });
  const { id } = added.json<{ id: string }>();
  const arranged = await under.ask('POST', `/cases/${reference}/meeting`, { body: { diaryDate: id } });
  expect([arranged.statusCode, arranged.body.slice(0, 200)]).toEqual([200, expect.anything()]);
  expect((await move(id, second)).cases).toEqual([{ reference, followed: true }]);
  expect(await startsAt()).toBe(second?.replace('Z', '.000Z'));
}, 60_000);

test('stands while no worker is there, and is followed once there is one', async () => {
  const [, , third] = mornings;
  await temporal.stopWorker();
  expect((await move('SG-0001', third)).cases).toEqual([{ reference, followed: false }]);
  await temporal.startWorker(under.records);
  await untilTrue('the meeting has followed', WITHIN_MS, async () => {
    return (await startsAt()) === third?.replace('Z', '.000Z');
  });
  const runs = link.client.workflow.list({ query: `WorkflowType = '${FOLLOW_DIARY_WORKFLOW}'` });
  await untilTrue('its workflow is done', WITHIN_MS, async () => {
    const statuses: string[] = [];
    for await (const { status } of runs) statuses.push(status.name);
    return statuses.length > 0 && statuses.every((status) => status === 'COMPLETED');
  });
}, 120_000);

test('is told again where a plan that was read before the change reaches the case after it', async () => {
  const [first, , third] = mornings;
  const asked = { actor: under.actors.coordinator, authority: 'coordinator', askedAt: instant(Date.now()) };
  const command = {
    kind: 'rearrangeMeeting',
    startsAt: instant(Date.parse(first ?? '')),
    diary: { date: 'SG-0001' as DiaryDateId, version: 1 },
    reason: 'c1.reason' as DossierRow,
    asked: { ...asked, commandId: 'an-older-plan' },
  };
  await link.client.workflow
    .getHandle(workflowIdOf(reference as CaseReference))
    .executeUpdate(commandUpdates.rearrangeMeeting, { args: [{ command } as CommandMessage] });
  await untilTrue('the records have it', WITHIN_MS, async () => {
    return (await startsAt()) === first?.replace('Z', '.000Z');
  });
  await createFollowDiary({ records: under.records, cases: link.client.workflow, logger: silent })();
  await untilTrue('the meeting has followed again', WITHIN_MS, async () => {
    return (await startsAt()) === third?.replace('Z', '.000Z');
  });
}, 120_000);
