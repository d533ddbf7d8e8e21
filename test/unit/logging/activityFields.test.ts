// A line that is logged within an activity leads back to its workflow and run; one from outside says nothing of any.

import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { activityFields } from '../../../platform/logging/activityFields';

describe('where a line comes from', () => {
  it('is the attempt, its workflow and its run', async () => {
    const workflowExecution = { workflowId: 'rapid-review/RR-2026-0007', runId: 'run-1' };
    const environment = new MockActivityEnvironment({
      workflowExecution,
      activityType: 'sendNotices',
      activityId: '7',
    });
    expect(await environment.run(async () => Promise.resolve(activityFields()))).toEqual({
      activityId: '7',
      activityType: 'sendNotices',
      ...workflowExecution,
    });
  });

  it('is nowhere outside an activity', () => {
    expect(activityFields()).toEqual({});
  });
});
