// Which attempt at which activity a line comes from, by the names that the SDK gives in its own lines; nothing outside an
// activity. So that whatever is logged on behalf of a workflow leads back to it.

import { Context } from '@temporalio/activity';

export const activityFields = (): Readonly<Record<string, string>> => {
  let context: Context;
  try {
    context = Context.current();
  } catch {
    return {};
  }
  const { activityId, activityType, workflowExecution } = context.info;
  const { workflowId, runId } = workflowExecution ?? {};
  return {
    activityId,
    activityType,
    ...(workflowId === undefined || runId === undefined ? {} : { workflowId, runId }),
  };
};
