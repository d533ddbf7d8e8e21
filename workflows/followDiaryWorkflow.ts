// A change of the sub-group's diary brought to every case that uses the date, however long a part is away. Which cases
// those are is asked from the records each time, so that running it once more is without harm.

import { proxyActivities } from '@temporalio/workflow';
import type { DiaryActivities } from '../contracts/activities';

const untilAllKnow = proxyActivities<DiaryActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

export async function followDiaryWorkflow(): Promise<void> {
  await untilAllKnow.followDiary();
}
