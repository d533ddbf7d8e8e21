// The reference that the notification was given, as the national Panel was told it with decision and report (R17): one that was wrong,
// or of a notification that never went, it has until it hears otherwise.

import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { CaseEvent } from '../events';
import type { CaseWithReview } from '../state';
import { noMoreBy, sentBefore } from './sentBefore';
import type { Panel } from './state';

/** That event takes back the earlier one. */
export const withReference = (
  { panel }: Pick<CaseWithReview, 'panel'>,
  referenceRecorded: boolean,
  event: Pick<CaseEvent, 'number'>,
): Panel => ({
  ...panel,
  referenceRecorded,
  ...(panel.referenceRecorded ? { referenceChanged: noMoreBy(panel, event) } : {}),
});

/** Nothing has gone to it since, neither the same again nor a word that may have said so. */
export const panelHasOtherReference = (state: CaseWithReview, calendar: WorkingCalendar): boolean => {
  const { referenceChanged } = state.panel;
  if (referenceChanged === undefined) return false;
  const went = sentBefore(state, referenceChanged, calendar);
  return went?.without.every(({ item }) => item !== 'notificationReference') === true;
};
