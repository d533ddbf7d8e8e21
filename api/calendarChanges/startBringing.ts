// Starts the workflow that brings a change of the calendar to the cases: one a change, under an id made from it. Starting it
// again is without harm, since it asks anew who is behind.

import { BRING_CALENDAR_WORKFLOW, bringCalendarId } from '../../contracts/workflowIds';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import type { ApiDeps } from '../deps';
import { startOnce } from '../writing/startOnce';

export const startBringing =
  (link: TemporalLink, taskQueue: string): NonNullable<ApiDeps['bringCalendar']> =>
  (change) =>
    startOnce(link, taskQueue, BRING_CALENDAR_WORKFLOW, bringCalendarId(change));
